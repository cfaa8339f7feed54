import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFolderFiles } from '../../../electron/core/handoff/sharedFolderFiles.ts';
import { sealPackage } from '../../../electron/core/handoff/sealing.ts';
import { addProject, type DeskCore, failureOf } from '../../helpers/deskCore.ts';
import {
  deviceOf,
  look,
  openSealed,
  packagesIn,
  share,
  teamOf,
  trustAll,
} from '../../helpers/folderDesks.ts';
import { takeApart } from '../../helpers/packageForge.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { exportFrom, trustEachOther } from '../../helpers/twoDesks.ts';

let folder: string;
let a: DeskCore;
let b: DeskCore;

beforeEach(async () => {
  folder = temporaryFolder();
  a = await openSealed('林若川');
  b = await openSealed('周以宁');
  await trustAll([a, b]);
  await addProject(a);
  await share(a, folder, ['周以宁']);
  await share(b, folder, ['林若川']);
});
afterEach(async () => {
  await a.core.close();
  await b.core.close();
});

const projectsOf = async (desk: DeskCore) => (await desk.call('project.list', {})).length;
const at = (...names: string[]): string => path.join(teamOf(folder), ...names);

/** A writes its package; the path of the file. */
async function written(): Promise<string> {
  await look(a);
  const [file] = packagesIn(folder);
  if (file === undefined) throw new Error('a package lies there');
  return at(file);
}

test('a half-written file waits, is called damaged at the third look, and goes in once it is whole', async () => {
  const file = await written();
  const whole = readFileSync(file);
  writeFileSync(file, whole.subarray(0, whole.length / 2));
  utimesSync(file, 1, 1);
  for (const tries of [1, 2]) {
    const { status } = await look(b);
    expect([status.arriving.length, status.problems, tries]).toEqual([1, [], tries]);
  }
  const third = (await look(b)).status;
  expect([third.arriving, third.problems]).toMatchObject([
    [],
    [{ tries: 3, failure: { code: 'handoff-damaged', params: { file: path.basename(file) } } }],
  ]);
  expect(await projectsOf(b)).toBe(0);
  writeFileSync(file, whole);
  const done = await look(b);
  expect([done.taken.length, done.status.problems, await projectsOf(b)]).toEqual([1, [], 1]);
});

test('an empty file and one of zeros, as synchronisers reserve them, wait alike', async () => {
  const file = await written();
  const { length } = readFileSync(file);
  for (const held of [Buffer.alloc(0), Buffer.alloc(length)]) {
    writeFileSync(file, held);
    const { status } = await look(b);
    expect([status.arriving.length, status.problems]).toEqual([1, []]);
  }
});

test('a file that grows while it is read is none', async () => {
  const file = await written();
  const real = nodeFolderFiles();
  let isGrowing = true;
  const c = await openSealed('吴既白', {
    folderFiles: {
      ...real,
      read: async (root, name) => {
        const read = await real.read(root, name);
        const { sizeBytes } = read.after;
        return { ...read, after: { ...read.after, sizeBytes: sizeBytes + (isGrowing ? 1 : 0) } };
      },
    },
  });
  await trustAll([a, c]);
  await share(c, folder, []);
  expect((await look(c)).status).toMatchObject({ arriving: [path.relative(teamOf(folder), file)] });
  isGrowing = false;
  expect((await look(c)).status).toMatchObject({ arriving: [], notForUs: 1 });
  await c.core.close();
});

test('names do not matter: renamed, without its ending, in another folder', async () => {
  const file = await written();
  mkdirSync(at('旧文件'));
  renameSync(file, at('旧文件', '交接 终稿 v2'));
  expect((await look(b)).taken).toMatchObject([{ file: '旧文件/交接 终稿 v2', person: '林若川' }]);
  expect(await projectsOf(b)).toBe(1);
});

