import { AppError } from '#shared/contract/errors.ts';
import { isFrozen } from '#shared/domain/changes/causality.ts';
import type { FieldValue } from '#shared/domain/changes/change.ts';
import type { HandoffUndo } from '#shared/domain/handoff/handoffReport.ts';
import type { ChangeLog, Writer } from '../changes/changeLog.ts';
import { type Cell, cellOf, type ChangeRow, valueOf } from '../changes/logTable.ts';
import { blankOf, isOptionalCell } from '../changes/undo.ts';
import type { ExchangeTables } from './exchangeTables.ts';

/**
 * Takes the last import back by one command that writes every field as it stood before. Nothing leaves the log: the
 * received changes stay, and colleagues hear of the undoing as of any other change. Fields that were written since are left
 * as they are; written memos stay; changes that wait for a gap go on waiting. Errors: `handoff-nothing-to-undo`.
 */
export function undoImport(
  changes: ChangeLog,
  tables: ExchangeTables,
  command: { readonly id: string; readonly actor: string; readonly at: string },
): HandoffUndo {
  const last = tables.handoffs.lastReceived();
  if (!last || last.undoneAt !== null) throw new AppError('handoff-nothing-to-undo');
  const rows = tables.log.ofImport(last.number);
  const result = { importNumber: last.number, restored: 0, kept: 0, memos: 0 };
  return changes.write(
    { id: command.id, name: 'handoff.undo', isUndoable: true },
    command.actor,
    (writer) => {
      for (const cell of distinctCells(rows)) {
        const outcome = restore(writer, tables, cell, last.number);
        if (outcome !== 'nothing') result[outcome] += 1;
      }
      result.memos = new Set(
        rows.filter((row) => row.entity === 'memo').map((row) => row.entity_id),
      ).size;
      tables.handoffs.setUndone(last.number, command.at);
      return result;
    },
  );
}

function distinctCells(rows: readonly ChangeRow[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const row of rows) {
    cells.set(`${row.entity}\u0000${row.entity_id}\u0000${row.field}`, cellOf(row));
  }
  return [...cells.values()];
}

function restore(
  writer: Writer,
  tables: ExchangeTables,
  cell: Cell,
  importNumber: number,
): 'restored' | 'kept' | 'nothing' {
  if (isFrozen(cell.entity, cell.field)) return 'nothing';
  const rows = tables.log.ofCell(cell);
  const [top] = rows;
  if (!top) return 'nothing';
  const brought = rows.filter((row) => row.import_number === importNumber);
  const knewIt = (row: ChangeRow): boolean => {
    if (row.import_number !== null) return false;
    const seen = JSON.parse(row.seen) as Record<string, number>; // written by ChangeLog
    return brought.some((one) => (seen[one.device] ?? 0) >= one.seq);
  };
  // A choice between versions made since belongs to the import; any other later write is the lawyer's own work.
  const isOurs = (row: ChangeRow): boolean =>
    brought.includes(row) || (row.command === 'handoff.resolve' && knewIt(row));
  if (!isOurs(top) && knewIt(top)) return 'kept';
  const before = rows.find((row) => !isOurs(row));
  const value = before ? valueOf(before) : blankValue(cell);
  if (value === undefined) return 'nothing';
  // Written even where the value is the same: it must cover what came in, so that no disagreement is left.
  writer.decideCell(cell, value);
  return 'restored';
}

/** What a field that nobody had written goes back to; undefined where the mark of removal says it for the whole entity. */
function blankValue(cell: Cell): FieldValue | undefined {
  if (cell.field === 'deleted') return true;
  return isOptionalCell(cell) ? blankOf(cell) : undefined;
}
