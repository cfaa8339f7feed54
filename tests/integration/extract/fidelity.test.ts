import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rectsFor } from '#shared/domain/text/geometry.ts';
import { foldParts, locateInFolded } from '#shared/domain/text/locateQuote.ts';
import type { PageText } from '#shared/domain/text/text.ts';
import { textOrder } from '#shared/domain/text/textOrder.ts';
import { corpusFolder, newExtractor } from '../../bench/corpus.ts';
import { hasPdftotext } from '../../bench/extraction.ts';
import { coverageOf } from '../../bench/rectangleCoverage.ts';

const folder = corpusFolder('pdf-good');
const extractor = newExtractor();
afterAll(() => extractor.close());

const dense = (text: string): string => text.replace(/\s+/g, '');

async function pagesOf(file: string): Promise<PageText[]> {
  const extraction = await extractor.extract(readFileSync(path.join(folder ?? '', file)), 'pdf');
  if (extraction.kind !== 'pdf') throw new Error('a PDF gives pages');
  return extraction.pages;
}

/** Phrases of 35 characters from inside paragraphs, spread evenly, page ends not spared. */
function phrasesOf(truth: string, count: number): string[] {
  const paragraphs = truth
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 60);
  return Array.from({ length: count }, (_, i) => {
    const line = paragraphs[Math.floor((i * paragraphs.length) / count)] ?? '';
    const start = (i * 7) % (line.length - 35);
    return line.slice(start, start + 35);
  });
}

// The corpus lies beside the checkout of those who develop; a clone without it has nothing to compare with.
const title =
  folder === null
    ? 'skipped: no ../shared/corpus beside this checkout'
    : 'Chinese PDFs of ../shared/corpus';
describe.skipIf(folder === null)(title, () => {
  let truth = '';
  beforeAll(() => {
    truth = readFileSync(path.join(folder ?? '', 'gen-zh-statutes-groundtruth.txt'), 'utf8');
  });

  test.each(['gen-zh-statutes-chromium-skia-174p.pdf', 'gen-zh-statutes-libreoffice-183p.pdf'])(
    '%s gives the true text, and every phrase of it is found and outlined',
    async (file) => {
      const pages = await pagesOf(file);
      expect(dense(pages.map((page) => page.text).join('')) === dense(truth)).toBe(true);
      expect(pages.filter((page) => page.flags.length > 0)).toEqual([]);
      // One column: nothing in it is taken for columns and put into another order.
      expect(pages.filter((page) => textOrder(page.runs) !== null)).toEqual([]);
      const folded = foldParts(pages);
      const lost = phrasesOf(truth, 1000).filter((phrase) => {
        const [span] = locateInFolded(folded, phrase);
        return span === undefined || rectsFor(pages, span.start, span.end).length === 0;
      });
      expect(lost).toEqual([]);
    },
    120_000,
  );

  test.skipIf(!hasPdftotext())(
    hasPdftotext()
      ? 'rectangles of a hit cover its characters where pdftotext places them, in 99 of 100 hits'
      : 'skipped: pdftotext (poppler-utils) is missing, nothing says where the characters are',
    async () => {
      for (const file of [
        'gen-zh-statutes-chromium-skia-174p.pdf',
        'gen-zh-statutes-libreoffice-183p.pdf',
      ]) {
        const { hits, covered, pages } = coverageOf(
          await pagesOf(file),
          path.join(folder ?? '', file),
        );
        expect(pages).toBeGreaterThan(170);
        expect(hits).toBeGreaterThan(10_000);
        expect(covered / hits).toBeGreaterThan(0.99);
      }
    },
    120_000,
  );

  test.each([
    ['gen-zh-no-tounicode-183p.pdf', 'unusable-text'],
    ['gen-zh-scanned-4p.pdf', 'no-text'],
  ])(
    'every page of %s is flagged %s',
    async (file, flag) => {
      const pages = await pagesOf(file);
      expect(pages.filter((page) => !page.flags.some((one) => one === flag))).toEqual([]);
    },
    120_000,
  );
});
