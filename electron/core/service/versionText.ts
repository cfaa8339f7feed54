import type { VersionText } from '#shared/contract/rooms/document.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { DocumentVersion, ProjectDocument } from '#shared/domain/review/document.ts';
import { type Extraction, isPaged, type PartFlag } from '#shared/domain/text/text.ts';
import type { Session } from '../session.ts';

/** The version a document is reviewed in: its newest. */
export function latestVersion(document: ProjectDocument): DocumentVersion {
  const newest = document.versions.at(-1);
  if (!newest) throw new Error('a document has at least one version');
  return newest;
}

/** Errors: `not-found`. */
export function requireVersion(session: Session, versionId: string): DocumentVersion {
  const version = session.documents.version(versionId);
  if (!version) throw new AppError('not-found', { kind: 'version', id: versionId });
  return version;
}

/** The text of record of a version. Errors: `not-found` where its text is not in the workspace. */
export function readVersion(session: Session, version: DocumentVersion): Extraction {
  const extraction = session.texts.get(version.sha256);
  if (!extraction) throw new AppError('not-found', { kind: 'text', id: version.id });
  return extraction;
}

export function versionText(session: Session, versionId: string): VersionText {
  const extraction = readVersion(session, requireVersion(session, versionId));
  return {
    versionId,
    kind: extraction.kind,
    pages: isPaged(extraction) ? extraction.pages : [],
    blocks: isPaged(extraction) ? [] : extraction.blocks,
    warnings: extraction.warnings,
  };
}

const hidesText: readonly PartFlag[] = ['no-text', 'unusable-text', 'page-failed', 'truncated'];

/** Page numbers or block paths whose text is missing or not to be relied on. */
export function unsearchablePlaces(extraction: Extraction): string[] {
  const isHidden = (flags: readonly PartFlag[]): boolean =>
    flags.some((flag) => hidesText.includes(flag));
  return isPaged(extraction)
    ? extraction.pages.filter((page) => isHidden(page.flags)).map((page) => String(page.number))
    : extraction.blocks.filter((block) => isHidden(block.flags)).map((block) => block.path);
}
