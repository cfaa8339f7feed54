import { hash } from 'node:crypto';
import {
  canonical,
  chainInput,
  chainStart,
  type Change,
  type FieldValue,
} from '#shared/domain/changes/change.ts';
import { isFrozen } from '#shared/domain/changes/causality.ts';
import { decodeHlc, encodeHlc, type Hlc, tick } from '#shared/domain/changes/hlc.ts';
import type { Db } from '../db/database.ts';
import { Conflicts } from './conflicts.ts';
import { Scope } from './scope.ts';
import { type EntityName, type FieldsOf } from './entities.ts';
import { type Cell, type ChangeRow, LogTable } from './logTable.ts';
import { Ownership } from './ownership.ts';
import { Projection } from './projection.ts';

/** A write that a person, or the program for them, asked for. */
export interface Command {
  readonly id: string;
  readonly name: string;
  readonly isUndoable: boolean;
  /** Commands with the same key in a row, each soon after the other, are one step of undo: a note as it is typed. */
  readonly mergeKey?: string;
  /** Commands whose changes this one takes back. */
  readonly reverts?: readonly string[];
}

export interface Writer {
  /** Sets fields of one entity; a field that already has the value is not written again. */
  set<E extends EntityName>(entity: E, entityId: string, fields: FieldsOf<E>): void;
  setCell(cell: Cell, value: FieldValue): void;
  /** Writes even the value that stands: a choice between versions is recorded whichever it falls on. */
  decideCell(cell: Cell, value: FieldValue): void;
}

/**
 * The one way to write records. Each command is one transaction: its changes go into the append-only log, hash-chained
 * per device, and into the tables that queries read. A command id seen before writes nothing and answers as it did.
 */
export class ChangeLog {
  readonly table: LogTable;
  readonly ownership: Ownership;
  readonly #db: Db;
  readonly #device: string;
  readonly #nowMs: () => number;
  readonly #projection: Projection;
  readonly #scope: Scope;
  readonly #conflicts: Conflicts;
  #clock: Hlc;
  #seq: number;
  #hash: string;

  constructor(db: Db, device: string, nowMs: () => number) {
    this.#db = db;
    this.#device = device;
    this.#nowMs = nowMs;
    this.table = new LogTable(db);
    this.#projection = new Projection(db);
    this.#scope = new Scope(db);
    this.#conflicts = new Conflicts(db, this.table);
    this.ownership = new Ownership(db, this.table, device);
    const last = this.table.lastChange(device);
    this.#seq = last?.seq ?? 0;
    this.#hash = last?.hash ?? chainStart;
    this.#clock = this.#newestClock();
  }

