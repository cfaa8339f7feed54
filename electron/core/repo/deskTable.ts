import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

export interface Desk {
  readonly name: string;
  readonly person: string;
  readonly firm: string;
  readonly idleLockMinutes: number;
}

export interface RecordCounts {
  readonly projects: number;
  readonly documents: number;
  readonly versions: number;
  readonly assessments: number;
  readonly evidence: number;
  readonly findings: number;
  readonly memos: number;
  readonly changes: number;
}

/** This desk: its device, its person and settings, and what the workspace holds. */
export class DeskTable {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The id of this device, made at the first opening. */
  ownDevice(makeId: () => string): string {
    const known = this.#db
      .prepare<[], { readonly id: string }>(sql`SELECT id FROM device WHERE is_own = 1`)
      .get();
    if (known) return known.id;
    const id = makeId();
    this.#db.prepare<[string]>(sql`INSERT INTO device (id, is_own) VALUES (?, 1)`).run(id);
    return id;
  }

  get(deviceId: string): Desk {
    const row = this.#db
      .prepare<[string], Desk>(
        sql`
        SELECT name, person, firm, idle_lock_minutes AS idleLockMinutes FROM desk WHERE id = ?`,
      )
      .get(deviceId);
    return row ?? { name: '', person: '', firm: '', idleLockMinutes: 15 };
  }

  counts(): RecordCounts {
    const row = this.#db
      .prepare<[], RecordCounts>(
        sql`
        SELECT
          (SELECT count(*) FROM project WHERE deleted = 0) AS projects,
          (SELECT count(*) FROM document WHERE deleted = 0) AS documents,
          (SELECT count(*) FROM document_version WHERE deleted = 0) AS versions,
          (SELECT count(*) FROM assessment WHERE verdict <> 'unreviewed') AS assessments,
          (SELECT count(*) FROM evidence WHERE deleted = 0) AS evidence,
          (SELECT count(*) FROM finding WHERE deleted = 0) AS findings,
          (SELECT count(*) FROM memo) AS memos,
          (SELECT count(*) FROM log_change) AS changes`,
      )
      .get();
    if (!row) throw new Error('an aggregate query returned no row');
    return row;
  }
}
