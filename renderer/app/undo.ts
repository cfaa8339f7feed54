import type { Messages } from '#shared/i18n/catalogue.ts';
import { client } from '../client/client.ts';
import { newCommandId } from '../client/commandIds.ts';
import { showToast, type ToastAction } from '../ui/toasts.ts';
import { attempt } from './errorText.ts';

/** Takes back the last command of this desk, and says what it was. */
export function undo(): void {
  attempt(async () => {
    const before = await client('history.state', {});
    await client('history.undo', { commandId: newCommandId() });
    showToast({
      tone: 'success',
      message: ({ common: { history } }) => history.undone(nameOf(before.undo?.command, history)),
      action: {
        label: (text) => text.common.commands.redo,
        run: redo,
        isOfLastCommand: true,
      },
    });
  });
}

export function redo(): void {
  attempt(async () => {
    const before = await client('history.state', {});
    await client('history.redo', { commandId: newCommandId() });
    showToast({
      tone: 'success',
      message: ({ common: { history } }) => history.redone(nameOf(before.redo?.command, history)),
      action: undoing((text) => text.common.commands.undo),
    });
  });
}

/** What a notice of a command just done offers. */
export function undoing(label: ToastAction['label']): ToastAction {
  return { label, run: undo, isOfLastCommand: true };
}

function nameOf(command: string | undefined, history: Messages['common']['history']): string {
  return (command && history.names[command]) || history.lastChange;
}
