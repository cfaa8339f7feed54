import type { Input } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { FindingPlace } from '#shared/contract/rooms/review.ts';
import { doesApply } from '#shared/domain/library/applicability.ts';
import type { Finding } from '#shared/domain/review/assessment.ts';
import type { Project } from '#shared/domain/review/project.ts';
import { pin } from '#shared/domain/law/citation.ts';
import type { Desk } from '../desk.ts';
import type { Session } from '../session.ts';
import { wordings } from './archivedItems.ts';
import { definedOf, requireProject } from './projects.ts';
import { libraryOf, requireReviewable } from './review.ts';

type FindingChannel = Extract<keyof Handlers, `finding.${string}`>;

/** Findings: what is wrong, on which basis, and what to write instead. */
export function findingHandlers(desk: Desk): Pick<Handlers, FindingChannel> {
  return {
    'finding.list': ({ projectId }) => {
      const session = desk.session();
      const { review } = session;
      const project = requireProject(session, projectId);
      const evidence = review.evidenceOfProject(projectId);
      const placeOf = itemPlaces(desk, project);
      return review.findingsOfProject(projectId).map((finding) => ({
        ...finding,
        item: placeOf(finding.itemId),
        evidence: evidence.filter((one) => one.findingId === finding.id),
      }));
    },
    'finding.add': (input) => addFinding(desk, input),
    'finding.update': (input) => updateFinding(desk, input),
    'finding.remove': ({ commandId, findingId }) => {
      const session = desk.session();
      const finding = requireFinding(session, findingId);
      const linked = session.review
        .evidenceOfItem(finding.projectId, finding.itemId)
        .filter((one) => one.findingId === findingId);
      const command = { id: commandId, name: 'finding.remove', isUndoable: true };
      session.changes.write(command, session.person(), (w) => {
        w.set('finding', findingId, { deleted: true });
        // The quotes stay with the item: the lawyer found them, whatever becomes of the finding.
        for (const one of linked) w.set('evidence', one.id, { findingId: null });
      });
      desk.changed(['finding', 'evidence'], [finding.projectId]);
      return {};
    },
  };
}

/** Where the items of findings stand now: a finding outlives what made its item apply. */
function itemPlaces(
  desk: Desk,
  project: Project,
): (itemId: string) => { number: string; title: string; standing: FindingPlace } {
  const { items } = libraryOf(desk, project);
  const answers = desk.session().projects.answers(project.id);
  const wordingOf = wordings(desk, project);
  return (itemId) => {
    const current = items.get(itemId);
    const { number, title } = wordingOf(itemId) ?? { number: '', title: itemId };
    const applies = current ? doesApply(current.when, answers) !== 'no' : false;
    return {
      number,
      title,
      standing: applies ? 'applies' : current ? 'not-applicable' : 'archived',
    };
  };
}

/** Errors: `not-found`. */
export function requireFinding(session: Session, findingId: string): Finding {
  const finding = session.review.finding(findingId);
  if (!finding) throw new AppError('not-found', { kind: 'finding', id: findingId });
  return finding;
}

function addFinding(desk: Desk, input: Input<'finding.add'>): Finding {
  const session = desk.session();
  const { project, item } = requireReviewable(desk, input.projectId, input.itemId);
  const person = session.person();
  const command = { id: input.commandId, name: 'finding.add', isUndoable: true };
  const findingId = session.changes.write(command, person, (w) => {
    const id = session.newId();
    const number = session.review.highestFindingNumber(project.id) + 1;
    w.set('finding', id, {
      projectId: project.id,
      round: project.round,
      number: `F-${String(number).padStart(3, '0')}`,
      itemId: item.id,
      severity: item.severity,
      problem: item.typicalFinding,
      citations: item.basis.filter((basis) => basis.role === 'direct').map(pin),
      recommendation: item.recommendation,
      clause: item.clause,
      status: 'open',
      by: person,
      at: session.now(),
      deleted: false,
      ...definedOf(input.fields ?? {}),
    });
    return id;
  });
  desk.changed(['finding'], [project.id]);
  return requireFinding(session, findingId);
}

/** Fields typed as prose; edits to one of them in a row are one step of undo. */
const prose = ['problem', 'recommendation', 'clause'];

function updateFinding(desk: Desk, input: Input<'finding.update'>): Finding {
  const session = desk.session();
  const before = requireFinding(session, input.findingId);
  const patch = definedOf(input.patch);
  const fields = Object.keys(patch);
  const isTyping = fields.length === 1 && fields.every((field) => prose.includes(field));
  const command = {
    id: input.commandId,
    name: 'finding.update',
    isUndoable: true,
    ...(isTyping ? { mergeKey: `${fields.join()}:${before.id}` } : {}),
  };
  session.changes.write(command, session.person(), (w) => {
    w.set('finding', before.id, { ...patch, by: session.person(), at: session.now() });
  });
  desk.changed(['finding'], [before.projectId]);
  return requireFinding(session, input.findingId);
}
