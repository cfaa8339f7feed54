import type { TextPoint } from './anchor.ts';
import { fold, toOriginal, toOriginalEnd, type Folded } from './fold.ts';

/** A stretch of text over one or more parts; `end` is exclusive. */
export interface QuoteSpan {
  readonly start: TextPoint;
  readonly end: TextPoint;
}

interface SearchablePart {
  readonly text: string;
  readonly label?: string | null;
}

/** The parts as one folded text, so that a quote is found across line, page and block ends. */
export interface FoldedParts {
  readonly folded: Folded;
  /** Where each part's text begins in the joined text, before folding. */
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
}

/** Joins and folds parts once for many searches; with labels, automatic numbers stand before the text they number. */
export function foldParts(parts: readonly SearchablePart[], withLabels = false): FoldedParts {
  const starts: number[] = [];
  const pieces: string[] = [];
  let at = 0;
  for (const part of parts) {
    const label = withLabels && part.label != null ? `${part.label} ` : '';
    starts.push(at + label.length);
    const piece = `${label}${part.text}\n`;
    pieces.push(piece);
    at += piece.length;
  }
  return { folded: fold(pieces.join('')), starts, lengths: parts.map((part) => part.text.length) };
}

/**
 * Every place where the quote stands, in order, compared in folded form. A quote copied together with its automatic
 * number (第一条 …) is found where the plain one is not; the number is then left out of the span.
 */
export function locateQuote(parts: readonly SearchablePart[], quote: string): QuoteSpan[] {
  const plain = locateInFolded(foldParts(parts), quote);
  if (plain.length > 0 || !parts.some((part) => part.label != null)) return plain;
  return locateInFolded(foldParts(parts, true), quote);
}

/** `locateQuote` on parts that were folded before. */
export function locateInFolded(
  { folded, starts, lengths }: FoldedParts,
  quote: string,
): QuoteSpan[] {
  const needle = fold(quote).text;
  if (needle === '') return [];
  const spans: QuoteSpan[] = [];
  let at = folded.text.indexOf(needle);
  while (at >= 0) {
    const start = pointAt(starts, lengths, toOriginal(folded, at), 'start');
    const end = pointAt(starts, lengths, toOriginalEnd(folded, at + needle.length), 'end');
    // A match inside a label alone covers no text.
    if (start.part < end.part || (start.part === end.part && start.offset < end.offset))
      spans.push({ start, end });
    at = folded.text.indexOf(needle, at + needle.length);
  }
  return spans;
}

/** The part and offset of a place in the joined text; a place inside a label counts as the beginning of its text. */
function pointAt(
  starts: readonly number[],
  lengths: readonly number[],
  place: number,
  side: 'start' | 'end',
): TextPoint {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  const inPart = place - (starts[low] ?? 0);
  const length = lengths[low] ?? 0;
  // Past the text of the part lies the label of the next one.
  if (side === 'start' && inPart > length && low + 1 < starts.length)
    return { part: low + 1, offset: 0 };
  return { part: low, offset: Math.min(Math.max(0, inPart), length) };
}
