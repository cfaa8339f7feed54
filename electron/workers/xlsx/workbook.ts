import { AppError } from '#shared/contract/errors.ts';
import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { DocxPackage, Relationship } from '../docx/docxPackage.ts';
import { readLocalXml } from '../localXml.ts';
import { formatCode } from './cellFormat.ts';

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Name of its part, null when the package has none. */
  readonly part: string | null;
}

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly strings: readonly string[];
  /** Format code of each cell style. */
  readonly formats: readonly string[];
  readonly is1904: boolean;
}

/** Throws AppError file-damaged when the package has no workbook, limit-characters. */
export function readWorkbook(pack: DocxPackage, limits: ExtractLimits): Workbook {
  const root = pack.relationships('');
  const main = root.find((relation) => relation.type === 'officeDocument')?.target;
  if (main === undefined || !pack.has(main) || main.endsWith('.bin'))
    throw main?.endsWith('.bin') === true
      ? new AppError('file-unsupported', { kind: 'XLSB' })
      : new AppError('file-damaged');
  const relations = pack.relationships(main);
  const targetOf = (type: string): string | undefined =>
    relations.find((relation) => relation.type === type)?.target;
  const { sheets, is1904 } = readSheets(pack, main, relations);
  const strings = readStrings(pack, targetOf('sharedStrings'), limits);
  return { sheets, is1904, strings, formats: readFormats(pack, targetOf('styles')) };
}

function readSheets(
  pack: DocxPackage,
  main: string,
  relations: readonly Relationship[],
): Pick<Workbook, 'sheets' | 'is1904'> {
  const sheets: Sheet[] = [];
  let is1904 = false;
  readLocalXml(pack, main, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = attributes['r:id'];
      const target = relations.find((relation) => relation.id === id)?.target;
      sheets.push({
        name: attributes['name'] ?? '',
        isHidden: (attributes['state'] ?? 'visible') !== 'visible',
        part: target !== undefined && pack.has(target) ? target : null,
      });
    },
  });
  return { sheets, is1904 };
}

function readStrings(
  pack: DocxPackage,
  part: string | undefined,
  limits: ExtractLimits,
): readonly string[] {
  const strings: string[] = [];
  if (part === undefined) return strings;
  const reader = new StringReader(limits.characters);
  readLocalXml(pack, part, {
    open: (name) => reader.open(name),
    text: (text) => reader.take(text),
    close: (name) => {
      reader.close(name);
      if (name === 'si') strings.push(reader.end());
    },
  });
  return strings;
}

/** Collects the text of a string, its runs joined and its readings (furigana, pinyin) left out. */
export class StringReader {
  #text = '';
  #isText = false;
  #phonetic = 0;
  #left: number;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
    this.#left = limit;
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1;
    this.#isText = name === 't' && this.#phonetic === 0;
  }

  take(text: string): void {
    if (!this.#isText) return;
    this.#left -= text.length;
    if (this.#left < 0) throw new AppError('limit-characters', { limit: this.#limit });
    this.#text += text;
  }

  close(name: string): void {
    this.#isText = false;
    if (name === 'rPh') this.#phonetic -= 1;
  }

  /** The text so far, characters that XML cannot hold (`_x000D_`) written out. */
  end(): string {
    const text = this.#text;
    this.#text = '';
    return text
      .replace(/_x([\dA-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      .replace(/\r\n?/g, '\n');
  }
}

function readFormats(pack: DocxPackage, part: string | undefined): readonly string[] {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let isCellStyles = false;
  if (part !== undefined) {
    readLocalXml(pack, part, {
      open(name, attributes) {
        if (name === 'numFmt')
          own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        else if (name === 'cellXfs') isCellStyles = true;
        else if (name === 'xf' && isCellStyles) ids.push(Number(attributes['numFmtId'] ?? '0'));
      },
      close(name) {
        if (name === 'cellXfs') isCellStyles = false;
      },
    });
  }
  return ids.map((id) => formatCode(id, own));
}
