import { z } from 'zod';
import { ChangeLine, VectorSchema } from '#shared/domain/handoff/handoff.ts';
import type { Vector } from '#shared/domain/changes/causality.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** A project's part of a package that waits for earlier changes. */
export interface ParkedPart {
  readonly number: number;
  readonly projectId: string;
  readonly name: string;
  readonly from: Vector;
  readonly to: Vector;
  readonly devices: Readonly<Record<string, string>>;
}

interface Row {
  readonly number: number;
  readonly project_id: string;
  readonly name: string;
  readonly from_vector: string;
  readonly to_vector: string;
  readonly devices: string;
}

const Devices = z.record(z.string(), z.string());

/** Received changes that cannot stand in the log yet, because what they build on is missing. */
export class ParkedTable {
  readonly #insertPart;
  readonly #insertChange;
  readonly #parts;
  readonly #all;
  readonly #lines;
  readonly #hash;
  readonly #remove;

  constructor(db: Db) {
    this.#insertPart = db.prepare<[string, string, string, string, string]>(sql`
      INSERT INTO parked_part (project_id, name, from_vector, to_vector, devices) VALUES (?, ?, ?, ?, ?)`);
    this.#insertChange = db.prepare<[number, string, number, string]>(sql`
      INSERT INTO parked_change (part, device, seq, line) VALUES (?, ?, ?, ?)`);
    this.#parts = db.prepare<[string], Row>(sql`
      SELECT * FROM parked_part WHERE project_id = ? ORDER BY number`);
    this.#all = db.prepare<[], Row>(sql`SELECT * FROM parked_part ORDER BY number`);
    this.#lines = db.prepare<[number], { readonly line: string }>(sql`
      SELECT line FROM parked_change WHERE part = ? ORDER BY device, seq`);
    this.#hash = db.prepare<[string, number], { readonly hash: string }>(sql`
      SELECT line ->> '$.hash' AS hash FROM parked_change WHERE device = ? AND seq = ? LIMIT 1`);
    this.#remove = db.prepare<[number]>(sql`DELETE FROM parked_part WHERE number = ?`);
  }

  park(part: Omit<ParkedPart, 'number'>, lines: readonly ChangeLine[]): void {
    const { lastInsertRowid } = this.#insertPart.run(
      part.projectId,
      part.name,
      JSON.stringify(part.from),
      JSON.stringify(part.to),
      JSON.stringify(part.devices),
    );
    for (const line of lines) {
      this.#insertChange.run(Number(lastInsertRowid), line.device, line.seq, JSON.stringify(line));
    }
  }
  ofProject(projectId: string): ParkedPart[] {
    return this.#parts.all(projectId).map(toPart);
  }
  all(): ParkedPart[] {
    return this.#all.all().map(toPart);
  }
  count(part: number): number {
    return this.#lines.all(part).length;
  }
  lines(part: number): ChangeLine[] {
    return this.#lines.all(part).map((row) => ChangeLine.parse(JSON.parse(row.line)));
  }
  /** Hash of a waiting change, or null where none waits under this number. */
  hashOf(device: string, seq: number): string | null {
    return this.#hash.get(device, seq)?.hash ?? null;
  }
  remove(part: number): void {
    this.#remove.run(part);
  }
}

function toPart(row: Row): ParkedPart {
  return {
    number: row.number,
    projectId: row.project_id,
    name: row.name,
    from: VectorSchema.parse(JSON.parse(row.from_vector)),
    to: VectorSchema.parse(JSON.parse(row.to_vector)),
    devices: Devices.parse(JSON.parse(row.devices)),
  };
}
