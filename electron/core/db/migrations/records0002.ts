import type { Migration } from '../database.ts';
import { sql } from '../sql.ts';

/**
 * Versions of laws as projected, and their articles. The articles are read from the official file's bytes and can be made
 * again, so they are no projection. A memo keeps why the lawyer issued it in spite of a check.
 */
export const records0002: Migration = (db) => {
  db.exec(versions);
  db.exec(texts);
  db.exec(memoReasons);
};

const versions = sql`
  CREATE TABLE statute_version (
    id TEXT PRIMARY KEY,
    law_code TEXT,
    title TEXT NOT NULL DEFAULT '',
    version_date TEXT NOT NULL DEFAULT '',
    effective_from TEXT,
    effective_to TEXT,
    sha256 TEXT NOT NULL DEFAULT '',
    file_name TEXT NOT NULL DEFAULT '',
    article_count INTEGER NOT NULL DEFAULT 0,
    remarks TEXT NOT NULL DEFAULT '[]',
    imported_by TEXT NOT NULL DEFAULT '',
    imported_at TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX statute_version_of_law ON statute_version (law_code, version_date);
  CREATE INDEX statute_version_of_content ON statute_version (sha256);
`;

const texts = sql`
  CREATE TABLE statute_text (
    sha256 TEXT PRIMARY KEY,
    parser TEXT NOT NULL,
    divisions TEXT NOT NULL,
    appendix TEXT NOT NULL
  ) STRICT;
  CREATE TABLE statute_article (
    sha256 TEXT NOT NULL REFERENCES statute_text (sha256) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number INTEGER NOT NULL,
    branch INTEGER NOT NULL,
    division INTEGER,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    paragraphs TEXT NOT NULL,
    PRIMARY KEY (sha256, position)
  ) STRICT;
  CREATE INDEX statute_article_of_number ON statute_article (sha256, number, branch);
`;

const memoReasons = sql`ALTER TABLE memo ADD COLUMN reasons TEXT NOT NULL DEFAULT '{}'`;
