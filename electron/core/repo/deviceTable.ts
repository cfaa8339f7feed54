import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** Devices whose changes are here, with the names of their people as the packages gave them. */
export class DeviceTable {
  readonly #put;
  readonly #all;

  constructor(db: Db) {
    this.#put = db.prepare<[string, string]>(sql`
      INSERT INTO device (id, is_own, person) VALUES (?, 0, ?)
      ON CONFLICT (id) DO UPDATE SET person = excluded.person WHERE is_own = 0 AND excluded.person <> ''`);
    this.#all = db.prepare<[], { readonly id: string; readonly person: string }>(sql`
      SELECT id, person FROM device WHERE is_own = 0 ORDER BY id`);
  }

  /** Keeps a foreign device; the own one is never renamed by a package. */
  put(device: string, person: string): void {
    this.#put.run(device, person);
  }
  persons(): Map<string, string> {
    return new Map(this.#all.all().map((row) => [row.id, row.person]));
  }
}
