import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Output } from '#shared/contract/contract.ts';
import { jsonOf, runCli } from '../../helpers/cli.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

type Status = Output<'sharedFolder.status'>;
type Sync = Output<'sharedFolder.sync'>;

const root = temporaryFolder();
const at = (name: string): string => path.join(root, name);
const [a, b, folder] = [at('a'), at('b'), at('共享')];
const on = (workspace: string, ...args: string[]) => runCli([...args, '--json'], { workspace });
const codeOf = (stdout: string): string =>
  (JSON.parse(stdout) as { error: { code: string } }).error.code; // the command line's own shape

beforeAll(async () => {
  mkdirSync(folder);
  for (const [workspace, person] of [
    [a, '林若川'],
    [b, '周以宁'],
  ] as const) {
    await on(workspace, 'init', '--no-encryption', '--person', person);
    await on(workspace, 'handoff', 'keys', '--out', `${workspace}.contact`);
  }
  await on(a, 'handoff', 'trust', `${b}.contact`);
  await on(b, 'handoff', 'trust', `${a}.contact`);
  await on(a, 'project', 'add', '--name', '智慧停车');
}, 120_000);

test('set, sync, status and off; what is not named stays as it is', async () => {
  const none = await on(a, 'handoff', 'folder', 'sync');
  expect([none.exitCode, codeOf(none.stdout)]).toEqual([3, 'folder-none']);
  expect((await on(a, 'handoff', 'folder', 'set', folder)).exitCode).toBe(2);
  expect((await on(a, 'handoff', 'folder', 'look')).exitCode).toBe(2);
  const missing = await on(a, 'handoff', 'folder', 'set', at('none'), '--to', '周以宁');
  expect([missing.exitCode, codeOf(missing.stdout)]).toEqual([3, 'folder-unreachable']);
  const set = await on(a, 'handoff', 'folder', 'set', folder, '--to', '周以宁');
  expect(jsonOf<Status>(set)).toMatchObject({ folder, isAutomatic: false, state: 'new' });
  await on(b, 'handoff', 'folder', 'set', folder, '--to', '林若川');
  const written = jsonOf<Sync>(await on(a, 'handoff', 'folder', 'sync'));
  expect(written.written).toMatchObject([{ project: '智慧停车' }]);
  const waiting = jsonOf<Sync>(await on(b, 'handoff', 'folder', 'sync'));
  expect([waiting.taken, waiting.status.waiting.length]).toEqual([[], 1]);
  const changed = await on(b, 'handoff', 'folder', 'set', '--automatic');
  expect(jsonOf<Status>(changed)).toMatchObject({
    folder,
    isAutomatic: true,
    members: [{ person: '林若川' }],
  });
  const taken = jsonOf<Sync>(await on(b, 'handoff', 'folder', 'sync'));
  expect(taken.taken).toMatchObject([{ person: '林若川' }]);
  expect((await on(b, 'project', 'show', '智慧停车')).exitCode).toBe(0);
  const words = await runCli(['handoff', 'folder', 'status', '--lang', 'en'], { workspace: b });
  expect([words.exitCode, words.stdout]).toEqual([0, expect.stringContaining('State: in order')]);
  expect(jsonOf(await on(b, 'handoff', 'folder', 'off'))).toMatchObject({ state: 'off' });
}, 180_000);

test('exit code 1 says that the folder is away or nothing could be written', async () => {
  renameSync(folder, `${folder} 2`);
  const away = await on(a, 'handoff', 'folder', 'sync');
  expect([away.exitCode, jsonOf<Sync>(away).status.state]).toEqual([1, 'away']);
  renameSync(`${folder} 2`, folder);
  expect((await on(a, 'handoff', 'folder', 'sync')).exitCode).toBe(0);
}, 120_000);

test('a new device on the command line: new keys, the same content, a sound history', async () => {
  const before = jsonOf<{ deviceId: string }>(await on(a, 'info'));
  const made = jsonOf<Output<'sharedFolder.renewDevice'>>(await on(a, 'handoff', 'new-device'));
  expect(made).toMatchObject({ formerDevice: before.deviceId, moved: 0, builtOn: 0 });
  const after = jsonOf<{ deviceId: string; person: string }>(await on(a, 'info'));
  expect([after.deviceId, after.person]).toEqual([made.device, '林若川']);
  const keys = jsonOf<{ fingerprint: unknown }>(await on(a, 'handoff', 'keys'));
  expect(keys.fingerprint).toEqual(made.fingerprint);
  expect((await on(a, 'verify')).exitCode).toBe(0);
  expect((await on(a, 'project', 'add', '--name', '之后')).exitCode).toBe(0);
  const kept = await on(a, 'handoff', 'new-device', '--keep');
  expect(kept.exitCode).toBe(0);
}, 180_000);
