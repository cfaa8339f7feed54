import { create } from 'zustand';
import type { Output } from '#shared/contract/contract.ts';
import { isAbout, whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { showToast } from '../../ui/toasts.ts';

export type LockedText = Output<'handoff.lockedTexts'>[number];

interface LockedTextsState {
  readonly projectId: string | null;
  readonly locked: readonly LockedText[];
}

const begin: LockedTextsState = { projectId: null, locked: [] };

/** Received documents of the project at hand that a password keeps shut. */
export const useLockedTexts = create<LockedTextsState>()(() => begin);

export async function followLockedTexts(projectId: string): Promise<void> {
  useLockedTexts.setState({ projectId, locked: [] });
  await read(projectId);
}

async function read(projectId: string): Promise<void> {
  // Locked meanwhile, or the project is gone: the page says so itself.
  const locked = await client('handoff.lockedTexts', { projectId }).catch(() => null);
  if (locked && useLockedTexts.getState().projectId === projectId) {
    useLockedTexts.setState({ locked });
  }
}

export async function openLocked(
  { versionId, title }: LockedText,
  password: string,
): Promise<void> {
  const { movedQuotes } = await client('handoff.openText', {
    jobId: newCommandId(),
    versionId,
    password,
  });
  showToast({
    tone: movedQuotes.length === 0 ? 'success' : 'warning',
    message: ({ documents, exchange }) =>
      movedQuotes.length === 0
        ? documents.locked.opened(title)
        : `${documents.locked.opened(title)} ${exchange.summary.moved(movedQuotes.length)}`,
  });
}

whenDataChanges((event) => {
  const { projectId } = useLockedTexts.getState();
  if (projectId !== null && isAbout(event, projectId)) void read(projectId);
});
whenWorkspaceCloses(() => useLockedTexts.setState(begin));
