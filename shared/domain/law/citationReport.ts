import { z } from 'zod';

/** What a citation was held against: the text of the version, the catalogue's range of articles, or the title alone. */
export const CitationAgainst = z.enum(['text', 'range', 'title']);
export type CitationAgainst = z.infer<typeof CitationAgainst>;

/** Why a citation is not `ok`, or what to know about one that is. */
export const CitationReason = z.enum([
  'older-version-named', // the document itself names a version that is no longer in force
  'topic-moved', // what is said beside it is now under another number
  'topic-elsewhere', // the cited article is about something else, another one fits
  'article-deleted', // an older version had it
  'article-missing',
  'paragraph-missing',
  'item-missing',
  'not-in-catalogue',
  'repealed',
  'not-issued',
  'obsolete', // on the list of instruments that are gone or never came
  'version-open', // renumbered law, and nothing tells which version is meant
  'former-named', // 原《…》: the writer knows that it is an earlier law
  'draft', // 征求意见稿
  'ambiguous',
]);
export type CitationReason = z.infer<typeof CitationReason>;

/** A citation of a document as checked. It is a suggestion for the lawyer; no text is ever replaced by it. */
export const CheckedCitation = z.strictObject({
  /** Index of the part (page or block, from 0) in which it stands, and UTF-16 offsets into its text. */
  part: z.number().int().nonnegative(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  quote: z.string(),
  /** As a citation names it; as the document writes it where the law is not known. */
  law: z.string(),
  lawCode: z.string().nullable(),
  article: z.number().int().nullable(),
  through: z.number().int().nullable(),
  paragraph: z.number().int().nullable(),
  item: z.number().int().nullable(),
  status: z.enum(['ok', 'stale', 'nonexistent', 'unknown-law']),
  reason: CitationReason.nullable(),
  /** What to cite now, as written in a memo; null where only the lawyer can tell. */
  current: z.string().nullable(),
  /** Version (ISO day) it was held against; null where none is known. */
  version: z.string().nullable(),
  against: CitationAgainst.nullable(),
  /** The remark of the list of obsolete references (Chinese, library content). */
  remark: z.string().nullable(),
});
export type CheckedCitation = z.infer<typeof CheckedCitation>;
