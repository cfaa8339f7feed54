import { median, type Row, rowsOf } from './columnBands.ts';
import { areWords } from './columnLines.ts';
import {
  type Fragment,
  isBesideHan,
  isUpright,
  joined,
  widestHanSpace,
  widestSpace,
} from './fragments.ts';

/** Times, and shares of the lines, that a file goes up again without going to the right: its order means nothing then. */
const fewestReturns = 6;
const returnsShare = 0.2;
const manyReturnsShare = 0.25;
/** Lines of words: how long in line heights, how many, and their share of the page's characters. */
const lineEms = 8;
const labelEms = 4;
const fewestPrinted = 5;
const printedShare = 0.6;
/** Places at which lines and cells begin, and the share of them that does. */
const mostPlaces = 8;
const inLineShare = 0.7;

/** A page's pieces put together to pieces of lines, from top to bottom and left to right. */
export interface SortedLines {
  /** Numbered in this order. */
  readonly pieces: readonly Fragment[];
  readonly partsOf: ReadonlyMap<Fragment, readonly Fragment[]>;
  /** The text to which the offsets of the pieces belong. */
  readonly text: string;
}

/**
 * The lines of a page that is drawn in no order; null for all others. `returns` is how often the file goes up again
 * without going to the right.
 */
export function shuffledLines(
  drawn: readonly Fragment[],
  text: string,
  returns: number,
): SortedLines | null {
  if (returns < fewestReturns) return null;
  const lines = asLines(drawn, text);
  return areShuffled(drawn, lines.pieces, { drawn: text, sorted: lines.text }) ? lines : null;
}

/**
 * The pieces of a page that is drawn in no order, put together to pieces of lines, from top to bottom and left to right,
 * with their text in that order; pieces that do not stand upright come first.
 */
function asLines(drawn: readonly Fragment[], text: string): SortedLines {
  const pieces: Fragment[] = [];
  const partsOf = new Map<Fragment, readonly Fragment[]>();
  const add = (piece: Fragment, parts: readonly Fragment[]): void => {
    pieces.push(piece);
    partsOf.set(piece, parts);
  };
  for (const one of drawn) if (!isUpright(one)) add({ ...one, index: pieces.length }, [one]);
  let sorted = text;
  for (const row of rowsOf(drawn.filter(isUpright))) {
    for (const parts of piecesOf(row, text)) {
      const from = sorted.length;
      sorted += parts.map((one) => text.slice(one.from, one.to)).join('');
      add({ ...joined(parts), index: pieces.length, from, to: sorted.length }, parts);
    }
  }
  return { pieces, text: sorted, partsOf };
}

/**
 * Whether a page is printed in lines of words and these are drawn in no order: the file goes up again without going to
 * the right time and again. Drawings and charts have no order of lines.
 */
function areShuffled(
  drawn: readonly Fragment[],
  lines: readonly Fragment[],
  texts: Texts,
): boolean {
  const isMost = (ems: number): boolean => {
    const long = lines.filter((one) => isLong(one, ems, texts.sorted));
    return long.length >= fewestPrinted && lengthOf(long) >= lengthOf(lines) * printedShare;
  };
  if (!isMost(labelEms) || !areInLine(lines.filter((one) => isLong(one, labelEms, texts.sorted))))
    return false;
  const own = drawn.filter((one) => isLong(one, labelEms, texts.drawn));
  const returns = own.filter((one, i) => {
    const before = own[i - 1];
    return before !== undefined && one.middle > before.middle + one.size && one.left < before.right;
  }).length;
  return (
    returns >= fewestReturns &&
    returns >= own.length * (isMost(lineEms) ? returnsShare : manyReturnsShare)
  );
}

/** Whether most pieces begin at a few places, as lines and cells do. */
function areInLine(pieces: readonly Fragment[]): boolean {
  const em = median(pieces.map((one) => one.size));
  const counts = new Map<number, number>();
  for (const { left } of pieces) {
    const place = Math.round(left / em);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const most = [...counts.values()].sort((a, b) => b - a).slice(0, mostPlaces);
  return most.reduce((sum, count) => sum + count, 0) >= pieces.length * inLineShare;
}

interface Texts {
  readonly drawn: string;
  readonly sorted: string;
}

const isLong = (one: Fragment, ems: number, text: string): boolean =>
  isUpright(one) && one.right - one.left >= one.size * ems && areWords([one], text);

const lengthOf = (some: readonly Fragment[]): number =>
  some.reduce((sum, one) => sum + one.to - one.from, 0);

/** What of a row stands close together. */
function piecesOf(row: Row, text: string): Fragment[][] {
  const pieces: Fragment[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const one of row) {
    const last = pieces.at(-1)?.at(-1);
    const least = last !== undefined && isBesideHan(last, one, text) ? widestHanSpace : widestSpace;
    if (last !== undefined && one.left - right < least * one.size) pieces.at(-1)?.push(one);
    else pieces.push([one]);
    right = Math.max(right, one.right);
  }
  return pieces;
}
