import { type CellChange, disagreements, type Vector } from '#shared/domain/changes/causality.ts';
import { VectorSchema } from '#shared/domain/handoff/handoff.ts';
import type { Db } from '../db/database.ts';
import { ConflictTable, type KeptConflict } from '../repo/conflictTable.ts';
import type { LogTable, NarrowRow } from './logTable.ts';

/** Keeps the table of disagreements in step with the log. */
export class Conflicts {
  readonly #table: ConflictTable;
  readonly #log: LogTable;

  constructor(db: Db, log: LogTable) {
    this.#table = new ConflictTable(db);
    this.#log = log;
  }

  /** After a write of this desk, which knows everything here: it can only end disagreements. */
  settle(entity: string, entityId: string): void {
    if (this.#table.has(entity, entityId)) this.recompute(entity, entityId);
  }

  recompute(entity: string, entityId: string): void {
    const cells = cellsOf(this.#log.narrowOf(entity, entityId).map(toCellChange));
    this.#table.set(entity, entityId, disagreements(entity, cells).map(toKept));
  }
}

/** Changes of one entity by field. */
export function cellsOf<C extends CellChange>(changes: readonly C[]): Map<string, C[]> {
  const cells = new Map<string, C[]>();
  for (const change of changes) {
    const cell = cells.get(change.field);
    if (cell) cell.push(change);
    else cells.set(change.field, [change]);
  }
  return cells;
}

/** A change as it was read, with its writer's name. */
export interface KnownChange extends CellChange {
  readonly actor: string;
}

const vectors = new Map<string, Vector>();
const maxVectors = 10_000;

/** Few different vectors stand in very many rows, so each text is read once. */
export function vectorOf(text: string): Vector {
  let vector = vectors.get(text);
  if (!vector) {
    if (vectors.size >= maxVectors) vectors.clear();
    vector = VectorSchema.parse(JSON.parse(text));
    vectors.set(text, vector);
  }
  return vector;
}

export function toCellChange(row: NarrowRow): KnownChange {
  const { device, seq, hlc, seen, actor, field, value } = row;
  return { device, seq, hlc, seen: vectorOf(seen), actor, field, value };
}

export function toKept(one: {
  readonly field: string;
  readonly kind: 'values' | 'removal';
  readonly changes: readonly { readonly device: string; readonly seq: number }[];
}): Pick<KeptConflict, 'field' | 'kind' | 'changes'> {
  return {
    field: one.field,
    kind: one.kind,
    changes: one.changes.map(({ device, seq }) => [device, seq] as const),
  };
}
