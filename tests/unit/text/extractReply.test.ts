import { expect, test } from 'vitest';
import { ExtractReply } from '../../../shared/domain/text/extractMessage.ts';

const page = (runs: unknown) => ({
  number: 1,
  label: null,
  text: '第一条',
  flags: [],
  width: 595,
  height: 842,
  runs,
});
const isTaken = (runs: unknown): boolean =>
  ExtractReply.safeParse({ type: 'pages', id: 1, pages: [page(runs)], warnings: [] }).success;

test('runs are taken as numbers, and nothing else is', () => {
  expect(isTaken([])).toBe(true);
  expect(isTaken([[0, 3, 72, 698.5, 36, 12]])).toBe(true);
});

test.each<[unknown]>([
  [undefined],
  [{ length: 0 }],
  [[0, 3, 72, 698.5, 36, 12]],
  [[[0, 3, 72, 698.5, 36]]],
  [[[0, 3, 72, 698.5, 36, 12, 1]]],
  [[[0.5, 3, 72, 698.5, 36, 12]]],
  [[[0, 3, 72, Number.NaN, 36, 12]]],
  [[[0, 3, 72, Number.POSITIVE_INFINITY, 36, 12]]],
  [[[0, '3', 72, 698.5, 36, 12]]],
  [[[0, 3, 72, 698.5, 36, null]]],
])('a worker’s reply with other runs is not believed (%#)', (runs) => {
  expect(isTaken(runs)).toBe(false);
});
