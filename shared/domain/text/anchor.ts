import { z } from 'zod';

/** A place in a version's text: index of the page or block (from 0) and UTF-16 offset into its text. */
export const TextPoint = z.strictObject({
  part: z.number().int().nonnegative(),
  offset: z.number().int().nonnegative(),
});
export type TextPoint = z.infer<typeof TextPoint>;

/** Rectangle on a PDF page, PDF units, origin bottom left. `page` counts from 1. */
export const PageRect = z.strictObject({
  page: z.number().int().positive(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
export type PageRect = z.infer<typeof PageRect>;

/** How a lawyer names the place: page (PDF), clause or heading label (第二十二条), block path (DOCX). */
export const QuotePlace = z.strictObject({
  page: z.number().int().positive().nullable(),
  clause: z.string().nullable(),
  blockPath: z.string().nullable(),
});
export type QuotePlace = z.infer<typeof QuotePlace>;

/** A quote: exact text at an exact place of one document version. `prefix` and `suffix` (≤ 32 units) tell repeats apart. */
export const Anchor = z.strictObject({
  versionId: z.string(),
  quote: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  start: TextPoint,
  end: TextPoint,
  rects: z.array(PageRect),
  place: QuotePlace,
});
export type Anchor = z.infer<typeof Anchor>;
