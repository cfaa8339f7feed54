import { expect, test } from 'vitest';
import { ExtractReply } from '../../../shared/domain/text/extractMessage.ts';
import { packRuns, unpackRuns } from '../../../shared/domain/text/packedRuns.ts';
import type { TextRun } from '../../../shared/domain/text/text.ts';

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

const packed = (...numbers: number[]): Float64Array => Float64Array.from(numbers);

test('runs are taken as packed numbers, and nothing else is', () => {
  expect(isTaken(packed())).toBe(true);
  expect(isTaken(packed(0, 3, 72, 698.5, 36, 12))).toBe(true);
});

test.each<[unknown]>([
  [undefined],
  [{ length: 0 }],
  [[]],
  [[[0, 3, 72, 698.5, 36, 12]]],
  [Float32Array.from([0, 3, 72, 698.5, 36, 12])],
  [packed(0, 3, 72, 698.5, 36)],
  [packed(0, 3, 72, 698.5, 36, 12, 1)],
  [packed(0.5, 3, 72, 698.5, 36, 12)],
  [packed(0, Number.NaN, 72, 698.5, 36, 12)],
  [packed(0, 3, 72, Number.NaN, 36, 12)],
  [packed(0, 3, 72, Number.POSITIVE_INFINITY, 36, 12)],
])('a worker’s reply with other runs is not believed (%#)', (runs) => {
  expect(isTaken(runs)).toBe(false);
});

test('runs come out as they were packed', () => {
  const runs: TextRun[] = [
    [0, 3, 72, 698.56, 36, 12],
    [4, 4, -0.25, 0, 0, 0],
  ];
  expect(unpackRuns(packRuns(runs))).toEqual(runs);
});

test('an answer holds runs as lists of six numbers, and no others', () => {
  const done = (runs: unknown): boolean => {
    const extraction = {
      kind: 'image',
      pages: [page(runs)],
      characters: 3,
      warnings: [],
      meta: {},
    };
    return ExtractReply.safeParse({ type: 'done', id: 1, extraction }).success;
  };
  expect(done([[0, 3, 72, 698.5, 36, 12]])).toBe(true);
  expect(done([[0, 3, 72, 698.5, 36]])).toBe(false);
  expect(done([[0, '3', 72, 698.5, 36, 12]])).toBe(false);
  expect(done([[0, 3, 72, 698.5, 36, null]])).toBe(false);
});
