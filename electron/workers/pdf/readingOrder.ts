import { groupsOfPage, type Group } from './bandOrder.ts';
import { pageRowsOf } from './columnBands.ts';
import { type Fragment, type FragmentLog, isUpright, joinWords } from './fragments.ts';
import { shuffledLines } from './shuffledLines.ts';

/** More pieces than this are a drawing, or were made to keep the reader busy. */
const mostFragments = 6_000;
/** Rows with a gutter, and times that the file goes up again, below which a page has nothing worth a look. */
const fewestGaps = 2;
const fewestReturns = 6;
/** Share of the pieces that stand one below the other, from which the page is taken for vertical text. */
const stackedShare = 0.4;
/** Share of the rows at which text drawn line by line across the columns changes the column. */
const switchesShare = 0.5;

/**
 * A page's pieces of text in the order in which they are read; null where that is the order in which the file draws
 * them. It differs only where the file draws line by line across columns of text, or across the cells of a table row
 * with cells of several lines, and gutters and gaps show so beyond doubt: columns are then read one after the other and
 * cells from left to right; and where a file draws its lines in no order at all: they are then read from top to bottom.
 * Everything else stays where it was. `text` is the text as it is drawn.
 */
export function readingOrder(text: string, log: FragmentLog): readonly Fragment[] | null {
  const hasReturns = log.returns >= fewestReturns;
  if (!log.isBackwards && !hasReturns && log.inline < fewestGaps) return null;
  const count = log.list().length;
  if (count > mostFragments || log.stacked > stackedShare * count) return null;
  const drawn = joinWords(log.list(), text);
  const shuffled = shuffledLines(drawn, text, log.returns);
  const pieces = shuffled?.pieces ?? drawn;
  const order = [...pieces];
  const rows = pageRowsOf(pieces.filter(isUpright), shuffled?.text ?? text);
  const placed = groupsOfPage(rows).filter((group) => place(group, order));
  if (shuffled !== null) return order.flatMap((one) => shuffled.partsOf.get(one) ?? [one]);
  return placed.length > 0 ? order : null;
}

/**
 * Puts cells one after the other that are drawn by turns; false when they stay as they are. The order holds the pieces at
 * their numbers to begin with.
 */
function place({ cells, areColumns }: Group, order: Fragment[]): boolean {
  const filled = cells.filter((cell) => cell.length > 0);
  if (filled.length < 2 || filled.every((cell) => cell.length < 2)) return false;
  const read = filled.flat();
  const cellOf = new Map(filled.flatMap((cell, i) => cell.map((one) => [one, i] as const)));
  const drawn = read.toSorted((a, b) => a.index - b.index);
  const turns = drawn.map((one) => cellOf.get(one) ?? 0);
  const switches = turns.filter((cell, i) => i > 0 && cell !== turns[i - 1]).length;
  const isBackwards =
    areColumns && switches === filled.length - 1 && (turns[0] ?? 0) > (turns.at(-1) ?? 0);
  const deepest = Math.max(...filled.map((cell) => cell.length));
  const isByTurns =
    switches >= filled.length && (!areColumns || switches >= deepest * switchesShare);
  if (!isByTurns && !isBackwards) return false;
  drawn.forEach((one, i) => {
    const next = read[i];
    if (next !== undefined) order[one.index] = next;
  });
  return true;
}
