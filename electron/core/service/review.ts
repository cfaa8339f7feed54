import type { ReviewItem, ReviewRow } from '#shared/contract/rooms/review.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Assessment } from '#shared/domain/review/assessment.ts';
import type { ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import { assessmentId } from '#shared/domain/changes/ids.ts';
import type { Project } from '#shared/domain/review/project.ts';
import type { Desk } from '../desk.ts';
import { applicableItems, whyOf } from './applicableItems.ts';
import { definedOf, requireProject } from './projects.ts';

type ReviewChannel = Extract<keyof Handlers, `review.${string}`>;

/** The items of a project and what was decided on each. */
export function reviewHandlers(desk: Desk): Pick<Handlers, ReviewChannel> {
  return {
    'review.rows': ({ projectId }) => rows(desk, requireProject(desk.session(), projectId)),
    'review.item': ({ projectId, itemId }) => item(desk, projectId, itemId),
    'review.marks': ({ projectId, versionId }) =>
      desk
        .session()
        .review.evidenceOfVersion(projectId, versionId)
        .map((evidence) => ({
          evidenceId: evidence.id,
          itemId: evidence.itemId,
          itemNumber: desk.library.items.get(evidence.itemId)?.number ?? '',
          stance: evidence.stance,
          anchor: evidence.anchor,
        })),
    'review.assess': ({ commandId, projectId, itemId, patch }) =>
      assess(desk, commandId, projectId, itemId, patch),
  };
}

/** Errors: `item-unknown`. */
export function requireItem(desk: Desk, itemId: string): ChecklistItem {
  const found = desk.library.items.get(itemId);
  if (!found) throw new AppError('item-unknown', { item: itemId });
  return found;
}

/** The item and project of a write; refused where the answers rule the item out. Errors: `not-found`, `item-unknown`, `item-not-applicable`. */
export function requireReviewable(
  desk: Desk,
  projectId: string,
  itemId: string,
): { readonly project: Project; readonly item: ChecklistItem } {
  const session = desk.session();
  const project = requireProject(session, projectId);
  const found = requireItem(desk, itemId);
  if (!whyOf(found, session.projects.answers(projectId))) {
    throw new AppError('item-not-applicable', { item: itemId });
  }
  return { project, item: found };
}

function rows(desk: Desk, project: Project): ReviewRow[] {
  const { review, projects } = desk.session();
  const assessments = new Map(
    review.assessments(project.id, project.round).map((one) => [one.itemId, one]),
  );
  const evidence = countByItem(review.evidenceOfProject(project.id));
  const findings = countByItem(review.findingsOfProject(project.id));
  return applicableItems(desk.library, projects.answers(project.id)).map(({ item: one, why }) => ({
    itemId: one.id,
    number: one.number,
    checklist: one.checklist,
    title: one.title,
    question: one.question,
    severity: one.severity,
    needsConfirmation: one.needsConfirmation,
    why,
    verdict: assessments.get(one.id)?.verdict ?? 'unreviewed',
    hasNote: (assessments.get(one.id)?.note ?? '') !== '',
    evidence: evidence.get(one.id) ?? 0,
    findings: findings.get(one.id) ?? 0,
  }));
}

function countByItem(records: readonly { readonly itemId: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { itemId } of records) counts.set(itemId, (counts.get(itemId) ?? 0) + 1);
  return counts;
}

function item(desk: Desk, projectId: string, itemId: string): ReviewItem {
  const { review } = desk.session();
  const { project, item: found } = requireReviewable(desk, projectId, itemId);
  const why = whyOf(found, desk.session().projects.answers(projectId));
  if (!why) throw new AppError('item-not-applicable', { item: itemId });
  return {
    item: found,
    why,
    assessment: review.assessment(projectId, project.round, itemId),
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
  const { project } = requireReviewable(desk, projectId, itemId);
  const id = assessmentId(projectId, project.round, itemId);
  const person = session.person();
  const command = {
    id: commandId,
    name: 'review.assess',
    isUndoable: true,
    ...(patch.verdict === undefined ? { mergeKey: `note:${id}` } : {}),
  };
  const before = session.review.assessment(projectId, project.round, itemId);
  const isSame =
    (patch.verdict ?? before.verdict) === before.verdict &&
    (patch.note ?? before.note) === before.note;
  session.changes.write(command, person, (w) => {
    // Choosing what was chosen already is no decision: it moves neither name nor time.
    if (isSame) return;
    w.set('assessment', id, { projectId, round: project.round, itemId, ...definedOf(patch) });
    w.set('assessment', id, { by: person, at: session.now() });
  });
  desk.changed(['assessment'], [projectId]);
  return session.review.assessment(projectId, project.round, itemId);
}
