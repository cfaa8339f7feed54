import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import { WorkspaceLock } from '../../../electron/core/db/workspaceLock.ts';
import {
  addProject,
  type DeskCore,
  failureOf,
  openDesk,
  openWorkspace,
  passphrase,
} from '../../helpers/deskCore.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const desks: DeskCore[] = [];
const kept = <T extends DeskCore>(desk: T): T => {
  desks.push(desk);
  return desk;
};
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.core.close();
});

const fileBytes = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir)
      .filter((name) => !name.endsWith('-shm'))
      .map((name) => [name, readFileSync(path.join(dir, name)).toString('base64')]),
  );

test('a new workspace is encrypted in every file that holds content', async () => {
  const desk = kept(await openWorkspace());
  expect(desk.recoveryKey).toMatch(/^AGE-SECRET-KEY-1/);
  await addProject(desk);
  await desk.core.close();
  for (const name of readdirSync(desk.dir)) {
    const bytes = readFileSync(path.join(desk.dir, name));
    expect(bytes.includes('云溪市'), name).toBe(false);
    expect(bytes.includes('林若川'), name).toBe(false);
    if (name.endsWith('.db'))
      expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    if (name.endsWith('.age'))
      expect(bytes.subarray(0, 21).toString('latin1')).toBe('age-encryption.org/v1');
  }
});

test('passphrase and recovery key each open it; a wrong one says so and changes nothing', async () => {
  const made = kept(await openWorkspace());
  await addProject(made);
  await made.core.close();
  const before = fileBytes(made.dir);
  const desk = kept(openDesk(made.dir));
  expect(await desk.call('workspace.status', {})).toMatchObject({
    state: 'locked',
    isEncrypted: true,
    person: '',
  });
  expect(await failureOf(desk.call('project.list', {}))).toEqual({
    code: 'workspace-locked',
    params: {},
  });
  const wrong = desk.call('workspace.unlock', { kind: 'passphrase', secret: 'wrong one' });
  expect(await failureOf(wrong)).toEqual({ code: 'wrong-passphrase', params: {} });
  const wrongKey = desk.call('workspace.unlock', {
    kind: 'recovery',
    secret: 'AGE-SECRET-KEY-1QQ',
  });
  expect(await failureOf(wrongKey)).toEqual({ code: 'wrong-recovery-key', params: {} });
  expect(fileBytes(made.dir)).toEqual(before);
  await desk.call('workspace.unlock', {
    kind: 'recovery',
    secret: ` ${made.recoveryKey.toLowerCase()} `,
  });
  expect(await desk.call('project.list', {})).toHaveLength(1);
  await desk.call('workspace.lock', {});
  expect(
    await desk.call('workspace.unlock', { kind: 'passphrase', secret: passphrase }),
  ).toMatchObject({
    state: 'open',
    person: '林若川',
  });
});

test('a new passphrase replaces the old one and leaves the recovery key', async () => {
  const desk = kept(await openWorkspace());
  const change = (current: string, next: string) =>
    desk.call('workspace.changePassphrase', { kind: 'passphrase', current, next });
  expect(await failureOf(change(passphrase, '短'))).toEqual({
    code: 'passphrase-short',
    params: { min: 8 },
  });
  expect((await failureOf(change('not this one', 'another one')))?.code).toBe('wrong-passphrase');
  await change(passphrase, 'another passphrase');
  await desk.call('workspace.lock', {});
  const old = desk.call('workspace.unlock', { kind: 'passphrase', secret: passphrase });
  expect((await failureOf(old)).code).toBe('wrong-passphrase');
  await desk.call('workspace.unlock', { kind: 'passphrase', secret: 'another passphrase' });
  await desk.call('workspace.lock', {});
  await desk.call('workspace.unlock', { kind: 'recovery', secret: desk.recoveryKey });
  expect((await desk.call('workspace.status', {})).state).toBe('open');
});

