import { create } from 'zustand';
import { AppError } from '#shared/contract/errors.ts';
import type { SharedFolderStatus } from '#shared/domain/handoff/sharedFolder.ts';
import { attempt } from '../../app/errorText.ts';
import { navigate } from '../../app/routes.ts';
import { whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client, pickSources } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { inTurn } from '../../client/resource.ts';
import { showToast } from '../../ui/toasts.ts';
import { loadExchange } from './exchangeStore.ts';
import { showPreview, useReceive } from './receiveStore.ts';

interface SharedFolderState {
  readonly value: SharedFolderStatus | null;
  readonly failure: unknown;
  /** The look that was asked for here. */
  readonly job: string | null;
}

const begin: SharedFolderState = { value: null, failure: null, job: null };
export const useSharedFolder = create<SharedFolderState>()(() => begin);
const { getState: get, setState: set } = useSharedFolder;
/** Counts up when the workspace closes: answers on their way then belong to nobody. */
let sitting = 0;

whenWorkspaceCloses(() => {
  sitting += 1;
  set(begin);
});
whenDataChanges(() => {
  if (get().value) void loadSharedFolder();
});

/** Reads again how it stands; a failure keeps what was read before. */
export const loadSharedFolder = inTurn(async () => {
  const mine = sitting;
  try {
    const value = await client('sharedFolder.status', {});
    if (mine === sitting) set({ value, failure: null });
  } catch (failure) {
    if (mine === sitting) set({ failure });
  }
});

/** What is chosen for the folder; `source` null keeps the one that is set. */
export interface FolderDraft {
  readonly source: string | null;
  readonly projectIds: readonly string[] | null;
  readonly memberKeys: readonly string[];
  readonly isAutomatic: boolean;
}

export async function saveFolder(draft: FolderDraft): Promise<void> {
  const value = await client('sharedFolder.set', {
    commandId: newCommandId(),
    source: draft.source,
    projects: draft.projectIds === null ? null : [...draft.projectIds],
    members: [...draft.memberKeys],
    isAutomatic: draft.isAutomatic,
  });
  set({ value });
  showToast({ tone: 'success', message: (text) => text.sharedFolder.saved });
  await syncNow();
}

/** Asks for a folder and sets it with what is chosen already. */
export function chooseFolder(draft: FolderDraft): void {
  attempt(async () => {
    const [source] = await pickSources('folder');
    if (source !== undefined) await saveFolder({ ...draft, source });
  });
}

export async function syncNow(): Promise<void> {
  if (get().job !== null) return;
  const job = newCommandId();
  const mine = sitting;
  set({ job });
  try {
    const done = await client('sharedFolder.sync', { jobId: job, isWhole: false });
    if (mine !== sitting) return;
    set({ value: done.status });
    showToast({
      message: (text) => text.sharedFolder.done(done.taken.length, done.written.length),
    });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'cancelled')) throw error;
  } finally {
    if (mine === sitting) set({ job: null });
  }
}

export function stopLooking(): void {
  const { job } = get();
  if (job !== null) attempt(() => client('job.cancel', { jobId: job }));
}

export async function stopFolder(): Promise<void> {
  const ids = { commandId: newCommandId(), removeFiles: true };
  set({ value: await client('sharedFolder.stop', ids) });
  showToast({ message: (text) => text.sharedFolder.stopped });
}

/** Shows a package that waits, where every package is looked at. */
export async function openWaiting(file: string): Promise<void> {
  if (useReceive.getState().job) return;
  const mine = sitting;
  showPreview(null);
  const preview = await client('sharedFolder.open', { file });
  if (mine !== sitting) return;
  showPreview(preview);
  navigate({ page: 'exchange', room: 'receive', projectId: null });
}

export async function renewDevice(): Promise<void> {
  const done = await client('sharedFolder.renewDevice', {
    commandId: newCommandId(),
    source: null,
  });
  showToast({
    tone: done.unread.length === 0 ? 'success' : 'warning',
    message: ({ common, sharedFolder: words }) =>
      done.unread.length === 0
        ? words.renewed(done.moved)
        : `${words.renewed(done.moved)} ${words.cli.unread(done.unread.join(common.columnSeparator))}`,
    stayMs: null,
  });
  await loadSharedFolder();
  await loadExchange();
}

export async function keepDevice(): Promise<void> {
  set({ value: await client('sharedFolder.keepDevice', { commandId: newCommandId() }) });
  showToast({ message: (text) => text.sharedFolder.kept });
  await syncNow();
}
