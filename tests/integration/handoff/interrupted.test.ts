import { afterEach, beforeEach, expect, test } from 'vitest';
import { sealPackage, unsealPackage } from '../../../electron/core/handoff/sealing.ts';
import {
  addProject,
  type DeskCore,
  failureOf,
  openDesk,
  openWorkspace,
  passphrase,
} from '../../helpers/deskCore.ts';
import { exportFrom, openPerson, trustEachOther } from '../../helpers/twoDesks.ts';

const word = '政务云二〇二六年';
let desk: DeskCore;

beforeEach(async () => {
  desk = await openWorkspace();
});
afterEach(() => desk.core.close());

/** The code of a call during which the workspace is locked. */
async function codeWhenLocked(call: Promise<unknown>): Promise<string> {
  const failure = failureOf(call);
  await desk.call('workspace.lock', {});
  return (await failure).code;
}

const source = (bytes: Uint8Array) => desk.token({ kind: 'bytes', name: 'x', bytes });
const order = (projectId: string, sealed: string | null) => ({
  commandId: desk.id(),
  jobId: desk.id(),
  projects: [projectId],
  to: [],
  passphrase: sealed,
  hint: null,
  since: null,
});

test('a workspace that is locked while its keys are made says that it is locked', async () => {
  expect(await codeWhenLocked(desk.call('handoff.identity', {}))).toBe('workspace-locked');
});

test('so does one that is locked while a package is opened, or built, or sealed', async () => {
  const projectId = await addProject(desk);
  const { bytes } = await exportFrom(desk, { projects: [projectId], passphrase: word });
  const preview = desk.call('handoff.preview', { source: source(bytes), passphrase: word });
  expect(await codeWhenLocked(preview)).toBe('workspace-locked');
  await desk.call('workspace.unlock', { kind: 'passphrase', secret: passphrase });
  const sealing = desk.call('handoff.export', order(projectId, word));
  expect(await codeWhenLocked(sealing)).toBe('workspace-locked');
  await desk.call('workspace.unlock', { kind: 'passphrase', secret: passphrase });
  expect(await desk.call('handoff.log', {})).toHaveLength(1);
});

test('so does one that is locked while keys are made for a first package or a contact', async () => {
  const projectId = await addProject(desk);
  const building = desk.call('handoff.export', order(projectId, null));
  expect(await codeWhenLocked(building)).toBe('workspace-locked');
  await desk.call('workspace.unlock', { kind: 'passphrase', secret: passphrase });
  const other = await openPerson('周以宁');
  const { contactFile } = await other.call('handoff.identity', {});
  await other.core.close();
  const reading = desk.call('handoff.readContact', { source: source(Buffer.from(contactFile)) });
  expect(await codeWhenLocked(reading)).toBe('workspace-locked');
});

test('sealing a big package gives everything else its turn, and can be cancelled', async () => {
  const big = new Uint8Array(24 * 2 ** 20);
  const seal = { kind: 'passphrase', passphrase: word, scryptLogN: 2 } as const;
  let turns = 0;
  const ticking = setInterval(() => (turns += 1), 1);
  const sealed = await sealPackage(big, seal, null);
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(5);
  const opened = await unsealPackage(sealed, null, word);
  expect(Buffer.compare(opened.bytes, big)).toBe(0);
  const control = new AbortController();
  const cancelled = failureOf(sealPackage(big, seal, null, control.signal));
  setTimeout(() => control.abort(), 5);
  expect((await cancelled).code).toBe('cancelled');
});

test('texts that an import left unread are read after the next opening', async () => {
  const sender = await openPerson('林若川');
  const projectId = await addProject(sender);
  await sender.call('document.intake', {
    commandId: sender.id(),
    jobId: sender.id(),
    projectId,
    sources: [
      sender.token({ kind: 'bytes', name: '方案.txt', bytes: Buffer.from('处理个人信息。') }),
    ],
    type: null,
    supersedes: null,
  });
  await trustEachOther(sender, desk);
  const { bytes } = await exportFrom(sender);
  await sender.core.close();
  const jobId = desk.id();
  const { openId } = await desk.call('handoff.preview', {
    source: source(bytes),
    passphrase: null,
  });
  const importing = desk.call('handoff.import', {
    commandId: desk.id(),
    jobId,
    openId,
    rule: 'ask',
  });
  await desk.call('job.cancel', { jobId });
  await importing;
  const [document] = await desk.call('document.list', { projectId });
  const versionId = document?.versions[0]?.id ?? '';
  expect((await failureOf(desk.call('document.text', { versionId }))).code).toBe('not-found');
  await desk.core.close();
  desk = openDesk(desk.dir, { recognisesInBackground: true });
  await desk.call('workspace.unlock', { kind: 'passphrase', secret: passphrase });
  await expect
    .poll(() => desk.call('document.text', { versionId }).catch(() => null), { timeout: 20_000 })
    .toMatchObject({ blocks: [{ text: '处理个人信息。' }] });
  expect(desk.events).toContainEqual({
    type: 'data.changed',
    entities: ['document', 'evidence', 'text'],
    projectIds: [],
  });
});
