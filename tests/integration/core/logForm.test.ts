import path from 'node:path';
import { expect, test } from 'vitest';
import { ChangeLog } from '../../../electron/core/changes/changeLog.ts';
import { Undo } from '../../../electron/core/changes/undo.ts';
import { verifyChain } from '../../../electron/core/changes/verifyChain.ts';
import { type DatabaseKind, type Db, openDatabase } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import { records0010 } from '../../../electron/core/db/migrations/records0010.ts';
import { Replica } from '../../helpers/replica.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const start = Date.parse('2026-11-23T00:00:00Z');
const key = new Uint8Array(32).fill(7);
const steps = recordsKind.migrations;
const formerKind: DatabaseKind = {
  ...recordsKind,
  migrations: steps.slice(0, steps.indexOf(records0010)),
};

const columns = [
  'device',
  'seq',
  'hlc',
  'seen',
  'actor',
  'command_id',
  'command',
  'entity',
  'entity_id',
  'field',
  'value',
  'hash',
  'prev',
  'import_number',
].join(', ');

const rowsOf = (db: Db): unknown[] =>
  db.prepare(`SELECT ${columns} FROM change ORDER BY device, seq`).raw().all();

/** The tables of a workspace as a program of the former form would have written them. */
function inFormerForm(from: Db, file: string): void {
  const former = openDatabase(file, formerKind, key);
  former.pragma('foreign_keys = OFF');
  const tables = former
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all();
  former.transaction(() => {
    for (const table of tables) {
      const names = former
        .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
        .pluck()
        .all(table);
      const rows = from
        .prepare(`SELECT ${names.join(', ')} FROM ${table}`)
        .raw()
        .all() as unknown[][];
      const insert = former.prepare(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      );
      for (const row of rows) insert.run(...row);
    }
  })();
  former.close();
}

/** Two desks that wrote, handed over, disagreed and took back; the first one's workspace is returned with the other. */
async function history(): Promise<{ a: Replica; b: Replica }> {
  const a = await Replica.open('device-a', start);
  const b = await Replica.open('device-b', start + 5000);
  a.trust([b]);
  b.trust([a]);
  const write = (desk: Replica, note: string): void => {
    desk.nowMs += 1000;
    desk.session.changes.write(
      { id: desk.id(), name: 'note', isUndoable: true },
      desk.person,
      (w) => {
        w.set('project', 'project-1', { name: '数据平台' });
        for (const item of ['甲', '乙', '丙']) {
          w.set('assessment', `project-1/1/${item}`, {
            projectId: 'project-1',
            round: 1,
            itemId: item,
            note,
          });
        }
      },
    );
  };
  write(a, '第一稿');
  b.take(a.pack([{ id: 'project-1' }]));
  write(b, '复核意见');
  write(a, '第二稿');
  a.take(b.pack([{ id: 'project-1' }]));
  b.take(a.pack([{ id: 'project-1' }]));
  a.nowMs += 10_000;
  const client = { id: a.id(), name: 'client', isUndoable: true };
  a.session.changes.write(client, a.person, (w) => {
    w.set('project', 'project-1', { client: '数据局' });
  });
  new Undo(a.session.changes, 'device-a').undo(a.id(), a.person);
  return { a, b };
}

test('a workspace of the former form keeps every change, its chains and what stands', async () => {
  const { a, b } = await history();
  const file = path.join(temporaryFolder(), 'records.db');
  inFormerForm(a.session.records, file);
  const before = openDatabase(file, formerKind, key);
  const former = rowsOf(before);
  before.close();
  expect(former.length).toBe(20);
  expect(a.session.exchange.conflicts.all().length).toBeGreaterThan(0);
  const opened = await Replica.open('device-a', a.nowMs, file, key);
  expect(rowsOf(opened.session.records)).toEqual(former);
  expect(verifyChain(opened.session.changes.table)).toEqual([]);
  expect(opened.digest()).toBe(a.digest());
  expect(opened.session.records.pragma('integrity_check', { simple: true })).toBe('ok');
  // It goes on: what a colleague has is the same, new writes reach them, and steps can be taken back.
  opened.trust([b]);
  b.trust([opened]);
  const again = opened.take(b.pack([{ id: 'project-1' }])).report;
  expect([again.total > 0, again.identical]).toEqual([true, again.total]);
  const undo = new Undo(opened.session.changes, 'device-a');
  undo.redo(opened.id(), opened.person);
  opened.nowMs += 1000;
  opened.session.changes.write(
    { id: 'new', name: 'note', isUndoable: true },
    opened.person,
    (w) => {
      w.set('assessment', 'project-1/1/甲', { note: '第三稿' });
    },
  );
  undo.undo(opened.id(), opened.person);
  b.take(opened.pack([{ id: 'project-1' }]));
  expect(b.digest()).toBe(opened.digest());
  expect(verifyChain(opened.session.changes.table)).toEqual([]);
  opened.close();
});

