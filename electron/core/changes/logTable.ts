import { FieldValue } from '#shared/domain/changes/change.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import type { KnownChange } from './conflicts.ts';
import { LogReader } from './logReader.ts';
import { LogWriter } from './logWriter.ts';

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

/**
 * SQL of the change log: commands and their changes. The view `change` shows each change with its texts; what is written or read
 * in great numbers goes by the numbers that the tables under it hold.
 */
export class LogTable {
  readonly #writer: LogWriter;
  readonly #reader: LogReader;
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
  readonly #ofCell;
  readonly #at;
  readonly #hashAt;
  readonly #prevAt;
  readonly #hashes;
  readonly #ofImport;
  readonly #entities;
  readonly #insertReceivedCommand;
  readonly #devices;

  constructor(db: Db) {
    this.#writer = new LogWriter(db);
    this.#reader = new LogReader(db);
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
    // By stamp and device, which is the order of the whole stamps and that of the index.
    this.#lastOfCell = db.prepare<[string, string, string], ChangeRow>(sql`
      SELECT * FROM change WHERE entity = ? AND entity_id = ? AND field = ?
      ORDER BY stamp DESC, device DESC LIMIT 1`);
    this.#beforeInCell = db.prepare<[string, string, string, string], ChangeRow>(sql`
      SELECT * FROM change WHERE entity = ? AND entity_id = ? AND field = ? AND hlc < ?
      ORDER BY stamp DESC, device DESC LIMIT 1`);
    this.#ofCommand = db.prepare<[string], ChangeRow>(sql`
      SELECT * FROM change WHERE command_id = ? ORDER BY hlc`);
    this.#ofEntity = db.prepare<[string, string], ChangeRow>(sql`
      SELECT * FROM change WHERE entity = ? AND entity_id = ? ORDER BY hlc`);
    this.#narrow = db.prepare<[string, string], NarrowRow>(sql`
      SELECT device, seq, hlc, seen, actor, field, value FROM change WHERE entity = ? AND entity_id = ?`);
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
    this.#entities = db
      .prepare<[string], number>(
        sql`
        SELECT count(*) FROM scope WHERE project_id = ?`,
      )
      .pluck();
    this.#insertReceivedCommand = db.prepare<[Omit<CommandRow, 'number'>]>(sql`
      INSERT INTO command (id, name, device, actor, at, is_undoable, merge_key, reverts, result)
      VALUES (:id, :name, :device, :actor, :at, :is_undoable, :merge_key, :reverts, :result) ON CONFLICT DO NOTHING`);
    this.#devices = db.prepare<[], string>(sql`SELECT id FROM device`).pluck();
  }

  insertChange(row: ChangeRow): void {
    this.#writer.insert(row);
  }
  /** Runs writes that belong to one transaction; what they have in common is looked up once. */
  together<T>(run: () => T): T {
    return this.#writer.remembering(run);
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
  knownOfAll(entity: string, entityIds: readonly string[]): Map<string, KnownChange[]> {
    return this.#reader.knownOfAll(entity, entityIds);
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
    return this.#reader.ofProject(projectId);
  }
  /** A device's changes of a project after one number up to another, in order, found by their numbers. */
  numbered(
    projectId: string,
    device: string,
    after: number,
    upTo: number,
  ): IterableIterator<ChangeRow> {
    return this.#reader.numbered(projectId, device, after, upTo);
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
    return this.#reader.all();
  }
  /** The last change of every known device; stamps rise within a device, so the newest of all is among them. */
  heads(): Head[] {
    return this.#devices.all().flatMap((device) => {
      const last = this.#lastChange.get(device);
      return last ? [{ device, seq: last.seq, hlc: last.hlc }] : [];
    });
  }
}

export function cellOf(row: ChangeRow): Cell {
  return { entity: row.entity, entityId: row.entity_id, field: row.field };
}

export function valueOf(row: ChangeRow): FieldValue {
  return FieldValue.parse(JSON.parse(row.value));
}
