import { z } from 'zod';
import { ErrorCode, Failure } from '../../contract/errors.ts';
import type { ExtractWarning } from '../text/text.ts';

export const RecognitionState = z.enum(['queued', 'paused', 'cancelled']);
export type RecognitionState = z.infer<typeof RecognitionState>;

/** What a lawyer may ask of the queue; `again` takes pages that were recognised before once more. */
export const RecognitionAction = z.enum(['run', 'again', 'pause', 'cancel', 'first']);
export type RecognitionAction = z.infer<typeof RecognitionAction>;

/** How far one document is: its newest version, where it has pages that give no text of their own. */
export const DocumentRecognition = z.strictObject({
  documentId: z.string(),
  versionId: z.string(),
  title: z.string(),
  waiting: z.number().int(),
  done: z.number().int(),
  failures: z.array(z.strictObject({ page: z.number().int(), code: ErrorCode })),
  /** Mean over recognised pages, 0 to 100. */
  confidence: z.number().nullable(),
  /** Null while nobody asked for it. */
  state: RecognitionState.nullable(),
});
export type DocumentRecognition = z.infer<typeof DocumentRecognition>;

/** Stands for the folder of a model whose bytes are kept in the workspace itself, by their SHA-256. */
export const keptInWorkspace = '';

export const RecognitionModel = z.strictObject({
  name: z.string(),
  folder: z.string(),
  sha256: z.string(),
});
export type RecognitionModel = z.infer<typeof RecognitionModel>;

export const RecognitionStatus = z.strictObject({
  model: RecognitionModel.nullable(),
  /** Why the queue stands still although pages wait: the model's file is gone or damaged. */
  problem: Failure.nullable(),
  /** The page at hand, of any project. */
  current: z.strictObject({ versionId: z.string(), page: z.number().int() }).nullable(),
  documents: z.array(DocumentRecognition),
});
export type RecognitionStatus = z.infer<typeof RecognitionStatus>;

const warningOf = { 'no-text': 'pages-without-text', 'unusable-text': 'pages-unusable' } as const;

/** Remarks on a file after some of its pages were recognised: those pages are searchable now, and said to be recognised. */
export function withRecognised(
  warnings: readonly ExtractWarning[],
  recognised: readonly { readonly page: number; readonly was: 'no-text' | 'unusable-text' }[],
): ExtractWarning[] {
  if (recognised.length === 0) return [...warnings];
  const left = warnings
    .filter((warning) => warning.code !== 'pages-recognised')
    .map((warning) => {
      const gone = recognised.filter((one) => warningOf[one.was] === warning.code);
      const pages = new Set(gone.map((one) => String(one.page)));
      const where = warning.where.filter((place) => !pages.has(place));
      return gone.length === 0
        ? warning
        : { ...warning, count: warning.count - gone.length, where };
    })
    .filter((warning) => warning.count > 0);
  const where = recognised.slice(0, 50).map((one) => String(one.page));
  return [...left, { code: 'pages-recognised', count: recognised.length, where }];
}
