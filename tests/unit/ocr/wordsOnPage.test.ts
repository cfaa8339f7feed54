import { expect, test } from 'vitest';
import { inCharacters, wordsOnPage } from '../../../electron/workers/ocr/wordsOnPage.ts';

const word = (text: string, x0: number, y0: number, x1: number, y1: number) => ({
  text,
  confidence: 90,
  bbox: { x0, y0, x1, y1 },
});
/** Half a point a pixel on a page 800 points high. */
const upright = (x: number, y: number) => [x / 2, 800 - y / 2] as const;

test('words of a level line share its height, so that a thin one is marked like its neighbours', () => {
  const bbox = { x0: 100, y0: 200, x1: 160, y1: 240 };
  const words = [word('第', 100, 202, 130, 238), word('一', 130, 218, 160, 222)];
  expect(wordsOnPage([{ bbox, words }], upright)).toEqual([
    [
      { text: '第', confidence: 90, box: [50, 680, 15, 20] },
      { text: '一', confidence: 90, box: [65, 680, 15, 20] },
    ],
  ]);
});

test('words of a slanting line keep their own height', () => {
  const bbox = { x0: 0, y0: 100, x1: 1600, y1: 180 };
  const words = [word('甲方', 0, 100, 80, 140), word('乙方', 1520, 140, 1600, 180)];
  const [line] = wordsOnPage([{ bbox, words }], upright);
  expect(line?.map((one) => one.box)).toEqual([
    [0, 730, 40, 20],
    [760, 710, 40, 20],
  ]);
});

test('on a page that is shown turned by 90°, boxes are turned back into its own space', () => {
  const turned = (x: number, y: number) => [y / 2, x / 2] as const;
  const bbox = { x0: 100, y0: 200, x1: 180, y1: 240 };
  const [line] = wordsOnPage([{ bbox, words: [word('甲方', 100, 200, 180, 240)] }], turned);
  expect(line?.[0]?.box).toEqual([100, 50, 20, 40]);
});

test('what holds no text falls away', () => {
  const bbox = { x0: 0, y0: 0, x1: 10, y1: 10 };
  expect(wordsOnPage([{ bbox, words: [word('  ', 0, 0, 10, 10)] }], upright)).toEqual([]);
});

test('Chinese words of a turned page are taken apart, figures and other words stay whole', () => {
  const word = (text: string, x0: number, x1: number) => ({
    text,
    confidence: 90,
    bbox: { x0, y0: 0, x1, y1: 20 },
  });
  const line = {
    bbox: { x0: 0, y0: 0, x1: 90, y1: 20 },
    words: [word('数据', 0, 40), word('2026', 50, 90)],
  };
  expect(inCharacters([line])[0]?.words.map(({ text, bbox }) => [text, bbox.x0, bbox.x1])).toEqual([
    ['数', 0, 20],
    ['据', 20, 40],
    ['2026', 50, 90],
  ]);
});