test('copies of a synchroniser are named once and ignored; the last of them counts where the file itself is gone', async () => {
  const file = await written();
  const { dir, name } = path.parse(file);
  const copies = [
    `${name} (1).counsel-handoff`,
    `${name} 冲突副本 2026-11-23.counsel-handoff`,
    `${name} (林若川's conflicted copy).counsel-handoff`,
  ].map((one) => path.join(dir, one));
  for (const copy of copies) copyFileSync(file, copy);
  const first = await look(b);
  expect([first.taken.length, first.status.duplicates.length, first.status.problems]).toEqual([
    1,
    3,
    [],
  ]);
  const again = await look(b);
  expect([again.taken, again.receipts, again.status.duplicates.length]).toEqual([[], 0, 3]);
  const log = await b.call('handoff.log', {});
  expect(log.filter((one) => one.direction === 'received')).toHaveLength(1);
  // The writer knows its own file under any name, and takes it for no second installation.
  expect((await look(a)).status).toMatchObject({ state: 'reached', problems: [] });
  const c = await openSealed('吴既白');
  await trustAll([a, c]);
  await share(c, folder, ['林若川']);
  await share(a, folder, ['周以宁', '吴既白']);
  await look(a);
  for (const one of packagesIn(folder)) {
    copyFileSync(at(one), at(`${one} (2).counsel-handoff`));
  }
  await share(c, folder, ['林若川'], { isAutomatic: false });
  const waiting = (await look(c)).status.waiting.map((one) => one.file);
  expect(waiting).toHaveLength(1);
  rmSync(at(waiting[0] ?? ''));
  const kept = (await look(c)).status.waiting.map((one) => one.file);
  expect(kept).toEqual([`${waiting[0]} (2).counsel-handoff`]);
  await c.core.close();
});

test('an altered file never goes in', async () => {
  const file = await written();
  const bytes = readFileSync(file);
  bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  for (let i = 0; i < 3; i += 1) await look(b);
  const { status } = await look(b);
  expect(status.problems).toMatchObject([{ failure: { code: 'handoff-damaged' } }]);
  expect(await projectsOf(b)).toBe(0);
  // Its writer takes it out and writes anew.
  const own = await look(a);
  expect([own.altered.length, own.written.length]).toEqual([1, 1]);
  expect((await look(b)).taken).toHaveLength(1);
});

test('content sealed to this desk and signed by nobody it claims is refused at once', async () => {
  await written();
  const { bytes } = await exportFrom(a);
  const loose = takeApart(bytes);
  const { contact } = await b.call('handoff.identity', {});
  const { id } = loose.manifest;
  const otherId = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;
  const text = Buffer.from(bytes).toString('latin1').replace(id, otherId);
  const forged = fixed(Buffer.from(text, 'latin1'));
  const seal = { kind: 'recipients', recipients: [contact.recipient] } as const;
  writeFileSync(at('forged.counsel-handoff'), await sealPackage(forged, seal, null));
  const { status } = await look(b);
  expect(status.problems).toMatchObject([
    { file: 'forged.counsel-handoff', failure: { code: 'handoff-signature' } },
  ]);
});

test('a package of a newer version is named as such and stays', async () => {
  await written();
  const { bytes } = await exportFrom(a);
  const newer = Buffer.from(
    Buffer.from(bytes).toString('latin1').replace('"version":1}', '"version":2}'),
    'latin1',
  );
  const { contact } = await b.call('handoff.identity', {});
  const seal = { kind: 'recipients', recipients: [contact.recipient] } as const;
  writeFileSync(at('newer.counsel-handoff'), await sealPackage(fixed(newer), seal, null));
  const { status } = await look(b);
  expect(status.problems).toMatchObject([
    { file: 'newer.counsel-handoff', failure: { code: 'handoff-newer', params: { found: 2 } } },
  ]);
});

/** Gives the first member the checksum of its altered bytes, in its head and in the directory. */
function fixed(zip: Buffer): Buffer {
  const nameLength = zip.readUInt16LE(26);
  const size = zip.readUInt32LE(18);
  const crc = crc32(zip.subarray(30 + nameLength, 30 + nameLength + size));
  const directory = zip.readUInt32LE(zip.length - 6);
  zip.writeUInt32LE(crc, 14);
  zip.writeUInt32LE(crc, directory + 16);
  return zip;
}

