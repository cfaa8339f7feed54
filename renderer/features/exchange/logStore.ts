import { textNow } from '../../app/language.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { showToast } from '../../ui/toasts.ts';
import { loadExchange } from './exchangeStore.ts';

export async function undoImport(): Promise<void> {
  const { restored, kept, memos } = await client('handoff.undo', { commandId: newCommandId() });
  showToast({
    tone: 'success',
    message: textNow().exchange.log.undoDone(restored, kept, memos),
    stayMs: null,
  });
  await loadExchange();
}
