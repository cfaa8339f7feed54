import { z } from 'zod';

/** Why a page or block gives no text that can be searched or quoted in full. */
export const PartFlag = z.enum([
  'no-text', // nothing but images: OCR needed
  'unusable-text', // fonts without a map back to characters
  'recognised', // read from a picture by OCR: to be checked against the original
  'doubtful', // recognised with so little confidence that it must be read word by word
  'page-failed', // the parser gave up on this page, the others stand
  'truncated', // cut at the character limit
  'deleted', // tracked deletion
  'inserted', // tracked insertion
  'hidden', // hidden text
]);
export type PartFlag = z.infer<typeof PartFlag>;

/** Box of a run of text on a PDF page: `[start, end, x, y, width, height]`, offsets into the page's text, PDF units, origin bottom left. */
export const TextRun = z.tuple([
  z.number().int(),
  z.number().int(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
]);
export type TextRun = z.infer<typeof TextRun>;

function isTextRun(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 6) return false;
  const [start, end] = value as readonly unknown[];
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && value.every(Number.isFinite);
}

/** Runs of a page: as many as a page has words, so they are checked in place instead of copied one by one. */
const TextRuns = z.custom<TextRun[]>((value) => Array.isArray(value) && value.every(isTextRun));

/** A stretch `[start, end]` of a part's text, `end` exclusive. */
export const Stretch = z.tuple([z.number().int(), z.number().int()]);
export type Stretch = z.infer<typeof Stretch>;

/** One PDF page as text of record. `runs[i]` belongs to the i-th text item that pdf.js reports; text drawn across columns follows the columns, so runs need not rise. */
export const PageText = z.strictObject({
  number: z.number().int().positive(),
  label: z.string().nullable(),
  text: z.string(),
  flags: z.array(PartFlag),
  width: z.number(),
  height: z.number(),
  runs: TextRuns,
  /** Headers, footers and page numbers within `text`, in order: they recur on the pages and are passed over where a sentence runs on. */
  furniture: z.array(Stretch).optional(),
  /** Bookmarks that lead to the page: `[level, title]`, 1 for the highest level. */
  bookmarks: z.array(z.tuple([z.number().int().positive(), z.string()])).optional(),
});
export type PageText = z.infer<typeof PageText>;

export const BlockKind = z.enum([
  'heading',
  'paragraph',
  'cell',
  'footnote',
  'endnote',
  'header',
  'footer',
  'comment',
  'textbox',
]);
export type BlockKind = z.infer<typeof BlockKind>;

export const TrackedChange = z.tuple([
  z.number().int(),
  z.number().int(),
  z.enum(['inserted', 'deleted']),
  z.string(),
  z.string(),
]);
export type TrackedChange = z.infer<typeof TrackedChange>;

/** In place of a run's number: signs that stand in no run (fraction bars of an equation, the tick of a form's box). */
export const noRun = 0xffff_ffff;

/**
 * One block of a DOCX or any other format without pages, as text of record. `path` names its place in the file (`body/12`, `body/13/r2/c1/0`, `footnote/3/0`; in a sheet
 * `sheet/1/r3/c2`, on a page of an OFD `page/3/12`);
 * `label` is the automatic number as Word shows it (第一条), not part of `text`; `level` is the heading level, 0 for none.
 */
