import path from 'node:path';
import { expect, test } from 'vitest';
import { type Db, type DatabaseKind, openDatabase } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import { ProjectTable } from '../../../electron/core/repo/projectTable.ts';
import { ReviewTable } from '../../../electron/core/repo/reviewTable.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

/** The schema as it was before checklists had versions of their own. */
const before: DatabaseKind = { ...recordsKind, migrations: recordsKind.migrations.slice(0, 5) };
const pins = { 'cl-csl': { version: '2026.11-v1', hash: 'ab' } };

function schemaOf(db: Db): unknown[] {
  return db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
}

test('projects keep the versions they were begun with, and verdicts stand on them', () => {
  const file = path.join(temporaryFolder(), 'records.db');
  const old = openDatabase(file, before, null);
  old
    .prepare(`INSERT INTO project (id, name, checklists) VALUES ('p-1', '停车平台', ?)`)
    .run(JSON.stringify(pins));
  old
    .prepare(
      `INSERT INTO assessment (id, project_id, round, item_id, verdict, note, changed_by, changed_at)
       VALUES ('p-1/1/i', 'p-1', 1, 'i', 'met', '已核对', '林', '2026-11-20T02:00:00Z')`,
    )
    .run();
  old.close();

  const db = openDatabase(file, recordsKind, null);
  const projects = new ProjectTable(db);
  expect(projects.get('p-1')?.checklists).toEqual(pins);
  expect(projects.begunWith('p-1')).toEqual(pins);
  expect(new ReviewTable(db).assessments('p-1', 1)).toEqual([
    {
      id: 'p-1/1/i',
      projectId: 'p-1',
      round: 1,
      itemId: 'i',
      verdict: 'met',
      note: '已核对',
      by: '林',
      at: '2026-11-20T02:00:00Z',
      itemHash: null,
    },
  ]);
  const fresh = openDatabase(path.join(temporaryFolder(), 'records.db'), recordsKind, null);
  expect(schemaOf(db)).toEqual(schemaOf(fresh));
  fresh.close();
  db.close();
});
