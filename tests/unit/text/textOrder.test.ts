import { expect, test } from 'vitest';
import type { TextRun } from '#shared/domain/text/text.ts';
import { runsInTextOrder, textOrder } from '#shared/domain/text/textOrder.ts';

const run = (start: number, end: number): TextRun => [start, end, 0, 0, 10, 10];

test('runs that rise are taken as they are', () => {
  const runs = [run(0, 2), run(2, 2), run(3, 5)];
  expect(textOrder(runs)).toBeNull();
  expect(runsInTextOrder(runs)).toBe(runs);
});

test('runs drawn across columns follow the text, those without text in their place', () => {
  const runs = [run(0, 2), run(2, 2), run(6, 8), run(3, 5), run(8, 8), run(9, 11)];
  expect(textOrder(runs)).toEqual([0, 1, 3, 2, 4, 5]);
  expect(runsInTextOrder(runs).map(([start]) => start)).toEqual([0, 2, 3, 6, 8, 9]);
});
