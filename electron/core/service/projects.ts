import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { doesApply, withImplied } from '#shared/domain/library/applicability.ts';
import type { TraitAnswers } from '#shared/domain/library/checklistItem.ts';
import { traitAnswerId } from '#shared/domain/changes/ids.ts';
import type { Project, ProjectFields, ProjectSummary } from '#shared/domain/review/project.ts';
import type { Writer } from '../changes/changeLog.ts';
import type { Desk } from '../desk.ts';
import { ChecklistShelf } from '../library/checklistShelf.ts';
import { projectLibrary } from '../library/projectLibrary.ts';
import { keepVersion, nameVersion, versionsToBeginWith } from '../library/projectPins.ts';
import type { Session } from '../session.ts';
import { Answers } from './answers.ts';
import { suggestProjectTraits } from './traitSuggestions.ts';

type ProjectChannel =
  | 'project.list'
  | 'project.show'
  | 'project.create'
  | 'project.update'
  | 'project.remove'
  | 'project.answerTraits'
  | 'project.suggestTraits';

/** Projects and the answers to their trait questions. */
export function projectHandlers(desk: Desk): Pick<Handlers, ProjectChannel> {
  return {
    'project.list': () => {
      const session = desk.session();
      return session.projects.list().map((project) => summarise(desk, session, project));
    },
    'project.show': ({ projectId }) => {
      const session = desk.session();
      const project = requireProject(session, projectId);
      return { ...summarise(desk, session, project), traits: session.projects.answers(projectId) };
    },
    'project.create': ({ commandId, fields, traits }) =>
      createProject(desk, commandId, fields, traits),
    'project.update': ({ commandId, projectId, patch }) => {
      const session = desk.session();
      requireProject(session, projectId);
      const command = { id: commandId, name: 'project.update', isUndoable: true };
      session.changes.write(command, session.person(), (w) => {
        w.set('project', projectId, definedOf(patch));
      });
      desk.changed(['project'], [projectId]);
      return requireProject(session, projectId);
    },
    'project.remove': ({ commandId, projectId }) => {
      const session = desk.session();
      requireProject(session, projectId);
      const command = { id: commandId, name: 'project.remove', isUndoable: true };
      session.changes.write(command, session.person(), (w) => {
        w.set('project', projectId, { deleted: true });
      });
      desk.changed(['project'], [projectId]);
      return {};
    },
    'project.answerTraits': (input) => answerTraits(desk, input),
    'project.suggestTraits': ({ projectId }) =>
      suggestProjectTraits(desk, requireProject(desk.session(), projectId)),
  };
}

/** Errors: `not-found`. */
export function requireProject(session: Session, projectId: string): Project {
  const project = session.projects.get(projectId);
  if (!project) throw new AppError('not-found', { kind: 'project', id: projectId });
  return project;
}

function createProject(
  desk: Desk,
  commandId: string,
  fields: ProjectFields,
  traits: TraitAnswers,
): Project {
  const session = desk.session();
  requireKnownTraits(desk, Object.keys(traits));
  const lists = versionsToBeginWith(new ChecklistShelf(desk.library, session)).map((version) => ({
    version,
    sha256: keepVersion(session, version.file),
  }));
  const pins = lists.map(({ version: { file } }) => {
    const { id, version, hash } = file;
    return [id, { version, hash }] as const;
  });
  const command = { id: commandId, name: 'project.create', isUndoable: true };
  const projectId = session.changes.write(command, session.person(), (w) => {
    const id = session.newId();
    w.set('project', id, {
      ...fields,
      round: 1,
      checklists: Object.fromEntries(pins),
      conclusion: '',
      owner: { device: session.deviceId, person: session.person() },
      createdAt: session.now(),
      deleted: false,
    });
    for (const { version, sha256 } of lists) nameVersion(w, id, version, sha256);
    writeAnswers(w, id, withImplied(traits, desk.library.traits));
    return id;
  });
  desk.changed(['project'], [projectId]);
  return requireProject(session, projectId);
}

function answerTraits(
  desk: Desk,
  input: { commandId: string; projectId: string; answers: Record<string, boolean | null> },
): TraitAnswers {
  const session = desk.session();
  requireProject(session, input.projectId);
  requireKnownTraits(desk, Object.keys(input.answers));
  const current = session.projects.answers(input.projectId);
  const merged: Record<string, boolean> = { ...current };
  for (const [traitId, answer] of Object.entries(input.answers)) {
    if (answer === null) delete merged[traitId];
    else merged[traitId] = answer;
  }
  const complete = withImplied(merged, desk.library.traits);
  const written: Record<string, boolean | null> = { ...input.answers };
  for (const [traitId, answer] of Object.entries(complete)) {
    // An answer taken back to unknown stays unknown, even where another answer implies it.
    if (current[traitId] !== answer && written[traitId] !== null) written[traitId] = answer;
  }
  const command = { id: input.commandId, name: 'project.answerTraits', isUndoable: true };
  session.changes.write(command, session.person(), (w) => {
    writeAnswers(w, input.projectId, written);
  });
  desk.changed(['project', 'traitAnswer'], [input.projectId]);
  return session.projects.answers(input.projectId);
}

function writeAnswers(
  w: Writer,
  projectId: string,
  answers: Readonly<Record<string, boolean | null>>,
): void {
  for (const [traitId, answer] of Object.entries(answers)) {
    w.set('traitAnswer', traitAnswerId(projectId, traitId), { projectId, traitId, answer });
  }
}

function requireKnownTraits(desk: Desk, ids: readonly string[]): void {
  const known = new Set(desk.library.traits.map((trait) => trait.id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw new AppError('trait-unknown', { trait: unknown });
}

function summarise(desk: Desk, session: Session, project: Project): ProjectSummary {
  const answers = session.projects.answers(project.id);
  const assessments = new Map(
    session.review.assessments(project.id, project.round).map((one) => [one.itemId, one]),
  );
  const given = new Answers(desk, session, project);
  const progress = { applicable: 0, undetermined: 0, reviewed: 0, notMet: 0 };
  for (const item of projectLibrary(desk.library, session, project).items.values()) {
    const applies = doesApply(item.when, answers);
    if (applies === 'undetermined') progress.undetermined += 1;
    if (applies !== 'yes') continue;
    const assessment = assessments.get(item.id);
    const verdict = assessment ? given.of(item, assessment).assessment.verdict : 'unreviewed';
    progress.applicable += 1;
    if (verdict !== 'unreviewed') progress.reviewed += 1;
    if (verdict === 'not-met') progress.notMet += 1;
  }
  return {
    ...project,
    holding: session.changes.ownership.holding(project.id),
    progress: {
      ...progress,
      ...session.projects.counts(project.id),
      traitsAnswered: Object.keys(answers).length,
      traitsTotal: desk.library.traits.length,
    },
  };
}

/** A patch without the fields it leaves out. */
export function definedOf<T extends object>(
  patch: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(patch).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }; // same keys, undefined dropped
}
