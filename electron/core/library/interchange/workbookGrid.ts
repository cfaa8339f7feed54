import type { ChecklistProblem } from '#shared/domain/library/checklistVersion.ts';
import type { Extraction } from '#shared/domain/text/text.ts';
import { checklistWorkbookZh as words } from '#shared/i18n/messages/checklistWorkbook.ts';
import { problem } from './problem.ts';
import { type FilePlace, nowhere } from './readList.ts';
import { type Column, columnLetters, readForm } from './workbookForm.ts';

/** Cells of one sheet that show something, by row and column from 1. */
export interface Sheet {
  readonly name: string;
  readonly rows: Map<number, Map<number, string>>;
  /** Formulas whose result the file does not hold, as `row/column`. */
  readonly unknownResults: Set<string>;
  /** More cells than were read. */
  isCut: boolean;
}

/** One row under a header: what stands under each known column. */
export interface TableRow<K extends string> {
  readonly row: number;
  cell(key: K): string;
  place(key: K): FilePlace;
  isUnknownResult(key: K): boolean;
}

export type Report = (problem: ChecklistProblem) => void;

/** The sheets of a workbook as the reading thread gave them. */
export function sheetsOf(extraction: Extraction): Sheet[] {
  const sheets = new Map<string, Sheet>();
  if (!('blocks' in extraction)) return [];
  for (const { path, kind, text } of extraction.blocks) {
    const [, number, row, column] = /^sheet\/(\d+)(?:\/r(\d+)\/c(\d+)|\/cut)?$/.exec(path) ?? [];
    if (number === undefined) continue;
    const sheet = sheets.get(number);
    if (sheet === undefined) {
      if (kind === 'heading') sheets.set(number, newSheet(text));
    } else if (row === undefined || column === undefined) sheet.isCut ||= path.endsWith('/cut');
    else {
      const cells = sheet.rows.get(Number(row)) ?? new Map<number, string>();
      sheet.rows.set(Number(row), cells.set(Number(column), readForm(text)));
    }
  }
  for (const { code, where, count } of extraction.warnings)
    if (code === 'parts-unread') noteUnread(sheets, where, count);
  return [...sheets.values()];
}

function newSheet(name: string): Sheet {
  return { name, rows: new Map(), unknownResults: new Set(), isCut: false };
}

function noteUnread(sheets: Map<string, Sheet>, where: readonly string[], count: number): void {
  for (const path of where) {
    const [, number, row, column] = /^sheet\/(\d+)(?:\/r(\d+)\/c(\d+))?$/.exec(path) ?? [];
    const sheet = number === undefined ? undefined : sheets.get(number);
    if (sheet && row !== undefined && column !== undefined)
      sheet.unknownResults.add(`${row}/${column}`);
  }
  // The reader names the first of them only; where there are more, nothing that is empty can be believed.
  if (count > where.length) for (const sheet of sheets.values()) sheet.isCut = true;
}

/** Text without differences of width, blanks or case that people do not see. */
export function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

const headerRows = 10;

/**
 * The rows of a table of ours, in their order; null where its sheet or header is missing, which has been reported. Columns may
 * stand in any order; rows with nothing to read are left out.
 */
export function tableOf<K extends string>(
  sheets: readonly Sheet[],
  name: string,
  columns: readonly Column<K>[],
  report: Report,
): TableRow<K>[] | null {
  const sheet = sheets.find((one) => folded(one.name) === folded(name));
  if (!sheet) {
    const found = sheets.map((one) => one.name).join('、');
    report(problem('missing-sheet', { field: '', found, expected: name, sheet: name }));
    return null;
  }
  if (sheet.isCut) report(problem('unreadable', { field: '', found: name, sheet: name }));
  const header = headerOf(sheet, columns);
  const places = columnPlaces(sheet, header, columns, report);
  if (!places) return null;
  const numbers = [...sheet.rows.keys()].filter((row) => row > header).sort((a, b) => a - b);
  return numbers
    .map((row) => tableRow(sheet, row, places))
    .filter((row) =>
      columns.some(
        ({ key, isDerived = false }) =>
          !isDerived && (row.cell(key) !== '' || row.isUnknownResult(key)),
      ),
    );
}

/** The row that names most of the columns, among the first ones; the first row where none does. */
function headerOf(sheet: Sheet, columns: readonly Column[]): number {
  const headers = new Set(columns.map(({ header }) => folded(header)));
  let best = { row: 1, hits: 0 };
  for (let row = 1; row <= headerRows; row += 1) {
    const cells = [...(sheet.rows.get(row)?.values() ?? [])];
    const hits = cells.filter((text) => headers.has(folded(text))).length;
    if (hits > best.hits) best = { row, hits };
  }
  return best.row;
}

function columnPlaces<K extends string>(
  sheet: Sheet,
  header: number,
  columns: readonly Column<K>[],
  report: Report,
): ReadonlyMap<K, number> | null {
  const places = new Map<K, number>();
  let isSound = true;
  for (const number of usedColumns(sheet, header)) {
    const found = sheet.rows.get(header)?.get(number) ?? '';
    const column = columns.find((one) => folded(one.header) === folded(found));
    if (column && !places.has(column.key)) places.set(column.key, number);
    else {
      isSound = false;
      const place = { sheet: sheet.name, row: header, column: columnLetters(number) };
      report(problem('unknown-column', { field: '', found, ...place }));
    }
  }
  for (const { key, header: expected, isDerived = false } of columns) {
    if (isDerived || places.has(key)) continue;
    isSound = false;
    report(problem('missing', { field: key, expected, sheet: sheet.name, row: header }));
  }
  return isSound ? places : null;
}

/** Columns with a header or with something below it. */
function usedColumns(sheet: Sheet, header: number): number[] {
  const used = new Set<number>();
  for (const [row, cells] of sheet.rows)
    if (row >= header) for (const column of cells.keys()) used.add(column);
  return [...used].sort((a, b) => a - b);
}

function tableRow<K extends string>(
  sheet: Sheet,
  row: number,
  places: ReadonlyMap<K, number>,
): TableRow<K> {
  const cells = sheet.rows.get(row);
  const letters = (key: K): string => columnLetters(places.get(key) ?? 1);
  return {
    row,
    cell: (key) => cells?.get(places.get(key) ?? 0) ?? '',
    place: (key) => ({ ...nowhere, sheet: sheet.name, row, column: letters(key) }),
    isUnknownResult: (key) =>
      sheet.unknownResults.has(`${String(row)}/${String(places.get(key) ?? 0)}`),
  };
}

/** The sheets that are read. */
export const sheetNames = words.sheets;
