import path from 'node:path';
import { expect, it } from 'vitest';
import { ChangeLog } from '../../../electron/core/changes/changeLog.ts';
import { openDatabase, schemaVersion } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import { records0001 } from '../../../electron/core/db/migrations/records0001.ts';
import { records0002 } from '../../../electron/core/db/migrations/records0002.ts';
import { StatuteTable } from '../../../electron/core/repo/statuteTable.ts';
import { MemoTable } from '../../../electron/core/repo/memoTable.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const first = { ...recordsKind, migrations: [records0001] };
const second = { ...recordsKind, migrations: [records0001, records0002] };

it('a workspace of version 1 keeps its rows and can hold texts of laws', () => {
  const file = path.join(temporaryFolder(), 'records.db');
  const old = openDatabase(file, first, null);
  old.exec(`
    INSERT INTO device (id, is_own) VALUES ('d', 1);
    INSERT INTO project (id, name) VALUES ('p', '云溪市智慧停车');
    INSERT INTO memo (id, project_id, number, is_draft, file_name, sha256, made_by, made_at)
      VALUES ('m', 'p', '〔2026〕合规审字第001号', 0, 'a.docx', 'ff', '林若川', '2026-11-23T02:00:00Z');
    INSERT INTO finding (id, project_id, citations) VALUES ('f', 'p', '[]');
  `);
  expect(schemaVersion(old)).toBe(1);
  old.close();

  const db = openDatabase(file, second, null);
  expect(schemaVersion(db)).toBe(2);
  expect(new MemoTable(db).ofProject('p')).toMatchObject([
    { id: 'm', number: '〔2026〕合规审字第001号' },
  ]);
  expect(db.prepare('SELECT name FROM project').pluck().all()).toEqual(['云溪市智慧停车']);
  expect(db.prepare('SELECT reasons FROM memo').pluck().all()).toEqual(['{}']);
  const table = new StatuteTable(db);
  expect(table.versions()).toEqual([]);
  const body = { divisions: [], articles: [], appendix: [] };
  table.putBody('aa', body);
  expect(new StatuteTable(db).body('aa')).toEqual(body);
  db.close();
});

it('a new workspace has the schema of a migrated one', () => {
  const schema = (kinds: readonly (typeof first)[]): unknown => {
    const file = path.join(temporaryFolder(), 'records.db');
    for (const kind of kinds) openDatabase(file, kind, null).close();
    const db = openDatabase(file, second, null);
    const rows = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
    db.close();
    return rows;
  };
  expect(schema([first, second])).toEqual(schema([second]));
});

it('a version that came field by field from another desk is whole when its fields are', () => {
  const db = openDatabase(path.join(temporaryFolder(), 'records.db'), recordsKind, null);
  const changes = new ChangeLog(db, 'desk-1', () => 1);
  changes.write({ id: 'c1', name: 'statute.import', isUndoable: true }, '林若川', (w) => {
    w.set('statuteVersion', 'aa', {
      title: '滨海市数据条例',
      versionDate: '2024-01-01',
      sha256: 'aa',
    });
  });
  expect(new StatuteTable(db).version('aa')).toMatchObject({
    title: '滨海市数据条例',
    lawCode: null,
    effectiveFrom: null,
    remarks: [],
  });
  expect(new StatuteTable(db).body('aa')).toBeNull();
  db.close();
});
