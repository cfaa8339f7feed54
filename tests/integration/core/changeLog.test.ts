import path from 'node:path';
import { expect, test } from 'vitest';
import { ChangeLog } from '../../../electron/core/changes/changeLog.ts';
import { verifyChain } from '../../../electron/core/changes/verifyChain.ts';
import { type Db, openDatabase } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const key = new Uint8Array(32).fill(7);

function openLog(nowMs: () => number = () => 1_000): { db: Db; log: ChangeLog; file: string } {
  const file = path.join(temporaryFolder(), 'records.db');
  const db = openDatabase(file, recordsKind, key);
  db.prepare('INSERT INTO device (id, is_own) VALUES (?, 1)').run('device-a');
  return { db, log: new ChangeLog(db, 'device-a', nowMs), file };
}

const rename = (id: string) => ({ id, name: 'project.update', isUndoable: true });

test('a command is projected, logged field by field and chained', () => {
  const { db, log } = openLog();
  log.write(rename('c1'), '林若川', (w) => {
    w.set('project', 'p1', {
      name: '甲',
      due: null,
      checklists: { b: 1, a: [true] },
      deleted: false,
    });
  });
  expect(db.prepare('SELECT id, name, due, checklists, deleted FROM project').all()).toEqual([
    { id: 'p1', name: '甲', due: null, checklists: '{"b":1,"a":[true]}', deleted: 0 },
  ]);
  expect([...log.table.all()].map((row) => [row.seq, row.field, row.value])).toEqual([
    [1, 'name', '"甲"'],
    [2, 'due', 'null'],
    [3, 'checklists', '{"a":[true],"b":1}'],
    [4, 'deleted', 'false'],
  ]);
  expect(verifyChain(log.table)).toEqual([]);
});

test('a retried command writes nothing and answers as before', () => {
  const { log } = openLog();
  const run = () =>
    log.write(rename('c1'), 'x', (w) => {
      w.set('project', 'p1', { name: '甲' });
      return { answer: 1 };
    });
  expect(run()).toEqual({ answer: 1 });
  expect(
    log.write(rename('c1'), 'x', () => {
      throw new Error('must not run');
    }),
  ).toEqual({ answer: 1 });
  expect([...log.table.all()]).toHaveLength(1);
});

test('a field that keeps its value is not logged again', () => {
  const { log } = openLog();
  log.write(rename('c1'), 'x', (w) =>
    w.set('project', 'p1', { name: '甲', checklists: { a: 1, b: 2 } }),
  );
  log.write(rename('c2'), 'x', (w) =>
    w.set('project', 'p1', { name: '甲', checklists: { b: 2, a: 1 } }),
  );
  expect(log.table.ofCommand('c2')).toEqual([]);
});

test('a command that throws leaves log, tables and chain as they were', () => {
  const { db, log } = openLog();
  log.write(rename('c1'), 'x', (w) => w.set('project', 'p1', { name: '甲' }));
  expect(() =>
    log.write(rename('c2'), 'x', (w) => {
      w.set('project', 'p1', { name: '乙' });
      throw new Error('power');
    }),
  ).toThrow('power');
  expect(db.prepare('SELECT name FROM project').pluck().get()).toBe('甲');
  log.write(rename('c3'), 'x', (w) => w.set('project', 'p1', { name: '丙' }));
  expect(verifyChain(log.table)).toEqual([]);
  expect([...log.table.all()].map((row) => row.seq)).toEqual([1, 2]);
});

test('stamps rise even when the clock goes back, also after reopening', () => {
  let now = 5_000;
  const { db, log } = openLog(() => now);
  log.write(rename('c1'), 'x', (w) => w.set('project', 'p1', { name: '甲' }));
  now = 1_000;
  log.write(rename('c2'), 'x', (w) => w.set('project', 'p1', { name: '乙' }));
  const again = new ChangeLog(db, 'device-a', () => now);
  again.write(rename('c3'), 'x', (w) => w.set('project', 'p1', { name: '丙' }));
  const stamps = [...again.table.all()].map((row) => row.hlc);
  expect(stamps).toEqual([...stamps].sort());
  expect(new Set(stamps).size).toBe(3);
  expect(verifyChain(again.table)).toEqual([]);
});

test('the log refuses to be edited, and edits made around it are named', () => {
  const { db, log } = openLog();
  for (const [id, name] of [
    ['c1', '甲'],
    ['c2', '乙'],
    ['c3', '丙'],
  ] as const) {
    log.write(rename(id), 'x', (w) => w.set('project', 'p1', { name }));
  }
  expect(() => db.prepare('UPDATE log_change SET value = ?').run('"丁"')).toThrow('append-only');
  expect(() => db.prepare('DELETE FROM log_change').run()).toThrow('append-only');
  db.exec('DROP TRIGGER change_is_fixed; DROP TRIGGER change_is_kept');
  db.prepare('UPDATE log_change SET value = ? WHERE seq = 2').run('"丁"');
  expect(verifyChain(log.table)).toEqual(['device-a: 2 altered']);
  db.prepare('DELETE FROM log_change WHERE seq = 2').run();
  expect(verifyChain(log.table)).toEqual(['device-a: 2…2 missing', 'device-a: 3 altered']);
});

test('fields and entities of a newer version stay in the log', () => {
  const { db, log } = openLog();
  log.write(rename('c1'), 'x', (w) => {
    w.setCell({ entity: 'project', entityId: 'p1', field: 'colour' }, '红');
    w.setCell({ entity: 'signoff', entityId: 's1', field: 'state' }, 'signed');
  });
  expect(db.prepare('SELECT count(*) FROM project').pluck().get()).toBe(0);
  expect([...log.table.all()].map((row) => `${row.entity}.${row.field}`)).toEqual([
    'project.colour',
    'signoff.state',
  ]);
});

test('every writer waits for the disk', () => {
  const { db } = openLog();
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
});
