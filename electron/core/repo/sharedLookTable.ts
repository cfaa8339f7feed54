import { SharedFolderLook } from '#shared/domain/handoff/sharedFolder.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

interface Row extends Omit<SharedFolderLook, 'taken' | 'written' | 'altered'> {
  readonly taken: string;
  readonly written: string;
  readonly altered: string;
}

/** Looks that are remembered; older ones give way. */
const remembered = 1000;

/** What each look at the shared folder took and gave. Kept at this desk, never handed off. */
export class SharedLookTable {
  readonly #insert;
  readonly #prune;
  readonly #newest;

  constructor(db: Db) {
    this.#insert = db.prepare<[Omit<Row, 'number'>]>(sql`
      INSERT INTO shared_look (at, folder, taken, written, receipts, removed, altered)
      VALUES (:at, :folder, :taken, :written, :receipts, :removed, :altered)`);
    this.#prune = db.prepare<[number]>(sql`
      DELETE FROM shared_look WHERE number <= (SELECT max(number) FROM shared_look) - ?`);
    this.#newest = db.prepare<[number], Row>(sql`
      SELECT * FROM shared_look ORDER BY number DESC LIMIT ?`);
  }

  add(look: Omit<SharedFolderLook, 'number'>): void {
    const { taken, written, altered } = look;
    this.#insert.run({
      ...look,
      taken: JSON.stringify(taken),
      written: JSON.stringify(written),
      altered: JSON.stringify(altered),
    });
    this.#prune.run(remembered);
  }

  /** Newest first. */
  newest(count: number): SharedFolderLook[] {
    return this.#newest.all(count).map((row) =>
      SharedFolderLook.parse({
        ...row,
        taken: JSON.parse(row.taken),
        written: JSON.parse(row.written),
        altered: JSON.parse(row.altered),
      }),
    );
  }
}
