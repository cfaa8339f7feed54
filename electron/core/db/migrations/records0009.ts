import type { Migration } from '../database.ts';
import { sql } from '../sql.ts';

/** What each look at the shared folder took and gave, where it changed anything. */
export const records0009: Migration = (db) => {
  db.exec(sql`
    CREATE TABLE shared_look (
      number INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      folder TEXT NOT NULL,
      taken TEXT NOT NULL,
      written TEXT NOT NULL,
      receipts INTEGER NOT NULL,
      removed INTEGER NOT NULL,
      altered TEXT NOT NULL
    ) STRICT;
  `);
};
