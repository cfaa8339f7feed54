import type { Input } from '#shared/contract/contract.ts';
import type { TextPoint } from '#shared/domain/text/anchor.ts';
import { stanceForVerdict, type Stance, type Verdict } from '#shared/domain/review/verdict.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import {
  withAssessment,
  withEvidence,
  withFinding,
  withoutEvidence,
  withoutFinding,
} from './reviewState.ts';
import { useReview } from './reviewStore.ts';

const { getState: get, setState: set } = useReview;

type AssessmentPatch = Input<'review.assess'>['patch'];
export type FindingPatch = Input<'finding.update'>['patch'];

async function assess(projectId: string, itemId: string, patch: AssessmentPatch): Promise<void> {
  const commandId = newCommandId();
  const assessment = await client('review.assess', { commandId, projectId, itemId, patch });
  set((state) => (state.projectId === projectId ? withAssessment(state, assessment) : {}));
}

/** Decides the item at hand. */
export async function setVerdict(verdict: Verdict): Promise<void> {
  const { projectId, itemId } = get();
  if (projectId !== null && itemId !== null) await assess(projectId, itemId, { verdict });
}

/** Saves the note of an item; neither the item nor its project need be at hand any more. */
export function saveNote(projectId: string, itemId: string): (note: string) => Promise<void> {
  return (note) => assess(projectId, itemId, { note });
}

/** A stretch of the version in view. */
export type Attachment = {
  readonly versionId: string;
  readonly start: TextPoint;
  readonly end: TextPoint;
  readonly quote: string;
};

/** Attaches a passage to the item at hand, on the side its verdict suggests. */
export async function attach(passage: Attachment): Promise<void> {
  const { projectId, itemId, items } = get();
  if (projectId === null || itemId === null) return;
  const { versionId, start, end, quote } = passage;
  const evidence = await client('evidence.add', {
    commandId: newCommandId(),
    projectId,
    itemId,
    findingId: null,
    stance: stanceForVerdict(items[itemId]?.assessment.verdict ?? 'unreviewed'),
    versionId,
    start,
    end,
    quote,
  });
  set((state) => withEvidence(state, evidence));
}

/** Changes the side of a piece of evidence, or the finding it proves. */
export async function changeEvidence(
  evidenceId: string,
  patch: { readonly stance?: Stance; readonly findingId?: string | null },
): Promise<void> {
  const commandId = newCommandId();
  const evidence = await client('evidence.update', { commandId, evidenceId, patch });
  set((state) => withEvidence(state, evidence));
}

export async function removeEvidence(evidenceId: string): Promise<void> {
  await client('evidence.remove', { commandId: newCommandId(), evidenceId });
  set((state) => withoutEvidence(state, evidenceId));
}

/** Opens a finding on the item at hand, filled in by the core from the item. */
export async function addFinding(): Promise<void> {
  const { projectId, itemId } = get();
  if (projectId === null || itemId === null) return;
  const finding = await client('finding.add', { commandId: newCommandId(), projectId, itemId });
  set((state) => ({ ...withFinding(state, finding), freshFindingId: finding.id }));
}

export async function changeFinding(findingId: string, patch: FindingPatch): Promise<void> {
  const commandId = newCommandId();
  const finding = await client('finding.update', { commandId, findingId, patch });
  set((state) => (state.projectId === finding.projectId ? withFinding(state, finding) : {}));
}

export async function removeFinding(findingId: string): Promise<void> {
  await client('finding.remove', { commandId: newCommandId(), findingId });
  set((state) => withoutFinding(state, findingId));
}

/** Answers the trait an undetermined item waits for; the rows are read again when the core tells of the change. */
export async function answerTrait(traitId: string, answer: boolean): Promise<void> {
  const { projectId } = get();
  if (projectId === null) return;
  const commandId = newCommandId();
  await client('project.answerTraits', { commandId, projectId, answers: { [traitId]: answer } });
}

export async function undoLast(): Promise<void> {
  await client('history.undo', { commandId: newCommandId() });
}
