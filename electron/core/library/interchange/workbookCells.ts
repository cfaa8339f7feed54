import type { ChecklistProblem } from '#shared/domain/library/checklistVersion.ts';
import { parseChineseNumeral } from '#shared/domain/law/citation.ts';
import { checklistWorkbookZh as words } from '#shared/i18n/messages/checklistWorkbook.ts';
import { problem } from './problem.ts';
import type { FilePlace } from './readList.ts';
import { folded, type Report, type TableRow } from './workbookGrid.ts';

const errorValue =
  /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|GETTING_DATA)$/i;
const yes = new Set(['是', 'true', 'yes', 'y', '1', '√', '✓', '对', '有', '已核对']);
const no = new Set(['否', 'false', 'no', 'n', '0', '×', '错', '无', '未核对', '']);
const dashes = /[‐‑‒–—―−﹣－]/gu;

/** A day as people write it: 2026-1-5, 2026/1/5, 2026.1.5, 2026年1月5日; ISO, null where it is none. */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '').replace(dashes, '-');
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** A number of an article, paragraph or item: 23, ２３, 二十三, 第二十三条, 第（三）项; null where it is none. */
export function readPlaceNumber(text: string): number | null {
  const plain = folded(text).replace(/^第?\(?|\)?[条款项]?$/gu, '');
  const number = /^\d{1,4}(?:\.0+)?$/.test(plain) ? Number(plain) : parseChineseNumeral(plain);
  return number === null || number < 1 ? null : number;
}

/** An id as people type it: width, blanks and kinds of hyphens do not matter, capitals do. */
export function readId(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').replace(dashes, '-');
}

/** Several values of one cell, by line, semicolon, or enumeration comma; titles in 《》 stay whole. */
export function readSeveral(text: string, parting: RegExp): string[] {
  return text
    .split(parting)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Between citations an enumeration comma parts only where a new title follows. */
export const betweenCitations = /[\n;；](?![^《]*》)|[、，,](?=《)/u;
export const betweenWords = /[\n;；、，,]/u;

/** Reads the cells of one row and reports what cannot be read, with its place. */
export class RowReader<K extends string> {
  readonly #row: TableRow<K>;
  readonly #report: Report;
  readonly #itemId: string | null;
  readonly #fieldOf: (key: K) => string;
  /** Fields of this row that were reported. */
  isSound = true;

  constructor(
    row: TableRow<K>,
    itemId: string | null,
    fieldOf: (key: K) => string,
    report: Report,
  ) {
    this.#row = row;
    this.#report = report;
    this.#itemId = itemId;
    this.#fieldOf = fieldOf;
  }

  /** The text of a cell; a formula without a result and an error value are reported and read as nothing. */
  text(key: K): string {
    return this.#read(key) ?? '';
  }

  /** Null where the cell is empty. */
  textOrNull(key: K): string | null {
    const text = this.text(key);
    return text === '' ? null : text;
  }

  yesNo(key: K): boolean {
    const text = this.#read(key);
    if (text === null) return false;
    const plain = folded(text);
    if (!yes.has(plain) && !no.has(plain))
      this.report('bad-value', key, `${words.yes}/${words.no}`);
    return yes.has(plain);
  }

  /** One of a closed set, by its word or its code; `otherwise` where it is none, which is reported. */
  choice<T extends string>(key: K, choices: Readonly<Record<T, string>>, otherwise: T): T {
    const text = this.#read(key);
    if (text === null) return otherwise;
    const plain = folded(text);
    // Object.entries of a record of T gives its T.
    const found = (Object.entries(choices) as [T, string][]).find(
      ([code, word]) => folded(word) === plain || folded(code) === plain,
    );
    if (found) return found[0];
    this.report(text === '' ? 'missing' : 'bad-value', key, Object.values(choices).join('/'));
    return otherwise;
  }

  placeNumber(key: K): number | null {
    const text = this.text(key);
    if (text === '') return null;
    const number = readPlaceNumber(text);
    if (number === null) this.report('bad-value', key, '1, 2, 3 …');
    return number;
  }

  /** A day, ISO; 1970-01-01 where there is none to read, which is reported. */
  day(key: K): string {
    const text = this.#read(key);
    const day = text === null ? null : readDay(text);
    if (text !== null && day === null)
      this.report(text === '' ? 'missing' : 'bad-value', key, 'YYYY-MM-DD');
    return day ?? '1970-01-01';
  }

  place(key: K): FilePlace {
    return this.#row.place(key);
  }

  report(
    code: ChecklistProblem['code'],
    key: K,
    expected: string,
    found = this.#row.cell(key),
  ): void {
    this.isSound = false;
    const field = this.#fieldOf(key);
    this.#report(
      problem(code, { itemId: this.#itemId, field, found, expected, ...this.place(key) }),
    );
  }

  /** Null where what stands there was reported as no text at all. */
  #read(key: K): string | null {
    const text = this.#row.cell(key);
    if (this.#row.isUnknownResult(key)) this.report('unreadable', key, '');
    else if (errorValue.test(text)) this.report('bad-value', key, '');
    else return text;
    return null;
  }
}
