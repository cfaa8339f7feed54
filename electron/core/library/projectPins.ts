import type { ChecklistFile } from '#shared/domain/library/libraryFile.ts';
import { AppError } from '#shared/contract/errors.ts';
import { checklistUseId } from '#shared/domain/changes/ids.ts';
import type { Writer } from '../changes/changeLog.ts';
import { sha256Hex } from '../repo/contentStore.ts';
import type { Session } from '../session.ts';
import { checklistBytes } from './checklistFile.ts';
import { ChecklistShelf, type ShelfVersion } from './checklistShelf.ts';
import type { Library } from './library.ts';

/** Names of contents, so that a list that many projects begin with is not written out for each. */
const names = new WeakMap<ChecklistFile, string>();

/** Keeps the bytes of a version and returns their SHA-256. */
export function keepVersion(session: Session, file: ChecklistFile): string {
  const known = names.get(file);
  if (known !== undefined && session.contents.has(known)) return known;
  const bytes = checklistBytes(file);
  const sha256 = known ?? sha256Hex(bytes);
  names.set(file, sha256);
  return session.contents.put(bytes);
}

/**
 * Says which content a project is reviewed by: an upgrade that brings other lists does not take it away, and it travels with
 * the project. `sha256` comes from `keepVersion`, which writes to another file and so comes before the command.
 */
export function nameVersion(
  w: Writer,
  projectId: string,
  { file, by, at }: Pick<ShelfVersion, 'file' | 'by' | 'at'>,
  sha256: string,
): void {
  const isPublished = by !== null && at !== null;
  w.set('checklistUse', checklistUseId(projectId, file.seal), {
    projectId,
    sha256,
    ...(isPublished ? { by, at } : {}),
  });
}

/** The current versions that fit side by side: a list with an item that an earlier one has is left out. */
export function versionsToBeginWith(shelf: ChecklistShelf): ShelfVersion[] {
  const taken = new Set<string>();
  return shelf.currents().filter(({ items }) => {
    if (items.some(({ id }) => taken.has(id))) return false;
    for (const { id } of items) taken.add(id);
    return true;
  });
}

/**
 * Names the contents of projects that were begun before versions were kept, as far as this program still has them. Projects
 * that are held by another desk are left alone: that desk names them.
 */
export function nameOlderPins(library: () => Library, session: Session, commandId: string): void {
  const unnamed = session.projects.withoutNamedLists();
  if (unnamed.length === 0) return;
  const shelf = new ChecklistShelf(library(), session);
  const found = unnamed.flatMap((projectId) =>
    Object.entries(session.projects.begunWith(projectId)).flatMap(([checklistId, pin]) => {
      const version = shelf.pinned(checklistId, pin);
      return version ? [{ projectId, version, sha256: keepVersion(session, version.file) }] : [];
    }),
  );
  for (const projectId of unnamed) {
    const own = found.filter((one) => one.projectId === projectId);
    if (own.length === 0) continue;
    const command = { id: `${commandId}/${projectId}`, name: 'checklist.keep', isUndoable: false };
    try {
      session.changes.write(command, session.person(), (w) => {
        for (const { version, sha256 } of own) nameVersion(w, projectId, version, sha256);
      });
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'project-handed-over')) throw error;
    }
  }
}
