import { describe, expect, test } from 'vitest';
import type { PageText, TextRun } from '#shared/domain/text/text.ts';
import { wordPlace, writtenTurn } from '../../../renderer/viewer/pdf/recognisedTurn.ts';

/** A page of 100 × 200 units, shown as it is or turned by its own /Rotate of 90. */
const upright = {
  width: 100,
  height: 200,
  convertToViewportPoint: (x: number, y: number) => [x, 200 - y],
};
const rotated = {
  width: 200,
  height: 100,
  convertToViewportPoint: (x: number, y: number) => [y, x],
};

function page(text: string, boxes: readonly (readonly [number, number])[]): PageText {
  let at = 0;
  const runs = boxes.map(([x, y]): TextRun => {
    if (text[at] === '\n') at += 1;
    return [at, (at += 1), x, y, 10, 10];
  });
  return { number: 1, label: null, text, flags: ['recognised'], width: 100, height: 200, runs };
}

const right = page('甲乙丙', [
  [10, 180],
  [20, 180],
  [30, 180],
]);
const downwards = page('甲乙丙', [
  [80, 180],
  [80, 170],
  [80, 160],
]);
const upwards = page('甲乙丙', [
  [10, 20],
  [10, 30],
  [10, 40],
]);
const backwards = page('甲乙丙', [
  [80, 20],
  [70, 20],
  [60, 20],
]);

describe('words of a page that was read turned', () => {
  test('are written as their lines run on the page as it is shown', () => {
    const turns = [right, downwards, upwards, backwards].map((one) => writtenTurn(one, upright));
    expect(turns).toEqual([0, 90, 270, 180]);
    expect(writtenTurn(upwards, rotated)).toBe(0);
    expect(writtenTurn(page('', []), upright)).toBe(0);
  });

  test('the step from one line to the next says nothing', () => {
    const lines = page('甲\n乙\n丙丁', [
      [10, 180],
      [10, 160],
      [10, 140],
      [20, 140],
    ]);
    expect(writtenTurn(lines, upright)).toBe(0);
  });

  test('begin at the corner that their turn leaves', () => {
    const box = { left: 0.1, top: 0.2, width: 0.2, height: 0.3 };
    const places = ([0, 90, 180, 270] as const).map((turn) => {
      const { left, top, length, height } = wordPlace(box, turn, upright, 1);
      return [left, top, length, height].map((value) => Math.round(value * 100) / 100);
    });
    expect(places).toEqual([
      [0.1, 0.2, 20, 60],
      [0.3, 0.2, 60, 20],
      [0.3, 0.5, 20, 60],
      [0.1, 0.5, 60, 20],
    ]);
  });
});
