import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Output } from '#shared/contract/contract.ts';
import {
  type FolderFiles,
  makeProbe,
  nodeFolderFiles,
} from '../../../electron/core/handoff/sharedFolderFiles.ts';
import { addProject, type DeskCore, failureOf } from '../../helpers/deskCore.ts';
import {
  deviceOf,
  look,
  openSealed,
  packagesIn,
  settle,
  share,
  teamOf,
  trustAll,
} from '../../helpers/folderDesks.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

let folder: string;
let a: DeskCore;
let b: DeskCore;
/** What the file system of desk a says instead of working. */
let broken: Partial<FolderFiles> = {};

beforeEach(async () => {
  folder = path.join(temporaryFolder(), '优盘');
  mkdirSync(folder);
  broken = {};
  const real = nodeFolderFiles();
  const folderFiles: FolderFiles = {
    isThere: (root) => (broken.isThere ?? real.isThere)(root),
    list: (root) => (broken.list ?? real.list)(root),
    head: (root, file, length) => (broken.head ?? real.head)(root, file, length),
    read: (root, file) => (broken.read ?? real.read)(root, file),
    write: (root, file, bytes) => (broken.write ?? real.write)(root, file, bytes),
    remove: (root, file) => (broken.remove ?? real.remove)(root, file),
    sweep: (root, own) => (broken.sweep ?? real.sweep)(root, own),
  };
  a = await openSealed('林若川', { folderFiles });
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

const systemError = (code: string): Error => Object.assign(new Error(code), { code });
const projectsOf = async (desk: DeskCore) => (await desk.call('project.list', {})).length;
const stateOf = ({ status }: Output<'sharedFolder.sync'>) => status.state;

test('a stick that is out is said, and everything goes on once it is back', async () => {
  await settle([a, b]);
  const elsewhere = `${folder} (out)`;
  renameSync(folder, elsewhere);
  await addProject(a);
  const away = await look(a);
  expect([away.status.state, away.written, away.status.writeFailure]).toEqual(['away', [], null]);
  expect(away.status.reachedAt).not.toBeNull();
  renameSync(elsewhere, folder);
  const back = await look(a);
  expect([back.status.state, back.written.length]).toEqual(['reached', 1]);
  await look(b);
  expect(await projectsOf(b)).toBe(2);
});

test('a share that does not answer counts as away', async () => {
  broken = { isThere: () => Promise.reject(systemError('EHOSTDOWN')) };
  expect(stateOf(await look(a))).toBe('away');
  broken = { list: () => Promise.reject(systemError('EIO')) };
  expect(stateOf(await look(a))).toBe('away');
  broken = {};
  expect(stateOf(await look(a))).toBe('reached');
});

test('a share that keeps one waiting is asked once, and again only when it has answered', async () => {
  let asked = 0;
  const answers: ((isThere: boolean) => void)[] = [];
  const probe = makeProbe(() => {
    asked += 1;
    return new Promise((resolve) => {
      answers.push(resolve);
    });
  }, 20);
  for (let i = 0; i < 3; i += 1) await expect(probe('x')).rejects.toThrow('no answer');
  expect(asked).toBe(1);
  answers[0]?.(true);
  await vi.waitFor(() => {
    void probe('x').catch(() => undefined);
    expect(asked).toBe(2);
  });
  answers[1]?.(true);
});

test('another stick under the same letter is not written to until it is chosen', async () => {
  await settle([a, b]);
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  await addProject(a);
  expect(stateOf(await look(a))).toBe('strange');
  expect(readdirSync(folder)).toEqual([]);
  await share(a, folder, ['周以宁']);
  const begun = await look(a);
  expect([begun.status.state, begun.written.length]).toEqual(['reached', 1]);
});

test('a folder that cannot be written to is read all the same', async () => {
  await addProject(b);
  await look(b);
  broken = { write: () => Promise.reject(systemError('EACCES')) };
  const only = await look(a);
  expect([only.taken.length, only.written, only.status.writeFailure?.code]).toEqual([
    1,
    [],
    'read-only',
  ]);
  broken = {};
  const later = await look(a);
  expect([later.status.writeFailure, later.written.length]).toEqual([null, 2]);
});

test('a full disk leaves no half file, is named, and what was not written is written later', async () => {
  await look(a);
  const full: FolderFiles['write'] = () => Promise.reject(systemError('ENOSPC'));
  await addProject(a);
  broken = { write: full };
  const failed = await look(a);
  expect([failed.status.writeFailure?.code, failed.written]).toEqual(['disk-full', []]);
  expect(packagesIn(folder)).toHaveLength(1);
  broken = {};
  const later = await look(a);
  expect([later.status.writeFailure, later.written.length]).toEqual([null, 1]);
  await look(b);
  expect(await projectsOf(b)).toBe(2);
});

test('a write that ends half way leaves only a name that nobody reads, and the next look clears it', async () => {
  await look(a);
  const own = path.join(teamOf(folder), await deviceOf(a));
  writeFileSync(path.join(own, '.000009-x.counsel-handoff.writing'), 'half');
  expect((await look(b)).status.arriving).toEqual([]);
  await look(a);
  expect(readdirSync(own).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a program that ended between the file and its note knows the file as its own', async () => {
  const real = nodeFolderFiles();
  broken = {
    write: async (root, file, bytes) => {
      await real.write(root, file, bytes);
      if (file.endsWith('.counsel-handoff')) throw systemError('EIO');
    },
  };
  const cut = await look(a);
  expect([cut.status.writeFailure?.code, packagesIn(folder).length]).toEqual([
    'folder-unreachable',
    1,
  ]);
  broken = {};
  const next = await look(a);
  expect([next.status.state, next.written.length]).toEqual(['reached', 1]);
  await look(b);
  expect(await projectsOf(b)).toBe(1);
});

test('own files that somebody took out are written again for those who had not read them', async () => {
  await look(a);
  const [first] = packagesIn(folder);
  rmSync(path.join(teamOf(folder), first ?? ''));
  const again = await look(a);
  expect(again.written).toHaveLength(1);
  await look(b);
  expect(await projectsOf(b)).toBe(1);
});

test('only chosen projects go there, and what is chosen no more is taken out', async () => {
  const second = await addProject(a);
  await share(a, folder, ['周以宁'], { projects: [second] });
  await look(a);
  await look(b);
  expect(await b.call('project.list', {})).toMatchObject([{ id: second }]);
  await share(a, folder, ['周以宁'], { projects: [] });
  await look(a);
  expect(packagesIn(folder).filter((name) => name.endsWith('.counsel-handoff')).length).toBe(1);
});

test('nothing goes in without a look unless that is allowed; looking at it and importing it is enough', async () => {
  await share(b, folder, ['林若川'], { isAutomatic: false });
  await look(a);
  const { status, taken } = await look(b);
  expect([taken, status.waiting.map((one) => one.reasons), await projectsOf(b)]).toEqual([
    [],
    [['asked']],
    0,
  ]);
  const [waiting] = status.waiting;
  const { openId, ...preview } = await b.call('sharedFolder.open', { file: waiting?.file ?? '' });
  expect([preview.total, preview.sender.status]).toEqual([waiting?.total, 'trusted']);
  await b.call('handoff.import', { commandId: b.id(), jobId: b.id(), openId, rule: 'ask' });
  expect((await b.call('sharedFolder.status', {})).waiting).toEqual([]);
  await settle([a, b]);
  expect((await look(a)).status.members).toMatchObject([{ person: '周以宁', unconfirmed: 0 }]);
});

test('a conflict waits although the rest goes in by itself, and ends for both when one has chosen', async () => {
  await settle([a, b]);
  const [project] = await a.call('project.list', {});
  const projectId = project?.id ?? '';
  for (const [desk, name] of [
    [a, '甲定的名'],
    [b, '乙定的名'],
  ] as const) {
    await desk.call('project.update', { commandId: desk.id(), projectId, patch: { name } });
  }
  await look(a);
  const { status } = await look(b);
  expect(status.waiting.map((one) => [one.reasons, one.conflicts])).toEqual([[['conflicts'], 1]]);
  const { openId } = await b.call('sharedFolder.open', { file: status.waiting[0]?.file ?? '' });
  await b.call('handoff.import', { commandId: b.id(), jobId: b.id(), openId, rule: 'theirs' });
  await settle([a, b]);
  const namesOf = async (desk: DeskCore) =>
    (await desk.call('project.list', {})).map((one) => one.name);
  expect([await namesOf(a), await namesOf(b)]).toEqual([['甲定的名'], ['甲定的名']]);
  expect(await a.call('handoff.conflicts', { projectId: null })).toEqual([]);
});

test('a colleague chosen later gets everything once; what lay there for one who is chosen no more is replaced', async () => {
  await look(a);
  const before = readFileSync(path.join(teamOf(folder), packagesIn(folder)[0] ?? ''));
  const c = await openSealed('吴既白');
  await trustAll([a, c]);
  await share(a, folder, ['吴既白']);
  await share(c, folder, ['林若川']);
  await look(a);
  const [only, ...others] = packagesIn(folder);
  expect(others).toEqual([]);
  expect(readFileSync(path.join(teamOf(folder), only ?? '')).equals(before)).toBe(false);
  expect((await look(b)).status).toMatchObject({ notForUs: 1, waiting: [] });
  expect((await look(c)).taken).toHaveLength(1);
  await c.core.close();
});

test('small files are written together before they become many', async () => {
  await settle([a, b]);
  const [project] = await a.call('project.list', {});
  const projectId = project?.id ?? '';
  for (let i = 0; i < 30; i += 1) {
    const patch = { name: `第 ${i} 名` };
    await a.call('project.update', { commandId: a.id(), projectId, patch });
    await look(a);
    expect(packagesIn(folder).length).toBeLessThanOrEqual(12);
  }
  await settle([b, a]);
  expect(await b.call('project.list', {})).toMatchObject([{ name: '第 29 名' }]);
});

test('uploads are no folder, nor is the workspace itself; nothing can be opened that a look did not find', async () => {
  const set = (source: string) =>
    failureOf(
      a.call('sharedFolder.set', {
        commandId: a.id(),
        source,
        projects: null,
        members: [],
        isAutomatic: false,
      }),
    );
  const upload = a.token({ kind: 'bytes', name: 'x', bytes: new Uint8Array(1) });
  expect((await set(upload)).code).toBe('folder-needs-path');
  for (const inside of [a.dir, path.join(a.dir, 'backups')]) {
    mkdirSync(inside, { recursive: true });
    expect((await set(a.token({ kind: 'path', path: inside }))).code).toBe('folder-in-workspace');
  }
  const missing = a.token({ kind: 'path', path: path.join(folder, 'none') });
  expect((await set(missing)).code).toBe('folder-unreachable');
  const opened = failureOf(b.call('sharedFolder.open', { file: '../../workspace.json' }));
  expect((await opened).code).toBe('not-found');
});

test('stopping takes out this desk’s own files and leaves the others’', async () => {
  await addProject(b);
  await look(a);
  await look(b);
  const status = await a.call('sharedFolder.stop', { commandId: a.id(), removeFiles: true });
  expect([status.folder, status.state]).toEqual([null, 'off']);
  const left = packagesIn(folder).map((name) => name.split(path.sep)[0]);
  expect(new Set(left)).toEqual(new Set([await deviceOf(b)]));
  const failure = await failureOf(look(a));
  expect(failure.code).toBe('folder-none');
});
