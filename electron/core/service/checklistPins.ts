import type { ParsedInput } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { checklistPinId } from '#shared/domain/changes/ids.ts';
import type { ChecklistUpdate, ItemChange } from '#shared/domain/library/checklistVersion.ts';
import { compareItems } from '#shared/domain/library/versionComparison.ts';
import type { Assessment } from '#shared/domain/review/assessment.ts';
import type { Project } from '#shared/domain/review/project.ts';
import type { Desk } from '../desk.ts';
import { type ChecklistShelf, compareAge, type ShelfVersion } from '../library/checklistShelf.ts';
import { projectLibrary } from '../library/projectLibrary.ts';
import { keepVersion, nameVersion } from '../library/projectPins.ts';
import { Answers } from './answers.ts';
import { workedOn } from './archivedItems.ts';
import { describeVersion, pinCounts, shelfOf } from './checklists.ts';
import { requireProject } from './projects.ts';

type PinChannel = 'checklist.updates' | 'checklist.pin' | 'checklist.unpin';

/** Which versions a project reads: what newer ones would do to its answers, and taking them up. */
export function pinHandlers(desk: Desk): Pick<Handlers, PinChannel> {
  return {
    'checklist.updates': ({ projectId }) => {
      const project = requireProject(desk.session(), projectId);
      return updatesOf(desk, project);
    },
    'checklist.pin': (input) => pinVersion(desk, input),
    'checklist.unpin': ({ commandId, projectId, checklistId }) => {
      const session = desk.session();
      requireProject(session, projectId);
      const command = { id: commandId, name: 'checklist.unpin', isUndoable: true };
      session.changes.write(command, session.person(), (w) => {
        const id = checklistPinId(projectId, checklistId);
        w.set('checklistPin', id, { projectId, checklistId, pin: false });
      });
      desk.changed(['project', 'checklistPin'], [projectId]);
      return requireProject(session, projectId);
    },
  };
}

/** Lists of the project with a newer version, and lists that came into use since; none that was taken out by hand. */
function updatesOf(desk: Desk, project: Project): ChecklistUpdate[] {
  const session = desk.session();
  const shelf = shelfOf(desk);
  const takenOut = new Set(session.projects.takenOut(project.id));
  return shelf
    .currents()
    .filter((to) => !takenOut.has(to.file.id) && isNews(shelf, project, to))
    .map((to) => updateTo(desk, shelf, project, to));
}

/** What is not here has to be replaced, whatever its age. */
function isNews(shelf: ChecklistShelf, project: Project, to: ShelfVersion): boolean {
  const pin = project.checklists[to.file.id];
  if (!pin) return true;
  const from = shelf.pinned(to.file.id, pin);
  return from === null || compareAge(from, to) < 0;
}

/** What pinning a version would do to the answers of a project; writes nothing. */
export function updateTo(
  desk: Desk,
  shelf: ChecklistShelf,
  project: Project,
  to: ShelfVersion,
): ChecklistUpdate {
  const checklistId = to.file.id;
  const pin = project.checklists[checklistId] ?? null;
  const from = pin ? shelf.pinned(checklistId, pin) : null;
  const answered = answeredItems(desk, project);
  const worked = workedOn(desk, project);
  const changes = compareItems(from?.items ?? [], to.items);
  const { carried, reopened } = standingAfter(desk, project, to, answered, changes);
  return {
    checklistId,
    titleZh: to.file.titleZh,
    titleEn: to.file.titleEn,
    from: pin ? { version: pin.version, hash: pin.hash } : null,
    isFromHeld: pin === null || from !== null,
    to: describeVersion(shelf, to, pinCounts(desk)),
    carried,
    reopened,
    archived: changes.filter(({ kind, itemId }) => kind === 'removed' && worked.has(itemId)),
    added: changes.filter(({ kind }) => kind === 'added').length,
  };
}

function answeredItems(desk: Desk, project: Project): Map<string, Assessment> {
  const given = desk.session().review.assessments(project.id, project.round);
  const answered = given.filter(({ verdict }) => verdict !== 'unreviewed');
  return new Map(answered.map((one) => [one.itemId, one]));
}

/** Whether each answer would stand under the new wording: by the rule that the review itself applies. */
function standingAfter(
  desk: Desk,
  project: Project,
  to: ShelfVersion,
  answered: ReadonlyMap<string, Assessment>,
  changes: readonly ItemChange[],
): { carried: number; reopened: ItemChange[] } {
  const { id, version, hash } = to.file;
  const after = { ...project, checklists: { ...project.checklists, [id]: { version, hash } } };
  const given = new Answers(desk, desk.session(), after);
  const byItem = new Map(changes.map((change) => [change.itemId, change]));
  const reopened: ItemChange[] = [];
  let carried = 0;
  for (const item of to.items) {
    const assessment = answered.get(item.id);
    const change = byItem.get(item.id);
    if (!assessment || !change) continue;
    const answer = given.of(item, assessment);
    if (answer.reopened === null) carried += 1;
    else reopened.push(reopenedChange(change, answer.reopened.before));
  }
  return { carried, reopened };
}

/** Against the wording that was answered, which may be older than the one the project reads. */
function reopenedChange(change: ItemChange, before: ItemChange['before']): ItemChange {
  if (!before || !change.after || before.hash === change.before?.hash) return change;
  const [against] = compareItems([before], [change.after]);
  return against ? { ...against, isMoved: change.isMoved } : change;
}

function pinVersion(
  desk: Desk,
  { commandId, projectId, versionId }: ParsedInput<'checklist.pin'>,
): Project {
  const session = desk.session();
  const project = requireProject(session, projectId);
  const shelved = shelfOf(desk).require(versionId);
  const { id: checklistId, version, hash } = shelved.file;
  requireNoClash(desk, project, shelved);
  const sha256 = keepVersion(session, shelved.file);
  const command = { id: commandId, name: 'checklist.pin', isUndoable: true };
  session.changes.write(command, session.person(), (w) => {
    const id = checklistPinId(projectId, checklistId);
    w.set('checklistPin', id, { projectId, checklistId, pin: { version, hash } });
    nameVersion(w, projectId, shelved, sha256);
  });
  desk.changed(['project', 'checklistPin', 'assessment'], [projectId]);
  return requireProject(session, projectId);
}

/** Errors: `checklist-clash` where another list of the project has an item of the same id. */
function requireNoClash(desk: Desk, project: Project, { file }: ShelfVersion): void {
  const { lists, items } = projectLibrary(desk.library, desk.session(), project);
  const clash = file.items
    .map(({ id }) => items.get(id))
    .find((item) => item !== undefined && item.checklist !== file.id);
  if (!clash) return;
  const other = lists.find(({ checklistId }) => checklistId === clash.checklist);
  throw new AppError('checklist-clash', {
    title: file.titleZh,
    other: other?.checklist?.titleZh ?? clash.checklist,
    item: clash.id,
  });
}
