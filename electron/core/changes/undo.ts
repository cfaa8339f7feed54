import { AppError } from '#shared/contract/errors.ts';
import type { UndoState } from '#shared/contract/rooms/history.ts';
import { covers } from '#shared/domain/changes/causality.ts';
import { VectorSchema } from '#shared/domain/handoff/handoff.ts';
import type { ChangeLog } from './changeLog.ts';
import { type Cell, cellOf, type ChangeRow, type CommandRow, valueOf } from './logTable.ts';

/** How far back undo reaches, in commands. */
const depth = 500;
/** Typing that pauses longer than this starts a new step. */
const mergeGapMs = 30_000;

/** Commands that are taken back together. */
interface Step {
  readonly ids: readonly string[];
  readonly name: string;
  readonly at: string;
  readonly mergeKey: string | null;
}

/** Undo and redo of this desk's own commands. Both read the log and write new changes; nothing is ever removed from it. */
export class Undo {
  readonly #log: ChangeLog;
  readonly #device: string;

  constructor(log: ChangeLog, device: string) {
    this.#log = log;
    this.#device = device;
  }

  state(): UndoState {
    const { done, undone } = this.#stacks();
    return { undo: describe(this.#nextOf(done)), redo: describe(this.#nextOf(undone)) };
  }

  /** Errors: `nothing-to-undo`, `undo-superseded` where the same field was written by someone else since. */
  undo(commandId: string, actor: string): UndoState {
    const { done } = this.#stacks();
    if (done.length === 0) throw new AppError('nothing-to-undo');
    this.#revert(commandId, 'history.undo', this.#nextOf(done), actor);
    return this.state();
  }

  redo(commandId: string, actor: string): UndoState {
    const { undone } = this.#stacks();
    if (undone.length === 0) throw new AppError('nothing-to-redo');
    this.#revert(commandId, 'history.redo', this.#nextOf(undone), actor);
    return this.state();
  }

  #stacks(): { done: Step[]; undone: Step[] } {
    const done: Step[] = [];
    const undone: Step[] = [];
    for (const command of this.#log.table.recentCommands(this.#device, depth)) {
      if (command.name === 'history.undo') move(done, undone, command);
      else if (command.name === 'history.redo') move(undone, done, command);
      else if (command.is_undoable === 1) {
        undone.length = 0;
        pushOrMerge(done, command);
      }
    }
    return { done, undone };
  }

  /** The newest step that can still be taken back; one that someone else wrote over is passed over, not in the way. */
  #nextOf(steps: readonly Step[]): Step | undefined {
    return steps.findLast((step) => this.#stands(step));
  }

  /** What the step left in each field still stands there. */
  #stands(step: Step): boolean {
    return this.#cellsOf(step).every(
      ({ cell, last }) =>
        this.#log.table.lastOfCell(cell)?.value === last.value && this.#log.mayRevert(cell),
    );
  }

  #cellsOf(step: Step): StepCell[] {
    return cellsOf(step.ids.flatMap((id) => this.#log.table.ofCommand(id)));
  }

  #revert(commandId: string, name: string, step: Step | undefined, actor: string): void {
    if (!step) throw new AppError('undo-superseded');
    const cells = this.#cellsOf(step);
    this.#log.write(
      { id: commandId, name, isUndoable: false, reverts: step.ids },
      actor,
      (writer) => {
        for (const { cell, first } of cells) {
          const before = this.#knownBefore(cell, first);
          if (before) writer.setCell(cell, valueOf(before));
          // A made entity is taken back by marking it deleted; its other fields stay, so that redo finds them.
          else if (cell.field === 'deleted') writer.setCell(cell, true);
          else if (isOptionalCell(cell)) writer.setCell(cell, blankOf(cell));
        }
      },
    );
  }

  /** What stood in the field when the step was taken: a colleague's change that came in later is none of it. */
  #knownBefore(cell: Cell, first: ChangeRow): ChangeRow | undefined {
    const seen = VectorSchema.parse(JSON.parse(first.seen));
    return this.#log.table
      .ofCell(cell)
      .find((row) => row.hlc < first.hlc && covers({ ...first, seen }, row));
  }
}

/** Entities that exist for every item or trait as soon as they are asked for: undoing their first write blanks the fields. */
export function isOptionalCell(cell: Cell): boolean {
  return (
    (cell.entity === 'assessment' && !['projectId', 'round', 'itemId'].includes(cell.field)) ||
    (cell.entity === 'checklistPin' && cell.field === 'pin') ||
    (cell.entity === 'checklistVersion' && cell.field === 'retired') ||
    (cell.entity === 'traitAnswer' && cell.field === 'answer') ||
    (cell.entity === 'project' && cell.field === 'owner')
  );
}

/** The value an optional field goes back to. */
export function blankOf(cell: Cell): string | null {
  if (cell.field === 'verdict') return 'unreviewed';
  return cell.field === 'note' ? '' : null;
}

/** Moves the step that an undo or redo took back; it need not be the newest, as others may have been passed over. */
function move(from: Step[], to: Step[], command: CommandRow): void {
  const ids = new Set(JSON.parse(command.reverts ?? '[]') as string[]); // written by #revert
  const at = from.findLastIndex((step) => step.ids.some((id) => ids.has(id)));
  const [moved] = at < 0 ? [] : from.splice(at, 1);
  to.push({ ids: [command.id], name: moved?.name ?? command.name, at: command.at, mergeKey: null });
}

function pushOrMerge(done: Step[], command: CommandRow): void {
  const top = done.at(-1);
  const isSame =
    top?.mergeKey !== undefined && top.mergeKey !== null && top.mergeKey === command.merge_key;
  // One batch of files is one step however long its largest file took to read.
  const isBatch = command.name === 'document.intake';
  const isSoon = top && Date.parse(command.at) - Date.parse(top.at) <= mergeGapMs;
  if (top && isSame && (isBatch || isSoon)) {
    done[done.length - 1] = { ...top, ids: [...top.ids, command.id], at: command.at };
    return;
  }
  done.push({ ids: [command.id], name: command.name, at: command.at, mergeKey: command.merge_key });
}

/** The fields a step wrote: where it began in each, and what it left there. */
interface StepCell {
  readonly cell: Cell;
  readonly first: ChangeRow;
  readonly last: ChangeRow;
}

function cellsOf(rows: readonly ChangeRow[]): StepCell[] {
  const cells = new Map<string, StepCell>();
  for (const row of rows.toSorted((a, b) => (a.hlc < b.hlc ? -1 : 1))) {
    const key = `${row.entity}\u0000${row.entity_id}\u0000${row.field}`;
    const known = cells.get(key);
    cells.set(key, { cell: cellOf(row), first: known?.first ?? row, last: row });
  }
  return [...cells.values()];
}

function describe(step: Step | undefined): { command: string; at: string } | null {
  return step ? { command: step.name, at: step.at } : null;
}
