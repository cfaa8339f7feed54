import type { Anchor, PageRect, TextPoint } from './anchor.ts';
import { fold } from './fold.ts';
import { rectsFor } from './geometry.ts';
import { type FoldedParts, foldParts, locateInFolded, type QuoteSpan } from './locateQuote.ts';
import { type PartText, partsOf } from './partText.ts';
import { placeOf } from './place.ts';
import { quoteBetween } from './quote.ts';
import { type Extraction, isPaged } from './text.ts';

/** A text in which quotes are looked for: made once for many of them. */
export interface SearchedText {
  readonly extraction: Extraction;
  readonly parts: readonly PartText[];
  readonly folded: FoldedParts;
}

/**
 * Where a quote stands in a text that may have been read by another reader than the one it was quoted from: at its own
 * place, at another one that is certainly the same passage, or nowhere that could be proved.
 */
export type QuoteStanding =
  { readonly state: 'here' | 'lost' } | { readonly state: 'moved'; readonly anchor: Anchor };

/** Units of folded context that must agree on one side. */
const contextUnits = 6;
/** A quote of this many folded units that stands once is taken for the passage, where its place in the file agrees. */
const tellingUnits = 12;

export function searchedText(extraction: Extraction): SearchedText {
  const parts = partsOf(extraction);
  return { extraction, parts, folded: foldParts(parts) };
}

/**
 * Finds the passage that was quoted by its words and by what tells it from its like: the print it lies on (a page never
 * moves within the same bytes), the words around it, its place in the file. Where several fit alike it is lost, never guessed.
 */
export function quoteStanding(anchor: Anchor, text: SearchedText): QuoteStanding {
  if (standsAsQuoted(anchor, text.parts)) return { state: 'here' };
  const found = passageOf(anchor, text);
  if (found === null) return { state: 'lost' };
  if (isSamePlace(found, anchor)) return { state: 'here' };
  return { state: 'moved', anchor: anchorOn(anchor, found, text) };
}

/** Same words, same words around them, same place. */
function standsAsQuoted(anchor: Anchor, parts: readonly PartText[]): boolean {
  const now = quoteBetween(parts, anchor.start, anchor.end);
  return (
    now !== null &&
    now.quote === anchor.quote &&
    now.prefix === anchor.prefix &&
    now.suffix === anchor.suffix
  );
}

interface Candidate {
  readonly span: QuoteSpan;
  readonly context: number;
  readonly hasContext: boolean;
  readonly isOnSamePrint: boolean;
  readonly isAtSamePath: boolean;
}

function passageOf(anchor: Anchor, text: SearchedText): QuoteSpan | null {
  const spans = locateInFolded(text.folded, anchor.quote);
  const candidates = spans
    .filter(({ start }) => !isPaged(text.extraction) || start.part === anchor.start.part)
    .map((span) => candidateOf(span, anchor, text));
  const onPrint = candidates.filter((one) => one.isOnSamePrint);
  if (onPrint.length === 1) return onPrint[0]?.span ?? null;
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) {
    const isTelling = fold(anchor.quote).text.length >= tellingUnits;
    const isInPlace = only.isAtSamePath || isPaged(text.extraction);
    return only.hasContext || (isTelling && isInPlace) ? only.span : null;
  }
  return bestOf(onPrint.length > 0 ? onPrint : candidates, anchor);
}

/**
 * The one whose surroundings clearly agree most, unless another one stands at the place that was quoted; of those that agree
 * nearly alike the one at that place, or none.
 */
function bestOf(candidates: readonly Candidate[], anchor: Anchor): QuoteSpan | null {
  const known = candidates.filter((one) => one.hasContext);
  const most = known.reduce((max, one) => Math.max(max, one.context), 0);
  const best = known.filter((one) => one.context > most - contextUnits);
  const atPath = known.filter((one) => one.isAtSamePath);
  const [only] = best;
  if (only !== undefined && best.length === 1)
    return atPath.length === 0 || only.isAtSamePath ? only.span : null;
  const atBoth = best.filter((one) => one.isAtSamePath);
  if (atBoth.length === 1) return atBoth[0]?.span ?? null;
  const equals = best.filter((one) => one.context === most);
  return equals.find((one) => isSamePlace(one.span, anchor))?.span ?? null;
}

function candidateOf(span: QuoteSpan, anchor: Anchor, text: SearchedText): Candidate {
  const now = quoteBetween(text.parts, span.start, span.end);
  const before = fold(anchor.prefix).text;
  const after = fold(anchor.suffix).text;
  const left = commonEnd(before, fold(now?.prefix ?? '').text);
  const right = commonBeginning(after, fold(now?.suffix ?? '').text);
  const agrees = (common: number, whole: string): boolean =>
    whole !== '' && common >= Math.min(contextUnits, whole.length);
  const path = text.parts[span.start.part]?.blockPath ?? null;
  return {
    span,
    context: left + right,
    hasContext: agrees(left, before) || agrees(right, after),
    isOnSamePrint: isOnSamePrint(span, anchor, text.extraction),
    isAtSamePath: path !== null && path === anchor.place.blockPath,
  };
}

function isOnSamePrint(span: QuoteSpan, anchor: Anchor, extraction: Extraction): boolean {
  const [before] = anchor.rects;
  if (before === undefined || !isPaged(extraction)) return false;
  const [now] = rectsFor(extraction.pages, span.start, span.end);
  return now !== undefined && startsAlike(before, now);
}

/** The first lines of two passages begin at the same spot of the same page. */
function startsAlike(a: PageRect, b: PageRect): boolean {
  const height = Math.max(a.height, b.height);
  const overlap = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return a.page === b.page && Math.abs(a.x - b.x) < height && overlap > height / 2;
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length))
    length += 1;
  return length;
}

const isSamePoint = (a: TextPoint, b: TextPoint): boolean =>
  a.part === b.part && a.offset === b.offset;

const isSamePlace = (span: QuoteSpan, anchor: Anchor): boolean =>
  isSamePoint(span.start, anchor.start) && isSamePoint(span.end, anchor.end);

/** The quote with its words as they were quoted, at the place where they stand now. */
function anchorOn(anchor: Anchor, span: QuoteSpan, { extraction, parts }: SearchedText): Anchor {
  const { start, end } = span;
  return {
    ...anchor,
    start,
    end,
    rects: isPaged(extraction) ? rectsFor(extraction.pages, start, end) : [],
    place: placeOf(parts, start),
  };
}
