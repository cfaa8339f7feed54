import path from 'node:path';
import { expect, test } from 'vitest';
import { type DatabaseKind, openDatabase } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import { SharedFolderTable } from '../../../electron/core/repo/sharedFolderTable.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const before: DatabaseKind = { ...recordsKind, migrations: recordsKind.migrations.slice(0, 6) };

test('a workspace of the version before keeps its rows, shares no folder, and has the schema of a new one', () => {
  const file = path.join(temporaryFolder(), 'records.db');
  const older = openDatabase(file, before, null);
  older.exec(`
    INSERT INTO device (id, is_own) VALUES ('device-a', 1);
    INSERT INTO project (id, name) VALUES ('p-1', '旧项目');
    INSERT INTO change (device, seq, hlc, seen, actor, command_id, command, entity, entity_id, field, value, hash)
      VALUES ('device-a', 1, 'x', '{}', '甲', 'c', 'c', 'project', 'p-1', 'name', '"旧项目"', 'h');
  `);
  older.close();
  const migrated = openDatabase(file, recordsKind, null);
  expect(migrated.prepare('SELECT name FROM project').pluck().all()).toEqual(['旧项目']);
  expect(migrated.prepare('SELECT count(*) FROM change').pluck().get()).toBe(1);
  const folder = new SharedFolderTable(migrated);
  expect([folder.setting(), folder.standing().state]).toEqual([null, 'off']);
  const setting = { path: 'x', projects: ['p-1'], members: ['k'], isAutomatic: true };
  folder.set(setting);
  expect([folder.setting(), folder.standing().state]).toEqual([setting, 'new']);
  const schemaOf = (db: typeof migrated) =>
    db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();
  const fresh = openDatabase(':memory:', recordsKind, null);
  expect(schemaOf(migrated)).toEqual(schemaOf(fresh));
  migrated.close();
  fresh.close();
});
