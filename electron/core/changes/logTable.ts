import { FieldValue } from '#shared/domain/change.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

export interface ChangeRow {
  readonly device: string;
  readonly seq: number;
  readonly hlc: string;
  readonly seen: string;
  readonly actor: string;
  readonly command_id: string;
  readonly command: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly field: string;
  readonly value: string;
  readonly hash: string;
}

export interface CommandRow {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly device: string;
  readonly actor: string;
  readonly at: string;
  readonly is_undoable: number;
  readonly merge_key: string | null;
  readonly reverts: string | null;
  readonly result: string;
}

/** Where a device's log ends. */
export interface Head {
  readonly device: string;
  readonly seq: number;
  readonly hlc: string;
}

export interface Cell {
  readonly entity: string;
  readonly entityId: string;
  readonly field: string;
}

/** SQL of the change log: commands and their changes. */
export class LogTable {
  readonly #insertChange;
  readonly #insertCommand;
  readonly #setResult;
  readonly #command;
  readonly #recentCommands;
  readonly #lastChange;
  readonly #lastOfCell;
  readonly #beforeInCell;
  readonly #ofCommand;
  readonly #ofEntity;
  readonly #all;
  readonly #heads;

  constructor(db: Db) {
    this.#insertChange = db.prepare<[ChangeRow]>(sql`
      INSERT INTO change (device, seq, hlc, seen, actor, command_id, command, entity, entity_id, field, value, hash)
      VALUES (:device, :seq, :hlc, :seen, :actor, :command_id, :command, :entity, :entity_id, :field, :value, :hash)`);
    this.#insertCommand = db.prepare<[Omit<CommandRow, 'number'>]>(sql`
      INSERT INTO command (id, name, device, actor, at, is_undoable, merge_key, reverts, result)
      VALUES (:id, :name, :device, :actor, :at, :is_undoable, :merge_key, :reverts, :result)`);
    this.#setResult = db.prepare<[string, string]>(sql`UPDATE command SET result = ? WHERE id = ?`);
    this.#command = db.prepare<[string], CommandRow>(sql`SELECT * FROM command WHERE id = ?`);
    this.#recentCommands = db.prepare<[string, number], CommandRow>(sql`
      SELECT * FROM (SELECT * FROM command WHERE device = ? ORDER BY number DESC LIMIT ?) ORDER BY number`);
    this.#lastChange = db.prepare<[string], ChangeRow>(sql`
      SELECT * FROM change WHERE device = ? ORDER BY seq DESC LIMIT 1`);
    this.#lastOfCell = db.prepare<[string, string, string], ChangeRow>(sql`
      SELECT * FROM change WHERE entity = ? AND entity_id = ? AND field = ? ORDER BY hlc DESC LIMIT 1`);
    this.#beforeInCell = db.prepare<[string, string, string, string], ChangeRow>(sql`
      SELECT * FROM change WHERE entity = ? AND entity_id = ? AND field = ? AND hlc < ? ORDER BY hlc DESC LIMIT 1`);
    this.#ofCommand = db.prepare<[string], ChangeRow>(sql`
      SELECT * FROM change WHERE command_id = ? ORDER BY hlc`);
    this.#ofEntity = db.prepare<[string, string], ChangeRow>(sql`
      SELECT * FROM change WHERE entity = ? AND entity_id = ? ORDER BY hlc`);
    this.#all = db.prepare<[], ChangeRow>(sql`SELECT * FROM change ORDER BY device, seq`);
    this.#heads = db.prepare<[], Head>(sql`
      SELECT change.device, change.seq, change.hlc FROM device
      JOIN change ON change.device = device.id
        AND change.seq = (SELECT max(seq) FROM change AS own WHERE own.device = device.id)`);
  }

  insertChange(row: ChangeRow): void {
    this.#insertChange.run(row);
  }
  insertCommand(row: Omit<CommandRow, 'number'>): void {
    this.#insertCommand.run(row);
  }
  setResult(commandId: string, result: string): void {
    this.#setResult.run(result, commandId);
  }
  command(id: string): CommandRow | undefined {
    return this.#command.get(id);
  }
  recentCommands(device: string, limit: number): CommandRow[] {
    return this.#recentCommands.all(device, limit);
  }
  lastChange(device: string): ChangeRow | undefined {
    return this.#lastChange.get(device);
  }
  lastOfCell(cell: Cell): ChangeRow | undefined {
    return this.#lastOfCell.get(cell.entity, cell.entityId, cell.field);
  }
  beforeInCell(cell: Cell, hlc: string): ChangeRow | undefined {
    return this.#beforeInCell.get(cell.entity, cell.entityId, cell.field, hlc);
  }
  ofCommand(commandId: string): ChangeRow[] {
    return this.#ofCommand.all(commandId);
  }
  ofEntity(entity: string, entityId: string): ChangeRow[] {
    return this.#ofEntity.all(entity, entityId);
  }
  /** Every change in chain order; an iterator, because a log may be long. */
  all(): IterableIterator<ChangeRow> {
    return this.#all.iterate();
  }
  /** The last change of every known device; stamps rise within a device, so the newest of all is among them. */
  heads(): Head[] {
    return this.#heads.all();
  }
}

export function cellOf(row: ChangeRow): Cell {
  return { entity: row.entity, entityId: row.entity_id, field: row.field };
}

export function valueOf(row: ChangeRow): FieldValue {
  return FieldValue.parse(JSON.parse(row.value));
}
