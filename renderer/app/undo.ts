import type { Messages } from '#shared/i18n/catalogue.ts';
import { client } from '../client/client.ts';
import { newCommandId } from '../client/commandIds.ts';
import { showToast } from '../ui/toasts.ts';
import { attempt } from './errorText.ts';

/** Takes back the last command of this desk, and says what it was. */
export function undo(): void {
  attempt(async () => {
    const before = await client('history.state', {});
    await client('history.undo', { commandId: newCommandId() });
    showToast({
      tone: 'success',
      message: ({ common: { history } }) => history.undone(nameOf(before.undo?.command, history)),
      action: { label: (text) => text.common.commands.redo, run: redo },
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
      action: { label: (text) => text.common.commands.undo, run: undo },
    });
  });
}

function nameOf(command: string | undefined, history: Messages['common']['history']): string {
  return (command && history.names[command]) || history.lastChange;
}
