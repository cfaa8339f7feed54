import type { ArchivedItem } from '#shared/contract/rooms/review.ts';
import type { Assessment } from '#shared/domain/review/assessment.ts';
import type { ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import type { Project } from '#shared/domain/review/project.ts';
import type { Desk } from '../desk.ts';
import { ChecklistShelf, type ShelfVersion } from '../library/checklistShelf.ts';
import { projectLibrary } from '../library/projectLibrary.ts';

/**
 * Items of the project that were worked on (answered, noted, quoted for, found against) and that none of its lists has any
 * more, with their last wording: nothing of a lawyer's work disappears with a version of a list.
 */
export function archivedItems(desk: Desk, project: Project): ArchivedItem[] {
  const session = desk.session();
  const { review } = session;
  const library = projectLibrary(desk.library, session, project);
  const shelf = new ChecklistShelf(desk.library, session);
  const begun = session.projects.begunWith(project.id);
  const unreadable = new Set(
    library.lists.filter(({ fault }) => fault !== null).map(({ checklistId }) => checklistId),
  );
  return [...workedOn(desk, project)]
    .filter((id) => !library.items.has(id))
    .map((itemId): ArchivedItem => {
      const assessment = review.assessment(project.id, project.round, itemId);
      const found = lastWording(shelf, begun, itemId, assessment.itemHash);
      const listId = found?.version.file.id ?? null;
      return {
        itemId,
        reason: reasonOf(listId, project, unreadable),
        item: found?.item ?? null,
        version: found?.version.file.version ?? null,
        assessment,
        evidence: review.evidenceOfItem(project.id, itemId),
        findings: review.findingsOfItem(project.id, itemId),
      };
    })
    .sort(
      (a, b) => compare(a.item?.number ?? '', b.item?.number ?? '') || compare(a.itemId, b.itemId),
    );
}

/** Items of the project that were answered, noted, quoted for or found against, by id. */
export function workedOn(desk: Desk, project: Project): Set<string> {
  const { review } = desk.session();
  const given = review.assessments(project.id, project.round).filter(isAnswered);
  const records = [
    ...given,
    ...review.evidenceOfProject(project.id),
    ...review.findingsOfProject(project.id),
  ];
  return new Set(records.map(({ itemId }) => itemId));
}

/** Items by id as the project reads them, else in the wording that was last answered; null where nothing here has them. */
export function wordings(desk: Desk, project: Project): (itemId: string) => ChecklistItem | null {
  const session = desk.session();
  const { items } = projectLibrary(desk.library, session, project);
  const begun = session.projects.begunWith(project.id);
  let shelf: ChecklistShelf | null = null;
  return (itemId) => {
    const current = items.get(itemId);
    if (current) return current;
    shelf ??= new ChecklistShelf(desk.library, session);
    const { itemHash } = session.review.assessment(project.id, project.round, itemId);
    return lastWording(shelf, begun, itemId, itemHash)?.item ?? null;
  };
}

function isAnswered({ verdict, note }: Assessment): boolean {
  return verdict !== 'unreviewed' || note !== '';
}

/** The wording that was answered; else that of the version the project was begun with; else the newest known. */
function lastWording(
  shelf: ChecklistShelf,
  begun: Project['checklists'],
  itemId: string,
  hash: string | null,
): { readonly item: ShelfVersion['items'][number]; readonly version: ShelfVersion } | null {
  const known = shelf.item(itemId);
  if (!known) return null;
  const listId = known.version.file.id;
  const answered = hash === null ? null : shelf.wording(listId, itemId, hash);
  if (answered) return answered;
  const pin = begun[listId];
  const version = pin ? shelf.pinned(listId, pin) : null;
  const item = version?.items.find(({ id }) => id === itemId);
  return version && item ? { item, version } : known;
}

function reasonOf(
  listId: string | null,
  project: Project,
  unreadable: ReadonlySet<string>,
): ArchivedItem['reason'] {
  if (listId === null) return unreadable.size > 0 ? 'list-not-here' : 'list-removed';
  if (unreadable.has(listId)) return 'list-not-here';
  return project.checklists[listId] ? 'removed' : 'list-removed';
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
