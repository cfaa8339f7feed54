import { expect, test } from 'vitest';
import { brief, codeOf, read } from './reading.ts';

test('Markdown gives headings, list signs as labels, tables as cells, and all else as written', () => {
  const source = [
    '# 第一章 总则 #',
    '正文第一行',
    '接着第二行，见[附件](a.md)与 `code`。',
    '',
    '采购需求',
    '===',
    '- 甲',
    '  2) 乙',
    '> 引文',
    '',
    '| 序号 | 名称\\|别名 |',
    '|---|:--:|',
    '| 1 | **服务器** |',
    '| 2 |  |',
    '',
    '```',
    '# 不是标题',
    '```',
    '<!-- 看不见',
    '的话 -->',
    '---',
    '2026*3 与 **重要** 和 2 ** 3',
  ].join('\n');
  const text = read('md', source);
  expect(brief(text)).toEqual([
    ['body/0', 'heading', null, '第一章 总则'],
    ['body/1', 'paragraph', null, '正文第一行\n接着第二行，见[附件](a.md)与 `code`。'],
    ['body/2', 'heading', null, '采购需求'],
    ['body/3', 'paragraph', '•', '甲'],
    ['body/4', 'paragraph', '2)', '乙\n引文'],
    ['body/5/r1/c1/0', 'cell', null, '序号'],
    ['body/5/r1/c2/0', 'cell', null, '名称|别名'],
    ['body/5/r2/c1/0', 'cell', null, '1'],
    ['body/5/r2/c2/0', 'cell', null, '服务器'],
    ['body/5/r3/c1/0', 'cell', null, '2'],
    ['body/5/r3/c2/0', 'cell', null, ''],
    ['body/6', 'paragraph', null, '# 不是标题'],
    ['body/7', 'paragraph', null, '2026*3 与 重要 和 2 ** 3'],
  ]);
  expect(text.blocks.map((block) => block.level).slice(0, 3)).toEqual([1, 0, 1]);
  expect(text.blocks.at(-1)?.marks).toEqual([[9, 11, 'bold']]);
});

test('signs that open much and close nothing take no time to speak of', () => {
  const hostile = ['**a '.repeat(50_000), '|'.repeat(100_000), '<!--'.repeat(50_000)].join('\n\n');
  expect(read('md', hostile).blocks.length).toBeGreaterThan(0);
  expect(codeOf(() => read('md', '# 甲\n'.repeat(20), { blocks: 10 }))).toBe('limit-blocks');
});
