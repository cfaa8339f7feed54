import type { Migration } from '../database.ts';
import { sql } from '../sql.ts';

/**
 * Versions of checklists and drafts as projected, which version a project reads, which contents travel with it, and on which
 * wording of its item each verdict was given.
 */
export const records0006: Migration = (db) => {
  db.exec(versions);
  db.exec(drafts);
  db.exec(pins);
  db.exec(answers);
};

const versions = sql`
  CREATE TABLE checklist_version (
    id TEXT PRIMARY KEY,
    checklist_id TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL DEFAULT '',
    origin TEXT NOT NULL DEFAULT 'own',
    based_on TEXT,
    signer TEXT,
    published_by TEXT,
    published_at TEXT,
    retired INTEGER,
    deleted INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX checklist_version_of_list ON checklist_version (checklist_id);
`;

const drafts = sql`
  CREATE TABLE checklist_draft (
    id TEXT PRIMARY KEY,
    checklist_id TEXT NOT NULL DEFAULT '',
    list_order INTEGER NOT NULL DEFAULT 1,
    title_zh TEXT NOT NULL DEFAULT '',
    title_en TEXT NOT NULL DEFAULT '',
    primary_law TEXT NOT NULL DEFAULT '',
    version TEXT NOT NULL DEFAULT '',
    effective_date TEXT NOT NULL DEFAULT '',
    reviewed_on TEXT NOT NULL DEFAULT '',
    based_on TEXT,
    item_ids TEXT NOT NULL DEFAULT '[]',
    made_by TEXT NOT NULL DEFAULT '',
    made_at TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE draft_item (
    id TEXT PRIMARY KEY,
    draft_id TEXT NOT NULL DEFAULT '',
    item_id TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    question TEXT NOT NULL DEFAULT '',
    obligation TEXT NOT NULL DEFAULT '',
    bearer TEXT NOT NULL DEFAULT '',
    nature TEXT NOT NULL DEFAULT 'contractual',
    basis TEXT NOT NULL DEFAULT '[]',
    needs_confirmation INTEGER NOT NULL DEFAULT 0,
    confirmation_note TEXT,
    look_for TEXT NOT NULL DEFAULT '',
    typical_finding TEXT NOT NULL DEFAULT '',
    recommendation TEXT NOT NULL DEFAULT '',
    clause TEXT NOT NULL DEFAULT '',
    severity TEXT NOT NULL DEFAULT '一般',
    penalty TEXT NOT NULL DEFAULT '{"stateOrgan":"","enterprise":"","cites":[]}',
    doc_types TEXT NOT NULL DEFAULT '[]',
    applies_when TEXT NOT NULL DEFAULT 'always',
    note TEXT,
    signals TEXT NOT NULL DEFAULT 'null',
    deleted INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX draft_item_of_draft ON draft_item (draft_id);
`;

const pins = sql`
  CREATE TABLE checklist_pin (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL DEFAULT '',
    checklist_id TEXT NOT NULL DEFAULT '',
    pin TEXT NOT NULL DEFAULT 'null'
  ) STRICT;
  CREATE INDEX checklist_pin_of_project ON checklist_pin (project_id);
  CREATE TABLE checklist_use (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL DEFAULT '',
    published_by TEXT,
    published_at TEXT
  ) STRICT;
  CREATE INDEX checklist_use_of_project ON checklist_use (project_id);
`;

const answers = sql`
  ALTER TABLE assessment ADD COLUMN met_on TEXT;
  ALTER TABLE assessment ADD COLUMN partial_on TEXT;
  ALTER TABLE assessment ADD COLUMN not_met_on TEXT;
  ALTER TABLE assessment ADD COLUMN not_applicable_on TEXT;
  ALTER TABLE assessment ADD COLUMN needs_material_on TEXT;
`;