test('the standard age tool can open the key files', async ({ skip }) => {
  try {
    execFileSync('age', ['--version'], { stdio: 'ignore' });
  } catch {
    skip('the age tool is not installed here');
  }
  const desk = kept(await openWorkspace());
  const identity = path.join(temporaryFolder(), 'recovery.txt');
  writeFileSync(identity, `${desk.recoveryKey}\n`);
  const key = execFileSync('age', ['-d', '-i', identity, path.join(desk.dir, 'key.recovery.age')]);
  await desk.core.close();
  const db = openDatabase(path.join(desk.dir, 'records.db'), recordsKind, new Uint8Array(key));
  expect(db.prepare('SELECT person FROM desk').pluck().get()).toBe('林若川');
  db.close();
});

test('two processes cannot open one workspace for writing', async () => {
  const first = kept(await openWorkspace());
  const second = kept(openDesk(first.dir));
  const unlock = () => second.call('workspace.unlock', { kind: 'passphrase', secret: passphrase });
  expect(await failureOf(unlock())).toEqual({
    code: 'workspace-busy',
    params: { folder: first.dir },
  });
  await first.core.close();
  expect((await unlock()).state).toBe('open');
});

test('a workspace of a newer version is refused and not touched', async () => {
  const desk = kept(openDesk());
  await desk.call('workspace.create', { name: '库', person: '甲', passphrase: null });
  await desk.core.close();
  const file = path.join(desk.dir, 'records.db');
  const db = openDatabase(file, recordsKind, null);
  db.pragma('user_version = 99');
  db.pragma('journal_mode = DELETE');
  db.close();
  const before = fileBytes(desk.dir);
  const again = kept(openDesk(desk.dir));
  expect(await failureOf(again.call('workspace.status', {}))).toEqual({
    code: 'workspace-newer',
    params: { found: 99, supported: recordsKind.migrations.length },
  });
  expect(fileBytes(desk.dir)).toEqual(before);
});

test('a stranger’s database, a cut file and a missing part are damaged, not overwritten', async () => {
  const desk = kept(await openWorkspace());
  await desk.core.close();
  const reopen = async (change: () => void) => {
    const copy = path.join(temporaryFolder(), 'workspace');
    mkdirSync(copy);
    for (const name of readdirSync(desk.dir))
      copyFileSync(path.join(desk.dir, name), path.join(copy, name));
    process.chdir(copy);
    change();
    process.chdir('/');
    const before = fileBytes(copy);
    const other = kept(openDesk(copy));
    const failure = await failureOf(
      other.call('workspace.unlock', { kind: 'passphrase', secret: passphrase }),
    );
    expect(fileBytes(copy)).toEqual(before);
    return failure.code;
  };
  expect(await reopen(() => writeFileSync('records.db', 'SQLite format 3\0 but not really'))).toBe(
    'workspace-damaged',
  );
  expect(await reopen(() => writeFileSync('workspace.json', '{"format":"other"}'))).toBe(
    'workspace-damaged',
  );
  expect(await reopen(() => execFileSync('rm', ['documents.db']))).toBe('workspace-damaged');
  expect(await reopen(() => execFileSync('rm', ['key.passphrase.age']))).toBe('workspace-damaged');
});

test('a folder that already holds a workspace, or cannot be written, is left as it is', async () => {
  const desk = kept(await openWorkspace());
  const make = (dir: string) =>
    kept(openDesk(dir)).call('workspace.create', { name: '库', person: '甲', passphrase });
  expect(await failureOf(make(desk.dir))).toEqual({
    code: 'workspace-exists',
    params: { folder: desk.dir },
  });
  const file = path.join(temporaryFolder(), 'a-file');
  writeFileSync(file, 'x');
  const inside = path.join(file, 'workspace');
  expect(await failureOf(make(inside))).toEqual({ code: 'read-only', params: { folder: inside } });
  expect(readFileSync(file, 'utf8')).toBe('x');
});

test.each(['documents.db', 'key.passphrase.age', 'key.recovery.age'])(
  'a folder that still holds %s of a workspace gets no new one over it',
  async (name) => {
    const dir = path.join(temporaryFolder(), 'workspace');
    mkdirSync(dir);
    writeFileSync(path.join(dir, name), 'of a lawyer');
    const make = kept(openDesk(dir)).call('workspace.create', {
      name: '库',
      person: '甲',
      passphrase,
    });
    expect((await failureOf(make)).code).toBe('workspace-exists');
    expect(readdirSync(dir)).toEqual([name]);
    expect(readFileSync(path.join(dir, name), 'utf8')).toBe('of a lawyer');
  },
);

