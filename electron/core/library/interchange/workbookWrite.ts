import type {
  Cell,
  Column as SheetColumn,
  DataValidation,
  PaperSize,
  Workbook,
  Worksheet,
} from 'exceljs';
import { AppError } from '#shared/contract/errors.ts';
import { checklistWorkbookZh as words } from '#shared/i18n/messages/checklistWorkbook.ts';
import { stableZip } from '../../deliver/stableZip.ts';
import type { ExchangedList } from './readList.ts';
import {
  baseColumns,
  type Column,
  columnLetters,
  itemColumns,
  listColumns,
  maxCellCharacters,
  writtenForm,
} from './workbookForm.ts';
import {
  baseRows,
  type CellValue,
  itemRow,
  type LibraryNames,
  listRow,
  valueColumns,
} from './workbookRows.ts';

/** Rows below the last one that still offer the lists of choices. */
const spareRows = 300;
const fontName = '微软雅黑';
const fontSize = 10;
const lineHeight = 15;
/** Points; higher rows are cut by the programs that show them. */
const maxRowHeight = 409;
const guideWidth = 110;
const ink = 'FF2B3A55';
const paper = 'FFF3F1EA';
const shade = 'FFE7E7E7';
const faint = 'FF6B6B6B';
const rule = 'FFD5D2C8';
/** A3 in the numbers of the format (ECMA-376 18.3.1.63), which the typings leave out. */
const paperSizeA3 = 8 as PaperSize;
/** Places that one page holds across before its text becomes too small to read. */
const printedWidth = 260;

type Choices = Readonly<Record<string, string>>;

/**
 * The workbook of one or several lists: what it is, the lists, a row an item, a row a basis, and the values to choose from. Same
 * lists, same bytes. Errors: `limit-characters` where a text is longer than a cell can hold.
 */
export async function writeWorkbook(
  lists: readonly ExchangedList[],
  names: LibraryNames,
): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs'); // slow to load, and most commands never write one
  const book = new excel.Workbook();
  const day = new Date(`${lists[0]?.head.reviewedOn ?? '1980-01-01'}T00:00:00Z`);
  book.created = day;
  book.modified = day;
  const values = valueColumns(names);
  addGuide(book, lists);
  addTable(book, words.sheets.lists, listColumns, lists.map(listRow), 2, {
    primaryLaw: rangeOf(values, words.values.codes),
  });
  const items = lists.flatMap(({ id, items: all }) => all.map((item) => itemRow(id, item, names)));
  addTable(book, words.sheets.items, itemColumns, items, 3, {
    list: `'${words.sheets.lists}'!$A$2:$A$${String(lists.length + 1)}`,
    nature: rangeOf(values, words.values.natures),
    severity: rangeOf(values, words.values.severities),
    needsConfirmation: rangeOf(values, words.values.yesNo),
  });
  const bases = lists.flatMap((list) => list.items.flatMap(baseRows));
  addTable(book, words.sheets.bases, baseColumns, bases, 2, {
    code: rangeOf(values, words.values.codes),
    law: rangeOf(values, words.values.laws),
    role: rangeOf(values, words.values.roles),
    verified: rangeOf(values, words.values.yesNo),
  });
  addValues(book, values);
  const bytes = await book.xlsx.writeBuffer();
  // Heights are a start, not fixed: without the mark a row grows with what is typed into it.
  return stableZip(new Uint8Array(bytes), (name, xml) =>
    name.startsWith('xl/worksheets/') ? xml.replaceAll(' customHeight="1"', '') : null,
  );
}

function addGuide(book: Workbook, lists: readonly ExchangedList[]): void {
  const sheet = book.addWorksheet(words.sheets.guide, { views: [{ showGridLines: false }] });
  sheet.columns = [{ width: 18 }, { width: guideWidth }];
  const title = sheet.getCell('A1');
  put(title, words.title);
  title.font = { name: fontName, size: 16, bold: true, color: { argb: ink } };
  title.alignment = { wrapText: false, vertical: 'middle' };
  sheet.getRow(1).height = 30;
  const held = lists.map(({ head, items }) =>
    words.listLine(head.titleZh, head.version, items.length),
  );
  for (const [index, [heading, text]] of words.guide(held.join('\n')).entries()) {
    const row = sheet.getRow(index + 3);
    put(row.getCell(1), heading);
    put(row.getCell(2), text);
    row.getCell(1).font = { name: fontName, size: fontSize, bold: true, color: { argb: ink } };
    row.height = heightOf([{ text, width: guideWidth }]) + lineHeight / 2;
  }
  printOn(sheet, 'portrait', 1);
}

