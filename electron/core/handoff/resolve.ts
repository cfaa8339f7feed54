import { AppError } from '#shared/contract/errors.ts';
import { byStamp } from '#shared/domain/changes/causality.ts';
import type { Conflict, ConflictSide } from '#shared/domain/handoff/handoffReport.ts';
import type { FieldValue } from '#shared/domain/changes/change.ts';
import { canKeepBoth } from '#shared/domain/handoff/takeSide.ts';
import type { ChangeLog } from '../changes/changeLog.ts';
import { cellOf, type ChangeRow, valueOf } from '../changes/logTable.ts';
import type { KeptConflict } from '../repo/conflictTable.ts';
import { localDay } from '../service/localDay.ts';
import type { ExchangeTables } from './exchangeTables.ts';

/** Which version a rule takes: this desk's, the received one, or the one with the later stamp. */
export type ResolveRule = 'mine' | 'theirs' | 'newer';

export interface Choice {
  readonly device: string;
  readonly seq: number;
}

/** A disagreement with all its versions, as the lawyer sees it; its name comes from elsewhere. */
export function describeConflict(
  tables: ExchangeTables,
  kept: KeptConflict,
  ownDevice: string,
): Omit<Conflict, 'name'> {
  const rows = rowsOf(tables, kept);
  const standing = kept.kind === 'values' ? rows.at(-1) : null;
  const isDeleted = tables.log.lastOfCell({ ...kept, field: 'deleted' })?.value === 'true';
  const stands = (row: ChangeRow): boolean =>
    standing === null ? (row.field === 'deleted') === isDeleted : row === standing;
  const sides = rows.map((row): ConflictSide => ({
    device: row.device,
    seq: row.seq,
    field: row.field,
    value: valueOf(row),
    by: row.actor,
    at: tables.log.command(row.command_id)?.at ?? '',
    isOwn: row.device === ownDevice,
    isIncoming: row.import_number !== null,
    stands: stands(row),
  }));
  const { projectId, entity, entityId, field, kind } = kept;
  return { projectId, entity, entityId, field, kind, sides };
}

function rowsOf(tables: ExchangeTables, kept: KeptConflict): ChangeRow[] {
  return kept.changes.flatMap(([device, seq]) => tables.log.at(device, seq) ?? []).sort(byStamp);
}

/**
 * Records the lawyer's choice as a command of this desk that covers every version, so that the disagreement ends on every
 * desk that hears of it. Errors: `handoff-choice` where the choice is none of its versions, or both cannot be kept.
 */
export function resolveConflict(
  changes: ChangeLog,
  tables: ExchangeTables,
  kept: KeptConflict,
  choice: Choice | 'both',
  command: { readonly id: string; readonly actor: string },
): void {
  const { entity, entityId, field } = kept;
  const value = chosenValue(rowsOf(tables, kept), kept, choice, tables);
  changes.write(
    { id: command.id, name: 'handoff.resolve', isUndoable: true },
    command.actor,
    (writer) => {
      writer.decideCell({ entity, entityId, field }, value);
    },
  );
}

function chosenValue(
  rows: readonly ChangeRow[],
  kept: KeptConflict,
  choice: Choice | 'both',
  tables: ExchangeTables,
): FieldValue {
  if (choice === 'both') return bothTexts(rows, kept, tables);
  const chosen = rows.find((row) => row.device === choice.device && row.seq === choice.seq);
  if (!chosen) throw noChoice(kept);
  // Of a removal against an edit: chosen is the removal itself, or an edit: then what was edited stays.
  return kept.kind === 'values' ? valueOf(chosen) : valueOfRemoval(chosen);
}

const maxText = 200_000;

/** All versions one after the other, each under its writer's name and day. */
function bothTexts(
  rows: readonly ChangeRow[],
  kept: KeptConflict,
  { log }: ExchangeTables,
): FieldValue {
  const parts = rows.map((row) => {
    const text = valueOf(row);
    if (typeof text !== 'string' || !canKeepBoth(kept)) throw noChoice(kept);
    const at = Date.parse(log.command(row.command_id)?.at ?? '');
    const day = Number.isNaN(at) ? '' : ` ${localDay(at)}`;
    return text.trim() === '' ? '' : `【${row.actor}${day}】\n${text}`;
  });
  const text = parts.filter((part) => part !== '').join('\n\n');
  if (text.length > maxText) throw noChoice(kept);
  return text;
}

function noChoice({ entity, field }: KeptConflict): AppError {
  return new AppError('handoff-choice', { entity, field });
}

function valueOfRemoval(chosen: ChangeRow): boolean {
  return cellOf(chosen).field === 'deleted';
}

/** The version a rule takes; null where there is none of that kind. `isReceived` tells what the import brought. */
export function choiceByRule(
  tables: ExchangeTables,
  kept: KeptConflict,
  rule: ResolveRule,
  isReceived: (row: ChangeRow) => boolean,
  ownDevice: string,
): Choice | null {
  const rows = rowsOf(tables, kept).reverse();
  if (rule === 'newer') return rows[0] ?? null;
  if (rule === 'theirs') return rows.find(isReceived) ?? null;
  const here = rows.filter((row) => !isReceived(row));
  return here.find((row) => row.device === ownDevice) ?? here[0] ?? null;
}
