import { describe, expect, test } from 'vitest';
import {
  canvasRatio,
  fitFactor,
  layOutPages,
  pageAt,
  pageGap,
  pagesToDraw,
  placeAt,
  topOf,
} from '../../../renderer/viewer/pdf/pageLayout.ts';

const a4 = { width: 595, height: 842 };
const landscape = { width: 842, height: 595 };
const thousand = Array.from({ length: 1000 }, () => a4);

describe('pages in the scroller', () => {
  test('stand under each other at the size the factor asks for', () => {
    const layout = layOutPages([a4, landscape], 0.75); // one PDF unit is one pixel
    expect(layout).toEqual({
      boxes: [
        { index: 0, top: 16, width: 595, height: 842 },
        { index: 1, top: 16 + 842 + pageGap, width: 842, height: 595 },
      ],
      width: 842,
      height: 16 + 842 + pageGap + 595 + pageGap,
    });
  });

  test('only those in view, one on each side and those that hold the selection are drawn', () => {
    const layout = layOutPages(thousand, 0.75);
    const top = layout.boxes[500]?.top ?? 0;
    expect(pagesToDraw(layout, top, 700, [])).toEqual([499, 500, 501]);
    expect(pagesToDraw(layout, top, 700, [3, 500, 2000])).toEqual([3, 499, 500, 501]);
    expect(pagesToDraw(layout, 0, 700, [])).toEqual([0, 1]);
    expect(pagesToDraw(layOutPages([], 1), 0, 700, [])).toEqual([]);
  });

  test('every height belongs to the page whose top is the last above it', () => {
    const layout = layOutPages(thousand, 1);
    for (const box of layout.boxes) {
      expect(pageAt(layout, box.top)).toBe(box.index);
      expect(pageAt(layout, box.top + box.height)).toBe(box.index);
    }
    expect(pageAt(layout, -5)).toBe(0);
  });
});

test('a place keeps its line when the pages change their size', () => {
  const small = layOutPages(thousand, 0.75);
  const large = layOutPages(thousand, 1.5);
  const place = placeAt(small, (small.boxes[400]?.top ?? 0) + 421);
  expect(place).toEqual({ part: 400, share: 0.5 });
  expect(topOf(large, place)).toBe((large.boxes[400]?.top ?? 0) + 842);
  expect(topOf(small, { part: 5000, share: 0 })).toBe(0);
});

test('fit to width goes by the usual page, not by one wide drawing, and stays readable', () => {
  expect(fitFactor([a4, a4, landscape], 595)).toBeCloseTo(0.75);
  expect(fitFactor([a4], 5000)).toBe(1.6);
  expect(fitFactor([], 595)).toBeCloseTo(0.75);
});

test('a canvas never grows beyond its limit, whatever zoom and screen', () => {
  expect(canvasRatio({ width: 700, height: 900 }, 2, 4096 * 4096)).toBe(2);
  const large = { width: 4000, height: 6000 };
  const ratio = canvasRatio(large, 2, 4096 * 4096);
  expect(large.width * ratio * large.height * ratio).toBeLessThanOrEqual(4096 * 4096 + 1);
});
