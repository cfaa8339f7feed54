import { expect, test } from 'vitest';
import { linesOfTable } from '../../../electron/workers/ocr/wordTable.ts';

const table = [
  '1\t1\t0\t0\t0\t0\t0\t0\t1653\t2339\t-1\t',
  '2\t1\t1\t0\t0\t0\t200\t190\t900\t120\t-1\t',
  '3\t1\t1\t1\t0\t0\t200\t190\t900\t120\t-1\t',
  '4\t1\t1\t1\t1\t0\t200\t190\t900\t40\t-1\t',
  '5\t1\t1\t1\t1\t1\t200\t192\t50\t36\t96.942665\t合同',
  '5\t1\t1\t1\t1\t2\t260\t194\t90\t34\t71.5\t2024',
  '4\t1\t1\t1\t2\t0\t200\t250\t80\t44\t-1\t',
  '5\t1\t1\t1\t2\t1\t200\t250\t80\t44\t0.000000\t甲方',
  '',
].join('\n');

test('lines and words come out of the engine’s table with their places', () => {
  expect(linesOfTable(table)).toEqual([
    {
      bbox: { x0: 200, y0: 190, x1: 1100, y1: 230 },
      words: [
        { text: '合同', confidence: 96.942665, bbox: { x0: 200, y0: 192, x1: 250, y1: 228 } },
        { text: '2024', confidence: 71.5, bbox: { x0: 260, y0: 194, x1: 350, y1: 228 } },
      ],
    },
    {
      bbox: { x0: 200, y0: 250, x1: 280, y1: 294 },
      words: [{ text: '甲方', confidence: 0, bbox: { x0: 200, y0: 250, x1: 280, y1: 294 } }],
    },
  ]);
});

test('a page on which nothing stands gives no lines, and a row cut off is not taken for a word', () => {
  expect(linesOfTable('1\t1\t0\t0\t0\t0\t0\t0\t400\t560\t-1\t\n')).toEqual([]);
  expect(() => linesOfTable('4\t1\t1\t1\t1\t0\t200\t190')).toThrow('without a place');
});
