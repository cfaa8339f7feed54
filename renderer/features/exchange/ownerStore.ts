import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { showToast } from '../../ui/toasts.ts';

/** Makes this desk the owner again; the screens hear of it as of any change. */
export async function takeBack(projectId: string, name: string): Promise<void> {
  await client('handoff.takeBack', { commandId: newCommandId(), projectId });
  showToast({ tone: 'success', message: (text) => text.exchange.owner.takenBack(name) });
}
