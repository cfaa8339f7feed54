import type { Basis } from '../library/checklistItem.ts';
import type { PinnedCitation } from '../review/assessment.ts';
import type { Instrument } from '../library/libraryFile.ts';

const DIGITS = '零一二三四五六七八九';
const UNITS = ['千', '百', '十', ''] as const;
const LARGEST = 9999;

/**
 * Writes a number as statutes write article numbers: 23 → 二十三, 110 → 一百一十, 1164 → 一千一百六十四.
 * Takes whole numbers from 1 to 9999; throws a RangeError for anything else.
 */
export function toChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > LARGEST)
    throw new RangeError(`no Chinese numeral for ${String(value)}`);
  const digits = [...String(value).padStart(4, '0')].map(Number);
  let text = '';
  let isGap = false;
  for (const [place, digit] of digits.entries()) {
    if (digit === 0) {
      isGap = text !== '';
      continue;
    }
    if (isGap) text += '零';
    isGap = false;
    text += `${DIGITS[digit] ?? ''}${UNITS[place] ?? ''}`;
  }
  return value >= 10 && value < 20 ? text.slice(1) : text;
}

const NUMERAL =
  /^(?:([一二两三四五六七八九])千)?(零)?(?:([一二两三四五六七八九])百)?(零)?(?:([一二三四五六七八九])?十)?([一二三四五六七八九])?$/u;

/**
 * Reads a Chinese numeral up to 9999 as statutes and drafters write it (〇 and 零, 两百, 十二, 一百十 alike); null where
 * the text is not one.
 */
export function parseChineseNumeral(text: string): number | null {
  const match = NUMERAL.exec(text.replaceAll('〇', '零'));
  if (!match || text === '') return null;
  const [, thousands, gapAfterThousands, hundreds, gap, tens, ones] = match;
  const hasTen = text.includes('十');
  const hasGap = (gap ?? gapAfterThousands) !== undefined;
  if (gapAfterThousands !== undefined && thousands === undefined) return null;
  if (gapAfterThousands !== undefined && hundreds !== undefined) return null;
  if (gap !== undefined && (hundreds === undefined || hasTen)) return null;
  if (hasGap && ones === undefined && !hasTen) return null;
  if (ones !== undefined && (hundreds ?? thousands) !== undefined && !hasTen && !hasGap)
    return null; // 一百一: 101 or 110
  const digit = (character: string | undefined) =>
    character === undefined ? 0 : character === '两' ? 2 : DIGITS.indexOf(character);
  const tensValue = hasTen ? (tens === undefined ? 1 : digit(tens)) : 0;
  const value = digit(thousands) * 1000 + digit(hundreds) * 100 + tensValue * 10 + digit(ones);
  return value > 0 ? value : null;
}

/** A place in an instrument; `paragraph` is null where the article has only one (无款的不写第一款). */
export interface StatutePlace {
  readonly article: number | null;
  readonly paragraph: number | null;
  readonly item: number | null;
}

/** Writes a citation as the memo prints it: 《简称》第二十三条第二款第（三）项; a GB standard stands without 《》. */
export function formatCitation(instrument: Instrument, place: StatutePlace): string {
  const isStandard = instrument.hierarchy.endsWith('标准');
  let text = isStandard ? instrument.citeTitle : `《${instrument.citeTitle}》`;
  if (place.article !== null) text += `第${toChineseNumeral(place.article)}条`;
  if (place.paragraph !== null) text += `第${toChineseNumeral(place.paragraph)}款`;
  if (place.item !== null) text += `第（${toChineseNumeral(place.item)}）项`;
  return text;
}

const CITATION = /^《([^》]+)》(?:第([^条]+)条)?(?:第([^款]+)款)?(?:第（([^）]+)）项)?$/u;

/** Reads a citation in the form that `formatCitation` writes; null where it is not in that form. */
export function parseCitation(cite: string): (StatutePlace & { readonly title: string }) | null {
  const match = CITATION.exec(cite);
  if (!match) return null;
  const [, title = '', ...numerals] = match;
  const [article, paragraph, item] = numerals.map((numeral) =>
    numeral === undefined ? null : parseChineseNumeral(numeral),
  );
  if (numerals.some((numeral) => numeral !== undefined && parseChineseNumeral(numeral) === null))
    return null;
  if (article === null && (paragraph !== null || item !== null)) return null;
  return { title, article: article ?? null, paragraph: paragraph ?? null, item: item ?? null };
}

/** Takes a basis over into a finding, with the version of the law it was checked against. */
export function pin(basis: Basis): PinnedCitation {
  const { code, cite, lawVersion, verified } = basis;
  return { code, cite, lawVersion, verified };
}

/**
 * Version date (ISO) of the current text of an instrument: its latest amendment, else its promulgation, as the national
 * database of laws dates it; null where neither is known.
 */
export function versionOf(instrument: Instrument): string | null {
  return instrument.latestAmendment ?? instrument.promulgated ?? instrument.adopted;
}

/**
 * Whether an instrument's current version has an article of that number; `unknown` where its text was not at hand. The
 * parts of the Civil Code are instruments of their own, each with its range.
 */
export function articleExists(instrument: Instrument, article: number): 'yes' | 'no' | 'unknown' {
  if (instrument.articles === null) return 'unknown';
  const [first, last] = instrument.articles;
  return Number.isInteger(article) && article >= first && article <= last ? 'yes' : 'no';
}
