import { type Fragment, widestSpace } from './fragments.ts';

/** A stretch of the page over which the same gutters run, with its fragments by column. */
export interface ColumnBand {
  /** From top to bottom. */
  readonly fragments: readonly Fragment[];
  /** Index of the column, from the left, by the fragment's index. */
  readonly columnOf: ReadonlyMap<number, number>;
  readonly columns: number;
  /** The usual line height. */
  readonly em: number;
  /** The page's text as it is drawn, to which the fragments' offsets belong. */
  readonly text: string;
}

interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** Fragments at one height, from left to right. */
type Row = readonly Fragment[];

/** Share of a line's height by which the middles of fragments on one row may differ. */
const sameRow = 0.4;
/** Line heights of white that end a band. */
const farthestRow = 3;

/** The bands of a page that have at least two rows, from top to bottom. */
export function columnBands(fragments: readonly Fragment[], text: string): ColumnBand[] {
  const rows = rowsOf(fragments);
  const em = median(fragments.map((one) => one.size));
  const bands: ColumnBand[] = [];
  for (let at = 0; at < rows.length;) {
    const { end, gutters } = extend(rows, at, em);
    if (end - at > 1) bands.push({ ...bandOf(rows.slice(at, end).flat(), gutters), em, text });
    at = Math.max(end, at + 1);
  }
  return bands;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function rowsOf(fragments: readonly Fragment[]): Row[] {
  const rows: Fragment[][] = [];
  for (const one of fragments.toSorted((a, b) => b.middle - a.middle)) {
    const row = rows.at(-1);
    const head = row?.[0];
    const isOnRow =
      head !== undefined && head.middle - one.middle < Math.min(head.size, one.size) * sameRow;
    if (isOnRow) row?.push(one);
    else rows.push([one]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

/** The gutters of the row `start`, and how far down any of them runs. */
function extend(rows: readonly Row[], start: number, em: number) {
  const least = em * widestSpace;
  let gutters = gapsOf(rows[start] ?? [], least);
  let end = start + 1;
  while (gutters.length > 0 && end < rows.length) {
    const row = rows[end] ?? [];
    const drop = (rows[end - 1]?.[0]?.middle ?? 0) - (row[0]?.middle ?? 0);
    const left = gutters.flatMap((gutter) => narrowed(gutter, row, least));
    if (left.length === 0 || drop > em * farthestRow) break;
    gutters = left;
    end += 1;
  }
  return { end, gutters };
}

function gapsOf(row: Row, least: number): Gutter[] {
  const gaps: Gutter[] = [];
  let from = row[0]?.right ?? 0;
  for (const one of row.slice(1)) {
    if (one.left - from >= least) gaps.push({ from, to: one.left });
    from = Math.max(from, one.right);
  }
  return gaps;
}

/** The widest part of a gutter that a row leaves free; nothing when that is too narrow. */
function narrowed(gutter: Gutter, row: Row, least: number): Gutter[] {
  let best: Gutter = { from: 0, to: 0 };
  let from = gutter.from;
  const take = (to: number): void => {
    if (to - from > best.to - best.from) best = { from, to };
  };
  for (const one of row) {
    if (one.right <= gutter.from || one.left >= gutter.to) continue;
    take(Math.min(one.left, gutter.to));
    from = Math.max(from, one.right);
  }
  take(gutter.to);
  return best.to - best.from >= least ? [best] : [];
}

function bandOf(fragments: readonly Fragment[], gutters: readonly Gutter[]) {
  const columnOf = new Map(
    fragments.map(({ index, left }) => [index, gutters.filter((one) => one.from < left).length]),
  );
  return { fragments, columnOf, columns: gutters.length + 1 };
}
