import { checklistWorkbookZh } from '#shared/i18n/messages/checklistWorkbook.ts';

/** How a column is written: its width in characters, and whether it is computed (shown, never read). */
interface ColumnForm {
  readonly width: number;
  readonly isDerived?: boolean;
}

export interface Column<K extends string = string> extends ColumnForm {
  readonly key: K;
  readonly header: string;
}

function columns<K extends string>(
  headers: Readonly<Record<K, string>>,
  forms: Readonly<Record<K, ColumnForm>>,
): readonly Column<K>[] {
  // Object.keys of a record of K gives its K in the order they are written.
  return (Object.keys(headers) as K[]).map((key) => ({ key, header: headers[key], ...forms[key] }));
}

const words = checklistWorkbookZh;

export const listColumns = columns(words.lists, {
  id: { width: 22 },
  titleZh: { width: 36 },
  titleEn: { width: 40 },
  primaryLaw: { width: 12 },
  version: { width: 14 },
  effectiveDate: { width: 14 },
  reviewedOn: { width: 14 },
  basedOn: { width: 34 },
  itemCount: { width: 12, isDerived: true },
});

export const itemColumns = columns(words.items, {
  list: { width: 14 },
  id: { width: 20 },
  title: { width: 20 },
  question: { width: 36 },
  obligation: { width: 44 },
  bearer: { width: 24 },
  nature: { width: 12 },
  severity: { width: 10 },
  lookFor: { width: 44 },
  typicalFinding: { width: 34 },
  recommendation: { width: 40 },
  clause: { width: 44 },
  stateOrgan: { width: 40 },
  enterprise: { width: 44 },
  cites: { width: 40 },
  docTypes: { width: 26 },
  when: { width: 32 },
  whenInWords: { width: 32, isDerived: true },
  needsConfirmation: { width: 12 },
  confirmationNote: { width: 30 },
  note: { width: 30 },
});

export const baseColumns = columns(words.bases, {
  owner: { width: 24 },
  ownerTitle: { width: 24, isDerived: true },
  cite: { width: 40, isDerived: true },
  code: { width: 12 },
  law: { width: 40 },
  article: { width: 7 },
  paragraph: { width: 7 },
  item: { width: 7 },
  role: { width: 12 },
  verified: { width: 12 },
  reason: { width: 44 },
  keyword: { width: 40 },
  lawVersion: { width: 14 },
});

export type ListKey = keyof typeof words.lists;
export type ItemKey = keyof typeof words.items;
export type BaseKey = keyof typeof words.bases;

/** Characters that one cell of a workbook holds at most. */
export const maxCellCharacters = 32_767;

/** A1-style letters of a column, from 1. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** What a spreadsheet program could take for a formula, and what we have already guarded. */
const formulaStart = /^'*[=+\-@＝＋－＠\t\r]/;
const guardedStart = /^'+[=+\-@＝＋－＠\t\r]/;
// Characters that XML or the writer cannot hold; halves of pairs among them.
const unwritable = /(?![\t\n\r\u0080-\u009F])[\p{Cc}\uFFFE\uFFFF\p{Cs}]/gu;

/**
 * A text as a cell of ours holds it: one kind of line end, nothing a workbook cannot hold, no blanks around it. A text of a base
 * version whose cell is unchanged is kept as it was, so this loses nothing.
 */
export function cellForm(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unwritable, '').trim();
}

/** A text as it is written into a cell: nothing that could run as a formula, no escapes that readers would take for their own. */
export function writtenForm(text: string): string {
  const plain = cellForm(text);
  const guarded = formulaStart.test(plain) ? `'${plain}` : plain;
  return guarded.replace(/_x(?=[\dA-F]{4}_)/gi, '_x005F_x');
}

/** The text of a cell that was read, without the guard of `writtenForm`. */
export function readForm(text: string): string {
  const plain = cellForm(text);
  return guardedStart.test(plain) ? plain.slice(1) : plain;
}