  /** Runs `build` and commits what it set. The result must be plain JSON: it is kept for retries. */
  write<T>(command: Command, actor: string, build: (writer: Writer) => T): T {
    const known = this.table.command(command.id);
    // This command's own earlier answer; another desk's command of that id is none.
    if (known?.device === this.#device) return JSON.parse(known.result) as T;
    // A half sign is lost in the file, and the hash would not fit what is kept.
    const by = actor.toWellFormed();
    return this.transaction(() => this.table.together(() => this.#run(command, by, build)));
  }

  /** Runs several writes as one: all of them are kept, or none, and the clock and the chain go back with them. */
  transaction<T>(run: () => T): T {
    const before = { clock: this.#clock, seq: this.#seq, hash: this.#hash };
    try {
      return this.#db.transaction(run).immediate();
    } catch (error) {
      ({ clock: this.#clock, seq: this.#seq, hash: this.#hash } = before);
      throw error;
    }
  }

  /** Whether this desk may take back what it wrote there. Not in a project that it handed over. */
  mayRevert(cell: Cell): boolean {
    return this.ownership.mayRevert(this.#scope.projectOf({ ...cell, value: null }), cell);
  }

  /** Number of this device's last change; 0 before the first. */
  get ownSeq(): number {
    return this.#seq;
  }

  #run<T>(command: Command, actor: string, build: (writer: Writer) => T): T {
    const firstSeq = this.#seq + 1;
    this.table.insertCommand({
      id: command.id,
      name: command.name,
      device: this.#device,
      actor,
      at: new Date(this.#nowMs()).toISOString(),
      is_undoable: command.isUndoable ? 1 : 0,
      merge_key: command.mergeKey ?? null,
      reverts: command.reverts ? JSON.stringify(command.reverts) : null,
      result: 'null',
    });
    const open = new Set<string>();
    // Asked even where the value stands already: who may not write hears so either way.
    const guarded = <V extends Cell & { readonly value: FieldValue }>(write: V): V => {
      const project = this.#scope.projectOf(write);
      this.ownership.guard(project, { entity: write.entity, field: write.field, command }, open);
      return write;
    };
    const decideCell = (cell: Cell, value: FieldValue): void => {
      this.#append({ ...guarded({ ...cell, value }), command, actor });
    };
    const setCell = (cell: Cell, value: FieldValue): void => {
      const write = guarded({ ...cell, value });
      const text = JSON.stringify(canonical(value));
      if (this.table.lastOfCell(cell)?.value !== text) this.#append({ ...write, command, actor });
    };
    const result = build({
      setCell,
      decideCell,
      set: (entity, entityId, fields) => {
        for (const [field, value] of Object.entries(fields)) {
          if (value !== undefined) setCell({ entity, entityId, field }, value as FieldValue); // typed by FieldsOf
        }
      },
    });
    // What changed nothing is no step of undo: taking it back would say “undone” and do nothing.
    const isUndoable = command.isUndoable && this.#seq >= firstSeq;
    this.table.settleCommand(command.id, JSON.stringify(result ?? null), isUndoable);
    return result;
  }

  #append(
    input: Cell & {
      value: FieldValue;
      command: Command;
      actor: string;
    },
  ): void {
    this.#clock = tick(this.#clock, this.#nowMs());
    this.#seq += 1;
    const change: Change = {
      device: this.#device,
      seq: this.#seq,
      hlc: encodeHlc(this.#clock),
      seen: this.#scope.seenBy(input),
      actor: input.actor,
      commandId: input.command.id,
      command: input.command.name,
      entity: input.entity,
      entityId: input.entityId,
      field: input.field,
      value: input.value,
    };
    this.#hash = chainHash(this.#hash, change);
    const isKept =
      isFrozen(input.entity, input.field) && this.table.lastOfCell(input) !== undefined;
    this.table.insertChange(toRow(change, this.#hash));
    if (!isKept) this.#projection.apply(change);
    this.#conflicts.settle(input.entity, input.entityId);
  }

  /** Moves the clock past a received stamp, so that what is written next is later than all that is known. */
  observe(hlc: string): void {
    const stamp = decodeHlc(hlc);
    if (!stamp) return;
    const { millis, counter } = this.#clock;
    if (stamp.millis > millis || (stamp.millis === millis && stamp.counter > counter)) {
      this.#clock = { ...stamp, device: this.#device };
    }
  }

  #newestClock(): Hlc {
    const newest = this.table
      .heads()
      .map((head) => head.hlc)
      .sort()
      .at(-1);
    const stamp = newest === undefined ? null : decodeHlc(newest);
    return { millis: stamp?.millis ?? 0, counter: stamp?.counter ?? 0, device: this.#device };
  }
}

/** Hash of a change in its device's chain: SHA-256 over the previous hash and the change, hex. */
export function chainHash(previousHash: string, change: Change): string {
  return hash('sha256', chainInput(previousHash, change), 'hex');
}

function toRow(change: Change, hash: string): ChangeRow {
  return {
    device: change.device,
    seq: change.seq,
    hlc: change.hlc,
    seen: JSON.stringify(change.seen),
    actor: change.actor,
    command_id: change.commandId,
    command: change.command,
    entity: change.entity,
    entity_id: change.entityId,
    field: change.field,
    value: JSON.stringify(canonical(change.value)),
    hash,
    prev: null,
    import_number: null,
  };
}

/** The change a row of the log holds, with its value parsed. */
export function fromRow(row: ChangeRow): Change {
  return {
    device: row.device,
    seq: row.seq,
    hlc: row.hlc,
    seen: JSON.parse(row.seen) as Record<string, number>, // written by toRow
    actor: row.actor,
    commandId: row.command_id,
    command: row.command,
    entity: row.entity,
    entityId: row.entity_id,
    field: row.field,
    value: JSON.parse(row.value) as FieldValue, // written by toRow
  };
}
