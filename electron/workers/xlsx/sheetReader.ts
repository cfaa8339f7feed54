import type { Attributes } from '../docx/xmlReader.ts';
import type { LocalHandler } from '../localXml.ts';
import { formatValue } from './cellFormat.ts';
import { generalNumber } from './numberText.ts';
import { StringReader, type Workbook } from './workbook.ts';

export interface Cell {
  /** From 1. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly isHidden: boolean;
}

const maxColumn = 16_384;
const maxRow = 1_048_576;

/** Row and column, from 1, of a reference like `C3`; null when it is none. */
export function placeOf(reference: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})/i.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row >= 1 && row <= maxRow && column <= maxColumn ? { row, column } : null;
}

/** Reads a sheet's cells as they are shown, in the order of the file. */
export class SheetReader implements LocalHandler {
  /** Formulas whose result the file does not hold. */
  readonly unknownResults: string[] = [];
  /** Texts of the page's header and footer. */
  readonly headings: { readonly isFooter: boolean; readonly text: string }[] = [];
  readonly #workbook: Workbook;
  readonly #onCell: (cell: Cell) => void;
  readonly #hiddenColumns: { readonly from: number; readonly to: number }[] = [];
  readonly #inline: StringReader;
  #row = 0;
  #column = 0;
  #isRowHidden = false;
  #type = '';
  #style = 0;
  #value: string | null = null;
  #inlineText: string | null = null;
  #hasFormula = false;
  #within = '';

  constructor(workbook: Workbook, maxCharacters: number, onCell: (cell: Cell) => void) {
    this.#workbook = workbook;
    this.#onCell = onCell;
    this.#inline = new StringReader(maxCharacters);
  }

  open(name: string, attributes: Attributes): void {
    this.#within = name;
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'row') {
      const row = Number(attributes['r']);
      this.#row = Number.isInteger(row) && row > 0 ? Math.min(row, maxRow) : this.#row + 1;
      this.#column = 0;
      this.#isRowHidden = isTrue(attributes['hidden']);
    } else if (name === 'col' && isTrue(attributes['hidden'])) {
      this.#hiddenColumns.push({ from: Number(attributes['min']), to: Number(attributes['max']) });
    } else if (name === 'f') this.#hasFormula = true;
    // A formula whose result is an empty text has an empty value.
    else if (name === 'v' && this.#type === 'str') this.#value = '';
    else if (/^(?:odd|even|first)(?:Header|Footer)$/.test(name))
      this.headings.push({ isFooter: name.endsWith('Footer'), text: '' });
    this.#inline.open(name);
  }

  text(text: string): void {
    if (this.#within === 'v') this.#value = (this.#value ?? '') + text;
    else if (/(?:Header|Footer)$/.test(this.#within)) this.#takeHeading(text);
    else this.#inline.take(text);
  }

  close(name: string): void {
    this.#within = '';
    this.#inline.close(name);
    if (name === 'is') this.#inlineText = this.#inline.end();
    else if (name === 'c') this.#closeCell();
  }

  #takeHeading(text: string): void {
    const last = this.headings.pop();
    if (last !== undefined) this.headings.push({ ...last, text: last.text + text });
  }

  #openCell(attributes: Attributes): void {
    const place = placeOf(attributes['r'] ?? '');
    this.#column = place?.column ?? this.#column + 1;
    if (place !== null) this.#row = place.row;
    this.#type = attributes['t'] ?? 'n';
    this.#style = Number(attributes['s'] ?? '0');
    this.#value = null;
    this.#inlineText = null;
    this.#hasFormula = false;
  }

  #closeCell(): void {
    const text = this.#shown();
    if (text === '' && this.#hasFormula && this.#value === null)
      this.unknownResults.push(`r${this.#row}/c${this.#column}`);
    if (text.trim() === '') return;
    const column = this.#column;
    const isHidden =
      this.#isRowHidden ||
      this.#hiddenColumns.some(({ from, to }) => column >= from && column <= to);
    this.#onCell({ row: this.#row, column, text, isHidden });
  }

  #shown(): string {
    const value = this.#value;
    if (this.#inlineText !== null) return this.#inlineText;
    if (value === null) return '';
    const code = this.#workbook.formats[this.#style] ?? 'General';
    switch (this.#type) {
      case 's':
        return this.#workbook.strings[Number(value)] ?? '';
      case 'str':
      case 'e':
        return value;
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return value.replace('T00:00:00', '');
      default: {
        const number = Number(value);
        if (!Number.isFinite(number)) return value;
        if (code === 'General') return generalNumber(number);
        return formatValue(number, code, this.#workbook.is1904);
      }
    }
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
