import type { Migration } from '../database.ts';
import { sql } from '../sql.ts';

/**
 * The folder that a team shares: what was chosen, this desk's own files there, what was found of others, the marks by which
 * a second copy of this workspace gives itself away, and the changes that a copy took over as a new device.
 */
export const records0007: Migration = (db) => {
  db.exec(folder);
  db.exec(copies);
};

const folder = sql`
  CREATE TABLE shared_folder (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    path TEXT NOT NULL,
    projects TEXT NOT NULL,
    members TEXT NOT NULL,
    is_automatic INTEGER NOT NULL,
    is_begun INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'new',
    looked_at TEXT,
    reached_at TEXT,
    written_at TEXT,
    write_failure TEXT NOT NULL DEFAULT 'null'
  ) STRICT;

  CREATE TABLE shared_sent (
    number INTEGER PRIMARY KEY,
    device TEXT NOT NULL,
    package_id TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    project_id TEXT NOT NULL,
    from_vector TEXT NOT NULL,
    to_vector TEXT NOT NULL,
    held_vector TEXT NOT NULL,
    recipients TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('writing', 'lying', 'removed', 'withdrawn', 'failed'))
  ) STRICT;
  CREATE INDEX shared_sent_of_project ON shared_sent (project_id, number);
  CREATE INDEX shared_sent_by_hash ON shared_sent (sha256);

  CREATE TABLE shared_found (
    file TEXT PRIMARY KEY,
    size_bytes INTEGER NOT NULL,
    modified_ms INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    outcome TEXT NOT NULL,
    tries INTEGER NOT NULL,
    detail TEXT NOT NULL
  ) STRICT;
`;

const copies = sql`
  CREATE TABLE shared_mark (nonce TEXT PRIMARY KEY, written_at TEXT NOT NULL) STRICT;

  CREATE TABLE shared_parting (file TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

  CREATE TABLE former_change (
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hlc TEXT NOT NULL,
    seen TEXT NOT NULL,
    command_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    new_device TEXT NOT NULL,
    new_seq INTEGER NOT NULL,
    PRIMARY KEY (new_device, new_seq)
  ) STRICT;
`;
