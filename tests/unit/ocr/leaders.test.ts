import { describe, expect, test } from 'vitest';
import { inkShapes } from '../../../electron/workers/ocr/inkShapes.ts';
import { findLeaders, withLeaders, withoutLeaders } from '../../../electron/workers/ocr/leaders.ts';
import { blankPage, type GreyPage } from '../../../electron/workers/ocr/greyPage.ts';

const dpi = 200;

function sheet(): GreyPage {
  return blankPage(800, 300);
}

function fill(page: GreyPage, x: number, y: number, width: number, height: number): void {
  for (let row = y; row < y + height; row += 1)
    page.pixels.fill(0, row * page.width + x, row * page.width + x + width);
}

/** Dots of 4 × 4 pixels, `step` apart, rising as a sheet that lies askew has them. */
function dots(page: GreyPage, y: number, count: number, step = 10, rise = 0): void {
  for (let i = 0; i < count; i += 1) fill(page, 200 + i * step, y + Math.round(i * rise), 4, 4);
}

const countsOf = (page: GreyPage): number[] =>
  findLeaders(inkShapes(page), dpi).map((leader) => leader.dots.length);

describe('leaders', () => {
  test('a row of dots is found, level or askew, and goes with nothing else', () => {
    const page = sheet();
    fill(page, 120, 30, 30, 30); // a letter in front
    dots(page, 50, 40);
    dots(page, 150, 40, 10, 0.09);
    fill(page, 640, 130, 12, 30); // a figure behind
    expect(countsOf(page)).toEqual([40, 40]);
    const cleared = withoutLeaders(page, findLeaders(inkShapes(page), dpi));
    expect(inkShapes(cleared)).toHaveLength(2);
    expect(inkShapes(page)).toHaveLength(82);
  });

  test('two ellipses in running text, unevenly set specks and a dashed rule stay', () => {
    const page = sheet();
    dots(page, 50, 6);
    for (const [i, x] of [3, 9, 31, 34, 60, 64, 90, 110, 112, 140, 141, 170].entries())
      fill(page, 200 + x, 120 + (i % 2), 3, 3);
    for (let i = 0; i < 20; i += 1) fill(page, 200 + i * 20, 200, 14, 3);
    expect(countsOf(page)).toEqual([]);
  });

  test('a short row is one only on a page of contents', () => {
    const page = sheet();
    for (const y of [30, 80, 130]) dots(page, y, 20);
    dots(page, 180, 5);
    expect(countsOf(page)).toEqual([20, 20, 20, 5]);
  });

  test('the leader stands in the text between the title and its page', () => {
    const page = sheet();
    dots(page, 50, 40);
    const word = (text: string, x0: number, x1: number) => ({
      text,
      confidence: 80,
      bbox: { x0, y0: 30, x1, y1: 60 },
    });
    const lines = [
      {
        bbox: { x0: 10, y0: 30, x1: 700, y1: 60 },
        words: [word('总则', 10, 90), word('6', 690, 700)],
      },
      { bbox: { x0: 10, y0: 130, x1: 700, y1: 160 }, words: [word('附则', 10, 90)] },
    ];
    const read = withLeaders(lines, findLeaders(inkShapes(page), dpi));
    expect(read.map((line) => line.words.map((one) => one.text))).toEqual([
      ['总则', '……', '6'],
      ['附则'],
    ]);
    expect(read[0]?.words[1]?.bbox).toEqual({ x0: 200, y0: 50, x1: 594, y1: 54 });
  });
});
