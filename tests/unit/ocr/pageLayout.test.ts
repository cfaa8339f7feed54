import { expect, test } from 'vitest';
import { blankPage, type GreyPage } from '../../../electron/workers/ocr/greyPage.ts';
import { hasColumns, hasRules } from '../../../electron/workers/ocr/pageLayout.ts';

const width = 1000;
const height = 1400;

function fill(page: GreyPage, x0: number, y0: number, wide: number, high: number): void {
  for (let y = Math.floor(y0); y < y0 + high; y += 1)
    page.pixels.fill(0, y * width + Math.floor(x0), y * width + Math.floor(x0 + wide));
}

/** Lines of square letters, each with a stroke missing, between two margins. */
function print(page: GreyPage, left: number, right: number, top: number, lines: number): void {
  for (let line = 0; line < lines; line += 1) {
    for (let x = left; x + 20 <= right; x += 22) {
      fill(page, x, top + line * 34, 20, 4);
      fill(page, x + 8, top + line * 34, 4, 20);
    }
  }
}

test('two columns are seen on a page that is filled in part, under a title and above a page number', () => {
  const page = blankPage(width, height);
  print(page, 300, 700, 80, 1);
  print(page, 100, 465, 180, 14);
  print(page, 535, 900, 180, 14);
  print(page, 480, 520, 720, 1);
  expect(hasColumns(page)).toBe(true);
});

test('running text, a short last paragraph and two lines side by side are no columns', () => {
  const running = blankPage(width, height);
  print(running, 100, 900, 180, 14);
  print(running, 100, 300, 660, 3);
  expect(hasColumns(running)).toBe(false);
  const signatures = blankPage(width, height);
  print(signatures, 100, 465, 180, 2);
  print(signatures, 535, 900, 180, 2);
  expect(hasColumns(signatures)).toBe(false);
});

test('the upright rules of a table are seen, also a little askew; print alone and the ring of a seal have none', () => {
  const table = blankPage(width, height);
  for (const x of [100, 400, 900])
    for (let y = 300; y < 600; y += 1) fill(table, x + (y - 300) * 0.0175, y, 3, 1);
  expect(hasRules(table)).toBe(true);
  const text = blankPage(width, height);
  print(text, 100, 900, 180, 14);
  for (let angle = 0; angle < Math.PI * 2; angle += 0.002) {
    for (let radius = 96; radius <= 102; radius += 1)
      fill(text, 700 + Math.cos(angle) * radius, 900 + Math.sin(angle) * radius, 1, 1);
  }
  expect(hasRules(text)).toBe(false);
});
