import { fold, toOriginal, toOriginalEnd } from '../../shared/domain/text/fold.ts';
import { rectsFor } from '../../shared/domain/text/geometry.ts';
import type { PageText } from '../../shared/domain/text/text.ts';
import { glyphsOf, type GlyphBox } from './glyphBoxes.ts';

/** What was compared: hits of 35 characters on pages whose text pdftotext reads alike. */
export interface Coverage {
  readonly pages: number;
  readonly hits: number;
  /** Hits of which every character is covered. */
  readonly covered: number;
}

type Rect = ReturnType<typeof rectsFor>[number];

const hitLength = 35;
const everyUnits = 11;
/** Share of a character's width that must lie in one rectangle. */
const enough = 0.9;

/** Holds the rectangles of hits all over a file against the places that pdftotext gives for their characters. */
export function coverageOf(pages: readonly PageText[], file: string): Coverage {
  const glyphs = glyphsOf(file);
  const sum = { pages: 0, hits: 0, covered: 0 };
  pages.forEach((page, part) => {
    const onPage = glyphs[part] ?? [];
    const folded = fold(page.text);
    const kept = Array.from(folded.text, (char, i) => ({ char, i })).filter(
      (one) => one.char !== ' ',
    );
    const theirs = onPage.flatMap((glyph) => Array.from(glyph.char, () => glyph));
    const text = onPage.map((glyph) => glyph.char).join('');
    if (kept.map((one) => one.char).join('') !== text) return;
    sum.pages += 1;
    for (let at = 0; at + hitLength <= kept.length; at += everyUnits) {
      const offset = toOriginal(folded, kept[at]?.i ?? 0);
      const end = toOriginalEnd(folded, (kept[at + hitLength - 1]?.i ?? 0) + 1);
      const rects = rectsFor(pages, { part, offset }, { part, offset: end });
      sum.hits += 1;
      const own = theirs.slice(at, at + hitLength).filter((glyph) => !glyph.isEstimate);
      if (own.every((glyph) => isCovered(glyph, rects))) sum.covered += 1;
    }
  });
  return sum;
}

function isCovered(glyph: GlyphBox, rects: readonly Rect[]): boolean {
  const middle = glyph.y + glyph.height / 2;
  return rects.some((rect) => {
    const isOnLine = middle >= rect.y && middle <= rect.y + rect.height;
    const left = Math.max(glyph.x, rect.x);
    const right = Math.min(glyph.x + glyph.width, rect.x + rect.width);
    return isOnLine && right - left >= glyph.width * enough;
  });
}
