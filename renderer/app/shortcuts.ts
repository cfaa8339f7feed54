import { type Command, isPlaced, runOrExplain, useCommandTable } from './commands.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

interface KeyPress {
  readonly key: string;
  /** The key's place; told apart only where Alt changes its sign (Option+1 types ¡ on a Mac). */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The keys pressed, in the words of the command table: `mod+shift+z`, `?`, `f6`. */
export function shortcutOf(press: KeyPress, onMac = isMac): string {
  const digit = press.altKey ? /^Digit(\d)$/.exec(press.code ?? '')?.[1] : undefined;
  const key = digit ?? (press.key === ' ' ? 'space' : press.key.toLowerCase());
  const isMod = onMac ? press.metaKey : press.ctrlKey;
  // Shift is part of the sign for `?` and its like, and told apart only for letters and named keys.
  const isShiftTold = press.shiftKey && (key.length > 1 || /[a-z]/.test(key));
  return [isMod && 'mod', press.altKey && 'alt', isShiftTold && 'shift', key]
    .filter(Boolean)
    .join('+');
}

/** As a person reads it: `Ctrl+Shift+Z`. */
export function shortcutLabel(shortcut: string, onMac = isMac): string {
  return shortcut
    .split('+')
    .map((part) => {
      if (part === 'mod') return onMac ? '⌘' : 'Ctrl';
      if (part === 'arrowdown') return '↓';
      if (part === 'arrowup') return '↑';
      return part.length === 1 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1);
    })
    .join('+');
}

/** Whether an input method is composing: then every key belongs to it. */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether keys typed at this element are text. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  const textless = ['checkbox', 'radio', 'button', 'range', 'file', 'submit'];
  return target instanceof HTMLInputElement && !textless.includes(target.type);
}

/** The command a key press asks for, or null when it is not for us. */
export function commandFor(event: KeyboardEvent, commands: readonly Command[]): Command | null {
  if (isComposing(event) || event.defaultPrevented) return null;
  const isTyping = takesText(event.target);
  if (isModalOpen() || (event.repeat && isTyping)) return null;
  const pressed = shortcutOf(event);
  const asked = commands.find(
    (command) =>
      (command.shortcut === pressed || command.alsoOn?.includes(pressed)) && isPlaced(command),
  );
  return asked && (!isTyping || asked.isOnWhileTyping) ? asked : null;
}

/** Listens for shortcuts for the life of the page. */
export function followShortcuts(): void {
  window.addEventListener('keydown', (event) => {
    const command = commandFor(event, useCommandTable.getState().commands);
    if (!command) return;
    event.preventDefault();
    runOrExplain(command);
  });
}

/** Dialogs and open menus keep their keys to themselves. */
function isModalOpen(): boolean {
  // One that is only fading away no longer listens.
  return (
    document.querySelector(
      ':is([role="dialog"], [role="alertdialog"], [role="menu"]):not([data-exiting], [data-exiting] *)',
    ) !== null
  );
}
