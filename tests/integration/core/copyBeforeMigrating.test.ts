import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  type DatabaseKind,
  openDatabase,
  schemaVersion,
} from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import { openDesk } from '../../helpers/deskCore.ts';

const formerKind: DatabaseKind = { ...recordsKind, migrations: recordsKind.migrations.slice(0, 6) };

/** A workspace whose records a program of six steps wrote; without a passphrase, as the form of the rows is what matters here. */
async function formerWorkspace(): Promise<string> {
  const desk = openDesk();
  await desk.call('workspace.create', { name: '旧库', person: '林若川', passphrase: null });
  await desk.core.close();
  const file = path.join(desk.dir, 'records.db');
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  const former = openDatabase(file, formerKind, null);
  former.exec(`
    INSERT INTO device (id, is_own) VALUES ('device-a', 1);
    INSERT INTO desk (id, name, person) VALUES ('device-a', '旧库', '林若川');
    INSERT INTO project (id, name) VALUES ('p-1', '旧项目');
    INSERT INTO change (device, seq, hlc, seen, actor, command_id, command, entity, entity_id, field, value, hash)
      VALUES ('device-a', 1, 'x', '{}', '甲', 'c', 'c', 'project', 'p-1', 'name', '"旧项目"', 'h');
  `);
  former.close();
  return desk.dir;
}

const backupsOf = (dir: string): string[] => readdirSync(path.join(dir, 'backups'));

test('records of an older form are copied whole before they are brought to the new one, once', async () => {
  const dir = await formerWorkspace();
  const desk = openDesk(dir);
  const projects = await desk.call('project.list', {});
  expect(projects.map((project) => project.name)).toEqual(['旧项目']);
  await desk.core.close();
  const [copy = '', ...others] = backupsOf(dir);
  expect([copy.startsWith('before-migrating-'), others]).toEqual([true, []]);
  const kept = openDatabase(path.join(dir, 'backups', copy), formerKind, null);
  expect(schemaVersion(kept)).toBe(6);
  expect(kept.prepare('SELECT value FROM change').pluck().all()).toEqual(['"旧项目"']);
  kept.close();
  const again = openDesk(dir);
  await again.call('project.list', {});
  await again.core.close();
  expect(backupsOf(dir)).toEqual([copy]);
});

test('a new workspace has nothing to copy', async () => {
  const desk = openDesk();
  await desk.call('workspace.create', { name: '新库', person: '林若川', passphrase: null });
  await desk.core.close();
  expect(readdirSync(desk.dir)).not.toContain('backups');
});
