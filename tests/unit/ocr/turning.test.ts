import { describe, expect, test } from 'vitest';
import { assembleRecognised } from '#shared/domain/recognition/recognisedPage.ts';
import { blankPage, type GreyPage } from '../../../electron/workers/ocr/greyPage.ts';
import { inkShapes } from '../../../electron/workers/ocr/inkShapes.ts';
import {
  looksSideways,
  sampleOf,
  turnBack,
  turnPage,
} from '../../../electron/workers/ocr/turning.ts';
import { unreadInk } from '../../../electron/workers/ocr/unreadInk.ts';
import { barPicture, makeScan } from '../../fixtures/makeScan.ts';

const turns = [0, 90, 180, 270] as const;

/** Lines of letters: squares with white between them, and more white between the lines. */
function printed(width: number, height: number): GreyPage {
  const page = blankPage(width, height);
  for (let y = 20; y + 20 < height; y += 34) {
    for (let x = 20; x + 20 < width; x += 17) {
      for (let row = y; row < y + 14; row += 1)
        page.pixels.fill(0, row * width + x, row * width + x + 14);
    }
  }
  return page;
}

describe('turning', () => {
  test('a picture is turned clockwise, and a point of it leads back to where it was', () => {
    const page = { width: 3, height: 2, pixels: Uint8Array.from([1, 2, 3, 4, 5, 6]) };
    expect(turns.map((turn) => [...turnPage(page, turn).pixels])).toEqual([
      [1, 2, 3, 4, 5, 6],
      [4, 1, 5, 2, 6, 3],
      [6, 5, 4, 3, 2, 1],
      [3, 6, 2, 5, 1, 4],
    ]);
    for (const turn of turns) {
      const { width, pixels } = turnPage(page, turn);
      pixels.forEach((value, at) => {
        // The middle of a pixel stays the middle of the same pixel.
        const [x, y] = turnBack(turn, page)((at % width) + 0.5, Math.floor(at / width) + 0.5);
        expect(page.pixels[Math.floor(y) * page.width + Math.floor(x)]).toBe(value);
      });
    }
  });

  test('print that runs up the picture is told from print that runs across, a blank page from neither', () => {
    const page = printed(400, 600);
    expect(looksSideways(page)).toBe(false);
    expect(looksSideways(turnPage(page, 90))).toBe(true);
    expect(looksSideways(blankPage(50, 50))).toBe(false);
  });

  test('a sample holds whole lines of the densest part', () => {
    const page = blankPage(300, 700);
    page.pixels.set(printed(300, 300).pixels, 300 * 400);
    const sample = sampleOf(page);
    const lines = inkShapes(sample).filter((shape) => shape.y1 - shape.y0 !== 14);
    expect(sample.height).toBeGreaterThan(60);
    expect(lines).toEqual([]);
  });
});

describe('print that no word covers', () => {
  const page = printed(400, 200);
  const shapes = inkShapes(page);
  const word = { text: '字', confidence: 90, bbox: { x0: 0, y0: 0, x1: 400, y1: 100 } };

  test('is measured by its ink', () => {
    const all = { ...word, bbox: { x0: 0, y0: 0, x1: 400, y1: 200 } };
    expect(unreadInk(shapes, [{ bbox: all.bbox, words: [all] }], 200)).toBe(0);
    expect(unreadInk(shapes, [{ bbox: word.bbox, words: [word] }], 200)).toBeCloseTo(0.4, 1);
    expect(unreadInk(shapes, [], 200)).toBe(1);
    expect(unreadInk([], [], 200)).toBe(0);
  });

  test('lowers the confidence of a page, specks and stamps do not', () => {
    const line = [
      { text: '数据', confidence: 90, box: [0, 0, 24, 12] as [number, number, number, number] },
    ];
    expect([0, 0.05, 0.45, 1].map((part) => assembleRecognised([line], part).confidence)).toEqual([
      90, 90, 54, 4.5,
    ]);
  });
});

test('the fixture of a scan lies as its picture does', () => {
  const bar = { left: 1, top: 1, width: 2, height: 2 };
  const wide = Buffer.from(makeScan([{ picture: barPicture({ width: 8, height: 6 }, bar) }]));
  expect(wide.toString('latin1')).toContain('[0 0 842 595]');
});
