import { type ColumnBand, columnBands, median } from './columnBands.ts';
import type { Fragment, FragmentLog } from './fragments.ts';

/** More pieces than this are a drawing, or were made to keep the reader busy. */
const mostFragments = 6_000;
/** Rows with a gutter below which a page has no columns worth a look. */
const fewestGaps = 2;

/** By how much the white between rows of a table is wider than between the lines of a cell: line heights, points. */
const rowGapEms = 0.25;
const rowGapPoints = 2;
/** A row of a table is not higher; what is, must pass for columns of running text. */
const mostLinesInRow = 7;
/** Rows of several cells, parted from each other, that make a table; with the cells of a column in line, but for a few. */
const fewestRows = 3;
const alignedShare = 0.8;
const alignedEms = 0.5;
/** How far a line of Chinese that wraps may end before the edge of its cell, and how wide such a cell is, in line heights. */
const wrapEms = 1.7;
const narrowestWrapEms = 4;

/** What columns of running text are: so many lines, so wide, so full, of words. */
const fewestLines = 5;
const narrowestColumnEms = 9;
const narrowestColumnShare = 0.18;
const mostColumns = 3;
const fullLine = 0.8;
const fullLinesShare = 0.6;
const lettersShare = 0.6;
/** Pieces for each line: numbers set off and words spaced widely leave most lines whole. */
const mostPiecesOfLine = 1.2;
/** Share of a line's height by which the middles of pieces on one line may differ. */
const sameLine = 0.5;
/** Share of the rows at which text drawn line by line across the columns changes the column. */
const switchesShare = 0.5;

const han = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/;

/**
 * A page's pieces of text in the order in which they are read; null where that is the order in which the file draws
 * them. It differs only where the file draws line by line across columns of text, or across the cells of a table row
 * with cells of several lines, and gutters and gaps show so beyond doubt: columns are then read one after the other and
 * cells from left to right. Everything else stays where it was. `text` is the text as it is drawn.
 */
export function readingOrder(text: string, log: FragmentLog): readonly Fragment[] | null {
  const fragments = log.list();
  if (!log.isBackwards && log.inline < fewestGaps) return null;
  if (fragments.length > mostFragments) return null;
  const order = [...fragments];
  let isChanged = false;
  const upright = fragments.filter((one) => !one.isTurned && one.size > 0 && one.right > one.left);
  for (const band of columnBands(upright, text)) {
    const groups = groupsOf(band);
    const isTable = isTableOf(groups, band);
    for (const group of groups) {
      const read = orderOf(group, band, isTable);
      if (read === null) continue;
      const slots = group.fragments.map((one) => one.index).sort((a, b) => a - b);
      slots.forEach((slot, i) => {
        const one = read[i];
        if (one !== undefined) order[slot] = one;
      });
      isChanged = true;
    }
  }
  return isChanged ? order : null;
}

/** Part of a band that is read column by column: a row of a table, or columns of text. */
interface Group {
  readonly fragments: readonly Fragment[];
  /** Parted from its neighbours by white across all columns, so that it is a row by that. */
  readonly isParted: boolean;
}

/** Cells (columns within the group) from left to right, each from top to bottom. */
type Cells = readonly (readonly Fragment[])[];

function cellsOf(fragments: readonly Fragment[], band: ColumnBand): Cells {
  const cells: Fragment[][] = Array.from({ length: band.columns }, () => []);
  for (const one of fragments) cells[band.columnOf.get(one.index) ?? 0]?.push(one);
  return cells;
}

function groupsOf(band: ColumnBand): Group[] {
  const columns = cellsOf(band.fragments, band);
  const least = lineGap(columns) + Math.max(rowGapEms * band.em, rowGapPoints);
  const parting = whiteAcross(band.fragments).filter((gap) => gap.height >= least);
  const isOneText = (): boolean =>
    isText(columns, band.text) && columns.some((column) => hasOwnGap(column, parting, least));
  if (parting.length === 0 || isOneText()) return [{ fragments: band.fragments, isParted: false }];
  const parts: Fragment[][] = Array.from({ length: parting.length + 1 }, () => []);
  for (const one of band.fragments)
    parts[parting.filter((gap) => gap.middle > one.middle).length]?.push(one);
  return parts.map((fragments) => ({ fragments, isParted: true }));
}

/** The white between lines that follow each other in one cell: the least that any column has. */
const lineGap = (columns: Cells): number =>
  Math.min(...columns.flatMap((column) => whiteAcross(column).map((gap) => gap.height)));

interface White {
  readonly middle: number;
  readonly height: number;
}

/** White strips across all the fragments, from top to bottom. */
function whiteAcross(fragments: readonly Fragment[]): White[] {
  const gaps: White[] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { middle, size } of fragments.toSorted(
    (a, b) => b.middle + b.size * coreShare - a.middle - a.size * coreShare,
  )) {
    const top = middle + size * coreShare;
    if (bottom > top) gaps.push({ middle: (bottom + top) / 2, height: bottom - top });
    const low = middle - size * coreShare;
    bottom = Number.isFinite(bottom) ? Math.min(bottom, low) : low;
  }
  return gaps;
}

/** Share of a line's height above and below its middle that is certainly its own; boxes of neighbours overlap. */
const coreShare = 0.3;

/** Whether a column has a gap wider than between lines where its neighbours have none: paragraphs do, rows do not. */
function hasOwnGap(column: readonly Fragment[], parting: readonly White[], least: number): boolean {
  return whiteAcross(column).some(
    ({ middle, height }) =>
      height >= least && !parting.some((one) => Math.abs(one.middle - middle) < height / 2),
  );
}

