import { AppError } from '#shared/contract/errors.ts';
import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { Extraction, ExtractWarning, PageText, PartFlag } from '#shared/domain/text/text.ts';
import { hasBidiControls, WarningLog } from '../warnings.ts';
import { readBookmarks } from './bookmarks.ts';
import { PageAssembler, type PdfFontStyle, type PdfTextItem } from './pageItems.ts';
import { ScanCheck } from './scanCheck.ts';
import { statedPages } from './statedPages.ts';
import { openPdf, type PdfDocument, type PdfjsModule, type PdfPage } from './pdfjsNode.ts';
import { textFlag } from './usableText.ts';

export interface PdfReading {
  readonly pdfjs: PdfjsModule;
  readonly bytes: Uint8Array;
  readonly assetsDir: string;
  readonly limits: ExtractLimits;
  readonly password?: string | undefined;
  readonly onProgress: (done: number, total: number) => void;
  /** Takes the pages as they are read, in order, with the remarks so far. */
  readonly onPages: (pages: PageText[], warnings: ExtractWarning[]) => void;
}

/** Pages handed over together: few messages, and little lost when the reading is cut short. */
const pagesTogether = 8;

/**
 * Reads a PDF page by page as text of record; the pages go to `onPages`, the answer holds the rest. A page on which pdf.js gives up is flagged and the others stand.
 * Throws AppError file-damaged, file-encrypted (no password), wrong-password, limit-pages, limit-characters.
 */
export async function readPdf(reading: PdfReading): Promise<Extraction> {
  const { pdfjs, bytes, assetsDir, password } = reading;
  const stated = statedPages(bytes); // before pdf.js takes the bytes for itself
  const task = openPdf(pdfjs, bytes, assetsDir, password === undefined ? {} : { password });
  try {
    const document = await task.promise.catch((cause: unknown) => {
      throw openingError(cause, password !== undefined);
    });
    return await readDocument(document, reading, stated);
  } finally {
    // Frees what pdf.js holds; its own failure to do so must not hide the reading's outcome.
    await task.destroy().catch(() => undefined);
  }
}

function openingError(cause: unknown, isPasswordGiven: boolean): AppError {
  const isLocked = cause instanceof Error && cause.name === 'PasswordException';
  const lockedCode = isPasswordGiven ? 'wrong-password' : 'file-encrypted';
  return new AppError(isLocked ? lockedCode : 'file-damaged', {}, { cause });
}

async function readDocument(
  document: PdfDocument,
  reading: PdfReading,
  stated: number,
): Promise<Extraction> {
  const { limits } = reading;
  const total = document.numPages;
  if (total > limits.pages)
    throw new AppError('limit-pages', { limit: limits.pages, pages: total });
  const labels = await document.getPageLabels().catch(() => null);
  const bookmarks = await readBookmarks(document);
  const warnings = new WarningLog();
  const scans = new ScanCheck(reading.pdfjs);
  if (stated > total) warnings.add('pages-missing', undefined, stated - total);
  let pages: PageText[] = [];
  let hasFailedAll = true;
  let characters = 0;
  for (let number = 1; number <= total; number++) {
    const page = await readPage(document, number, labels?.[number - 1] ?? null, limits, scans);
    characters += page.text.length;
    if (characters > limits.characters) {
      throw new AppError('limit-characters', { limit: limits.characters });
    }
    noteWarnings(page, warnings);
    const own = bookmarks.get(number - 1);
    pages.push(own === undefined ? page : { ...page, bookmarks: own });
    if (!page.flags.includes('page-failed')) hasFailedAll = false;
    if (pages.length === pagesTogether || number === total) {
      reading.onPages(pages, warnings.list());
      pages = [];
    }
    reading.onProgress(number, total);
  }
  if (hasFailedAll) throw new AppError('file-damaged');
  if (await hasScripts(document)) warnings.add('scripts-ignored');
  const meta = await readMeta(document);
  return { kind: 'pdf', pages: [], characters, warnings: warnings.list(), meta };
}

const warningOfFlag: Partial<Record<PartFlag, Parameters<WarningLog['add']>[0]>> = {
  'no-text': 'pages-without-text',
  'unusable-text': 'pages-unusable',
  'page-failed': 'pages-failed',
  truncated: 'truncated',
};

function noteWarnings(page: PageText, warnings: WarningLog): void {
  const where = String(page.number);
  for (const flag of page.flags) {
    const code = warningOfFlag[flag];
    if (code !== undefined) warnings.add(code, where);
  }
  if (hasBidiControls(page.text)) warnings.add('bidi-controls', where);
}

async function readPage(
  document: PdfDocument,
  number: number,
  label: string | null,
  limits: ExtractLimits,
  scans: ScanCheck,
): Promise<PageText> {
  const assembler = new PageAssembler();
  const flags: PartFlag[] = [];
  let width = 0;
  let height = 0;
  try {
    const page = await document.getPage(number);
    ({ width, height } = page.getViewport({ scale: 1 }));
    const isWhole = await collectText(page, assembler, limits.charactersPerPage);
    if (!isWhole) flags.push('truncated');
    if (await scans.isScan(page, assembler.length)) flags.push('no-text');
    page.cleanup();
  } catch {
    flags.push('page-failed');
  }
  const { text, runs } = assembler.done();
  const flag = textFlag(text);
  const isKnown =
    flags.includes('no-text') || (flag === 'no-text' && flags.includes('page-failed'));
  if (flag !== null && !isKnown) flags.push(flag);
  return { number, label, text, flags, width: finite(width), height: finite(height), runs };
}

const finite = (value: number): number => (Number.isFinite(value) ? value : 0);

/** Feeds the page's items to the assembler; false when the page was cut at the character limit. */
async function collectText(
  page: PdfPage,
  assembler: PageAssembler,
  limit: number,
): Promise<boolean> {
  const stream = page.streamTextContent({
    includeMarkedContent: false,
    disableNormalization: true,
  });
  const reader = stream.getReader();
  const styles: Record<string, PdfFontStyle> = {};
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return true;
    Object.assign(styles, value.styles);
    for (const item of value.items as PdfTextItem[]) {
      assembler.add(item, styles[item.fontName]);
      if (assembler.length <= limit) continue;
      // At the item and not at the chunk's end, which lies elsewhere each time.
      await reader.cancel(new Error('character limit')).catch(() => undefined);
      return false;
    }
  }
}

async function hasScripts(document: PdfDocument): Promise<boolean> {
  try {
    return (await document.getJSActions()) !== null || (await document.hasJSActions());
  } catch {
    return false; // damaged actions run nowhere, so there is nothing to remark
  }
}

const metaNames = ['Title', 'Author', 'Subject', 'Creator', 'Producer', 'CreationDate', 'ModDate'];

async function readMeta(document: PdfDocument): Promise<Record<string, string>> {
  const meta: Record<string, string> = {};
  try {
    const { info } = await document.getMetadata();
    const known = new Map(Object.entries(info));
    for (const name of metaNames) {
      const value: unknown = known.get(name);
      if (typeof value === 'string' && value !== '') meta[name] = value.slice(0, 500);
    }
  } catch {
    return meta; // text stands without its metadata
  }
  return meta;
}
