import { z } from 'zod';
import { toChineseNumeral } from './citation.ts';

/** 目 of an item: `1.` under （一）. */
export const StatuteSubItem = z.strictObject({ number: z.number().int(), text: z.string() });
export type StatuteSubItem = z.infer<typeof StatuteSubItem>;

/** 项: `text` without its number. */
export const StatuteItem = z.strictObject({
  number: z.number().int(),
  text: z.string(),
  subItems: z.array(StatuteSubItem),
});
export type StatuteItem = z.infer<typeof StatuteItem>;

/** 款: one natural paragraph of an article, with the items that follow it. */
export const StatuteParagraph = z.strictObject({ text: z.string(), items: z.array(StatuteItem) });
export type StatuteParagraph = z.infer<typeof StatuteParagraph>;

/** 条. `branch` is the 之 number (第一百二十条之一 → 1), 0 for none; `division` is an index into the statute's divisions. */
export const StatuteArticle = z.strictObject({
  number: z.number().int().positive(),
  branch: z.number().int().nonnegative(),
  division: z.number().int().nullable(),
  paragraphs: z.array(StatuteParagraph),
});
export type StatuteArticle = z.infer<typeof StatuteArticle>;

/** 编, 分编, 章 or 节, in the order of the text; `parent` is an index into the same list. */
export const StatuteDivision = z.strictObject({
  rank: z.enum(['编', '分编', '章', '节']),
  /** `第一章`; null where the heading stands in the file without its number. */
  label: z.string().nullable(),
  title: z.string(),
  parent: z.number().int().nullable(),
});
export type StatuteDivision = z.infer<typeof StatuteDivision>;

/** An event that the note under the title (题注) tells, with its day (ISO). */
export const StatuteEvent = z.strictObject({
  day: z.iso.date(),
  kind: z.enum(['adopted', 'approved', 'promulgated', 'amended', 'revised', 'effective']),
});
export type StatuteEvent = z.infer<typeof StatuteEvent>;

/** What a file's text says, before it is held against the catalogue. */
export interface ParsedStatute {
  /** Empty where the text has no title of its own. */
  readonly title: string;
  /** Lines of the note under the title, and of an order or announcement before it. */
  readonly notes: readonly string[];
  readonly events: readonly StatuteEvent[];
  readonly issuer: string | null;
  readonly documentNumber: string | null;
  readonly divisions: readonly StatuteDivision[];
  readonly articles: readonly StatuteArticle[];
  /** What stands after the last article under 附. */
  readonly appendix: readonly string[];
  /** Line (from 1) on which each article begins, in the order of `articles`. */
  readonly lines: readonly number[];
  readonly remarks: readonly StatuteRemark[];
}

/** What a lawyer should know about an imported text; never a reason to refuse it. */
export const StatuteRemark = z.strictObject({
  code: z.enum([
    'not-in-catalogue',
    'version-assumed', // neither note nor name gives the date: taken from the catalogue
    'version-by-name', // the file name decides over an older or incomplete note
    'newer-than-catalogue',
    'older-than-catalogue',
    'effective-unknown',
    'effective-differs', // the last article names another day than the amendment
    'paragraphs-unreliable', // 款 were lost or made by conversion
    'division-unnumbered', // a chapter heading without its number
    'division-glued', // a chapter heading at the end of an article's line
    'part-of-code', // one 编 of a code
    'appendix-missing', // the text ends with 附 and nothing after it
  ]),
  /** Line of the file, from 1; null where it concerns the whole. */
  line: z.number().int().nullable(),
  detail: z.string(),
});
export type StatuteRemark = z.infer<typeof StatuteRemark>;

/** `第二十三条`, `第一百二十条之一`. */
export function articleLabel(number: number, branch = 0): string {
  const suffix = branch > 0 ? `之${toChineseNumeral(branch)}` : '';
  return `第${toChineseNumeral(number)}条${suffix}`;
}

/** An item as the law prints it: its number, its text and its 目, each on a line. */
export function itemText(item: StatuteItem): string {
  const below = item.subItems.map((one) => `\n${String(one.number)}.${one.text}`).join('');
  return `（${toChineseNumeral(item.number)}）${item.text}${below}`;
}

/** A 款 with its items, one line each. */
export function paragraphText(paragraph: StatuteParagraph): string {
  return [paragraph.text, ...paragraph.items.map(itemText)].join('\n');
}

/** The words of an article without its number, one line for each 款, 项 and 目. */
export function articleText(article: Pick<StatuteArticle, 'paragraphs'>): string {
  return article.paragraphs.map(paragraphText).join('\n');
}
