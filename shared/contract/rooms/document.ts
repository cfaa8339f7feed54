import { z } from 'zod';
import { DocTypeCode } from '../../domain/library/checklistItem.ts';
import { ProjectDocument } from '../../domain/review/document.ts';
import { QuotePlace } from '../../domain/text/anchor.ts';
import { BlockText, DocumentKind, ExtractWarning, PageText } from '../../domain/text/text.ts';
import { Failure } from '../errors.ts';
import { Id, Nothing, command, commandId, job, query } from '../kinds.ts';

/** Password of a file; PDF allows 127 bytes. */
const Password = z.string().min(1).max(500);

/** One file of an intake; `path` is as the lawyer handed it in (folder and zip members with their inner path). */
export const IntakeLine = z.strictObject({
  path: z.string(),
  status: z.enum(['added', 'duplicate', 'refused']),
  documentId: z.string().nullable(),
  versionId: z.string().nullable(),
  pages: z.number().int().nullable(),
  characters: z.number().int(),
  warnings: z.array(ExtractWarning),
  error: Failure.nullable(),
  /** Stands for a refused file that a password would open, for `document.retry`; valid until the workspace is locked. */
  retry: z.string().optional(),
});

export type IntakeLine = z.infer<typeof IntakeLine>;

export const VersionText = z.strictObject({
  versionId: z.string(),
  kind: DocumentKind,
  pages: z.array(PageText),
  blocks: z.array(BlockText),
  warnings: z.array(ExtractWarning),
});

export type VersionText = z.infer<typeof VersionText>;

/** A version whose text was given by an older reader than this program's. */
export const OlderText = z.strictObject({
  documentId: z.string(),
  versionId: z.string(),
  versionNumber: z.number().int(),
  title: z.string(),
});
export type OlderText = z.infer<typeof OlderText>;

/**
 * What becomes of a quote when a text is read again: it stands where it stood, stands elsewhere, is not found any more, or
 * is found once more. Of every project that quotes the same bytes.
 */
export const RereadQuote = z.strictObject({
  evidenceId: z.string(),
  projectId: z.string(),
  quote: z.string(),
  state: z.enum(['same', 'moved', 'lost', 'found']),
  from: QuotePlace,
  to: QuotePlace.nullable(),
});
export type RereadQuote = z.infer<typeof RereadQuote>;

/**
 * A text read again beside the one that stands: `compared` changed nothing yet; `outdated` was not replaced because it would
 * not become what the preview showed; `failed` keeps the old text, with the reason.
 */
export const RereadLine = z.strictObject({
  ...OlderText.shape,
  state: z.enum(['compared', 'replaced', 'outdated', 'failed']),
  /** Pages or blocks whose text differs, and the length of both texts in UTF-16 units. */
  changedParts: z.number().int(),
  charactersBefore: z.number().int(),
  charactersAfter: z.number().int(),
  quotes: z.array(RereadQuote),
  /** Names what was shown, for `document.reread`; null where there is nothing to replace. */
  seal: z.string().nullable(),
  error: Failure.nullable(),
});
export type RereadLine = z.infer<typeof RereadLine>;

/** Documents of a project. */
export const documentChannels = {
  'document.list': query(z.strictObject({ projectId: Id }), z.array(ProjectDocument)),
  /** `sources` are one-time tokens that the host handed out for files, folders or uploads; never paths. */
  'document.intake': job(
    z.strictObject({
      commandId,
      jobId: Id,
      projectId: Id,
      sources: z.array(z.string()).min(1).max(5000),
      type: DocTypeCode.nullable(),
      supersedes: Id.nullable(),
      /** Tried in turn on every encrypted PDF, DOCX, XLSX, DOC and WPS. */
      passwords: z.array(Password).max(20).optional(),
    }),
    z.strictObject({ files: z.array(IntakeLine) }),
  ),
  /** Takes in a file that was refused for its password. Errors: `source-unknown`. */
  'document.retry': job(
    z.strictObject({ commandId, jobId: Id, token: z.string(), password: Password }),
    z.strictObject({ files: z.array(IntakeLine) }),
  ),
  /** The password that opened an encrypted file, for who reads its bytes again; null for all others. */
  'document.password': query(
    z.strictObject({ versionId: Id }),
    z.strictObject({ password: z.string().nullable() }),
  ),
  'document.setType': command(
    z.strictObject({ commandId, documentId: Id, type: DocTypeCode.nullable() }),
    ProjectDocument,
  ),
  'document.rename': command(
    z.strictObject({ commandId, documentId: Id, title: z.string().trim().min(1).max(200) }),
    ProjectDocument,
  ),
  'document.remove': command(z.strictObject({ commandId, documentId: Id }), Nothing),
  /** Texts that an older reader gave; they stand until they are read again. */
  'document.older': query(z.strictObject({ projectId: Id }), z.array(OlderText)),
  /** Reads these versions again, or all that an older reader gave, and says what would change; nothing is replaced. */
  'document.rereadPreview': job(
    z.strictObject({ jobId: Id, projectId: Id, versionIds: z.array(Id).max(5000).nullable() }),
    z.strictObject({ texts: z.array(RereadLine) }),
  ),
  /** Replaces texts by what the preview showed of them; a cancel keeps those that are done. */
  'document.reread': job(
    z.strictObject({
      jobId: Id,
      projectId: Id,
      texts: z.array(z.strictObject({ versionId: Id, seal: z.string() })).max(5000),
    }),
    z.strictObject({ texts: z.array(RereadLine) }),
  ),
  'document.text': query(z.strictObject({ versionId: Id }), VersionText),
} as const;
