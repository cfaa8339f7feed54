import type { Migration } from '../database.ts';
import { sql } from '../sql.ts';

/** How often the text of some content was replaced or a page of it recognised: tells whether what was worked out on it still holds. */
export const records0008: Migration = (db) => {
  db.exec(sql`ALTER TABLE extraction ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;`);
};
