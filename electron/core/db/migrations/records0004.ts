import type { Migration } from '../database.ts';
import { sql } from '../sql.ts';

/**
 * Recognised text of scanned pages, with where it comes from. It is derived from bytes that are kept and can be made again, so
 * none of it is in the change log; the model's folder and the queue belong to this desk alone.
 */
export const records0004: Migration = (db) => {
  db.exec(pages);
  db.exec(queue);
};

const pages = sql`
  CREATE TABLE recognised_page (
    sha256 TEXT NOT NULL,
    page INTEGER NOT NULL,
    was TEXT NOT NULL,
    text TEXT NOT NULL,
    runs TEXT NOT NULL,
    confidence REAL NOT NULL,
    engine TEXT NOT NULL,
    model TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    recognised_at TEXT NOT NULL,
    is_due INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (sha256, page)
  ) STRICT, WITHOUT ROWID;
`;

const queue = sql`
  CREATE TABLE recognition_failure (
    sha256 TEXT NOT NULL,
    page INTEGER NOT NULL,
    code TEXT NOT NULL,
    failed_at TEXT NOT NULL,
    PRIMARY KEY (sha256, page)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE recognition_job (
    sha256 TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('queued', 'paused', 'cancelled')),
    rank INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE recognition_model (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    set_at TEXT NOT NULL
  ) STRICT;
`;
