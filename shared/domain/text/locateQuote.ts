import type { TextPoint } from './anchor.ts';
import { fold, toOriginal, toOriginalEnd, type Folded } from './fold.ts';
import { keptStretches } from './passedOver.ts';
import type { Stretch } from './text.ts';

/** A stretch of text over one or more parts; `end` is exclusive. */
export interface QuoteSpan {
  readonly start: TextPoint;
  readonly end: TextPoint;
}

interface SearchablePart {
  readonly text: string;
  readonly label?: string | null;
  /** Headers, footers and page numbers: passed over where a sentence runs on over them. */
  readonly furniture?: readonly Stretch[] | undefined;
  /** Tracked deletions: passed over by who quotes the text as it stands after them. */
  readonly deleted?: readonly Stretch[] | undefined;
}

/** Text folded as a whole, in pieces of which each lies in one part. */
interface FoldedPieces {
  readonly folded: Folded;
  /** Where each piece begins in the joined text before folding, its part, and its stretch of the part's text. */
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly at: number;
  readonly part: number;
  readonly start: number;
  readonly end: number;
}

/** The parts as one folded text, so that a quote is found across line, page and block ends. */
export interface FoldedParts extends FoldedPieces {
  /** The same as it is read: without page headers and footers and without tracked deletions; null where there are none. */
  readonly asRead: FoldedPieces | null;
}

/** Joins and folds parts once for many searches; with labels, automatic numbers stand before the text they number. */
export function foldParts(parts: readonly SearchablePart[], withLabels = false): FoldedParts {
  const whole = foldPieces(parts, withLabels, () => []);
  const hasAsides = parts.some((part) => asidesOf(part).length > 0);
  return { ...whole, asRead: hasAsides ? foldPieces(parts, withLabels, asidesOf) : null };
}

const asidesOf = (part: SearchablePart): readonly Stretch[] => part.furniture ?? part.deleted ?? [];

function foldPieces(
  parts: readonly SearchablePart[],
  withLabels: boolean,
  leftOut: (part: SearchablePart) => readonly Stretch[],
): FoldedPieces {
  const pieces: Piece[] = [];
  const chunks: string[] = [];
  let at = 0;
  const add = (chunk: string): void => {
    chunks.push(chunk);
    at += chunk.length;
  };
  parts.forEach((part, index) => {
    if (withLabels && part.label != null) add(`${part.label} `);
    const stretches = leftOut(part);
    const kept = keptStretches(part.text.length, stretches);
    if (kept.length === 0 && stretches.length === 0) kept.push([0, 0]);
    for (const [start, end] of kept) {
      pieces.push({ at, part: index, start, end });
      add(part.text.slice(start, end));
    }
    add('\n');
  });
  return { folded: fold(chunks.join('')), pieces };
}

/**
 * Every place where the quote stands, in order, compared in folded form; also where a page's header and footer or a
 * tracked deletion stands within it. A quote copied together with its automatic number (第一条 …) is found where the plain
 * one is not; the number is then left out of the span.
 */
export function locateQuote(parts: readonly SearchablePart[], quote: string): QuoteSpan[] {
  const plain = locateInFolded(foldParts(parts), quote);
  if (plain.length > 0 || !parts.some((part) => part.label != null)) return plain;
  return locateInFolded(foldParts(parts, true), quote);
}

/** `locateQuote` on parts that were folded before. */
export function locateInFolded(parts: FoldedParts, quote: string): QuoteSpan[] {
  const needle = fold(quote).text;
  if (needle === '') return [];
  const spans = locateInPieces(parts, needle);
  if (parts.asRead === null) return spans;
  const known = new Set(spans.map(placeOf));
  for (const span of locateInPieces(parts.asRead, needle))
    if (!known.has(placeOf(span))) spans.push(span);
  return spans.sort((a, b) => a.start.part - b.start.part || a.start.offset - b.start.offset);
}

const placeOf = ({ start, end }: QuoteSpan): string =>
  `${start.part}/${start.offset}/${end.part}/${end.offset}`;

function locateInPieces({ folded, pieces }: FoldedPieces, needle: string): QuoteSpan[] {
  const spans: QuoteSpan[] = [];
  let at = folded.text.indexOf(needle);
  while (at >= 0) {
    const start = pointAt(pieces, toOriginal(folded, at), 'start');
    const end = pointAt(pieces, toOriginalEnd(folded, at + needle.length), 'end');
    // A match inside a label alone covers no text.
    if (start.part < end.part || (start.part === end.part && start.offset < end.offset))
      spans.push({ start, end });
    at = folded.text.indexOf(needle, at + needle.length);
  }
  return spans;
}

/**
 * The part and offset of a place in the joined text; a place inside a label counts as the beginning of its text. Where two
 * pieces meet, a start belongs to the later one and an end to the earlier.
 */
function pointAt(pieces: readonly Piece[], place: number, side: 'start' | 'end'): TextPoint {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const at = pieces[middle]?.at ?? 0;
    if (side === 'start' ? at <= place : at < place) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (piece === undefined) return { part: 0, offset: 0 };
  const length = piece.end - piece.start;
  const inPiece = place - piece.at;
  // Past the text of the part lies the label of the next one.
  const next = pieces[low + 1];
  if (side === 'start' && inPiece > length && next !== undefined)
    return { part: next.part, offset: next.start };
  return { part: piece.part, offset: piece.start + Math.min(Math.max(0, inPiece), length) };
}
