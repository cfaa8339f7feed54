import { client } from '../client/client.ts';
import { newCommandId } from '../client/commandIds.ts';
import { showToast } from '../ui/toasts.ts';
import { attempt } from './errorText.ts';
import { textNow } from './language.ts';

/** Takes back the last command of this desk, and says what it was. */
export function undo(): void {
  attempt(async () => {
    const before = await client('history.state', {});
    await client('history.undo', { commandId: newCommandId() });
    const text = textNow();
    showToast({
      tone: 'success',
      message: text.common.history.undone(nameOf(before.undo?.command)),
      action: { label: text.common.commands.redo, run: redo },
    });
  });
}

export function redo(): void {
  attempt(async () => {
    const before = await client('history.state', {});
    await client('history.redo', { commandId: newCommandId() });
    const text = textNow();
    showToast({
      tone: 'success',
      message: text.common.history.redone(nameOf(before.redo?.command)),
      action: { label: text.common.commands.undo, run: undo },
    });
  });
}

function nameOf(command: string | undefined): string {
  const { history } = textNow().common;
  return (command && history.names[command]) || history.lastChange;
}
