import { canLock } from '../features/workspace/workspaceStore.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { type IconName } from '../ui/iconShapes.ts';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { canRun, type Command, useCommandTable } from './commands.ts';
import { useText } from './language.ts';
import { shortcutLabel } from './shortcuts.ts';

const menuIcons: Readonly<Record<string, IconName>> = {
  'go.projects': 'files',
  'go.library': 'library',
  'go.exchange': 'link',
  'project.handOver': 'external',
  'go.settings': 'settings',
  'history.undo': 'undo',
  'history.redo': 'redo',
  'shortcuts.show': 'info',
  'workspace.lock': 'lock',
};

/** The way to every room, from every screen; its entries are commands. */
export function MainMenu() {
  const text = useText();
  const commands = useCommandTable((state) => state.commands);
  const entries = Object.entries(menuIcons).flatMap(([id, icon]): MenuEntry[] => {
    const command = commands.find((candidate) => candidate.id === id);
    return command && (id !== 'workspace.lock' || canLock())
      ? [entryOf(command, icon, command.label(text))]
      : [];
  });
  return (
    <Menu label={text.common.nav.main} entries={entries} placement="bottom start">
      <IconButton icon="menu" label={text.common.nav.main} />
    </Menu>
  );
}

function entryOf(command: Command, icon: IconName, label: string): MenuEntry {
  return {
    id: command.id,
    label,
    icon,
    keys: command.shortcut ? shortcutLabel(command.shortcut) : undefined,
    isDisabled: !canRun(command),
    run: command.run,
  };
}
