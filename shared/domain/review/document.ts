import { z } from 'zod';
import { DocTypeCode } from '../library/checklistItem.ts';
import { DocumentKind, ExtractWarning } from '../text/text.ts';

/** One upload of a document; old ones stay. `sha256` (hex) is the legal identity of what was reviewed. */
export const DocumentVersion = z.strictObject({
  id: z.string(),
  documentId: z.string(),
  number: z.number().int().positive(),
  sha256: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().int(),
  kind: DocumentKind,
  /** Pages of a PDF, null for DOCX, whose pages depend on the program that lays it out. */
  pages: z.number().int().nullable(),
  characters: z.number().int(),
  warnings: z.array(ExtractWarning),
  addedAt: z.string(),
});
export type DocumentVersion = z.infer<typeof DocumentVersion>;

/** A document of a project. `type` is null until the lawyer (or the importer, by its name) says what it is. */
export const ProjectDocument = z.strictObject({
  id: z.string(),
  projectId: z.string(),
  title: z.string(),
  type: DocTypeCode.nullable(),
  versions: z.array(DocumentVersion).min(1),
});
export type ProjectDocument = z.infer<typeof ProjectDocument>;
