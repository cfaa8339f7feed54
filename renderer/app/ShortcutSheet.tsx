import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { canRun, type Command, type CommandGroup, useCommandTable } from './commands.ts';
import { useText } from './language.ts';
import { showOverlay } from './overlays.ts';
import { shortcutLabel } from './shortcuts.ts';

const groups: readonly CommandGroup[] = ['review', 'go', 'project', 'edit', 'view', 'workspace'];

/** Every key that does something on the screen as it is. */
export function ShortcutSheet() {
  const text = useText();
  const commands = useCommandTable((state) => state.commands);
  const shown = commands.filter((command) => command.shortcut && canRun(command));
  return (
    <Dialog
      isOpen
      onClose={() => showOverlay(null)}
      title={text.common.shortcuts.title}
      closeLabel={text.common.close}
      width="wide"
    >
      <div className="columns-2 gap-8">
        {groups.map((group) => (
          <ShortcutGroup
            key={group}
            title={text.common.shortcuts.groups[group]}
            commands={shown.filter((command) => command.group === group)}
          />
        ))}
      </div>
      <p className="mt-2 text-xs text-ink-3">{text.common.shortcuts.note}</p>
    </Dialog>
  );
}

function ShortcutGroup({ title, commands }: { title: string; commands: readonly Command[] }) {
  const text = useText();
  if (commands.length === 0) return null;
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="mb-1 text-xs font-normal text-ink-3">{title}</h3>
      <dl>
        {commands.map((command) => (
          <div
            key={command.id}
            className="flex h-7 items-center justify-between gap-4 border-b border-line"
          >
            <dt>{command.label(text)}</dt>
            <dd>
              <span className="sr-only">{shortcutLabel(command.shortcut ?? '')}</span>
              <Kbd keys={shortcutLabel(command.shortcut ?? '')} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
