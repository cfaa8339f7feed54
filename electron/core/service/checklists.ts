import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import type {
  ApplicabilityPreview,
  ChecklistComparison,
  ChecklistVersion,
} from '#shared/domain/library/checklistVersion.ts';
import { doesApply } from '#shared/domain/library/applicability.ts';
import type { DocTypeCode } from '#shared/domain/library/checklistItem.ts';
import { compareItems, countChanges } from '#shared/domain/library/versionComparison.ts';
import type { Desk } from '../desk.ts';
import type { Session } from '../session.ts';
import { ChecklistShelf, type ShelfVersion } from '../library/checklistShelf.ts';
import { conditionProblem } from '../library/draftProblems.ts';

type VersionChannel =
  | 'checklist.versions'
  | 'checklist.version'
  | 'checklist.compare'
  | 'checklist.retire'
  | 'checklist.preview';

/** Published versions of checklists, and for which projects a condition holds. They can be read without a workspace. */
export function checklistHandlers(desk: Desk): Pick<Handlers, VersionChannel> {
  return {
    'checklist.versions': () => {
      const shelf = shelfOf(desk);
      const use = pinCounts(desk);
      return shelf.versions().map((version) => describeVersion(shelf, version, use));
    },
    'checklist.version': ({ versionId }) => {
      const shelf = shelfOf(desk);
      const version = shelf.require(versionId);
      return {
        version: describeVersion(shelf, version, pinCounts(desk)),
        items: [...version.items],
      };
    },
    'checklist.compare': ({ fromId, toId }) => compare(desk, fromId, toId),
    'checklist.retire': ({ commandId, versionId, isRetired }) => {
      const session = desk.session();
      const version = shelfOf(desk).require(versionId);
      const command = { id: commandId, name: 'checklist.retire', isUndoable: true };
      session.changes.write(command, session.person(), (w) => {
        const checklistId = version.file.id;
        w.set('checklistVersion', versionId, { checklistId, retired: isRetired });
      });
      desk.changed(['checklistVersion'], []);
      return requireVersionEntry(desk, versionId);
    },
    'checklist.preview': ({ when, docTypes }) => preview(desk, when, docTypes),
  };
}

/** Every version that can be read now; only what the program brings while no workspace is open. */
export function shelfOf(desk: Desk): ChecklistShelf {
  return new ChecklistShelf(desk.library, sessionAtHand(desk));
}

/** The workspace where it is open or opens by itself; the library can be read without it. */
function sessionAtHand(desk: Desk): Session | null {
  try {
    desk.openUnencrypted();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  return desk.hasSession() ? desk.session() : null;
}

/** A version as screens know it. Errors: `not-found`. */
export function requireVersionEntry(desk: Desk, versionId: string): ChecklistVersion {
  const shelf = shelfOf(desk);
  return describeVersion(shelf, shelf.require(versionId), pinCounts(desk));
}

/** Projects by list and hash of the items that they pin. */
export function pinCounts(desk: Desk): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { checklists } of sessionAtHand(desk)?.projects.list() ?? []) {
    for (const [id, { hash }] of Object.entries(checklists)) {
      const key = `${id} ${hash}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

export function describeVersion(
  shelf: ChecklistShelf,
  version: ShelfVersion,
  use: ReadonlyMap<string, number>,
): ChecklistVersion {
  const { file, checklist, origin, by, at, signer, basedOn } = version;
  const { id: checklistId, items, ...head } = checklist;
  return {
    id: file.seal,
    checklistId,
    ...head,
    items: items.length,
    origin,
    by,
    at,
    signer,
    basedOn,
    state: stateOf(shelf, version),
    projects: use.get(`${checklistId} ${file.hash}`) ?? 0,
  };
}

/** What came with a project and nobody took into use is superseded where the list has a current version, else retired. */
function stateOf(shelf: ChecklistShelf, version: ShelfVersion): ChecklistVersion['state'] {
  const current = shelf.current(version.file.id);
  if (current === version) return 'current';
  if (current === null) return 'retired';
  return version.isInUse || !version.isMarked ? 'superseded' : 'retired';
}

/** Errors: `not-found`. */
function compare(desk: Desk, fromId: string, toId: string): ChecklistComparison {
  const shelf = shelfOf(desk);
  const use = pinCounts(desk);
  const from = shelf.require(fromId);
  const to = shelf.require(toId);
  const changes = compareItems(from.items, to.items);
  return {
    from: describeVersion(shelf, from, use),
    to: describeVersion(shelf, to, use),
    counts: countChanges(changes),
    changes,
  };
}

function preview(desk: Desk, when: string, docTypes: readonly DocTypeCode[]): ApplicabilityPreview {
  const problem = conditionProblem(desk.library, when);
  if (problem) return { projects: [], problem };
  const session = desk.session();
  const projects = session.projects.list().map(({ id, name }) => {
    const types = session.documents.ofProject(id).map((document) => document.type);
    return {
      projectId: id,
      name,
      applies: doesApply(when, session.projects.answers(id)),
      documents: types.filter((type) => type !== null && docTypes.includes(type)).length,
    };
  });
  return { projects, problem: null };
}
