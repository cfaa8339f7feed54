import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import { memoDocumentZh as words } from '#shared/i18n/messages/memoDocument.ts';
import { paragraphsOf, xmlSafe } from './docxText.ts';
import { COUNTED, textWidth } from './memoStyles.ts';

/** What a memo's body is made of. */
export type Block = Paragraph | Table;

/** Cell content: a text in the table style, or the text with a style of its own. */
export type CellText = string | { readonly text: string; readonly style: string };

/** One paragraph in a named style; Normal where none is given. */
export function paragraph(text: string, style = 'Normal'): Paragraph {
  return new Paragraph({ style, children: [new TextRun(xmlSafe(text))] });
}

/** A text of the lawyer's own: one paragraph a line, the words for "left blank" where it is empty. */
export function paragraphs(text: string, style = 'Normal'): Paragraph[] {
  const lines = paragraphsOf(text);
  const shown = lines.length === 0 ? [words.findings.notGiven] : lines;
  return shown.map((line) => paragraph(line, style));
}

/** A bold label and the text after it; further lines follow as paragraphs. */
export function labelled(label: string, text: string): Paragraph[] {
  const [first = words.findings.notGiven, ...rest] = paragraphsOf(text);
  const head = new Paragraph({
    style: 'Normal',
    children: [new TextRun({ text: label, bold: true }), new TextRun(first)],
  });
  return [head, ...rest.map((line) => paragraph(line))];
}

/** Paragraphs counted 1. 2. 3. by the word processor; `list` tells lists apart, each starts at 1. */
export function counted(texts: readonly string[], list: number): Paragraph[] {
  return texts.map(
    (text) =>
      new Paragraph({
        style: 'MemoCounted',
        numbering: { reference: COUNTED, level: 0, instance: list, custom: true },
        children: [new TextRun(xmlSafe(text))],
      }),
  );
}

/**
 * A bordered table over the full width and a narrow gap below it: `shares` are the columns' parts of the width; the head
 * repeats on every page.
 */
export function table(
  shares: readonly number[],
  head: readonly string[],
  rows: readonly TableRow[],
): Block[] {
  const widths = columnWidths(shares);
  const grid = new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80 },
    rows: [headRow(head, widths), ...rows],
  });
  return [grid, paragraph('', 'MemoGap')];
}

/** One row that no page break cuts. */
export function row(shares: readonly number[], cells: readonly CellText[]): TableRow {
  const widths = columnWidths(shares);
  return new TableRow({
    cantSplit: true,
    children: cells.map((cell, i) => tableCell(cell, widths[i] ?? 0, 1)),
  });
}

/** A row of one cell across all columns. */
export function spanningRow(columns: number, cell: CellText): TableRow {
  return new TableRow({ cantSplit: true, children: [tableCell(cell, textWidth, columns)] });
}

function headRow(head: readonly string[], widths: readonly number[]): TableRow {
  const cells = head.map((text, i) =>
    tableCell({ text, style: 'MemoTableHead' }, widths[i] ?? 0, 1),
  );
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

function tableCell(cell: CellText, width: number, columnSpan: number): TableCell {
  const { text, style } = typeof cell === 'string' ? { text: cell, style: 'MemoTable' } : cell;
  const lines = paragraphsOf(text);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan,
    children: (lines.length === 0 ? [''] : lines).map((line) => paragraph(line, style)),
  });
}

function columnWidths(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((textWidth * share) / total));
}
