import { type Cells, median } from './columnBands.ts';
import { type Column, coreShare, linesOf, type Step, whiteOf } from './columnLines.ts';
import type { Fragment } from './fragments.ts';

/** Rows of several cells, parted from each other, that make a table; with the cells of a column in line, but for a few. */
const fewestRows = 3;
const fewestRowsOfMany = 2;
const alignedShare = 0.8;
const alignedEms = 0.5;
/** Lines that end for want of room, among those that are followed by another one in a row. */
const wrapsShare = 0.75;
const mostUnknownShare = 0.5;
const wrappedRowsShare = 0.5;
const fewestOfGrid = 4;

/** White from side to side. */
export interface White {
  readonly middle: number;
  readonly height: number;
}

/** White strips across all the fragments, from top to bottom. */
export function whiteAcross(fragments: readonly Fragment[]): White[] {
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

/** The white strips that part rows: no column has text there that goes on, or stands as close as if it did. */
export function partingOf(columns: readonly Column[]): White[] {
  if (columns.every((column) => column.leastGap === null)) return [];
  return whiteAcross(columns.flatMap((column) => column.fragments)).filter(({ middle }) =>
    columns.every(({ steps, leastGap }) => {
      const step = steps.find((one) => one.upper.middle > middle && one.lower.middle < middle);
      return step === undefined || leastGap === null || whiteOf(step) >= leastGap;
    }),
  );
}

/** A band cut at some heights, from top to bottom; each part by column, empty ones with it. */
export function partsAt(columns: Cells, heights: readonly number[]): Cells[] {
  const parts = Array.from({ length: heights.length + 1 }, () => columns.map((): Fragment[] => []));
  columns.forEach((column, c) => {
    for (const one of column)
      parts[heights.filter((height) => height > one.middle).length]?.[c]?.push(one);
  });
  return parts.filter((cells) => cells.some((cell) => cell.length > 0));
}

/** Whether parts of a band are rows of a table by their cells: enough of them, and the cells of each column in line. */
export function areRows(parts: readonly Cells[], em: number): boolean {
  const rows = parts.filter((cells) => cells.filter((cell) => cell.length > 0).length > 1);
  const columns = rows[0]?.length ?? 0;
  if (rows.length < (columns > 2 ? fewestRowsOfMany : fewestRows)) return false;
  return Array.from({ length: columns }, (_, column) =>
    rows.flatMap((cells) => cells[column]?.slice(0, 1) ?? []),
  ).every((heads) => {
    const isInLine = (places: readonly number[]): boolean => {
      const usual = median(places);
      const near = places.filter((one) => Math.abs(one - usual) <= alignedEms * em);
      return near.length >= alignedShare * places.length;
    };
    return (
      isInLine(heads.map((one) => one.left)) ||
      isInLine(heads.map((one) => (one.left + one.right) / 2))
    );
  });
}

/** The columns as far as they lie within some cells. */
function within(cells: Cells, columns: readonly Column[]): Column[] {
  return columns.map((column, c) => {
    const fragments = cells[c] ?? [];
    const own = new Set(fragments);
    const isOwn = ({ fragments: some }: Step['lower']): boolean =>
      some.every((one) => own.has(one));
    return {
      ...column,
      fragments,
      lines: column.lines.filter(isOwn),
      steps: column.steps.filter(({ upper, lower }) => isOwn(upper) && isOwn(lower)),
    };
  });
}

/** Whether the cells of several lines are text that wraps at the edge of its column, not lists of short lines. */
function areWrapped(cells: Cells, columns: readonly Column[]): boolean {
  const steps = within(cells, columns).flatMap((column) => column.steps);
  const wraps = steps.filter((step) => step.wraps === true).length;
  const ends = steps.filter((step) => step.wraps === false).length;
  if (isGrid(cells)) return wraps === steps.length;
  return wraps >= wrapsShare * (wraps + ends) && wraps > mostUnknownShare * steps.length;
}

/** Whether cells have as many lines as each other, on one height each, and not few: lists whose entries may belong together. */
function isGrid(cells: Cells): boolean {
  const filled = cells.filter((cell) => cell.length > 0);
  const [first] = filled;
  return (
    first !== undefined &&
    first.length >= fewestOfGrid &&
    filled.every(
      (cell) =>
        cell.length === first.length &&
        cell.every((one, i) => Math.abs(one.middle - (first[i]?.middle ?? 0)) < one.size * sameTop),
    )
  );
}

/**
 * The rows of a table as they are read, as far as their cells are text that wraps; each cut where text ends across it.
 * None where most rows of several lines are no such text: their lines then belong together in another way.
 */
export function rowsInOrder(parts: readonly Cells[], columns: readonly Column[]): Cells[] {
  const deep = parts
    .flatMap((cells) => partsAt(cells, jointEnds(within(cells, columns))))
    .filter((cells) => cells.some((cell) => linesOf(cell).length > 1));
  const wrapped = deep.filter((cells) => areWrapped(cells, columns));
  if (wrapped.length < deep.length * wrappedRowsShare) return [];
  return wrapped.map((cells) => cellsInOrder(cells, columns));
}

/** Heights at which text ends in one column and something begins beside it, and no column has text that goes on there. */
function jointEnds(columns: readonly Column[]): number[] {
  const begins = (lower: Step['lower'], c: number): boolean =>
    columns.some(({ steps }, d) => {
      const step = d === c ? undefined : stepTo(steps, lower);
      return step !== undefined && step.wraps !== true;
    });
  const ends = columns.flatMap(({ steps }, c) =>
    steps
      .filter(({ wraps, lower }) => wraps === false && begins(lower, c))
      .map(({ lower }) => lower.middle + lower.size / 2),
  );
  return [...new Set(ends)].sort((a, b) => b - a);
}

/** Share of a line's height by which lines that begin a row may differ. */
const sameTop = 0.5;

const stepTo = (steps: readonly Step[], { middle, size }: Step['lower']): Step | undefined =>
  steps.find((one) => Math.abs(one.lower.middle - middle) <= size * sameTop);

/**
 * The cells of a row as they are read: from left to right, each from top to bottom. A cell beside several rows (one that
 * spans them) is read before or behind them, by the side on which it stands.
 */
function cellsInOrder(cells: Cells, columns: readonly Column[]): Cells {
  const filled = cells.flatMap((cell, i) => (cell.length > 0 ? [i] : []));
  const whole = cells.filter((cell) => cell.length > 0);
  if (filled.length < 3) return whole;
  for (const aside of [filled[0], filled.at(-1)]) {
    const beside = cells.map((cell, i) => (i === aside ? [] : cell));
    const own = within(beside, columns);
    const heights = partingOf(own).map((gap) => gap.middle);
    if (heights.length === 0) continue;
    const inner = partsAt(beside, heights).flatMap((part) => cellsInOrder(part, columns));
    return aside === filled[0] ? [...whole.slice(0, 1), ...inner] : [...inner, ...whole.slice(-1)];
  }
  return whole;
}

/** How often text begins anew in one column where it does so in others, and where it goes on in them. */
export interface Endings {
  /** Places at which a row begins, from top to bottom. */
  readonly heights: readonly number[];
  readonly together: number;
  readonly against: number;
}

/** In narrower cells many lines are full that end for another reason. */
const narrowestRoomEms = 7;

export function endingsOf(columns: readonly Column[]): Endings {
  let together = 0;
  let against = 0;
  const heights: number[] = [];
  columns.forEach((column, c) => {
    for (const { lower, wraps } of column.steps) {
      if (wraps !== false) continue;
      let own = 0;
      let other = 0;
      for (const [d, beside] of columns.entries()) {
        const step = d === c ? undefined : stepTo(beside.steps, lower);
        if (step?.wraps === false) own += 1;
        else if (step?.wraps === true && step.room >= narrowestRoomEms * step.upper.size)
          other += 1;
      }
      together += own;
      against += other;
      if (own >= other) heights.push(lower.middle + lower.size / 2);
    }
  });
  return { heights: [...new Set(heights)].sort((a, b) => b - a), together, against };
}
