import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** How much of what a device wrote in a project lies up to a number of its log. */
export interface ReadCount {
  readonly total: number;
  readonly read: number;
  /** Stamp of the newest of them; null where there is none. */
  readonly last: string | null;
}

/** Counts what colleagues have of this desk's own changes. */
export class ReceiptTable {
  readonly #count;

  constructor(db: Db) {
    this.#count = db.prepare<
      [{ readonly project: string; readonly device: string; readonly seen: number }],
      ReadCount
    >(sql`
      SELECT count(*) AS total, count(*) FILTER (WHERE c.seq <= :seen) AS read,
        max(c.hlc) FILTER (WHERE c.seq <= :seen) AS last
      FROM scope AS s JOIN change_place AS c ON c.entity = s.entity AND c.entity_id = s.entity_id
      WHERE s.project_id = :project AND c.device = :device`);
  }

  count(project: string, device: string, seen: number): ReadCount {
    return this.#count.get({ project, device, seen }) ?? { total: 0, read: 0, last: null };
  }
}