test('rows of a form that no program writes are kept as they are', () => {
  const file = path.join(temporaryFolder(), 'records.db');
  const before = openDatabase(file, formerKind, null);
  before.exec(`
    INSERT INTO change (${columns}) VALUES
      ('device-a', 1, 'x', '{}', '甲', 'c', 'c', 'project', 'p-1', 'name', '"一"', 'h', NULL, NULL),
      ('device-a', 2, '000000000-00000', '{}', '甲', 'c', 'c', 'project', 'p-1', 'name', '"二"', 'ABCD', '0g', 3),
      ('device-a', 3, 'y==', '{}', '', 'c', 'c', 'project', 'p-1', 'name', '', '', 'abcd', 3),
      ('device-a', 4, '000000000-0000=-device-a', '{}', '甲', 'c', 'c', 'project', 'p-1', 'name', '"四"', 'h', NULL, NULL),
      ('device-b', 1, '000000000-00001-device-a', '{}', '甲', 'c', 'd', 'project', '', '', '1', 'abcd', '', 3);
  `);
  const former = rowsOf(before);
  before.close();
  const after = openDatabase(file, recordsKind, null);
  expect(rowsOf(after)).toEqual(former);
  after.close();
});

test('a move into the new form that fails leaves the former one whole', async () => {
  const { a } = await history();
  const file = path.join(temporaryFolder(), 'records.db');
  inFormerForm(a.session.records, file);
  const failing: DatabaseKind = {
    ...recordsKind,
    migrations: [
      ...formerKind.migrations,
      (db) => {
        records0010(db);
        throw new Error('the power went');
      },
    ],
  };
  expect(() => openDatabase(file, failing, key)).toThrow('the power went');
  const former = openDatabase(file, formerKind, key);
  expect(rowsOf(former)).toEqual(rowsOf(a.session.records));
  former.close();
});

