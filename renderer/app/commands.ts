import { useEffect } from 'react';
import { create } from 'zustand';
import type { Messages } from '#shared/i18n/catalogue.ts';

export type CommandGroup = 'go' | 'project' | 'review' | 'edit' | 'view' | 'workspace';

/** Something a person can do, by menu, key or palette: one entry, wherever it is offered. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: (text: Messages) => string;
  /** `mod+k`, `shift+e`, `j`, `?`; `mod` is Ctrl, on a Mac Command. */
  readonly shortcut?: string;
  /** Further keys that do the same and are not shown. */
  readonly alsoOn?: readonly string[];
  /** Whether it can be done now; left out means always. */
  readonly when?: () => boolean;
  /** Changes the project at hand: cannot be done where that may only be read. */
  readonly isWriting?: boolean;
  /** Acts on its key even while one types; for keys with `mod` or function keys only. */
  readonly isOnWhileTyping?: boolean;
  readonly run: () => void;
}

interface CommandTable {
  readonly commands: readonly Command[];
  /** Says why the project at hand may only be read; null where it may be written. */
  readonly explainLock: (() => void) | null;
}

/** Every command that can be done on the screen as it is. */
export const useCommandTable = create<CommandTable>()(() => ({
  commands: [],
  explainLock: null,
}));

/** Shuts the commands that write, or with null opens them again; a key that asks for one all the same has `explain` say why. */
export function lockWriting(explain: (() => void) | null): void {
  useCommandTable.setState({ explainLock: explain });
}

/** Offers commands until the returned function is called. A later offer of the same id goes before an earlier one. */
export function offerCommands(offered: readonly Command[]): () => void {
  useCommandTable.setState(({ commands }) => ({ commands: [...offered, ...commands] }));
  return () => {
    useCommandTable.setState(({ commands }) => ({
      commands: commands.filter((command) => !offered.includes(command)),
    }));
  };
}

/** Offers a page's commands while it is shown. Keep the array stable (module constant or useMemo). */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => offerCommands(commands), [commands]);
}

/** Whether the screen as it is has a place for the command, be it shut or not. */
export function isPlaced(command: Command): boolean {
  return command.when?.() ?? true;
}

function isShut({ isWriting = false }: Command): boolean {
  return isWriting && useCommandTable.getState().explainLock !== null;
}

export function canRun(command: Command): boolean {
  return isPlaced(command) && !isShut(command);
}

/** Does what a key asks for, or says why it is shut. */
export function runOrExplain(command: Command): void {
  if (isShut(command)) useCommandTable.getState().explainLock?.();
  else command.run();
}

export function findCommand(id: string): Command | undefined {
  return useCommandTable.getState().commands.find((command) => command.id === id);
}

export function runCommand(id: string): void {
  const command = findCommand(id);
  if (command && canRun(command)) command.run();
}
