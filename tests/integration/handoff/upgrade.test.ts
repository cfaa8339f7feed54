import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { reprojectIfNeeded } from '../../../electron/core/changes/reprojection.ts';
import { type DatabaseKind, openDatabase } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import { type DeskCore, openDesk } from '../../helpers/deskCore.ts';
import { Replica } from '../../helpers/replica.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { exportFrom, importOn, openPerson, trustEachOther } from '../../helpers/twoDesks.ts';

const start = Date.parse('2026-11-23T00:00:00Z');

test('what this version does not know is kept, told, handed on, and shown after an upgrade', async () => {
  const [a, b, c] = await Promise.all(
    ['device-a', 'device-b', 'device-c'].map((device) => Replica.open(device, start)),
  );
  if (!a || !b || !c) throw new Error('three desks');
  b.trust([a]);
  c.trust([b]);
  a.session.changes.write({ id: a.id(), name: 'newer', isUndoable: false }, a.person, (w) => {
    w.set('project', 'project-1', { name: '项目' });
    w.setCell({ entity: 'project', entityId: 'project-1', field: 'colour' }, '红');
    w.setCell({ entity: 'signoff', entityId: 's-1', field: 'projectId' }, 'project-1');
    w.setCell({ entity: 'signoff', entityId: 's-1', field: 'state' }, { by: '复核' });
  });
  const { report } = b.take(a.pack([{ id: 'project-1' }]));
  expect([report.total, report.new]).toEqual([4, 4]);
  expect(report.unknown).toEqual([
    { entity: 'project', field: 'colour', changes: 1 },
    { entity: 'signoff', field: 'projectId', changes: 1 },
    { entity: 'signoff', field: 'state', changes: 1 },
  ]);
  c.take(b.pack([{ id: 'project-1' }]));
  expect(c.digest()).toBe(a.digest());
  // As if an older version, which did not know projects, had written these tables.
  const { records, changes } = c.session;
  records.exec(`DELETE FROM project; UPDATE projection_state SET fingerprint = 'older'`);
  reprojectIfNeeded(records, changes.table);
  records.exec(`INSERT INTO projection_state (only, fingerprint) VALUES (1, 'older')
    ON CONFLICT (only) DO UPDATE SET fingerprint = 'older'`);
  expect(reprojectIfNeeded(records, changes.table)).toBe(2);
  expect(c.digest()).toBe(a.digest());
  expect(reprojectIfNeeded(records, changes.table)).toBe(0);
});

test('a workspace of the version before knows after the migration what belongs to which project', () => {
  const file = path.join(temporaryFolder(), 'records.db');
  const older: DatabaseKind = { ...recordsKind, migrations: recordsKind.migrations.slice(0, 2) };
  const before = openDatabase(file, older, null);
  before.exec(`
    INSERT INTO project (id) VALUES ('p-1');
    INSERT INTO document (id, project_id) VALUES ('d-1', 'p-1');
    INSERT INTO document_version (id, document_id) VALUES ('v-1', 'd-1');
    INSERT INTO assessment (id, project_id) VALUES ('a-1', 'p-1');
    INSERT INTO change (device, seq, hlc, seen, actor, command_id, command, entity, entity_id, field, value, hash)
      VALUES ('device-a', 1, 'x', '{}', 'x', 'c', 'c', 'project', 'p-1', 'name', '""', 'h');
  `);
  before.close();
  const after = openDatabase(file, recordsKind, null);
  expect(after.prepare('SELECT * FROM scope ORDER BY entity').raw().all()).toEqual([
    ['assessment', 'a-1', 'p-1'],
    ['document', 'd-1', 'p-1'],
    ['documentVersion', 'v-1', 'p-1'],
    ['project', 'p-1', 'p-1'],
  ]);
  expect(after.prepare('SELECT prev, import_number FROM change').raw().all()).toEqual([
    [null, null],
  ]);
  after.close();
});

/** The same files again, after something in them was changed from outside. */
async function reopen(desk: DeskCore, change: string): Promise<DeskCore> {
  await desk.core.close();
  const records = new Database(path.join(desk.dir, 'records.db'));
  records.exec(change);
  records.close();
  return openDesk(desk.dir);
}

test('a quote that stands elsewhere in the text as read here is named, and stays', async () => {
  const a = await openPerson('林若川');
  const b = await openPerson('周以宁');
  await trustEachOther(a, b);
  const opened = await a.call('project.openSample', { commandId: a.id(), jobId: a.id() });
  const first = await exportFrom(a);
  expect((await importOn(b, first.bytes)).movedQuotes).toEqual([]);
  const other = await reopen(b, `UPDATE text_part SET text = '　' || text`);
  await a.call('project.update', {
    commandId: a.id(),
    projectId: opened.projectId,
    patch: { client: '另一单位' },
  });
  const again = await importOn(other, (await exportFrom(a)).bytes);
  const evidence = (await a.call('workspace.info', {})).counts.evidence;
  expect([again.movedQuotes.length, evidence > 0]).toEqual([evidence, true]);
  expect((await other.call('workspace.info', {})).counts.evidence).toBe(evidence);
  await a.core.close();
  await other.core.close();
}, 120_000);

test('what was received is missed when it is taken out of the log', async () => {
  const [a, b] = await Promise.all(['device-a', 'device-b'].map((one) => Replica.open(one, start)));
  if (!a || !b) throw new Error('two desks');
  b.trust([a]);
  a.session.changes.write({ id: a.id(), name: 'x', isUndoable: false }, a.person, (w) => {
    w.set('project', 'project-1', { name: '项目', client: '单位', type: '建设' });
  });
  b.take(a.pack([{ id: 'project-1' }]));
  expect(b.session.exchange.scopes.miscounted()).toEqual([]);
  b.session.records.exec('DROP TRIGGER change_is_kept; DELETE FROM log_change WHERE seq = 2');
  expect(b.session.exchange.scopes.miscounted()).toEqual([
    { project: 'project-1', device: 'device-a' },
  ]);
});