/** The group's fragments as they are read; null where they are drawn so, or where nothing tells beyond doubt. */
function orderOf(
  { fragments, isParted }: Group,
  band: ColumnBand,
  isTable: boolean,
): readonly Fragment[] | null {
  const cells = cellsOf(fragments, band).filter((cell) => cell.length > 0);
  const deepest = Math.max(...cells.map((cell) => cell.length));
  if (cells.length < 2 || deepest < 2) return null;
  const drawn = fragments
    .toSorted((a, b) => a.index - b.index)
    .map((one) => band.columnOf.get(one.index) ?? 0);
  const switches = drawn.filter((column, i) => i > 0 && column !== drawn[i - 1]).length;
  const isRow = isParted && deepest <= mostLinesInRow;
  if (isRow) {
    const isInterleaved = switches >= cells.length;
    return isTable && isInterleaved && isWrapped(cells, band) ? cells.flat() : null;
  }
  const isBackwards = switches === cells.length - 1 && (drawn[0] ?? 0) > (drawn.at(-1) ?? 0);
  const isInterleaved = switches >= deepest * switchesShare && switches >= cells.length;
  const isOutOfOrder = isInterleaved || isBackwards;
  return isOutOfOrder && isText(cellsOf(fragments, band), band.text) ? cells.flat() : null;
}

const isBeside = (one: Fragment, next: Fragment): boolean =>
  one.middle - next.middle <= Math.min(one.size, next.size) * sameLine;

/** No two fragments beside each other in a cell. */
const isOnePerLine = (cell: readonly Fragment[]): boolean => linesOf(cell).length === cell.length;

/** Whether a band is a table by its white alone: rows of cells, and columns whose cells begin or are centred in line. */
function isTableOf(groups: readonly Group[], band: ColumnBand): boolean {
  const rows = groups
    .filter((group) => group.isParted)
    .map((group) => cellsOf(group.fragments, band))
    .filter((cells) => cells.filter((cell) => cell.length > 0).length > 1);
  if (rows.length < fewestRows) return false;
  return Array.from({ length: band.columns }, (_, column) =>
    rows.flatMap((cells) => cells[column]?.slice(0, 1) ?? []),
  ).every((heads) => {
    const isInLine = (places: readonly number[]): boolean => {
      const usual = median(places);
      const near = places.filter((one) => Math.abs(one - usual) <= alignedEms * band.em);
      return near.length >= alignedShare * places.length;
    };
    return (
      isInLine(heads.map((one) => one.left)) ||
      isInLine(heads.map((one) => (one.left + one.right) / 2))
    );
  });
}

/** Whether the cells of several lines are text that wraps at the edge of its column, not lists of short lines. */
function isWrapped(cells: Cells, band: ColumnBand): boolean {
  return cells.every((cell) => {
    if (!isOnePerLine(cell)) return false;
    if (cell.length < 2) return true;
    const { left, right } = edgesOf(cell, band);
    if (right - left < narrowestWrapEms * band.em) return false;
    return cell.every((line, i) => {
      const next = cell[i + 1];
      return next === undefined || wrapsTo(line, next, right - left, band.text);
    });
  });
}

/** Whether a line goes on in the next because there was no more room: Chinese up to the edge, else for a word in lower case. */
function wrapsTo(line: Fragment, next: Fragment, room: number, text: string): boolean {
  const left = room - (line.right - line.left);
  if (han.test(text.charAt(line.to - 1))) return left <= wrapEms * line.size;
  const word = /^(\p{Ll}\S*|\d\S*)/u.exec(text.slice(next.from, next.to))?.[1];
  if (word === undefined) return false;
  const perUnit = (next.right - next.left) / Math.max(1, next.to - next.from);
  return left <= perUnit * (word.length + 2);
}

function edgesOf(cell: readonly Fragment[], band: ColumnBand) {
  const column = band.columnOf.get(cell[0]?.index ?? 0);
  const own = band.fragments.filter((one) => band.columnOf.get(one.index) === column);
  return {
    left: Math.min(...own.map((one) => one.left)),
    right: Math.max(...own.map((one) => one.right)),
  };
}

const widthOf = (some: readonly Fragment[]): number =>
  Math.max(...some.map((one) => one.right)) - Math.min(...some.map((one) => one.left));

/** Whether all columns are running text: wide, long, filled lines of words, hardly any with a gap in it. */
function isText(columns: Cells, text: string): boolean {
  if (columns.length > mostColumns) return false;
  const whole = widthOf(columns.flat());
  return columns.every((column) => {
    const lines = linesOf(column);
    if (lines.length < fewestLines || column.length > lines.length * mostPiecesOfLine) return false;
    const width = widthOf(column);
    const full = lines.filter((line) => widthOf(line) >= fullLine * width).length;
    return (
      width >= narrowestColumnEms * median(column.map((one) => one.size)) &&
      width >= narrowestColumnShare * whole &&
      full >= fullLinesShare * lines.length &&
      areWords(column, text)
    );
  });
}

/** A column's fragments by the line that they stand on. */
function linesOf(column: readonly Fragment[]): Fragment[][] {
  const lines: Fragment[][] = [];
  column.forEach((one, i) => {
    const before = column[i - 1];
    if (before !== undefined && isBeside(before, one)) lines.at(-1)?.push(one);
    else lines.push([one]);
  });
  return lines;
}

function areWords(column: readonly Fragment[], text: string): boolean {
  const own = column.map((one) => text.slice(one.from, one.to).replace(/\s+/g, '')).join('');
  return (own.match(/\p{L}/gu)?.length ?? 0) >= lettersShare * own.length;
}
