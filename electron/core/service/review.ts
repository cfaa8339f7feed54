import type { ReviewItem, ReviewRow } from '#shared/contract/rooms/review.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Assessment } from '#shared/domain/review/assessment.ts';
import type { ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import { assessmentId } from '#shared/domain/changes/ids.ts';
import type { Project } from '#shared/domain/review/project.ts';
import { hashFields } from '#shared/domain/review/standing.ts';
import type { Desk } from '../desk.ts';
import { type ProjectLibrary, projectLibrary } from '../library/projectLibrary.ts';
import { Answers } from './answers.ts';
import { applicableItems, whyOf } from './applicableItems.ts';
import { archivedItems, wordings } from './archivedItems.ts';
import { shelfOf } from './checklists.ts';
import { definedOf, requireProject } from './projects.ts';

type ReviewChannel = Extract<keyof Handlers, `review.${string}`>;

/** The items of a project and what was decided on each. */
export function reviewHandlers(desk: Desk): Pick<Handlers, ReviewChannel> {
  return {
    'review.rows': ({ projectId }) => rows(desk, requireProject(desk.session(), projectId)),
    'review.lists': ({ projectId }) =>
      libraryOf(desk, requireProject(desk.session(), projectId)).lists.map(
        ({ checklistId, pin: { version, hash }, checklist, fault }) => ({
          checklistId,
          version,
          hash,
          checklist: checklist ? { ...checklist, items: [...checklist.items] } : null,
          fault,
        }),
      ),
    'review.archived': ({ projectId }) =>
      archivedItems(desk, requireProject(desk.session(), projectId)),
    'review.item': ({ projectId, itemId }) => item(desk, projectId, itemId),
    'review.marks': ({ projectId, versionId }) => {
      const wordingOf = wordings(desk, requireProject(desk.session(), projectId));
      return desk
        .session()
        .review.evidenceOfVersion(projectId, versionId)
        .map((evidence) => ({
          evidenceId: evidence.id,
          itemId: evidence.itemId,
          itemNumber: wordingOf(evidence.itemId)?.number ?? '',
          stance: evidence.stance,
          anchor: evidence.anchor,
          ...(evidence.reading === 'lost' && { isLost: true }),
        }));
    },
    'review.assess': ({ commandId, projectId, itemId, patch }) =>
      assess(desk, commandId, projectId, itemId, patch),
  };
}

/** What a project asks, by the versions that it pins. */
export function libraryOf(desk: Desk, project: Pick<Project, 'checklists'>): ProjectLibrary {
  return projectLibrary(desk.library, desk.session(), project);
}

/** The newest wording of an item in any list. Errors: `item-unknown`. */
export function requireItem(desk: Desk, itemId: string): ChecklistItem {
  const found = shelfOf(desk).item(itemId);
  if (!found) throw new AppError('item-unknown', { item: itemId });
  return found.item;
}

/** The item as the project reads it. Errors: `item-archived` where only other lists or versions have it, `item-unknown`. */
function requireProjectItem(desk: Desk, project: Project, itemId: string): ChecklistItem {
  const found = libraryOf(desk, project).items.get(itemId);
  if (found) return found;
  requireItem(desk, itemId);
  throw new AppError('item-archived', { item: itemId });
}

/**
 * The item and project of a write; refused where the answers rule the item out. Errors: `not-found`, `item-unknown`,
 * `item-archived`, `item-not-applicable`.
 */
export function requireReviewable(
  desk: Desk,
  projectId: string,
  itemId: string,
): { readonly project: Project; readonly item: ChecklistItem } {
  const session = desk.session();
  const project = requireProject(session, projectId);
  const found = requireProjectItem(desk, project, itemId);
  if (!whyOf(found, session.projects.answers(projectId))) {
    throw new AppError('item-not-applicable', { item: itemId });
  }
  return { project, item: found };
}

function rows(desk: Desk, project: Project): ReviewRow[] {
  const session = desk.session();
  const { review, projects } = session;
  const assessments = new Map(
    review.assessments(project.id, project.round).map((one) => [one.itemId, one]),
  );
  const evidence = countByItem(review.evidenceOfProject(project.id));
  const findings = countByItem(review.findingsOfProject(project.id));
  const given = new Answers(desk, session, project);
  const applicable = applicableItems(libraryOf(desk, project), projects.answers(project.id));
  return applicable.map(({ item: one, why }) => {
    const assessment = assessments.get(one.id);
    const answer = assessment ? given.of(one, assessment) : null;
    return {
      itemId: one.id,
      number: one.number,
      checklist: one.checklist,
      title: one.title,
      question: one.question,
      severity: one.severity,
      needsConfirmation: one.needsConfirmation,
      why,
      verdict: answer?.assessment.verdict ?? 'unreviewed',
      reopened: answer?.reopened ?? null,
      hasNote: (assessment?.note ?? '') !== '',
      evidence: evidence.get(one.id) ?? 0,
      findings: findings.get(one.id) ?? 0,
    };
  });
}

function countByItem(records: readonly { readonly itemId: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { itemId } of records) counts.set(itemId, (counts.get(itemId) ?? 0) + 1);
  return counts;
}

function item(desk: Desk, projectId: string, itemId: string): ReviewItem {
  const session = desk.session();
  const { review } = session;
  const { project, item: found } = requireReviewable(desk, projectId, itemId);
  const why = whyOf(found, session.projects.answers(projectId));
  if (!why) throw new AppError('item-not-applicable', { item: itemId });
  const assessment = review.assessment(projectId, project.round, itemId);
  return {
    item: found,
    why,
    ...new Answers(desk, session, project).of(found, assessment),
    evidence: review.evidenceOfItem(projectId, itemId),
    findings: review.findingsOfItem(projectId, itemId),
  };
}

function assess(
  desk: Desk,
  commandId: string,
  projectId: string,
  itemId: string,
  patch: { verdict?: Assessment['verdict'] | undefined; note?: string | undefined },
): Assessment {
  const session = desk.session();
  const { project, item: found } = requireReviewable(desk, projectId, itemId);
  const id = assessmentId(projectId, project.round, itemId);
  const person = session.person();
  const command = {
    id: commandId,
    name: 'review.assess',
    isUndoable: true,
    ...(patch.verdict === undefined ? { mergeKey: `note:${id}` } : {}),
  };
  const given = new Answers(desk, session, project);
  const before = session.review.assessment(projectId, project.round, itemId);
  const { reopened } = given.of(found, before);
  const isSame =
    (patch.verdict ?? before.verdict) === before.verdict &&
    (patch.note ?? before.note) === before.note &&
    (patch.verdict === undefined || reopened === null);
  const hashField = patch.verdict === undefined ? null : hashFields[patch.verdict];
  session.changes.write(command, person, (w) => {
    // Choosing what was chosen already is no decision: it moves neither name nor time.
    if (isSame) return;
    w.set('assessment', id, { projectId, round: project.round, itemId, ...definedOf(patch) });
    if (hashField !== null) w.set('assessment', id, { [hashField]: found.hash });
    w.set('assessment', id, { by: person, at: session.now() });
  });
  desk.changed(['assessment'], [projectId]);
  const after = session.review.assessment(projectId, project.round, itemId);
  return given.of(found, after).assessment;
}
