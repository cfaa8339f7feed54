import { expect, test } from 'vitest';
import { furnitureOf } from '#shared/domain/text/pageFurniture.ts';
import type { PageText, TextRun } from '#shared/domain/text/text.ts';

/** A page with one long line and a letter so many times beside it, on no two pages at the same heights. */
function pageBesetBy(count: number, page: number, pages: number): PageText {
  const runs: TextRun[] = [];
  let text = '';
  const put = (line: string, x: number, y: number, width: number): void => {
    runs.push([text.length, text.length + line.length, x, y, width, 1]);
    text += `${line}\n`;
  };
  put('甲方应当在收到发票之日起三十日内付款', 100, 700, 450);
  for (let i = 0; i < count; i += 1)
    put('a', 10, 130 + ((i * pages + page) * 560) / (pages * count), 5);
  return { number: page + 1, label: null, text, flags: [], width: 595, height: 842, runs };
}

/** Milliseconds for pages of which each has `count` such letters. */
function msFor(pages: number, count: number): number {
  const all = Array.from({ length: pages }, (_, page) => pageBesetBy(count, page, pages));
  const start = performance.now();
  furnitureOf(all);
  return performance.now() - start;
}

test('print beside the text takes time by its amount, and not by its square', () => {
  msFor(20, 100);
  const few = Math.max(10, msFor(50, 200));
  // Eight times as many; all pairs of them would take sixty-four times as long.
  expect(msFor(200, 400)).toBeLessThan(few * 24);
});
