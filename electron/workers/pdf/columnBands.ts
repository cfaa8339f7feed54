import { type Fragment, widestHanSpace, widestSpace } from './fragments.ts';

/** A stretch of the page over which the same gutters run, with its fragments by column. */
export interface ColumnBand {
  /** From top to bottom. */
  readonly fragments: readonly Fragment[];
  /** The columns from the left, each from top to bottom; none is empty. */
  readonly columns: Cells;
  /** The usual line height. */
  readonly em: number;
  /** The page's text as it is drawn, to which the fragments' offsets belong. */
  readonly text: string;
}

/** Cells or columns from left to right, each from top to bottom. */
export type Cells = readonly (readonly Fragment[])[];

interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** Fragments at one height, from left to right. */
export type Row = readonly Fragment[];

/** Share of a line's height by which the middles of fragments on one row may differ. */
const sameRow = 0.4;
/** Line heights of white that end a band. */
const farthestRow = 3;
/** By how much farther than any of its rows one stands apart from a band when it closes a gutter as well. */
const farther = 1.25;
/** Line heights from row to row up to which one above a band belongs to it. */
const nearestRow = 1.7;
/** Share of a page's characters from which it is Chinese. */
const hanShare = 0.3;
/** Characters looked at for that. */
const sampled = 1_000;

/** The rows of a page with what is needed to find columns in them. */
export interface PageRows {
  readonly rows: readonly Row[];
  readonly em: number;
  readonly text: string;
  /** Width from which white is a gutter. */
  readonly leastGutter: number;
}

export function pageRowsOf(fragments: readonly Fragment[], text: string): PageRows {
  const em = median(fragments.map((one) => one.size));
  const isHan = hanShareOf(text.slice(0, sampled)) >= hanShare;
  return {
    rows: rowsOf(fragments),
    em,
    text,
    leastGutter: em * (isHan ? widestHanSpace : widestSpace),
  };
}

/**
 * The band whose gutters a row shows, and the row behind it; null where no gutter runs on from there. The rows from
 * `from` on are free to belong to it.
 */
export function bandAt(
  page: PageRows,
  start: number,
  from: number,
): { band: ColumnBand; end: number } | null {
  const { rows, em, text } = page;
  const { end, gutters } = extend(page, start);
  if (end - start < 2) return null;
  const fragments = rows.slice(extendUp(page, start, from, gutters), end).flat();
  return { band: { fragments, columns: columnsOf(fragments, gutters), em, text }, end };
}

function hanShareOf(sample: string): number {
  let wide = 0;
  let printed = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code > 0x20) printed += 1;
    if (code >= 0x2e80) wide += 1;
  }
  return wide / Math.max(1, printed);
}

/** The fragments of some rows by column. */
function columnsOf(fragments: readonly Fragment[], gutters: readonly Gutter[]): Cells {
  const columns: Fragment[][] = Array.from({ length: gutters.length + 1 }, () => []);
  for (const one of fragments)
    columns[gutters.filter((gutter) => gutter.from < one.left).length]?.push(one);
  return columns.filter((column) => column.length > 0);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Fragments by the row that they stand on, from top to bottom; a raised mark stands on the row of its line. */
export function rowsOf(fragments: readonly Fragment[]): Row[] {
  const rows: Fragment[][] = [];
  let head: Fragment | undefined;
  for (const one of fragments.toSorted((a, b) => b.middle - a.middle)) {
    const row = rows.at(-1);
    const isOnRow =
      head !== undefined && head.middle - one.middle < Math.max(head.size, one.size) * sameRow;
    if (isOnRow && row !== undefined) row.push(one);
    else rows.push([one]);
    if (!isOnRow || head === undefined || one.size > head.size) head = one;
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

/** The gutters of the row `start`, and how far down any of them runs; also those that a row beside it opens. */
function extend({ rows, em, leastGutter }: PageRows, start: number) {
  const first = rows[start] ?? [];
  let gutters = gapsOf(first, leastGutter);
  let left = first[0]?.left ?? 0;
  let right = Math.max(...first.map((one) => one.right));
  let widest = em;
  let end = start + 1;
  while (gutters.length > 0 && end < rows.length) {
    const row = rows[end] ?? [];
    const drop = (rows[end - 1]?.[0]?.middle ?? 0) - (row[0]?.middle ?? 0);
    if (drop > em * farthestRow) break;
    const kept = gutters.some((gutter) => row.some((one) => isIn(one, gutter)))
      ? gutters.flatMap((gutter) => narrowed(gutter, row, leastGutter))
      : gutters;
    if (kept.length === 0 || (kept.length < gutters.length && drop > widest * farther)) break;
    widest = Math.max(widest, drop);
    const side = row.filter((one) => one.left < left || one.right > right);
    gutters = side.length === 0 ? kept : [...kept, ...opened(side, left, right, leastGutter)];
    for (const one of side) {
      left = Math.min(left, one.left);
      right = Math.max(right, one.right);
    }
    end += 1;
  }
  return { end, gutters };
}

const isIn = (one: Fragment, gutter: Gutter): boolean =>
  one.right > gutter.from && one.left < gutter.to;

/** Gutters between what stood from `left` to `right` so far and what stands farther out. */
function opened(side: Row, left: number, right: number, least: number): Gutter[] {
  const edges = [...side, { left, right }].sort((a, b) => a.left - b.left);
  return gapsOf(edges, least).filter((gap) => gap.to <= left || gap.from >= right);
}

/** How many gutters run through all of some rows. */
export function gutterCount(rows: readonly Row[], page: PageRows): number {
  const { end, gutters } = extend({ ...page, rows }, 0);
  return end < rows.length ? 0 : gutters.length;
}

/** How far up the gutters of a band run on over rows that stand in one of its columns. */
function extendUp({ rows, em }: PageRows, start: number, from: number, gutters: readonly Gutter[]) {
  let first = start;
  while (first > from) {
    const row = rows[first - 1] ?? [];
    const drop = (row[0]?.middle ?? 0) - (rows[first]?.[0]?.middle ?? 0);
    const crosses = row.some((one) => gutters.some((gutter) => isIn(one, gutter)));
    if (crosses || drop > em * nearestRow) break;
    first -= 1;
  }
  return first;
}

function gapsOf(row: readonly Pick<Fragment, 'left' | 'right'>[], least: number): Gutter[] {
  const gaps: Gutter[] = [];
  let from = row[0]?.right ?? 0;
  for (const one of row.slice(1)) {
    if (one.left - from >= least) gaps.push({ from, to: one.left });
    from = Math.max(from, one.right);
  }
  return gaps;
}

/** The parts of a gutter that a row leaves free, as far as they are wide enough. */
function narrowed(gutter: Gutter, row: Row, least: number): Gutter[] {
  const parts: Gutter[] = [];
  let { from } = gutter;
  const take = (to: number): void => {
    if (to - from >= least) parts.push({ from, to });
  };
  for (const one of row) {
    if (one.right <= gutter.from || one.left >= gutter.to) continue;
    take(one.left);
    from = Math.max(from, one.right);
  }
  take(gutter.to);
  return parts;
}