export const BlockText = z.strictObject({
  path: z.string(),
  kind: BlockKind,
  label: z.string().nullable(),
  text: z.string(),
  flags: z.array(PartFlag),
  level: z.number().int().min(0).max(9),
  align: z.enum(['start', 'center', 'end', 'justify']).nullable(),
  /** Marks inside the block: `[start, end, mark]`; offsets into `text`. */
  marks: z.array(
    z.tuple([
      z.number().int(),
      z.number().int(),
      z.enum(['bold', 'italic', 'underline', 'strike', 'deleted', 'inserted', 'hidden']),
    ]),
  ),
  /** Who changed what while changes were tracked: `[start, end, change, author, date]`; author and date as the file has them. */
  changes: z.array(TrackedChange).optional(),
  /** What comments are about: `[start, end, id]`; the blocks of comment `id` have paths `comment/<id>/…`. */
  comments: z.array(z.tuple([z.number().int(), z.number().int(), z.string()])).optional(),
  /** Where the signs of footnotes and endnotes stand: `[offset, note]`; the note's blocks have paths below `note` (`footnote/3`). */
  notes: z.array(z.tuple([z.number().int().nonnegative(), z.string()])).optional(),
  /** Of a comment: who wrote it and when, as the file has it; the id of the comment that it answers; whether it was marked as resolved. */
  by: z
    .strictObject({
      author: z.string(),
      date: z.string(),
      replyTo: z.string().optional(),
      isResolved: z.boolean().optional(),
    })
    .optional(),
  /** Of a table cell: the columns it spans, and whether it goes on with the cell above (`w:vMerge`). */
  cell: z.strictObject({ columns: z.number().int().positive(), goesOn: z.boolean() }).optional(),
  /** Of a table cell: its row as a whole was inserted or deleted while changes were tracked. */
  row: z.enum(['inserted', 'deleted']).optional(),
  /** The automatic number after the tracked changes and before them, where either is not `label`. */
  labels: z
    .strictObject({ final: z.string().nullable(), original: z.string().nullable() })
    .optional(),
  /** The paragraph mark was inserted or deleted while changes were tracked: before, or after the changes, the next block goes on in this paragraph. */
  mark: z.enum(['inserted', 'deleted']).optional(),
  /**
   * Way back into a DOCX: pairs of an offset into `text` and the number of the `w:r` element whose text begins there, counted
   * from 0 through the part that the block is from, or `noRun`; each run reaches to the next pair. A run's characters are those of
   * its `w:t` and `w:delText`, a line end counting as the blank that Word shows for it, and one each for `w:tab`, `w:ptab`, `w:br`,
   * `w:cr`, `w:noBreakHyphen`, `w:softHyphen` and a `w:sym` that shows anything. The part's name is in the extraction's
   * `meta` under `part:` and the story (`part:body`, `part:header/1`).
   */
  runs: z.array(z.number().int().nonnegative()).optional(),
});
export type BlockText = z.infer<typeof BlockText>;

/** Formats that are read; `wps` is a Word 97 file under WPS's name, `image` any picture file: one page a picture. */
export const DocumentKind = z.enum([
  'pdf',
  'docx',
  'doc',
  'wps',
  'rtf',
  'txt',
  'md',
  'html',
  'xlsx',
  'ofd',
  'image',
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** Formats whose text of record is made of blocks: all but PDF and pictures. */
export const BlockDocumentKind = DocumentKind.exclude(['pdf', 'image']);
export type BlockDocumentKind = z.infer<typeof BlockDocumentKind>;

/** A remark about the whole file that the lawyer should see beside it; never a reason to refuse it. */
export const ExtractWarning = z.strictObject({
  code: z.enum([
    'pages-without-text',
    'pages-unusable',
    'pages-failed',
    'pages-missing', // the file says that it has more pages than can be found in it; `count` is the difference
    'reading-cut', // time or memory ended before the pages in `where`, which are flagged `page-failed`
    'pages-recognised', // text read from pictures by OCR
    'tracked-changes',
    'comments',
    'hidden-text',
    'macros',
    'embedded-files',
    'truncated',
    'bidi-controls',
    'numbering-unresolved',
    'scripts-ignored',
    'other-format-inside', // the content is of another format than the name says; `where` holds the real kind
    'encoding-guessed', // text without a mark of its encoding; `where` holds the one taken
    'undecodable-text', // bytes that are no characters in the encoding taken
    'images-unread', // pictures whose text, if any, was not read
    'parts-unread', // members or values that should be there and could not be read
  ]),
  count: z.number().int(),
  /** Page numbers or block paths, at most 50. */
  where: z.array(z.string()),
});
export type ExtractWarning = z.infer<typeof ExtractWarning>;

/** What the extractor returns for one file. `characters` counts UTF-16 units of all parts. */
export const Extraction = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['pdf', 'image']),
    pages: z.array(PageText),
    characters: z.number().int(),
    warnings: z.array(ExtractWarning),
    meta: z.record(z.string(), z.string()),
  }),
  z.strictObject({
    kind: BlockDocumentKind,
    blocks: z.array(BlockText),
    characters: z.number().int(),
    warnings: z.array(ExtractWarning),
    meta: z.record(z.string(), z.string()),
  }),
]);
export type Extraction = z.infer<typeof Extraction>;

/** Text of record that is made of pages: of a PDF, or of pictures. */
export type PagedExtraction = Extract<Extraction, { readonly kind: 'pdf' | 'image' }>;

export function isPaged(extraction: Extraction): extraction is PagedExtraction {
  return extraction.kind === 'pdf' || extraction.kind === 'image';
}
