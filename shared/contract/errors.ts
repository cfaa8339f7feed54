import { z } from 'zod';

/** Everything that can go wrong as expected, by code; the screen and the command line own the words (i18n/errors). */
export const ErrorCode = z.enum([
  'bad-input',
  'unknown-channel',
  'internal',
  'cancelled',
  'not-found',
  'ambiguous-name',
  'workspace-none',
  'workspace-exists',
  'workspace-locked',
  'workspace-busy',
  'workspace-newer',
  'workspace-damaged',
  'read-only',
  'disk-full',
  'wrong-passphrase',
  'wrong-recovery-key',
  'passphrase-short',
  'passphrase-missing',
  'file-not-found',
  'file-unreadable',
  'file-empty',
  'file-mismatch',
  'file-unsupported',
  'file-damaged',
  'file-encrypted',
  'wrong-password',
  'file-too-large',
  'file-ambiguous',
  'file-image',
  'limit-pages',
  'limit-characters',
  'limit-blocks',
  'limit-entries',
  'limit-inflated',
  'limit-nesting',
  'worker-timeout',
  'worker-memory',
  'worker-crashed',
  'ocr-model-none',
  'ocr-model-missing',
  'ocr-model-damaged',
  'ocr-model-folder',
  'page-blank',
  'page-needs-drawing',
  'page-unreadable',
  'trait-unknown',
  'doc-type-unknown',
  'item-unknown',
  'item-not-applicable',
  'item-archived',
  'checklist-incomplete',
  'checklist-clash',
  'quote-not-found',
  'quote-ambiguous',
  'quote-moved',
  'nothing-to-undo',
  'nothing-to-redo',
  'undo-superseded',
  'memo-blocked',
  'target-unwritable',
  'target-exists',
  'library-invalid',
  'source-unknown',
  'handoff-damaged',
  'handoff-newer',
  'handoff-signature',
  'handoff-invalid',
  'handoff-forked',
  'handoff-memo-frozen',
  'handoff-sender-unknown',
  'handoff-sender-revoked',
  'handoff-passphrase',
  'handoff-not-for-us',
  'handoff-recipient-unknown',
  'handoff-contact-damaged',
  'handoff-fingerprint',
  'handoff-empty',
  'handoff-nothing-to-undo',
  'handoff-new-owner',
  'handoff-not-owner',
  'handoff-owned',
  'project-handed-over',
  'statute-no-articles',
  'statute-gap',
  'statute-repeat',
  'statute-empty-article',
  'statute-count',
  'statute-no-title',
  'statute-no-date',
  'statute-version-taken',
  'statute-not-held',
  'statute-not-comparable',
  'law-unknown',
  'law-ambiguous',
  'article-unknown',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** Values that the words of an error need: names, numbers, places; never document text. */
export const ErrorParams = z.record(z.string(), z.union([z.string(), z.number()]));
export type ErrorParams = z.infer<typeof ErrorParams>;

export const Failure = z.strictObject({ code: ErrorCode, params: ErrorParams });
export type Failure = z.infer<typeof Failure>;

/** An expected failure: crosses every boundary as `{code, params}`. Bugs throw plain errors instead. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }
}
