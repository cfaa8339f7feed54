import type { Migration } from '../database.ts';
import { sql } from '../sql.ts';

/** Content-addressed bytes in chunks of about 1 MiB; append-only, so that a crash leaves no half file. */
export const documents0001: Migration = (db) => {
  db.exec(sql`
    CREATE TABLE content (
      sha256 TEXT PRIMARY KEY,
      size_bytes INTEGER NOT NULL,
      chunks INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE chunk (
      sha256 TEXT NOT NULL,
      number INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (sha256, number)
    ) STRICT;
    CREATE TRIGGER content_is_kept BEFORE DELETE ON content BEGIN SELECT RAISE(ABORT, 'content is append-only'); END;
    CREATE TRIGGER chunk_is_kept BEFORE DELETE ON chunk BEGIN SELECT RAISE(ABORT, 'content is append-only'); END;
    CREATE TRIGGER chunk_is_fixed BEFORE UPDATE ON chunk BEGIN SELECT RAISE(ABORT, 'content is append-only'); END;
  `);
};
