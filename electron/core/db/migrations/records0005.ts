import type { Migration } from '../database.ts';
import { sql } from '../sql.ts';

/**
 * Who holds a project; of a package that was built: for which devices, whom it made the owner, and when the person said that
 * it was sent; of what a device said to have: when it said so.
 */
export const records0005: Migration = (db) => {
  db.exec(sql`
    ALTER TABLE project ADD COLUMN owner TEXT;
    ALTER TABLE handoff ADD COLUMN recipients TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE handoff ADD COLUMN new_owner TEXT;
    ALTER TABLE handoff ADD COLUMN sent_at TEXT;
    ALTER TABLE contact_vector ADD COLUMN said_at TEXT;
  `);
};
