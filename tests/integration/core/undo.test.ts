import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ChangeLog } from '../../../electron/core/changes/changeLog.ts';
import { Undo } from '../../../electron/core/changes/undo.ts';
import { type Db, openDatabase } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

let db: Db;
let log: ChangeLog;
let undo: Undo;
let now: number;
let step: number;

beforeEach(() => {
  now = 1_000_000;
  step = 0;
  db = openDatabase(path.join(temporaryFolder(), 'records.db'), recordsKind, null);
  db.prepare('INSERT INTO device (id, is_own) VALUES (?, 1)').run('device-a');
  log = new ChangeLog(db, 'device-a', () => now);
  undo = new Undo(log, 'device-a');
});

const nextId = (): string => `c${(step += 1)}`;
const finding = (): unknown => db.prepare('SELECT problem, deleted FROM finding').get();
function addFinding(problem: string): void {
  log.write({ id: nextId(), name: 'finding.add', isUndoable: true }, 'x', (w) =>
    w.set('finding', 'f1', { problem, deleted: false }),
  );
}
function type(problem: string): void {
  const command = {
    id: nextId(),
    name: 'finding.update',
    isUndoable: true,
    mergeKey: 'problem:f1',
  };
  log.write(command, 'x', (w) => w.set('finding', 'f1', { problem }));
}

test('nothing to undo, nothing to redo', () => {
  expect(undo.state()).toEqual({ undo: null, redo: null });
  expect(() => undo.undo('u', 'x')).toThrow('nothing-to-undo');
  expect(() => undo.redo('u', 'x')).toThrow('nothing-to-redo');
});

test('undoing what was made hides it, redoing brings it back whole', () => {
  addFinding('日志只留九十日');
  expect(undo.undo(nextId(), 'x').redo?.command).toBe('finding.add');
  expect(finding()).toEqual({ problem: '日志只留九十日', deleted: 1 });
  expect(undo.redo(nextId(), 'x').undo?.command).toBe('finding.add');
  expect(finding()).toEqual({ problem: '日志只留九十日', deleted: 0 });
});

test('typing is one step, a pause starts the next', () => {
  addFinding('一');
  for (const text of ['一二', '一二三', '一二三四']) {
    now += 2_000;
    type(text);
  }
  now += 60_000;
  type('一二三四五');
  undo.undo(nextId(), 'x');
  expect(finding()).toEqual({ problem: '一二三四', deleted: 0 });
  undo.undo(nextId(), 'x');
  expect(finding()).toEqual({ problem: '一', deleted: 0 });
  undo.redo(nextId(), 'x');
  undo.redo(nextId(), 'x');
  expect(finding()).toEqual({ problem: '一二三四五', deleted: 0 });
});

test('a batch of files is one step, however long one of them took to read', () => {
  const takeIn = (id: string) =>
    log.write(
      { id: nextId(), name: 'document.intake', isUndoable: true, mergeKey: 'intake:batch' },
      'x',
      (w) => w.set('document', id, { title: id, deleted: false }),
    );
  takeIn('d1');
  now += 120_000;
  takeIn('d2');
  undo.undo(nextId(), 'x');
  expect(db.prepare('SELECT count(*) FROM document WHERE deleted = 0').pluck().get()).toBe(0);
});

test('a command that changed nothing is no step, and leaves redo alone', () => {
  addFinding('一');
  type('二');
  type('二');
  undo.undo(nextId(), 'x');
  expect(finding()).toEqual({ problem: '一', deleted: 0 });
  type('一');
  undo.redo(nextId(), 'x');
  expect(finding()).toEqual({ problem: '二', deleted: 0 });
});

test('a new command ends redo', () => {
  addFinding('一');
  type('二');
  undo.undo(nextId(), 'x');
  type('三');
  expect(undo.state().redo).toBeNull();
  undo.undo(nextId(), 'x');
  expect(finding()).toEqual({ problem: '一', deleted: 0 });
});

test('undo of a first decision leaves the item unreviewed', () => {
  log.write({ id: nextId(), name: 'review.assess', isUndoable: true }, 'x', (w) =>
    w.set('assessment', 'p/1/i', {
      projectId: 'p',
      round: 1,
      itemId: 'i',
      verdict: 'met',
      by: 'x',
      at: 't',
    }),
  );
  undo.undo(nextId(), 'x');
  expect(db.prepare('SELECT verdict, changed_by FROM assessment').get()).toEqual({
    verdict: 'unreviewed',
    changed_by: null,
  });
});

test('a change that someone else wrote over is not undone, and does not bar what lies under it', () => {
  addFinding('一');
  log.write({ id: nextId(), name: 'project.update', isUndoable: true }, 'x', (w) =>
    w.set('project', 'p1', { name: '甲' }),
  );
  log.write({ id: nextId(), name: 'project.update', isUndoable: true }, 'x', (w) =>
    w.set('project', 'p1', { name: '乙' }),
  );
  type('二');
  const other = new ChangeLog(db, 'device-b', () => now + 10);
  other.write({ id: 'b1', name: 'finding.update', isUndoable: true }, 'y', (w) =>
    w.set('finding', 'f1', { problem: '三' }),
  );
  const name = () => db.prepare('SELECT name FROM project').pluck().get();
  undo.undo(nextId(), 'x');
  expect([name(), finding()]).toEqual(['甲', { problem: '三', deleted: 0 }]);
  undo.redo(nextId(), 'x');
  expect(name()).toBe('乙');
  undo.undo(nextId(), 'x');
  expect(name()).toBe('甲');
});

test('when everything was written over, undo says so', () => {
  addFinding('一');
  const other = new ChangeLog(db, 'device-b', () => now + 10);
  other.write({ id: 'b1', name: 'finding.update', isUndoable: true }, 'y', (w) =>
    w.set('finding', 'f1', { problem: '二', deleted: true }),
  );
  expect(undo.state().undo).toBeNull();
  expect(() => undo.undo(nextId(), 'x')).toThrow('undo-superseded');
});

test('the stacks come from the log: a reopened workspace can still undo', () => {
  addFinding('一');
  type('二');
  const again = new Undo(new ChangeLog(db, 'device-a', () => now), 'device-a');
  again.undo(nextId(), 'x');
  expect(finding()).toEqual({ problem: '一', deleted: 0 });
});
