import type { HandoffLogEntry } from '#shared/domain/handoffReport.ts';
import { textNow } from '../../app/language.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { showToast } from '../../ui/toasts.ts';
import { loadExchange } from './exchangeStore.ts';

/** The import that can be taken back: the last one, unless that was done already. The log is newest first. */
export function undoableImport(log: readonly HandoffLogEntry[]): HandoffLogEntry | null {
  const last = log.find((entry) => entry.direction === 'received');
  return last && last.undoneAt === null ? last : null;
}

export async function undoImport(): Promise<void> {
  const { restored, kept, memos } = await client('handoff.undo', { commandId: newCommandId() });
  showToast({
    tone: 'success',
    message: textNow().exchange.log.undoDone(restored, kept, memos),
    stayMs: null,
  });
  await loadExchange();
}
