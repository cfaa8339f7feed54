import type { Migration } from '../database.ts';
import { sql } from '../sql.ts';

/**
 * The change log and what it projects. Projection tables have a default for every column, because a merge may bring the
 * fields of an entity one by one. Extracted text is derived from the bytes and can be made again, so it is no projection.
 */
export const records0001: Migration = (db) => {
  db.exec(changeLog);
  db.exec(projection);
  db.exec(derivedText);
};

const changeLog = sql`
  CREATE TABLE device (id TEXT PRIMARY KEY, is_own INTEGER NOT NULL DEFAULT 0) STRICT;

  CREATE TABLE command (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    device TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    is_undoable INTEGER NOT NULL,
    merge_key TEXT,
    reverts TEXT,
    result TEXT NOT NULL
  ) STRICT;

  CREATE TABLE change (
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hlc TEXT NOT NULL,
    seen TEXT NOT NULL,
    actor TEXT NOT NULL,
    command_id TEXT NOT NULL,
    command TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (device, seq)
  ) STRICT;
  CREATE INDEX change_of_cell ON change (entity, entity_id, field, hlc);
  CREATE INDEX change_of_command ON change (command_id);
  CREATE TRIGGER change_is_fixed BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER change_is_kept BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
`;

const projection = sql`
  CREATE TABLE desk (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    person TEXT NOT NULL DEFAULT '',
    firm TEXT NOT NULL DEFAULT '',
    idle_lock_minutes INTEGER NOT NULL DEFAULT 15
  ) STRICT;

  CREATE TABLE project (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    client TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL DEFAULT '',
    due TEXT,
    round INTEGER NOT NULL DEFAULT 1,
    checklists TEXT NOT NULL DEFAULT '{}',
    conclusion TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE trait_answer (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL DEFAULT '',
    trait_id TEXT NOT NULL DEFAULT '',
    answer INTEGER
  ) STRICT;
  CREATE INDEX trait_answer_of_project ON trait_answer (project_id);

  CREATE TABLE document (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    type TEXT,
    created_at TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX document_of_project ON document (project_id);

  CREATE TABLE document_version (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL DEFAULT '',
    number INTEGER NOT NULL DEFAULT 1,
    sha256 TEXT NOT NULL DEFAULT '',
    file_name TEXT NOT NULL DEFAULT '',
    size_bytes INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL DEFAULT 'pdf',
    pages INTEGER,
    characters INTEGER NOT NULL DEFAULT 0,
    warnings TEXT NOT NULL DEFAULT '[]',
    added_at TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX version_of_document ON document_version (document_id);
  CREATE INDEX version_of_content ON document_version (sha256);

  CREATE TABLE assessment (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL DEFAULT '',
    round INTEGER NOT NULL DEFAULT 1,
    item_id TEXT NOT NULL DEFAULT '',
    verdict TEXT NOT NULL DEFAULT 'unreviewed',
    note TEXT NOT NULL DEFAULT '',
    changed_by TEXT,
    changed_at TEXT
  ) STRICT;
  CREATE INDEX assessment_of_project ON assessment (project_id, round);

  CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL DEFAULT '',
    item_id TEXT NOT NULL DEFAULT '',
    finding_id TEXT,
    version_id TEXT NOT NULL DEFAULT '',
    stance TEXT NOT NULL DEFAULT 'supports',
    anchor TEXT NOT NULL DEFAULT '{}',
    made_by TEXT NOT NULL DEFAULT '',
    made_at TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX evidence_of_project ON evidence (project_id, item_id);
  CREATE INDEX evidence_of_version ON evidence (version_id);

  CREATE TABLE finding (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL DEFAULT '',
    round INTEGER NOT NULL DEFAULT 1,
    number TEXT NOT NULL DEFAULT '',
    item_id TEXT NOT NULL DEFAULT '',
    severity TEXT NOT NULL DEFAULT '一般',
    problem TEXT NOT NULL DEFAULT '',
    citations TEXT NOT NULL DEFAULT '[]',
    recommendation TEXT NOT NULL DEFAULT '',
    clause TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'open',
    made_by TEXT NOT NULL DEFAULT '',
    made_at TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX finding_of_project ON finding (project_id);

  CREATE TABLE memo (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL DEFAULT '',
    number TEXT,
    is_draft INTEGER NOT NULL DEFAULT 1,
    file_name TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '{}',
    acknowledged TEXT NOT NULL DEFAULT '[]',
    made_by TEXT NOT NULL DEFAULT '',
    made_at TEXT NOT NULL DEFAULT ''
  ) STRICT;
  CREATE INDEX memo_of_project ON memo (project_id);
`;

const derivedText = sql`
  CREATE TABLE extraction (
    sha256 TEXT PRIMARY KEY,
    extractor TEXT NOT NULL,
    kind TEXT NOT NULL,
    characters INTEGER NOT NULL,
    warnings TEXT NOT NULL,
    meta TEXT NOT NULL
  ) STRICT;
  CREATE TABLE text_part (
    sha256 TEXT NOT NULL REFERENCES extraction (sha256) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    fold_map TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (sha256, number)
  ) STRICT;
`;
