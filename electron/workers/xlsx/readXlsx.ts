import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { BlockKind, Extraction } from '#shared/domain/text/text.ts';
import { BlockList } from '../blockList.ts';
import { DocxPackage } from '../docx/docxPackage.ts';
import { drawingLines } from '../docx/drawingText.ts';
import { readMeta } from '../docx/metadata.ts';
import { readLocalXml } from '../localXml.ts';
import { placeOf, SheetReader } from './sheetReader.ts';
import { readWorkbook, StringReader, type Sheet, type Workbook } from './workbook.ts';

/** Cells of one sheet that are read; what lies beyond is data, not a document, and is said to be cut. */
const maxCells = 60_000;
/** Share of the blocks of a file that cells may take, so that large tables do not refuse the file. */
const cellShare = 0.6;
const drawingTexts = new Set(['p']);

interface Reading {
  readonly pack: DocxPackage;
  readonly workbook: Workbook;
  readonly list: BlockList;
  readonly limits: ExtractLimits;
  /** Cells that may still be read. */
  readonly cells: { left: number };
}

/**
 * Reads an XLSX as text of record: a heading for each sheet in the order of its tabs, a block for each cell that shows
 * something (`sheet/1/r3/c2`), as shown; comments, text boxes, headers and footers; what is hidden is marked. Throws
 * AppError file-damaged, file-encrypted, file-ambiguous, file-unsupported (XLSB), limit-*.
 */
export function readXlsx(bytes: Uint8Array, limits: ExtractLimits): Extraction {
  const pack = new DocxPackage(bytes, limits);
  const workbook = readWorkbook(pack, limits);
  const list = new BlockList(limits);
  const cells = { left: Math.floor(limits.blocks * cellShare) };
  const reading: Reading = { pack, workbook, list, limits, cells };
  workbook.sheets.forEach((sheet, index) => readSheet(reading, sheet, index + 1));
  notePackage(pack, list);
  return list.extraction('xlsx', readMeta(pack, pack.relationships('')));
}

function readSheet(reading: Reading, sheet: Sheet, number: number): void {
  const { list, pack, limits, workbook } = reading;
  const path = `sheet/${number}`;
  const add = (at: string, kind: BlockKind, text: string, isHidden: boolean): void =>
    list.add({
      path: at,
      kind,
      text,
      level: kind === 'heading' ? 1 : 0,
      ...hiddenMark(text, isHidden),
    });
  add(path, 'heading', sheet.name, sheet.isHidden);
  if (sheet.part === null) {
    list.warnings.add('parts-unread', path);
    return;
  }
  const allowed = Math.min(maxCells, reading.cells.left);
  let left = allowed;
  const reader = new SheetReader(workbook, limits.characters, (cell) => {
    left -= 1;
    if (left >= 0)
      add(
        `${path}/r${cell.row}/c${cell.column}`,
        'cell',
        cell.text,
        sheet.isHidden || cell.isHidden,
      );
  });
  readLocalXml(pack, sheet.part, reader);
  reading.cells.left -= Math.min(allowed, allowed - left);
  if (left < 0) {
    list.warnings.add('truncated', path);
    list.add({ path: `${path}/cut`, kind: 'paragraph', text: '', flags: ['truncated'] });
  }
  for (const place of reader.unknownResults) list.warnings.add('parts-unread', `${path}/${place}`);
  for (const [index, { isFooter, text }] of reader.headings.entries()) {
    const shown = headingText(text);
    const kind = isFooter ? 'footer' : 'header';
    if (shown !== '') add(`${kind}/${number}/${index}`, kind, shown, sheet.isHidden);
  }
  readAttached(reading, sheet.part, number);
}

function hiddenMark(text: string, isHidden: boolean) {
  if (!isHidden || text === '') return {};
  const mark: [number, number, 'hidden'] = [0, text.length, 'hidden'];
  return { flags: ['hidden' as const], marks: [mark] };
}

/** Text of a header or footer without its codes: `&C&"宋体"&12 第 &P 页` shows 第  页. */
function headingText(source: string): string {
  return source
    .replace(/&"[^"]*"|&\d{1,3}|&K[\dA-F]{6}|&K\d\d[+-]\d{3}/gi, '')
    .replace(/&[LCR]/g, ' ')
    .replace(/&([^&])|&(&)/g, (_, __, ampersand: string | undefined) => ampersand ?? '')
    .trim();
}

/** Comments and drawings that hang on a sheet. */
function readAttached(reading: Reading, part: string, number: number): void {
  const { pack, list } = reading;
  for (const relation of pack.relationships(part)) {
    if (relation.type === 'comments') readComments(reading, relation.target, number);
    else if (relation.type === 'drawing') readDrawing(reading, relation.target, number);
    else if (relation.type === 'ctrlProp' || relation.type === 'control')
      list.warnings.add('parts-unread', `sheet/${number}`);
    else if (relation.type === 'oleObject' || relation.type === 'package')
      list.warnings.add('embedded-files', relation.target);
  }
}

function readComments(reading: Reading, part: string, number: number): void {
  const text = new StringReader(reading.limits.characters);
  let reference = '';
  readLocalXml(reading.pack, part, {
    open(name, attributes) {
      if (name === 'comment') reference = attributes['ref'] ?? '';
      text.open(name);
    },
    text: (chunk) => text.take(chunk),
    close(name) {
      text.close(name);
      if (name !== 'comment') return;
      const place = placeOf(reference);
      const at = place === null ? 'r0/c0' : `r${place.row}-c${place.column}`;
      const whole = text.end();
      if (whole.trim() !== '')
        reading.list.add({ path: `comment/${number}/${at}`, kind: 'comment', text: whole });
    },
  });
}

/**
 * Titles, categories and series of the charts and diagrams that a drawing holds; their blocks follow the sheet's cells. Gives
 * how many were read whole: of charts of the newer form (waterfalls, funnels) only the titles are.
 */
function readCharts({ pack, list }: Reading, part: string, number: number): number {
  const charts = pack
    .relationships(part)
    .filter(({ type }) => ['chart', 'chartEx', 'diagramData'].includes(type));
  let next = 0;
  for (const { target } of charts)
    for (const text of drawingLines(pack, target))
      list.add({ path: `sheet/${number}/chart${number}/${next++}`, kind: 'textbox', text });
  return charts.filter(({ type }) => type !== 'chartEx').length;
}

/** Text of shapes and charts; pictures, and frames that hold anything else, are counted. */
function readDrawing(reading: Reading, part: string, number: number): void {
  const text = new StringReader(reading.limits.characters);
  const path = `sheet/${number}`;
  let next = 0;
  let frames = 0;
  readLocalXml(reading.pack, part, {
    open(name) {
      text.open(name);
      if (name === 'pic') reading.list.warnings.add('images-unread', path);
      if (name === 'graphicFrame') frames += 1;
    },
    text: (chunk) => text.take(chunk),
    close(name) {
      text.close(name);
      if (!drawingTexts.has(name)) return;
      const whole = text.end();
      if (whole.trim() !== '')
        reading.list.add({ path: `${path}/box${number}/${next++}`, kind: 'textbox', text: whole });
    },
  });
  const unread = frames - readCharts(reading, part, number);
  if (unread > 0) reading.list.warnings.add('parts-unread', path, unread);
}

function notePackage(pack: DocxPackage, list: BlockList): void {
  for (const name of pack.names)
    if (name.endsWith('vbaproject.bin')) list.warnings.add('macros', name);
}
