import type { Migration } from '../database.ts';
import { sql } from '../sql.ts';

/** Passwords that open encrypted content, by its SHA-256: the bytes stay as they were handed in. */
export const documents0002: Migration = (db) => {
  db.exec(sql`
    CREATE TABLE content_password (
      sha256 TEXT PRIMARY KEY,
      password TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `);
};
