import type { Migration } from '../database.ts';
import { sql } from '../sql.ts';

/**
 * What exchange needs: where a received change stands in its device's chain and by which import it came, which project an
 * entity belongs to, how much of each device is known per project, what waits for a gap, disagreements, keys and contacts.
 */
export const records0003: Migration = (db) => {
  db.exec(log);
  db.exec(scope);
  db.exec(waiting);
  db.exec(people);
};

const log = sql`
  ALTER TABLE change ADD COLUMN prev TEXT;
  ALTER TABLE change ADD COLUMN import_number INTEGER;
  ALTER TABLE device ADD COLUMN person TEXT NOT NULL DEFAULT '';
`;

const scope = sql`
  CREATE TABLE scope (
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    project_id TEXT NOT NULL,
    PRIMARY KEY (entity, entity_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX scope_of_project ON scope (project_id);
  INSERT INTO scope
    SELECT 'project', id, id FROM project
    UNION ALL SELECT 'traitAnswer', id, project_id FROM trait_answer
    UNION ALL SELECT 'document', id, project_id FROM document
    UNION ALL SELECT 'documentVersion', v.id, d.project_id
      FROM document_version AS v JOIN document AS d ON d.id = v.document_id
    UNION ALL SELECT 'assessment', id, project_id FROM assessment
    UNION ALL SELECT 'evidence', id, project_id FROM evidence
    UNION ALL SELECT 'finding', id, project_id FROM finding
    UNION ALL SELECT 'memo', id, project_id FROM memo;

  CREATE TABLE coverage (
    project_id TEXT NOT NULL,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    changes INTEGER NOT NULL,
    PRIMARY KEY (project_id, device)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE conflict (
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    field TEXT NOT NULL,
    kind TEXT NOT NULL,
    changes TEXT NOT NULL,
    PRIMARY KEY (entity, entity_id, field)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE projection_state (only INTEGER PRIMARY KEY CHECK (only = 1), fingerprint TEXT NOT NULL) STRICT;
`;

const waiting = sql`
  CREATE TABLE parked_part (
    number INTEGER PRIMARY KEY,
    project_id TEXT NOT NULL,
    name TEXT NOT NULL,
    from_vector TEXT NOT NULL,
    to_vector TEXT NOT NULL,
    devices TEXT NOT NULL
  ) STRICT;
  CREATE TABLE parked_change (
    part INTEGER NOT NULL REFERENCES parked_part (number) ON DELETE CASCADE,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (part, device, seq)
  ) STRICT;
  CREATE INDEX parked_by_origin ON parked_change (device, seq);
`;

const people = sql`
  CREATE TABLE handoff_identity (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    signing_key TEXT NOT NULL,
    public_key TEXT NOT NULL,
    age_identity TEXT NOT NULL,
    age_recipient TEXT NOT NULL,
    made_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE contact (
    key TEXT PRIMARY KEY,
    device TEXT NOT NULL,
    person TEXT NOT NULL,
    recipient TEXT NOT NULL,
    trusted_at TEXT NOT NULL,
    revoked_at TEXT
  ) STRICT;
  CREATE TABLE contact_vector (
    device TEXT NOT NULL,
    project_id TEXT NOT NULL,
    vector TEXT NOT NULL,
    PRIMARY KEY (device, project_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE handoff (
    number INTEGER PRIMARY KEY,
    direction TEXT NOT NULL,
    at TEXT NOT NULL,
    package_id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    people TEXT NOT NULL,
    projects TEXT NOT NULL,
    changes INTEGER NOT NULL,
    report TEXT NOT NULL,
    command_id TEXT,
    undone_at TEXT
  ) STRICT;
`;
