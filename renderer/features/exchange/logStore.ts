import type { HandoffLogEntry } from '#shared/domain/handoff/handoffReport.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { showToast } from '../../ui/toasts.ts';
import { loadExchange } from './exchangeStore.ts';

/** Says that a package which was built has been sent. */
export async function markSent({ number }: HandoffLogEntry): Promise<void> {
  await client('handoff.markSent', { commandId: newCommandId(), number });
  showToast({ tone: 'success', message: (text) => text.exchange.send.markedSent });
  await loadExchange();
}

export async function undoImport(): Promise<void> {
  const { restored, kept, memos } = await client('handoff.undo', { commandId: newCommandId() });
  showToast({
    tone: 'success',
    message: (text) => text.exchange.log.undoDone(restored, kept, memos),
    stayMs: null,
  });
  await loadExchange();
}
