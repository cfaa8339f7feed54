import { afterEach, expect, test, vi } from 'vitest';
import { nodeFolderFiles } from '../../../electron/core/handoff/sharedFolderFiles.ts';
import { addProject, type DeskCore, failureOf, passphrase } from '../../helpers/deskCore.ts';
import { look, openSealed, share, trustAll } from '../../helpers/folderDesks.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const open: DeskCore[] = [];
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.core.close();
  vi.useRealTimers();
});

const isDone = async (what: () => Promise<boolean>): Promise<void> =>
  vi.waitFor(async () => expect(await what()).toBe(true), { timeout: 20_000, interval: 20 });

test('in the background: on opening, every minute and soon after a change; said once; never while locked', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const folder = temporaryFolder();
  const a = await openSealed('林若川');
  const b = await openSealed('周以宁', { looksInBackground: true });
  open.push(a, b);
  await trustAll([a, b]);
  await share(a, folder, ['周以宁']);
  await addProject(a);
  await look(a);
  const status = () => b.call('sharedFolder.status', {});
  await share(b, folder, ['林若川'], { isAutomatic: false });
  const heard = () =>
    b.events.filter(
      (event) => event.type === 'data.changed' && event.entities.includes('sharedFolder'),
    ).length;
  const tick = async (ms: number): Promise<void> => {
    b.clock.advance(ms);
    await vi.advanceTimersByTimeAsync(5_000);
  };
  await tick(0);
  await isDone(async () => (await status()).waiting.length === 1);
  await isDone(async () => !(await status()).isLooking);
  const said = heard();
  const { lookedAt } = await status();
  // Within the minute nothing is looked at; after it again, and what has not changed is not said again.
  await tick(5_000);
  expect((await status()).lookedAt).toBe(lookedAt);
  await tick(60_000);
  await isDone(async () => (await status()).lookedAt !== lookedAt);
  await isDone(async () => !(await status()).isLooking);
  expect(heard()).toBe(said);
  // What is written here goes out as soon as the hand rests.
  await addProject(b);
  await tick(1_000);
  expect((await status()).ownFiles).toBe(0);
  await tick(1_000);
  await isDone(async () => (await status()).ownFiles === 1);
  await isDone(async () => !(await status()).isLooking);
  const { lookedAt: last } = await status();
  await b.call('workspace.lock', {});
  await tick(120_000);
  await b.call('workspace.unlock', { kind: 'passphrase', secret: passphrase });
  expect((await status()).lookedAt).toBe(last);
  await tick(0);
  await isDone(async () => (await status()).lookedAt !== last);
}, 60_000);

test('looking, minute by minute, keeps no desk from locking', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const folder = temporaryFolder();
  const a = await openSealed('林若川', { looksInBackground: true });
  open.push(a);
  await share(a, folder, []);
  const looks = new Set<string | null>();
  for (let minute = 0; minute < 14; minute += 1) {
    a.clock.advance(60_000);
    await vi.advanceTimersByTimeAsync(5_000);
    await isDone(async () => !(await a.call('sharedFolder.status', {})).isLooking);
    looks.add((await a.call('sharedFolder.status', {})).lookedAt);
  }
  expect(looks.size).toBeGreaterThan(10);
  a.clock.advance(60_000);
  await vi.advanceTimersByTimeAsync(5_000);
  expect((await a.call('workspace.status', {})).state).toBe('locked');
}, 60_000);

test('a look that meets a locking desk ends, and the workspace is sound', async () => {
  const folder = temporaryFolder();
  const real = nodeFolderFiles();
  let lock: (() => Promise<unknown>) | null = null;
  const a = await openSealed('林若川', {
    folderFiles: {
      ...real,
      write: async (root, file, bytes) => {
        await real.write(root, file, bytes);
        await lock?.();
      },
    },
  });
  open.push(a);
  const b = await openSealed('周以宁');
  open.push(b);
  await trustAll([a, b]);
  await addProject(a);
  await share(a, folder, ['周以宁']);
  await share(b, folder, ['林若川']);
  lock = () => a.call('workspace.lock', {});
  expect((await failureOf(look(a))).code).toBe('cancelled');
  lock = null;
  await a.call('workspace.unlock', { kind: 'passphrase', secret: passphrase });
  const next = await look(a);
  // The file that was written before the note of it is this desk's, and is not written twice.
  expect([next.status.state, next.written, next.status.ownFiles]).toEqual(['reached', [], 1]);
  expect((await look(b)).taken).toHaveLength(1);
  expect(await a.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
});
