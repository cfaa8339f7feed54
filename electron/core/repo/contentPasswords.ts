import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** Passwords that open encrypted content, by the content's SHA-256; kept in the encrypted workspace only. */
export class ContentPasswords {
  readonly #find;
  readonly #put;

  constructor(db: Db) {
    this.#find = db.prepare<[string], { readonly password: string }>(
      sql`SELECT password FROM content_password WHERE sha256 = ?`,
    );
    this.#put = db.prepare<[string, string]>(sql`
      INSERT INTO content_password (sha256, password) VALUES (?, ?)
      ON CONFLICT (sha256) DO UPDATE SET password = excluded.password`);
  }

  get(sha256: string): string | null {
    return this.#find.get(sha256)?.password ?? null;
  }

  put(sha256: string, password: string): void {
    this.#put.run(sha256, password);
  }
}
