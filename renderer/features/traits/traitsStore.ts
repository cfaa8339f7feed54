import { create } from 'zustand';
import type { TraitReport, TraitSuggestion } from '#shared/contract/rooms/project.ts';
import { whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { inTurn, type Resource, unread } from '../../client/resource.ts';
import { reloadOpenProject } from '../projects/projectsStore.ts';

interface TraitsState {
  readonly projectId: string | null;
  readonly report: Resource<TraitReport>;
  /** Answers given and not yet acknowledged. */
  readonly pending: Readonly<Record<string, boolean | null>>;
  /** The trait whose passages are shown. */
  readonly current: string | null;
}

const begin: TraitsState = { projectId: null, report: unread, pending: {}, current: null };

export const useTraits = create<TraitsState>()(() => begin);

const readReport = inTurn(async () => {
  const { projectId } = useTraits.getState();
  if (projectId === null) return;
  const report = await client('project.suggestTraits', { projectId }).then(
    (value) => ({ value, failure: null }),
    (failure: unknown) => ({ value: null, failure }),
  );
  if (useTraits.getState().projectId === projectId) useTraits.setState({ report });
});

/** Follows the suggestions of one project. */
export function followTraits(projectId: string): void {
  if (useTraits.getState().projectId === projectId) return;
  useTraits.setState({ ...begin, projectId });
  void readReport();
}

export function reloadReport(): Promise<void> {
  return readReport();
}

export function setCurrentTrait(traitId: string): void {
  useTraits.setState({ current: traitId });
}

/** Answers one trait; null takes the answer back. It shows at once and is taken back when the core refuses it. */
export async function answerTrait(traitId: string, answer: boolean | null): Promise<void> {
  const { projectId } = useTraits.getState();
  if (projectId === null) return;
  useTraits.setState(({ pending }) => ({ pending: { ...pending, [traitId]: answer } }));
  try {
    await client('project.answerTraits', {
      commandId: newCommandId(),
      projectId,
      answers: { [traitId]: answer },
    });
    await reloadOpenProject();
  } finally {
    useTraits.setState(({ pending }) => ({
      pending: Object.fromEntries(Object.entries(pending).filter(([id]) => id !== traitId)),
    }));
  }
}

export const suggestionFor =
  (traitId: string | null) =>
  (state: TraitsState): TraitSuggestion | null =>
    state.report.value?.suggestions.find((suggestion) => suggestion.traitId === traitId) ?? null;

whenDataChanges((event) => {
  const { projectId } = useTraits.getState();
  const isDocuments = event.entities.some(
    (entity) => entity.startsWith('document') || entity.startsWith('version'),
  );
  if (projectId !== null && isDocuments && event.projectIds.includes(projectId)) void readReport();
});
whenWorkspaceCloses(() => useTraits.setState(begin));