test('what a write that failed would have been kept under is not taken for something else', () => {
  const db = openDatabase(':memory:', recordsKind, null);
  const log = new ChangeLog(db, 'device-a', () => start);
  const command = (id: string) => ({ id, name: `command ${id}`, isUndoable: true });
  log.write(command('c1'), '甲', (w) => w.set('project', 'p-1', { name: '一' }));
  expect(() =>
    log.write(command('c2'), '乙', (w) => {
      w.set('project', 'p-2', { client: '二' });
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(() =>
    log.transaction(() => {
      log.write(command('c3'), '丙', (w) => w.set('finding', 'f-1', { problem: '三' }));
      throw new Error('no');
    }),
  ).toThrow('no');
  log.write(command('c4'), '丁', (w) => w.set('memo', 'm-1', { fileName: '四' }));
  expect(
    [...log.table.all()].map((row) => [
      row.command,
      row.actor,
      row.entity,
      row.entity_id,
      row.field,
    ]),
  ).toEqual([
    ['command c1', '甲', 'project', 'p-1', 'name'],
    ['command c4', '丁', 'memo', 'm-1', 'fileName'],
  ]);
  expect(verifyChain(log.table)).toEqual([]);
});

test('the move looks every text and origin up by an index of its own, however many commands there are', () => {
  const db = openDatabase(':memory:', formerKind, null);
  const plans: string[] = [];
  const explain = (text: string): void => {
    const rows = db.prepare<[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all();
    plans.push(...rows.map((one) => one.detail));
  };
  const watched = new Proxy(db, {
    get: (target, name) => {
      if (name === 'exec') {
        return (text: string) => {
          // Up to the ends of statements: bodies of triggers, which are no inserts, may be cut.
          if (!text.includes('INSERT INTO')) return target.exec(text);
          for (const one of text.split(/;\s*\n/u).filter((part) => part.trim() !== '')) {
            if (one.includes('INSERT INTO')) explain(one);
            target.exec(one);
          }
          return target;
        };
      }
      return (text: string) => {
        explain(text);
        return target.prepare(text);
      };
    },
  });
  records0010(watched);
  expect(plans.length).toBeGreaterThan(20);
  expect(plans.filter((detail) => detail.includes('AUTOMATIC'))).toEqual([]);
  expect(plans).toContain('SEARCH o USING INDEX log_origin_of_command (command_id=?)');
});

test('a row that fails by itself leaves nothing remembered of its texts', () => {
  const db = openDatabase(':memory:', recordsKind, null);
  const log = new ChangeLog(db, 'device-a', () => start);
  log.write({ id: 'c1', name: 'x', isUndoable: true }, '甲', (w) => {
    w.set('project', 'p-1', { name: '一' });
  });
  const [first] = [...log.table.all()];
  if (!first) throw new Error('it was written');
  const received = { ...first, device: 'device-b', seen: '{"device-a":1}', actor: '乙' };
  const whole = db.transaction(() => {
    log.table.insertChange(received);
    log.table.insertChange({ ...received, seen: '{"device-a":2}', actor: '丙' });
  });
  expect(whole).toThrow('UNIQUE');
  log.table.together(() => {
    const words = ['丁', '戊', '己', '庚'];
    for (const [index, actor] of words.entries()) {
      log.table.insertChange({ ...received, seq: index + 1, actor });
    }
    log.table.insertChange({ ...received, seq: 5, seen: '{"device-a":2}', actor: '丙' });
  });
  expect([...log.table.all()].slice(1).map(({ actor, seen }) => [actor, seen])).toEqual([
    ['丁', '{"device-a":1}'],
    ['戊', '{"device-a":1}'],
    ['己', '{"device-a":1}'],
    ['庚', '{"device-a":1}'],
    ['丙', '{"device-a":2}'],
  ]);
});

test('a name with half a sign is written as the file can hold it, and its hash fits', () => {
  const db = openDatabase(':memory:', recordsKind, null);
  const log = new ChangeLog(db, 'device-a', () => start);
  log.write({ id: 'c1', name: 'x', isUndoable: true }, '王\ud83d', (w) => {
    w.set('project', 'p-1', { name: '一\ud83d' });
  });
  expect([...log.table.all()].map((row) => row.actor)).toEqual(['王\ufffd']);
  expect(verifyChain(log.table)).toEqual([]);
});

test('changes of a device whose name is gone are named, and not passed over', () => {
  const db = openDatabase(':memory:', recordsKind, null);
  const log = new ChangeLog(db, 'device-a', () => start);
  log.write({ id: 'c1', name: 'x', isUndoable: true }, '甲', (w) => {
    w.set('project', 'p-1', { name: '一', client: '二' });
  });
  db.exec(`DROP TRIGGER word_is_kept; DELETE FROM log_word WHERE text = 'device-a'`);
  expect(verifyChain(log.table)).toEqual([': 1 altered', ': 2 altered']);
});

test('what changes have in common is as fixed as they are, and its alteration is named', () => {
  const db = openDatabase(':memory:', recordsKind, null);
  const log = new ChangeLog(db, 'device-a', () => start);
  log.write({ id: 'c1', name: 'x', isUndoable: true }, '甲', (w) => {
    w.set('project', 'p-1', { name: '一', client: '二' });
  });
  for (const table of ['log_change', 'log_origin', 'log_subject', 'log_word']) {
    const [column = ''] = db
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid DESC')
      .pluck()
      .all(table);
    expect(() => db.exec(`UPDATE ${table} SET ${column} = ${column}`)).toThrow('append-only');
    expect(() => db.exec(`DELETE FROM ${table}`)).toThrow('append-only');
  }
  db.exec(`DROP TRIGGER word_is_fixed; UPDATE log_word SET text = '乙' WHERE text = '甲'`);
  expect(verifyChain(log.table)).toEqual(['device-a: 1 altered', 'device-a: 2 altered']);
  db.exec(`DROP TRIGGER subject_is_kept; DELETE FROM log_subject`);
  expect(verifyChain(log.table)).toEqual(['device-a: 1 altered', 'device-a: 2 altered']);
});

test('a question about one change, field, entity or command does not read the whole log', () => {
  const db = openDatabase(':memory:', recordsKind, null);
  const questions = [
    'SELECT * FROM change WHERE device = ? ORDER BY seq DESC LIMIT 1',
    'SELECT * FROM change WHERE device = ? AND seq > ? ORDER BY seq',
    'SELECT hash FROM change WHERE device = ? AND seq BETWEEN ? AND ? ORDER BY seq',
    `SELECT * FROM change WHERE entity = ? AND entity_id = ? AND field = ?
     ORDER BY stamp DESC, device DESC LIMIT 1`,
    'SELECT * FROM change WHERE entity = ? AND entity_id = ? ORDER BY hlc',
    'SELECT * FROM change WHERE command_id = ? ORDER BY hlc',
    `SELECT c.device, max(c.seq) FROM scope AS s
     JOIN change_place AS c ON c.entity = s.entity AND c.entity_id = s.entity_id WHERE s.project_id = ?
     GROUP BY c.device`,
  ];
  for (const question of questions) {
    const asked = question
      .split('?')
      .slice(1)
      .map(() => 'x');
    const plan = db
      .prepare<string[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${question}`)
      .all(...asked);
    expect(plan.map((one) => one.detail).filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
  }
});
