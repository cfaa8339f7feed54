import path from 'node:path';
import { expect, test } from 'vitest';
import { type DatabaseKind, openDatabase } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import { SharedFolderTable } from '../../../electron/core/repo/sharedFolderTable.ts';
import { SharedLookTable } from '../../../electron/core/repo/sharedLookTable.ts';
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

test('a workspace that shared a folder before looks were kept goes on, and keeps the ones from now on', () => {
  const file = path.join(temporaryFolder(), 'records.db');
  const eight: DatabaseKind = { ...recordsKind, migrations: recordsKind.migrations.slice(0, 8) };
  const older = openDatabase(file, eight, null);
  const setting = { path: 'x', projects: null, members: ['k'], isAutomatic: false };
  new SharedFolderTable(older).set(setting);
  older.close();
  const migrated = openDatabase(file, recordsKind, null);
  expect(new SharedFolderTable(migrated).setting()).toEqual(setting);
  const looks = new SharedLookTable(migrated);
  expect(looks.newest(10)).toEqual([]);
  const look = {
    at: '2026-11-23T02:00:00.000Z',
    folder: 'x',
    taken: [{ file: 'a', packageId: 'p', person: '周以宁', changes: 3 }],
    written: [],
    receipts: 1,
    removed: 0,
    altered: ['b'],
  };
  looks.add(look);
  looks.add({ ...look, receipts: 2 });
  expect(looks.newest(1)).toEqual([{ ...look, number: 2, receipts: 2 }]);
  migrated.close();
});