function addTable<K extends string>(
  book: Workbook,
  name: string,
  columns: readonly Column<K>[],
  rows: readonly Readonly<Record<K, CellValue>>[],
  frozenColumns: number,
  choices: Partial<Readonly<Record<K, string>>>,
): void {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: frozenColumns, ySplit: 1, zoomScale: 90 }],
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  for (const [index, { isDerived = false }] of columns.entries())
    styleColumn(sheet.getColumn(index + 1), isDerived);
  const header = sheet.getRow(1);
  header.height = 34;
  for (const [index, column] of columns.entries()) styleHeader(header.getCell(index + 1), column);
  for (const [at, row] of rows.entries()) {
    const line = sheet.getRow(at + 2);
    for (const [index, { key, isDerived = false }] of columns.entries())
      styleCell(putIn(line.getCell(index + 1), row[key]), isDerived);
    line.height = heightOf(columns.map(({ key, width }) => ({ text: row[key], width })));
  }
  sheet.autoFilter = { from: 'A1', to: `${columnLetters(columns.length)}1` };
  addChoices(sheet, columns, choices, rows.length + 1 + spareRows);
  printOn(sheet, 'landscape', Math.ceil(widthOfAll(columns) / printedWidth));
}

/** Lists of choices down a column, spare rows included. */
function addChoices(
  sheet: Worksheet,
  columns: readonly Column[],
  choices: Partial<Choices>,
  lastRow: number,
): void {
  // The class has this member and writes it; its typings leave it out.
  const { dataValidations } = sheet as Worksheet & {
    dataValidations: { add(range: string, validation: DataValidation): void };
  };
  for (const [index, { key }] of columns.entries()) {
    const source = choices[key];
    if (source === undefined) continue;
    const letters = columnLetters(index + 1);
    dataValidations.add(`${letters}2:${letters}${String(lastRow)}`, {
      type: 'list',
      formulae: [source],
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      error: words.wrongChoice,
      showInputMessage: false,
    });
  }
}

function addValues(book: Workbook, values: readonly (readonly string[])[]): void {
  const sheet = book.addWorksheet(words.sheets.values, {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = values.map((column) => ({ width: widthOf(column) }));
  for (const [index, [heading = '', ...rest]] of values.entries()) {
    styleColumn(sheet.getColumn(index + 1), false);
    styleHeader(sheet.getCell(1, index + 1), { key: '', header: heading, width: 0 });
    for (const [at, value] of rest.entries())
      styleCell(putIn(sheet.getCell(at + 2, index + 1), value), false);
  }
  printOn(sheet, 'landscape', 1);
}

/** Where the values under a heading stand, as a formula. */
function rangeOf(values: readonly (readonly string[])[], heading: string): string {
  const index = values.findIndex(([first]) => first === heading);
  const letters = columnLetters(index + 1);
  return `'${words.sheets.values}'!$${letters}$2:$${letters}$${String(values[index]?.length ?? 2)}`;
}

function widthOf(texts: readonly string[]): number {
  return Math.min(60, Math.max(10, ...texts.map(places)) + 2);
}

function widthOfAll(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** Han characters take two places. */
function places(text: string): number {
  return text.length + (text.match(/[\u2E80-\uFFEF]/gu)?.length ?? 0);
}

/** Points that the highest cell of a row needs; what is estimated too low, the programs correct at the first edit. */
function heightOf(cells: readonly { readonly text: CellValue; readonly width: number }[]): number {
  const lines = cells.map(({ text, width }) =>
    String(text ?? '')
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(places(line) / (width - 1.5))), 0),
  );
  return Math.min(maxRowHeight, Math.max(1, ...lines) * lineHeight + 4);
}

function styleColumn(column: SheetColumn, isDerived: boolean): void {
  // As text, so that what is typed later is kept as it is typed: no dates out of 1-2, no formula out of -.
  column.numFmt = '@';
  column.alignment = { wrapText: true, vertical: 'top' };
  column.font = { name: fontName, size: fontSize, ...(isDerived && { color: { argb: faint } }) };
}

function styleHeader(cell: Cell, { header, isDerived = false }: Column): void {
  putIn(cell, header);
  const color = { argb: isDerived ? faint : 'FFFFFFFF' };
  cell.font = { name: fontName, size: fontSize, bold: true, color };
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: isDerived ? shade : ink } };
  cell.alignment = { wrapText: true, vertical: 'middle' };
}

function styleCell(cell: Cell, isDerived: boolean): void {
  cell.border = { bottom: { style: 'thin', color: { argb: rule } } };
  if (isDerived) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: paper } };
}

function put(cell: Cell, value: CellValue): void {
  putIn(cell, value);
  cell.font = { name: fontName, size: fontSize };
  cell.alignment = { wrapText: true, vertical: 'top' };
  cell.numFmt = '@';
}

function putIn(cell: Cell, value: CellValue): Cell {
  if (typeof value === 'number') {
    cell.value = value;
    cell.numFmt = '0';
    cell.alignment = { horizontal: 'right', vertical: 'top' };
    return cell;
  }
  const text = writtenForm(value ?? '');
  if (text.length > maxCellCharacters)
    throw new AppError('limit-characters', { limit: maxCellCharacters });
  if (text !== '') cell.value = text;
  return cell;
}

function printOn(sheet: Worksheet, orientation: 'portrait' | 'landscape', pagesWide: number): void {
  sheet.pageSetup = {
    paperSize: paperSizeA3,
    orientation,
    fitToPage: true,
    fitToWidth: pagesWide,
    fitToHeight: 0,
    printTitlesRow: '1:1',
    ...(pagesWide > 1 && { printTitlesColumn: 'B:C' }),
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
  };
}
