import { expect, test } from 'vitest';
import { placeOf } from '#shared/domain/text/place.ts';

const part = (text: string, label: string | null = null) => ({
  text,
  label,
  page: null,
  blockPath: 'body/1',
});

test('what stands in an annex belongs to none of the articles before it', () => {
  const parts = [
    part('乙方应保存日志。', '第三十二条'),
    part('本合同自双方签字之日起生效。', '第三十三条'),
    part('附件二 运行维护与日志要求'),
    part('系统日志及操作日志滚动保存90日'),
    part('数据库备份', '（一）'),
  ];
  const clauseAt = (index: number) => placeOf(parts, { part: index, offset: 0 }).clause;
  expect([1, 2, 3, 4].map(clauseAt)).toEqual(['第三十三条', '附件二', '附件二', '附件二 （一）']);
});

test('an annex that is only cited heads nothing', () => {
  const parts = [
    part('按附件执行。', '第五条'),
    part('附件二所列系统应每日备份。'),
    part('附件与正文不一致的，以正文为准。'),
  ];
  expect([1, 2].map((index) => placeOf(parts, { part: index, offset: 0 }).clause)).toEqual([
    '第五条',
    '第五条',
  ]);
});
