import { z } from 'zod';
import { Failure } from '#shared/contract/errors.ts';
import { Sender } from '#shared/domain/handoff/handoffReport.ts';
import { FolderClock, FolderPackage } from '#shared/domain/handoff/sharedFolder.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/**
 * What became of a file in the shared folder. `own`, `taken`, `duplicate`, `not-for-us` and `foreign` are settled as long
 * as the file stays as it is; the others are looked at again.
 */
export const FoundOutcome = z.enum([
  'own',
  'taken',
  'duplicate',
  'not-for-us',
  'foreign',
  'arriving',
  'damaged',
  'waiting',
  'stranger',
  'refused',
  'other-copy',
]);
export type FoundOutcome = z.infer<typeof FoundOutcome>;

/** What the screen says of the file. */
export const FoundDetail = z.strictObject({
  package: FolderPackage.nullable().default(null),
  sender: Sender.nullable().default(null),
  failure: Failure.nullable().default(null),
  clock: FolderClock.nullable().default(null),
});
export type FoundDetail = z.infer<typeof FoundDetail>;
export const noDetail: FoundDetail = { package: null, sender: null, failure: null, clock: null };

export interface FoundRow {
  /** Name inside the team's folder. */
  readonly file: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** Of the bytes; empty where they were not read to the end. */
  readonly sha256: string;
  readonly outcome: FoundOutcome;
  /** Looks in a row at which the file stayed the same and could not be verified. */
  readonly tries: number;
  readonly detail: FoundDetail;
}

interface Row {
  readonly file: string;
  readonly size_bytes: number;
  readonly modified_ms: number;
  readonly sha256: string;
  readonly outcome: string;
  readonly tries: number;
  readonly detail: string;
}

/** The files of the shared folder as they were found. Kept at this desk; it can be made again by looking. */
export class SharedFoundTable {
  readonly #all;
  readonly #get;
  readonly #isTold;
  readonly #put;
  readonly #remove;
  readonly #clear;

  constructor(db: Db) {
    this.#all = db.prepare<[], Row>(sql`SELECT * FROM shared_found ORDER BY file`);
    this.#get = db.prepare<[string], Row>(sql`SELECT * FROM shared_found WHERE file = ?`);
    this.#isTold = db.prepare<[string, string], { readonly found: number }>(sql`
      SELECT 1 AS found FROM shared_found WHERE sha256 = ? AND file <> ? AND outcome <> 'duplicate' LIMIT 1`);
    this.#put = db.prepare<[string, number, number, string, string, number, string]>(sql`
      INSERT OR REPLACE INTO shared_found (file, size_bytes, modified_ms, sha256, outcome, tries, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?)`);
    this.#remove = db.prepare<[string]>(sql`DELETE FROM shared_found WHERE file = ?`);
    this.#clear = db.prepare<[]>(sql`DELETE FROM shared_found`);
  }

  all(): FoundRow[] {
    return this.#all.all().map(toFound);
  }
  get(file: string): FoundRow | null {
    const row = this.#get.get(file);
    return row ? toFound(row) : null;
  }
  /** Whether another file of the same bytes speaks for them; a copy of a copy would leave nobody to speak. */
  hasOriginal(sha256: string, file: string): boolean {
    return this.#isTold.get(sha256, file) !== undefined;
  }
  put(row: FoundRow): void {
    this.#put.run(
      row.file,
      row.sizeBytes,
      row.modifiedMs,
      row.sha256,
      row.outcome,
      row.tries,
      JSON.stringify(row.detail),
    );
  }
  remove(file: string): void {
    this.#remove.run(file);
  }
  clear(): void {
    this.#clear.run();
  }
}

function toFound(row: Row): FoundRow {
  return {
    file: row.file,
    sizeBytes: row.size_bytes,
    modifiedMs: row.modified_ms,
    sha256: row.sha256,
    outcome: FoundOutcome.parse(row.outcome),
    tries: row.tries,
    detail: FoundDetail.parse(JSON.parse(row.detail)),
  };
}
