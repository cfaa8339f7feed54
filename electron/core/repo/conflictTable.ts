import { z } from 'zod';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** A disagreement as kept: which changes stand against each other, by device and sequence number. */
export interface KeptConflict {
  readonly projectId: string;
  readonly entity: string;
  readonly entityId: string;
  readonly field: string;
  readonly kind: 'values' | 'removal';
  readonly changes: readonly (readonly [device: string, seq: number])[];
}

const Changes = z.array(z.tuple([z.string(), z.number()]));

interface Row {
  readonly project_id: string | null;
  readonly entity: string;
  readonly entity_id: string;
  readonly field: string;
  readonly kind: string;
  readonly changes: string;
}

/** Disagreements that nobody has settled. Derived from the log: the same log gives the same rows. */
export class ConflictTable {
  readonly #insert;
  readonly #clear;
  readonly #has;
  readonly #all;
  readonly #get;

  constructor(db: Db) {
    this.#insert = db.prepare<[string, string, string, string, string]>(sql`
      INSERT INTO conflict (entity, entity_id, field, kind, changes) VALUES (?, ?, ?, ?, ?)`);
    this.#clear = db.prepare<[string, string]>(sql`
      DELETE FROM conflict WHERE entity = ? AND entity_id = ?`);
    this.#has = db.prepare<[string, string], { readonly found: number }>(sql`
      SELECT 1 AS found FROM conflict WHERE entity = ? AND entity_id = ? LIMIT 1`);
    this.#all = db.prepare<[], Row>(sql`
      SELECT s.project_id, c.* FROM conflict AS c
      LEFT JOIN scope AS s ON s.entity = c.entity AND s.entity_id = c.entity_id
      ORDER BY s.project_id, c.entity, c.entity_id, c.field`);
    this.#get = db.prepare<[string, string, string], Row>(sql`
      SELECT s.project_id, c.* FROM conflict AS c
      LEFT JOIN scope AS s ON s.entity = c.entity AND s.entity_id = c.entity_id
      WHERE c.entity = ? AND c.entity_id = ? AND c.field = ?`);
  }

  has(entity: string, entityId: string): boolean {
    return this.#has.get(entity, entityId) !== undefined;
  }
  /** Replaces what is kept about an entity. */
  set(
    entity: string,
    entityId: string,
    found: readonly Pick<KeptConflict, 'field' | 'kind' | 'changes'>[],
  ): void {
    this.#clear.run(entity, entityId);
    for (const { field, kind, changes } of found) {
      this.#insert.run(entity, entityId, field, kind, JSON.stringify(changes));
    }
  }
  all(): KeptConflict[] {
    return this.#all.all().map(toKept);
  }
  get(entity: string, entityId: string, field: string): KeptConflict | null {
    const row = this.#get.get(entity, entityId, field);
    return row ? toKept(row) : null;
  }
}

function toKept(row: Row): KeptConflict {
  return {
    projectId: row.project_id ?? '',
    entity: row.entity,
    entityId: row.entity_id,
    field: row.field,
    kind: row.kind === 'removal' ? 'removal' : 'values',
    changes: Changes.parse(JSON.parse(row.changes)),
  };
}
