import { bandAt, type Cells, type ColumnBand, gutterCount, type PageRows } from './columnBands.ts';
import { type Column, describeColumns } from './columnLines.ts';
import { areLineNumbers, areShortText, areText, hasOwnGap } from './columnText.ts';
import {
  areRows,
  type Endings,
  endingsOf,
  partingOf,
  partsAt,
  rowsInOrder,
  type White,
} from './tableRows.ts';

/** Places where text ends in one column, from which on they tell rows; share of those that say so. */
const fewestEndings = 4;
const rowsShare = 0.75;

/** What is read cell by cell: a row of a table, or columns of text. */
export interface Group {
  readonly cells: Cells;
  readonly areColumns: boolean;
}

const columnsOfText = (cells: Cells): Group => ({ cells, areColumns: true });
const rowsOfTable = (rows: readonly Cells[]): Group[] =>
  rows.map((cells) => ({ cells, areColumns: false }));

/** The groups of a page from top to bottom, as far as they are seen beyond doubt. */
export function groupsOfPage(page: PageRows): Group[] {
  const groups: Group[] = [];
  for (let at = 0, free = 0; at < page.rows.length;) {
    const found = bandAt(page, at, free);
    at = found?.end ?? at + 1;
    if (found === null) continue;
    groups.push(...groupsOfBand(found.band, page));
    free = at;
  }
  return groups;
}

function groupsOfBand(band: ColumnBand, page: PageRows): Group[] {
  const { em, text } = band;
  if (!isOutOfOrder(band.columns)) return [];
  const columns = describeColumns(band.columns, em, text);
  if (areLineNumbers(columns, text)) return [columnsOfText(band.columns)];
  const parting = partingOf(columns);
  const endings = endingsOf(columns);
  const isText = areText(columns, text);
  if (isText && !areTogether(endings)) {
    const isOne = parting.length === 0 || columns.some((column) => hasOwnGap(column, parting));
    if (isOne) return [columnsOfText(band.columns)];
  }
  const parts = partsAt(
    band.columns,
    parting.map((gap) => gap.middle),
  );
  const areClauses = isText && parts.length > 1;
  if (areClauses || areRows(parts, em)) return rowsOfTable(rowsInOrder(parts, columns));
  const rows = rowsByEndings(columns, endings, em);
  if (rows !== null) return rowsOfTable(rows);
  if (areShortText(columns, endings)) return [columnsOfText(band.columns)];
  return groupsOfStretches(band, parting, page);
}

/** Whether columns are not drawn one after the other from the left. */
function isOutOfOrder(columns: Cells): boolean {
  return columns.some((column, i) => {
    const next = columns[i + 1];
    const last = column.reduce((most, one) => Math.max(most, one.index), 0);
    return next !== undefined && next.some((one) => one.index < last);
  });
}

/** Whether text ends in all columns at once, beyond doubt. */
const areTogether = ({ together, against }: Endings): boolean =>
  together + against >= fewestEndings && together >= rowsShare * (together + against);

/** Rows that begin where text ends in all columns at once; null where it ends in each for itself. */
function rowsByEndings(columns: readonly Column[], endings: Endings, em: number): Cells[] | null {
  if (!areTogether(endings)) return null;
  const parts = partsAt(
    columns.map((column) => column.fragments),
    endings.heights,
  );
  return areRows(parts, em) ? rowsInOrder(parts, columns) : null;
}

/** A band looked at stretch by stretch, as a table between columns of text that happens to share a gutter with them. */
function groupsOfStretches(band: ColumnBand, parting: readonly White[], page: PageRows): Group[] {
  const stretches = stretchesOf(band, parting, page);
  if (stretches.length < 2) return [];
  return stretches.flatMap((rows) => {
    const own = { ...page, rows };
    const found = bandAt(own, 0, 0);
    if (found === null || found.end < rows.length) return [];
    const columns = describeColumns(found.band.columns, band.em, band.text);
    if (areText(columns, band.text) || areShortText(columns, endingsOf(columns)))
      return [columnsOfText(found.band.columns)];
    const gaps = partingOf(columns).map((gap) => gap.middle);
    const parts = partsAt(found.band.columns, gaps);
    return areRows(parts, band.em) ? rowsOfTable(rowsInOrder(parts, columns)) : [];
  });
}

/** The rows of a band between white strips, those together that have the same number of gutters in common. */
function stretchesOf(band: ColumnBand, parting: readonly White[], page: PageRows) {
  const own = new Set(band.fragments);
  const rows = page.rows.filter((row) => row.every((one) => own.has(one)));
  const pieces: (typeof rows)[] = Array.from({ length: parting.length + 1 }, () => []);
  for (const row of rows)
    pieces[parting.filter((gap) => gap.middle > (row[0]?.middle ?? 0)).length]?.push(row);
  const stretches: (typeof rows)[] = [];
  for (const piece of pieces.filter((one) => one.length > 0)) {
    const last = stretches.at(-1);
    const count = gutterCount(piece, page);
    const isSame =
      last !== undefined &&
      gutterCount(last, page) === count &&
      gutterCount([...last, ...piece], page) === count;
    if (isSame) last.push(...piece);
    else stretches.push([...piece]);
  }
  return stretches;
}