test('making a workspace that another process is making takes nothing away from it', async () => {
  const dir = path.join(temporaryFolder(), 'workspace');
  mkdirSync(dir);
  const lock = path.join(dir, 'workspace.lock');
  const other = new WorkspaceLock(lock, dir);
  const make = kept(openDesk(dir)).call('workspace.create', {
    name: '库',
    person: '甲',
    passphrase,
  });
  expect((await failureOf(make)).code).toBe('workspace-busy');
  expect(existsSync(lock)).toBe(true);
  other.release();
});

test('a workspace that fails to open is let go, so that it can be opened once it is mended', async () => {
  const made = kept(openDesk());
  await made.call('workspace.create', { name: '库', person: '甲', passphrase: null });
  await made.core.close();
  const alter = (statement: string) => {
    const db = openDatabase(path.join(made.dir, 'records.db'), recordsKind, null);
    db.exec(statement);
    db.close();
  };
  alter('ALTER TABLE memo RENAME TO other');
  const desk = kept(openDesk(made.dir, { log: () => undefined }));
  expect((await failureOf(desk.call('project.list', {}))).code).toBe('internal');
  alter('ALTER TABLE other RENAME TO memo');
  expect(await desk.call('project.list', {})).toEqual([]);
});

test('a read-only folder is named', async ({ skip }) => {
  if (process.getuid?.() === 0) skip('root may write everywhere');
  const folder = temporaryFolder();
  chmodSync(folder, 0o555);
  const dir = path.join(folder, 'workspace');
  const made = kept(openDesk(dir)).call('workspace.create', {
    name: '库',
    person: '甲',
    passphrase,
  });
  expect(await failureOf(made)).toEqual({ code: 'read-only', params: { folder: dir } });
  expect(existsSync(dir)).toBe(false);
});

test('a desk that nobody touches locks itself, unless it is at work', async () => {
  const desk = kept(await openWorkspace());
  await desk.call('workspace.setIdleLock', { commandId: desk.id(), minutes: 5 });
  const poll = () => desk.core.call('workspace.status', {});
  desk.clock.advance(4 * 60_000);
  await desk.call('workspace.touch', {});
  desk.clock.advance(4 * 60_000);
  await poll();
  // A screen that reads again because something happened is nobody's touch.
  await desk.call('project.list', {});
  expect((await desk.call('workspace.status', {})).state).toBe('open');
  desk.clock.advance(60_000);
  await expect
    .poll(async () => (await desk.call('workspace.status', {})).state, { timeout: 20_000 })
    .toBe('locked');
  expect(desk.events.filter((event) => event.type === 'workspace.changed').at(-1)).toMatchObject({
    status: { state: 'locked' },
  });
});

test('a workspace without encryption opens by itself and stays open', async () => {
  const desk = kept(openDesk());
  const made = await desk.call('workspace.create', { name: '库', person: '甲', passphrase: null });
  expect(made.recoveryKey).toBeNull();
  await desk.core.close();
  const again = kept(openDesk(desk.dir));
  expect(await again.call('workspace.status', {})).toMatchObject({
    state: 'open',
    isEncrypted: false,
    person: '甲',
  });
  expect((await again.call('workspace.lock', {})).state).toBe('open');
});

test('verify names what was altered', async () => {
  const desk = kept(openDesk());
  await desk.call('workspace.create', { name: '库', person: '甲', passphrase: null });
  await addProject(desk);
  expect(await desk.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
  await desk.core.close();
  const db = openDatabase(path.join(desk.dir, 'records.db'), recordsKind, null);
  db.exec('DROP TRIGGER change_is_fixed');
  db.prepare(
    `UPDATE log_change SET value = '"改"' FROM change AS c JOIN log_word AS d ON d.text = c.device
     WHERE log_change.device = d.number AND log_change.seq = c.seq AND c.entity = 'project' AND c.field = 'name'`,
  ).run();
  db.close();
  const again = kept(openDesk(desk.dir));
  const report = await again.call('workspace.verify', {});
  expect(report.ok).toBe(false);
  expect(report.problems).toEqual([
    { part: 'history', detail: expect.stringMatching(/altered$/) as string },
  ]);
});
