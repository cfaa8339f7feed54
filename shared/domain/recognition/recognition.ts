import { z } from 'zod';
import { Failure } from '../../contract/errors.ts';

/** Box of a recognised word: left, bottom, width, height in PDF units, origin bottom left. */
const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** A word as an engine recognised it; `confidence` runs from 0 to 100. */
export const RecognisedWord = z.strictObject({
  text: z.string(),
  confidence: z.number(),
  box: Box,
});
export type RecognisedWord = z.infer<typeof RecognisedWord>;

/** A line of recognised words in reading order. */
export const RecognisedLine = z.array(RecognisedWord);
export type RecognisedLine = z.infer<typeof RecognisedLine>;

/** Confidence of a page or document, 0 to 100, below which it is said to need reading word by word. */
export const doubtfulConfidence = 80;

/** What an engine returns for one page. `engine` is its name and version; `unread` the part of the print, 0 to 1, that no word covers. */
export const Recognition = z.strictObject({
  lines: z.array(RecognisedLine),
  engine: z.string(),
  unread: z.number().min(0).max(1),
});
export type Recognition = z.infer<typeof Recognition>;

/** What the thread that recognises is started with: the model's bytes and where pdf.js's own files lie, nothing of the workspace. */
export interface RecogniseWorkerData {
  readonly pdfAssetsDir: string;
  readonly model: { readonly name: string; readonly bytes: Uint8Array };
}

/** Kinds of documents that have pages to recognise. */
export type RecognisedKind = 'pdf' | 'image';

/** One page to recognise. `bytes` come with the first page of a document and stand for those that follow. */
export interface RecogniseRequest {
  readonly id: number;
  readonly kind: RecognisedKind;
  readonly bytes: Uint8Array | null;
  /** Of an encrypted document; goes with its bytes. */
  readonly password: string | null;
  /** Counts from 1. */
  readonly page: number;
  /** The page has text that is of no use, so it must be drawn and not only its images looked at. */
  readonly mustDraw: boolean;
}

export const RecogniseReply = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('done'), id: z.number().int(), recognition: Recognition }),
  z.strictObject({ type: z.literal('failed'), id: z.number().int(), failure: Failure }),
]);
export type RecogniseReply = z.infer<typeof RecogniseReply>;
