import { z } from 'zod';
import { Failure } from '../../contract/errors.ts';
import { arePackedRuns } from './packedRuns.ts';
import { DocumentKind, Extraction, ExtractWarning, PageText } from './text.ts';

/** Bounds that end hostile files. Counts are of the whole file unless said otherwise; text is counted in UTF-16 units. */
export const ExtractLimits = z.strictObject({
  pages: z.number().int().positive(),
  charactersPerPage: z.number().int().positive(),
  characters: z.number().int().positive(),
  /** Blocks of a file without pages. */
  blocks: z.number().int().positive(),
  /** Members of a DOCX package. */
  entries: z.number().int().positive(),
  /** Bytes of all members read, counted while they inflate; stated sizes are not believed. */
  inflatedBytes: z.number().int().positive(),
  /** Depth of XML elements. */
  nesting: z.number().int().positive(),
});
export type ExtractLimits = z.infer<typeof ExtractLimits>;

/** Chosen so that the largest real tender files pass with room to spare and every bomb of the corpus does not. */
export const defaultExtractLimits: ExtractLimits = {
  pages: 5_000,
  charactersPerPage: 200_000,
  characters: 10_000_000,
  blocks: 300_000,
  entries: 5_000,
  inflatedBytes: 160 * 1024 * 1024,
  nesting: 1_000,
};

/** What the core sends to the worker: bytes and bounds, nothing about where the file lies or what it is called. */
export interface ExtractRequest {
  readonly id: number;
  readonly kind: DocumentKind;
  readonly bytes: Uint8Array;
  readonly limits: ExtractLimits;
  /** Opens an encrypted file. */
  readonly password?: string;
}

/** What the worker is started with. */
export interface ExtractWorkerData {
  /** Folder with pdf.js's cmaps/, standard_fonts/ and wasm/. */
  readonly pdfAssetsDir: string;
  /** Whether to load what reading a PDF needs before there is one to read. */
  readonly isWarmed: boolean;
}

/** A page on its way from the worker to the core, its runs packed. */
export const SentPage = PageText.extend({ runs: z.custom<Float64Array>(arePackedRuns) });
export type SentPage = z.infer<typeof SentPage>;

/** What the worker answers; the core believes none of it before it is parsed. */
export const ExtractReply = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('progress'),
    id: z.number().int(),
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
  }),
  /** Pages of a PDF as they are read, so that they are kept if the reading is cut short; with the remarks so far. */
  z.strictObject({
    type: z.literal('pages'),
    id: z.number().int(),
    pages: z.array(SentPage),
    warnings: z.array(ExtractWarning),
  }),
  /** Of a PDF the pages came before. */
  z.strictObject({ type: z.literal('done'), id: z.number().int(), extraction: Extraction }),
  z.strictObject({ type: z.literal('failed'), id: z.number().int(), failure: Failure }),
]);
export type ExtractReply = z.infer<typeof ExtractReply>;
