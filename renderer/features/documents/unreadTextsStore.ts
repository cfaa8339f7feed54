import { create } from 'zustand';
import type { Output } from '#shared/contract/contract.ts';
import { isAbout, whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { showToast } from '../../ui/toasts.ts';

export type UnreadText = Output<'handoff.unreadTexts'>[number];

interface UnreadTextsState {
  readonly projectId: string | null;
  readonly unread: readonly UnreadText[];
}

const begin: UnreadTextsState = { projectId: null, unread: [] };

/** Documents of the project at hand whose text is not here. */
export const useUnreadTexts = create<UnreadTextsState>()(() => begin);

export async function followUnreadTexts(projectId: string): Promise<void> {
  useUnreadTexts.setState({ projectId, unread: [] });
  await read(projectId);
}

async function read(projectId: string): Promise<void> {
  // Locked meanwhile, or the project is gone: the page says so itself.
  const unread = await client('handoff.unreadTexts', { projectId }).catch(() => null);
  if (unread && useUnreadTexts.getState().projectId === projectId) {
    useUnreadTexts.setState({ unread });
  }
}

export async function openLocked(
  { versionId, title }: UnreadText,
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
  const { projectId } = useUnreadTexts.getState();
  if (projectId !== null && isAbout(event, projectId)) void read(projectId);
});
whenWorkspaceCloses(() => useUnreadTexts.setState(begin));
