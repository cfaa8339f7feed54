import { create } from 'zustand';
import { AppError } from '#shared/contract/errors.ts';
import type { HandoffExport } from '#shared/domain/handoff/handoffReport.ts';
import { attempt } from '../../app/errorText.ts';
import { whenJobProgresses, whenWorkspaceCloses } from '../../client/changes.ts';
import { client, handoffBytes } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { saveFile } from '../../client/saveFile.ts';
import { showToast } from '../../ui/toasts.ts';
import { loadExchange } from './exchangeStore.ts';
import { takeBack } from './ownerStore.ts';
import { orderOf, type SendDraft } from './sendDraft.ts';

export interface SendJob {
  readonly id: string;
  readonly done: number;
  readonly total: number;
}

interface SendState {
  readonly job: SendJob | null;
  readonly built: HandoffExport | null;
  /** The core hands the bytes out once; kept for a second saving. */
  readonly bytes: Uint8Array | null;
}

const begin: SendState = { job: null, built: null, bytes: null };
export const useSend = create<SendState>()(() => begin);
const { getState: get, setState: set } = useSend;

whenWorkspaceCloses(() => set(begin));
whenJobProgresses(({ jobId, done, total }) => {
  const { job } = get();
  if (job?.id === jobId) set({ job: { ...job, done, total } });
});

/** Builds the package; it is shown with its size before anything is written to a file. */
export async function buildPackage(draft: SendDraft): Promise<void> {
  if (get().job) return;
  const id = newCommandId();
  set({ job: { id, done: 0, total: 0 }, built: null, bytes: null });
  try {
    const order = orderOf(draft);
    const built = await client('handoff.export', {
      commandId: newCommandId(),
      jobId: id,
      ...order,
    });
    if (get().job?.id === id) set({ built });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'cancelled')) throw error;
    showToast({ message: (text) => text.exchange.send.cancelled });
  } finally {
    if (get().job?.id === id) set({ job: null });
    await loadExchange();
  }
}

export function cancelBuilding(): void {
  const { job } = get();
  if (job) attempt(() => client('job.cancel', { jobId: job.id }));
}

/** Lets the person save the package where they want it. */
export function savePackage(): void {
  const { built } = get();
  if (!built) return;
  attempt(async () => {
    const bytes = get().bytes ?? (await handoffBytes(built.fileId));
    if (get().built !== built) return;
    set({ bytes });
    saveFile(bytes, built.fileName, 'application/octet-stream');
    showToast({ tone: 'success', message: (text) => text.exchange.send.saved(built.fileName) });
  });
}

/** Lets the package go. One that was to hand projects over and was never saved hands nothing over. */
export function discardPackage(): void {
  const { built, bytes } = get();
  set({ built: null, bytes: null });
  if (!built || built.newOwner === null || bytes !== null) return;
  attempt(() => Promise.all(built.projects.map(({ id, name }) => takeBack(id, name))));
}
