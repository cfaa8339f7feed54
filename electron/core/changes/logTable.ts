import { FieldValue } from '#shared/domain/changes/change.ts';
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
  /** Hash of the device's change before this one; kept with received changes whose predecessor was not here when they came. */
  readonly prev: string | null;
  /** The import that brought it; null for this desk's own. */
  readonly import_number: number | null;
}

/** A change as merging reads it. */
export interface NarrowRow {
  readonly device: string;
  readonly seq: number;
  readonly hlc: string;
  readonly seen: string;
  readonly actor: string;
  readonly field: string;
  readonly value: string;
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
  readonly #settleCommand;
  readonly #command;
  readonly #recentCommands;
  readonly #lastChange;
  readonly #lastOfCell;
  readonly #beforeInCell;
  readonly #ofCommand;
  readonly #ofEntity;
  readonly #narrow;
  readonly #narrowOfAll;
  readonly #ofCell;
  readonly #at;
  readonly #hashAt;
  readonly #prevAt;
  readonly #hashes;
  readonly #ofImport;
  readonly #scoped;
  readonly #numbered;
  readonly #entities;
  readonly #insertReceivedCommand;
  readonly #all;
  readonly #heads;

  constructor(db: Db) {
    // Bound by place: names are looked up for each row, which a merge of many feels.
    this.#insertChange = db.prepare<(string | number | null)[]>(sql`
      INSERT INTO change (device, seq, hlc, seen, actor, command_id, command, entity, entity_id, field, value, hash,
        prev, import_number)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    this.#insertCommand = db.prepare<[Omit<CommandRow, 'number'>]>(sql`
      INSERT INTO command (id, name, device, actor, at, is_undoable, merge_key, reverts, result)
      VALUES (:id, :name, :device, :actor, :at, :is_undoable, :merge_key, :reverts, :result)`);
    this.#settleCommand = db.prepare<[string, number, string]>(sql`
      UPDATE command SET result = ?, is_undoable = ? WHERE id = ?`);
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
    this.#narrow = db.prepare<[string, string], NarrowRow>(sql`
      SELECT device, seq, hlc, seen, actor, field, value FROM change WHERE entity = ? AND entity_id = ?`);
    // The ids come first, so that the log is asked for each of them; the other way round it would be read whole.
    this.#narrowOfAll = db.prepare<[string, string], NarrowRow & { readonly entityId: string }>(sql`
      SELECT c.entity_id AS entityId, c.device, c.seq, c.hlc, c.seen, c.actor, c.field, c.value
      FROM json_each(?) AS wanted CROSS JOIN change AS c ON c.entity = ? AND c.entity_id = wanted.value`);
    this.#ofCell = db.prepare<[string, string, string], ChangeRow>(sql`
      SELECT * FROM change WHERE entity = ? AND entity_id = ? AND field = ? ORDER BY hlc DESC`);
    this.#at = db.prepare<[string, number], ChangeRow>(sql`
      SELECT * FROM change WHERE device = ? AND seq = ?`);
    this.#hashAt = db.prepare<[string, number], { readonly hash: string }>(sql`
      SELECT hash FROM change WHERE device = ? AND seq = ?`);
    this.#prevAt = db.prepare<[string, number], { readonly prev: string | null }>(sql`
      SELECT prev FROM change WHERE device = ? AND seq = ?`);
    this.#hashes = db
      .prepare<[string, number, number], string>(
        sql`
        SELECT hash FROM change WHERE device = ? AND seq BETWEEN ? AND ? ORDER BY seq`,
      )
      .pluck();
    this.#ofImport = db.prepare<[number], ChangeRow>(sql`
      SELECT * FROM change WHERE import_number = ? ORDER BY hlc`);
    this.#scoped = db.prepare<[string], ChangeRow>(sql`
      SELECT c.* FROM scope AS s JOIN change AS c ON c.entity = s.entity AND c.entity_id = s.entity_id
      WHERE s.project_id = ? ORDER BY c.device, c.seq`);
    this.#numbered = db.prepare<[string, string, number, number], ChangeRow>(sql`
      SELECT c.* FROM change AS c CROSS JOIN scope AS s ON s.entity = c.entity AND s.entity_id = c.entity_id
      WHERE s.project_id = ? AND c.device = ? AND c.seq > ? AND c.seq <= ? ORDER BY c.seq`);
    this.#entities = db
      .prepare<[string], number>(
        sql`
        SELECT count(*) FROM scope WHERE project_id = ?`,
      )
      .pluck();
    this.#insertReceivedCommand = db.prepare<[Omit<CommandRow, 'number'>]>(sql`
      INSERT INTO command (id, name, device, actor, at, is_undoable, merge_key, reverts, result)
      VALUES (:id, :name, :device, :actor, :at, :is_undoable, :merge_key, :reverts, :result) ON CONFLICT DO NOTHING`);
    this.#all = db.prepare<[], ChangeRow>(sql`SELECT * FROM change ORDER BY device, seq`);
    // Joined in this order: asked for each device's last change, not for which of all changes is one.
    this.#heads = db.prepare<[], Head>(sql`
      SELECT last.device, last.seq, last.hlc FROM device CROSS JOIN change AS last
      ON last.device = device.id AND last.seq = (SELECT max(seq) FROM change AS own WHERE own.device = device.id)`);
  }

  insertChange(row: ChangeRow): void {
    this.#insertChange.run(
      row.device,
      row.seq,
      row.hlc,
      row.seen,
      row.actor,
      row.command_id,
      row.command,
      row.entity,
      row.entity_id,
      row.field,
      row.value,
      row.hash,
      row.prev,
      row.import_number,
    );
  }
  insertCommand(row: Omit<CommandRow, 'number'>): void {
    this.#insertCommand.run(row);
  }
  settleCommand(commandId: string, result: string, isUndoable: boolean): void {
    this.#settleCommand.run(result, isUndoable ? 1 : 0, commandId);
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
  /** Every change of an entity, in no order. */
  narrowOf(entity: string, entityId: string): NarrowRow[] {
    return this.#narrow.all(entity, entityId);
  }
  /** Every change of each of these entities of one kind; those without any are left out. */
  narrowOfAll(entity: string, entityIds: readonly string[]): Map<string, NarrowRow[]> {
    const found = new Map<string, NarrowRow[]>();
    for (const row of this.#narrowOfAll.all(JSON.stringify(entityIds), entity)) {
      const rows = found.get(row.entityId);
      if (rows) rows.push(row);
      else found.set(row.entityId, [row]);
    }
    return found;
  }
  /** Newest stamp first. */
  ofCell(cell: Cell): ChangeRow[] {
    return this.#ofCell.all(cell.entity, cell.entityId, cell.field);
  }
  at(device: string, seq: number): ChangeRow | undefined {
    return this.#at.get(device, seq);
  }
  hashAt(device: string, seq: number): string | null {
    return this.#hashAt.get(device, seq)?.hash ?? null;
  }
  /** Hashes under these numbers, both included, in order; a number that is not here has none. */
  hashes(device: string, first: number, last: number): string[] {
    return this.#hashes.all(device, first, last);
  }
  /** What the change says its predecessor's hash is, where it came from elsewhere. */
  prevAt(device: string, seq: number): string | null {
    return this.#prevAt.get(device, seq)?.prev ?? null;
  }
  ofImport(importNumber: number): ChangeRow[] {
    return this.#ofImport.all(importNumber);
  }
  /** Every change of a project in chain order, found by its entities; an iterator, because a project may be long. */
  ofProject(projectId: string): IterableIterator<ChangeRow> {
    return this.#scoped.iterate(projectId);
  }
  /** A device's changes of a project after one number up to another, in order, found by their numbers. */
  numbered(
    projectId: string,
    device: string,
    after: number,
    upTo: number,
  ): IterableIterator<ChangeRow> {
    return this.#numbered.iterate(projectId, device, after, upTo);
  }
  /** How many entities a project has. */
  entities(projectId: string): number {
    return this.#entities.get(projectId) ?? 0;
  }
  /** A command of another device, for the history; one known already is left. */
  insertReceivedCommand(row: Omit<CommandRow, 'number'>): void {
    this.#insertReceivedCommand.run(row);
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
