import { expect, test } from 'vitest';
import { memoPlace } from '#shared/domain/review/memoPlace.ts';

test('a memo names quotes that are not found any more, and keeps their place', () => {
  const quote = {
    quote: '保存期限为九十日',
    stance: 'contradicts' as const,
    documentTitle: '合同',
    versionNumber: 1,
    place: { page: 3, clause: '第七条', blockPath: null },
  };
  expect(memoPlace(quote)).not.toContain('未找到');
  expect(memoPlace({ ...quote, isLost: true })).toBe(
    `${memoPlace(quote)}（读出的文字中未找到原句，请核对原件）`,
  );
});
