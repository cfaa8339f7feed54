import { parseChineseNumeral } from './citation.ts';
import type { StatuteEvent } from './statuteText.ts';

const day =
  /(\d{4}|[〇零一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日/gu;
const digits = '〇一二三四五六七八九';

const kinds: readonly (readonly [StatuteEvent['kind'], RegExp])[] = [
  ['revised', /修订/u],
  ['amended', /修正|修改[^》〉]*$/u],
  ['adopted', /通过/u],
  ['promulgated', /公布|发布|印发/u],
  ['approved', /批准/u],
  ['effective', /施行|实施|生效/u],
];

function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  if (text.length === 4)
    return Number([...text].map((one) => digits.indexOf(one === '零' ? '〇' : one)).join(''));
  return parseChineseNumeral(text) ?? 0;
}

function isoDay(year: string, month: string, date: string): string | null {
  const [y, m, d] = [numberOf(year), numberOf(month), numberOf(date)];
  const at = new Date(Date.UTC(y, m - 1, d));
  const isReal = y >= 1949 && at.getUTCMonth() === m - 1 && at.getUTCDate() === d;
  return isReal ? at.toISOString().slice(0, 10) : null;
}

/** The days that a note names (题注, or the sentence of an order that promulgates), each with what happened on it. */
export function eventsOf(note: string): StatuteEvent[] {
  const found = [...note.matchAll(day)];
  return found.flatMap((match, index) => {
    const iso = isoDay(match[1] ?? '', match[2] ?? '', match[3] ?? '');
    const rest = note.slice(match.index + match[0].length, found[index + 1]?.index ?? note.length);
    // A decision's title names an amendment of its own (《关于修改…的决定》); what happened stands outside it.
    const outside = rest.replace(/《[^》]*》/gu, '');
    const kind = kinds.find(([, pattern]) => pattern.test(outside))?.[0];
    return iso !== null && kind !== undefined ? [{ day: iso, kind }] : [];
  });
}

const orders =
  /((?:中华人民共和国)?[^\s\u3000，。；（）《》\d日]{2,24}?令[\s\u3000]*(?:\d{4}年)?第[\s\u3000]*[\d〇零一二三四五六七八九十百]+[\s\u3000]*号)/gu;
const congress =
  /全国人民代表大会(?:常务委员会)?|[^\s\u3000，。；（）日]{2,12}人民代表大会(?:常务委员会)?/u;

/** Issuing body and document number as far as a note names them. */
export function issuerOf(notes: readonly string[]): {
  readonly issuer: string | null;
  readonly documentNumber: string | null;
} {
  const text = notes.join('\n').replace(/《[^》]*》/gu, '');
  // The newest order stands last.
  const number = [...text.matchAll(orders)].at(-1)?.[1]?.replace(/[\s\u3000]/gu, '') ?? null;
  const body = congress.exec(text)?.[0] ?? null;
  const byOrder =
    number === null ? null : number.replace(/令.*$/u, '').replace(/^中华人民共和国(?=国务院)/u, '');
  return { issuer: body?.replace(/^第.+?届/u, '') ?? byOrder, documentNumber: number };
}