test('a package that anybody can read, or that asks for a passphrase, is not taken from a folder', async () => {
  await written();
  const { bytes } = await exportFrom(a);
  writeFileSync(at('plain.counsel-handoff'), bytes);
  const seal = { kind: 'passphrase', passphrase: '政务云二〇二六年', scryptLogN: 10 } as const;
  writeFileSync(at('asks.counsel-handoff'), await sealPackage(bytes, seal, null));
  const { status } = await look(b);
  expect(status.problems.map((one) => [one.file, one.failure.code])).toEqual([
    ['asks.counsel-handoff', 'folder-not-sealed'],
    ['plain.counsel-handoff', 'folder-not-sealed'],
  ]);
});

test('a stranger is a question, answered by trusting them; then their package waits for a look', async () => {
  await look(a);
  const stranger = await openSealed('赵不识');
  await addProject(stranger);
  // They know b's contact; b does not know them.
  const { contactFile, fingerprint } = await b.call('handoff.identity', {});
  const source = stranger.token({
    kind: 'bytes',
    name: 'b.counsel-contact',
    bytes: Buffer.from(contactFile, 'utf8'),
  });
  const { contact } = await stranger.call('handoff.readContact', { source });
  await stranger.call('handoff.trust', {
    commandId: stranger.id(),
    contact,
    fingerprint: fingerprint.digits,
  });
  await share(stranger, folder, ['周以宁']);
  await look(stranger);
  const { status, taken } = await look(b);
  expect([status.strangers.length, status.waiting.length, taken.length]).toEqual([1, 0, 1]);
  expect(status.strangers[0]?.sender).toMatchObject({ status: 'unknown', person: '赵不识' });
  const failure = await failureOf(
    b.call('sharedFolder.open', { file: status.strangers[0]?.file ?? '' }),
  );
  expect(failure.code).toBe('not-found');
  await trustEachOther(b, stranger);
  const known = (await look(b)).status;
  expect([known.strangers, known.waiting.map((one) => one.reasons)]).toEqual([[], [['member']]]);
  await stranger.core.close();
});

test('a sender whose trust was taken back is refused, and nothing is written to them any more', async () => {
  await written();
  const [contact] = await b.call('handoff.contacts', {});
  await b.call('handoff.revoke', { commandId: b.id(), key: contact?.key ?? '' });
  const { status, taken } = await look(b);
  expect([taken, status.problems.map((one) => one.failure.code)]).toEqual([
    [],
    ['handoff-sender-revoked'],
  ]);
  expect(status.members).toMatchObject([{ person: '林若川', isTrusted: false }]);
  await addProject(b);
  expect((await look(b)).written).toEqual([]);
});

test('what is no package is left alone: other files, links, what is for others', async () => {
  const file = await written();
  writeFileSync(at('会议纪要.docx'), 'PK no package');
  writeFileSync(at('Thumbs.db'), 'x');
  symlinkSync(file, at('link.counsel-handoff'));
  const c = await openSealed('吴既白');
  await trustAll([b, c]);
  await share(c, folder, []);
  const { status } = await look(c);
  expect(status).toMatchObject({ notForUs: 1, problems: [], duplicates: [], strangers: [] });
  expect(readdirSync(at())).toContain('会议纪要.docx');
  await c.core.close();
});

test('clocks wrong by years are said and nothing more', async () => {
  a.clock.nowMs = Date.parse('2041-01-01T00:00:00Z');
  await look(a);
  const ahead = await look(b);
  expect([ahead.taken.length, ahead.status.clocks]).toMatchObject([
    1,
    [{ person: '林若川', kind: 'ahead', createdAt: '2041-01-01T00:00:00.000Z' }],
  ]);
  b.clock.nowMs = Date.parse('2003-05-01T00:00:00Z');
  await addProject(b);
  const [project] = await b.call('project.list', {});
  const patch = { name: '改名' };
  await b.call('project.update', { commandId: b.id(), projectId: project?.id ?? '', patch });
  await look(b);
  const behind = await look(a);
  expect(behind.taken.length).toBeGreaterThan(0);
  expect(behind.status.clocks).toMatchObject([{ person: '周以宁', kind: 'behind' }]);
  const names = async (desk: DeskCore) =>
    (await desk.call('project.list', {})).map((one) => one.name).sort();
  expect(await names(a)).toEqual(await names(b));
});

test('one device only ever writes in its own part', async () => {
  await written();
  await look(b);
  expect(readdirSync(at()).sort()).toEqual([await deviceOf(a), await deviceOf(b)].sort());
});
