import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { RecognitionStatus } from '#shared/domain/recognition/recognitionStatus.ts';
import { makeTiff } from '../../fixtures/makePicture.ts';
import { barPicture, makeScan } from '../../fixtures/makeScan.ts';
import type { DoubleModel } from '../../fixtures/ocrWorkerDouble.ts';
import {
  addProject,
  type DeskCore,
  failureOf,
  openDesk,
  passphrase,
} from '../../helpers/deskCore.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const ports = {
  ocrWorker: new URL('../../fixtures/ocrWorkerDouble.ts', import.meta.url),
  recognisesInBackground: true,
};

const picture = barPicture({ width: 60, height: 80 }, { left: 5, top: 5, width: 40, height: 4 });
/** Scans that differ by the width of their bar, so that their bytes do too. */
const scan = (pages: number, left = 5): Uint8Array =>
  makeScan(
    Array.from({ length: pages }, () => ({
      picture: left === 5 ? picture : barPicture(picture, { left, top: 5, width: 9, height: 4 }),
    })),
  );

function modelFolder(told: DoubleModel, folder = temporaryFolder()): string {
  writeFileSync(path.join(folder, 'chi_sim.traineddata'), JSON.stringify(told));
  return folder;
}

async function newDesk(): Promise<DeskCore> {
  const desk = openDesk(undefined, ports);
  onTestFinished(() => desk.core.close());
  await desk.call('workspace.create', { name: '测试库', person: '林若川', passphrase });
  return desk;
}

function setModel(desk: DeskCore, told: DoubleModel, folder?: string) {
  const source = desk.token({ kind: 'path', path: modelFolder(told, folder) });
  return desk.call('ocr.setModel', { source });
}

async function takeIn(
  desk: DeskCore,
  projectId: string,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<string[]> {
  const sources = Object.entries(files).map(([name, bytes]) =>
    desk.token({ kind: 'bytes', name, bytes }),
  );
  const order = { commandId: desk.id(), jobId: desk.id(), projectId, sources };
  const taken = await desk.call('document.intake', { ...order, type: null, supersedes: null });
  return taken.files.map((file) => file.versionId ?? '');
}

/** Waits until the queue's state is as asked. */
async function until(
  desk: DeskCore,
  projectId: string,
  isSo: (status: RecognitionStatus) => boolean,
): Promise<RecognitionStatus> {
  for (let round = 0; round < 400; round += 1) {
    const status = await desk.call('ocr.status', { projectId });
    if (isSo(status)) return status;
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
  throw new Error(JSON.stringify(await desk.call('ocr.status', { projectId })));
}

const isDone = (status: RecognitionStatus): boolean =>
  status.current === null && status.documents.every((one) => one.waiting === 0);

test('without a model scanned pages wait and say so; with one they become text that can be searched and quoted', async () => {
  const desk = await newDesk();
  const projectId = await addProject(desk);
  const [versionId = ''] = await takeIn(desk, projectId, { '合同.pdf': scan(2) });
  const before = await desk.call('ocr.status', { projectId });
  expect(before.model).toBeNull();
  expect(before.documents[0]).toMatchObject({ waiting: 2, done: 0, state: null });
  const run = { projectId, versionId: null, action: 'run' } as const;
  expect((await failureOf(desk.call('ocr.control', run))).code).toBe('ocr-model-none');

  await setModel(desk, { text: '数据删除' });
  const after = await until(desk, projectId, isDone);
  expect(after.documents[0]).toMatchObject({ waiting: 0, done: 2, confidence: 90 });
  const text = await desk.call('document.text', { versionId });
  expect(text.pages.map((page) => [page.text, page.flags])).toEqual([
    ['数据删除第1页', ['recognised']],
    ['数据删除第2页', ['recognised']],
  ]);
  expect(text.warnings.map((warning) => warning.code)).toEqual(['pages-recognised']);
  const [document] = await desk.call('document.list', { projectId });
  expect(document?.versions[0]).toMatchObject({
    characters: 14,
    warnings: [{ code: 'pages-recognised', count: 2, where: ['1', '2'] }],
  });
  const anchor = await desk.call('evidence.locate', { versionId, quote: '删除第2页' });
  expect(anchor.rects).toEqual([
    { page: 2, x: 96, y: 700, width: 24, height: 12 },
    { page: 2, x: 200, y: 700, width: 36, height: 12 },
  ]);
  const report = await desk.call('project.suggestTraits', { projectId });
  expect(report.searched.unsearchable).toEqual([]);
});

test('a memo calls pages unreadable only until they are recognised', async () => {
  const desk = await newDesk();
  const projectId = await addProject(desk);
  await takeIn(desk, projectId, { '合同.pdf': scan(2) });
  const unreadable = async () => {
    const { model, checks } = await desk.call('memo.preview', { projectId });
    const check = checks.find((one) => one.code === 'unreadable-pages');
    return [model.documents[0]?.unreadable.length, check?.count ?? 0];
  };
  expect(await unreadable()).toEqual([2, 2]);
  await setModel(desk, { text: '数据删除' });
  await until(desk, projectId, isDone);
  expect(await unreadable()).toEqual([0, 0]);
});

test('a file taken in again after its pages were recognised is recorded as the reader found it', async () => {
  const desk = await newDesk();
  await takeIn(desk, await addProject(desk), { '合同.pdf': scan(1) });
  await setModel(desk, { text: '数据删除' });
  const [first] = await desk.call('project.list', {});
  await until(desk, first?.id ?? '', isDone);
  const again = await addProject(desk);
  const order = { commandId: desk.id(), jobId: desk.id(), projectId: again, type: null };
  const sources = [desk.token({ kind: 'bytes', name: '合同.pdf', bytes: scan(1) })];
  const { files } = await desk.call('document.intake', { ...order, sources, supersedes: null });
  // A colleague gets this record without the recognised text, and must be told that the page has none.
  expect(files[0]?.warnings.map((warning) => warning.code)).toEqual(['pages-without-text']);
  const text = await desk.call('document.text', { versionId: files[0]?.versionId ?? '' });
  expect(text.pages[0]?.text).toBe('数据删除第1页');
});

test('a quote of recognised text says so, and says when the page reads differently later', async () => {
  const desk = await newDesk();
  const projectId = await addProject(desk);
  const [versionId = ''] = await takeIn(desk, projectId, { '合同.pdf': scan(1) });
  const folder = temporaryFolder();
  await setModel(desk, { text: '数据删除' }, folder);
  await until(desk, projectId, isDone);
  const [row] = await desk.call('review.rows', { projectId });
  const { start, end, quote } = await desk.call('evidence.locate', { versionId, quote: '删除' });
  const place = { projectId, itemId: row?.itemId ?? '', findingId: null, versionId };
  const made = { commandId: desk.id(), stance: 'supports' as const, start, end, quote };
  expect((await desk.call('evidence.add', { ...place, ...made })).recognition).toBe('recognised');

  modelFolder({ text: '数据副除' }, folder);
  await desk.call('ocr.control', { projectId, versionId, action: 'again' });
  await until(desk, projectId, isDone);
  const item = await desk.call('review.item', { projectId, itemId: place.itemId });
  expect(item.evidence[0]).toMatchObject({ recognition: 'changed', anchor: { quote: '删除' } });

  modelFolder({ text: '数据删除' }, folder);
  await desk.call('ocr.control', { projectId, versionId, action: 'again' });
  await until(desk, projectId, isDone);
  const again = await desk.call('review.item', { projectId, itemId: place.itemId });
  expect(again.evidence[0]?.recognition).toBe('recognised');
});

test('what was recognised stays over a restart, and the rest is taken up again', async () => {
  const desk = await newDesk();
  const projectId = await addProject(desk);
  await setModel(desk, { text: '文字', delayMs: 120 });
  await takeIn(desk, projectId, { '合同.pdf': scan(5) });
  await until(desk, projectId, (status) => (status.documents[0]?.done ?? 0) >= 2);
  await desk.core.close();

  const next = openDesk(desk.dir, ports);
  onTestFinished(() => next.core.close());
  await next.call('workspace.unlock', { kind: 'passphrase', secret: passphrase });
  const reopened = await next.call('ocr.status', { projectId });
  expect(reopened.documents[0]?.done).toBeGreaterThanOrEqual(2);
  expect(reopened.documents[0]?.waiting).toBeGreaterThanOrEqual(1);
  const done = await until(next, projectId, isDone);
  expect(done.documents[0]).toMatchObject({ done: 5, waiting: 0, failures: [] });
});

test('a lock ends the page at hand; unlocking goes on by itself', async () => {
  const desk = await newDesk();
  const projectId = await addProject(desk);
  await setModel(desk, { text: '文字', delayMs: 120 });
  await takeIn(desk, projectId, { '合同.pdf': scan(4) });
  await until(desk, projectId, (status) => (status.documents[0]?.done ?? 0) >= 1);
  await desk.call('workspace.lock', {});
  expect((await failureOf(desk.call('ocr.status', { projectId }))).code).toBe('workspace-locked');
  await desk.call('workspace.unlock', { kind: 'passphrase', secret: passphrase });
  const done = await until(desk, projectId, isDone);
  expect(done.documents[0]).toMatchObject({ done: 4, failures: [] });
  expect(done.problem).toBeNull();
});

test('a page that breaks its thread or is blank is named; the others are read, and failures can be tried again', async () => {
  const desk = await newDesk();
  const projectId = await addProject(desk);
  const folder = temporaryFolder();
  await setModel(desk, { text: '文字', crashOn: 2, blankOn: 3 }, folder);
  await takeIn(desk, projectId, { '合同.pdf': scan(4) });
  const broken = await until(desk, projectId, isDone);
  expect(broken.documents[0]).toMatchObject({
    done: 2,
    failures: [
      { page: 2, code: 'worker-crashed' },
      { page: 3, code: 'page-blank' },
    ],
  });
  modelFolder({ text: '文字' }, folder);
  await desk.call('ocr.control', { projectId, versionId: null, action: 'run' });
  const mended = await until(desk, projectId, isDone);
  expect(mended.documents[0]).toMatchObject({ done: 4, failures: [] });
});

test('pausing holds a document, the one on the screen comes first, cancelling gives it up', async () => {
  const desk = await newDesk();
  const projectId = await addProject(desk);
  await setModel(desk, { text: '文字', delayMs: 60 });
  const [first = '', second = ''] = await takeIn(desk, projectId, {
    '甲.pdf': scan(6),
    '乙.pdf': scan(3, 9),
  });
  const of = (status: RecognitionStatus, id: string) =>
    status.documents.find((one) => one.versionId === id);
  await desk.call('ocr.control', { projectId, versionId: second, action: 'first' });
  const early = await until(desk, projectId, (status) => of(status, second)?.waiting === 0);
  expect(of(early, first)?.waiting).toBeGreaterThan(0);
  await desk.call('ocr.control', { projectId, versionId: first, action: 'pause' });
  const held = await until(desk, projectId, (status) => status.current === null);
  expect(of(held, first)).toMatchObject({ state: 'paused' });
  const waiting = of(held, first)?.waiting ?? 0;
  expect(waiting).toBeGreaterThan(0);
  await desk.call('ocr.control', { projectId, versionId: first, action: 'cancel' });
  expect(of(await desk.call('ocr.status', { projectId }), first)).toMatchObject({
    state: 'cancelled',
    waiting,
  });
  await desk.call('ocr.control', { projectId, versionId: first, action: 'run' });
  expect(of(await until(desk, projectId, isDone), first)).toMatchObject({ done: 6 });
});

test('a model that is gone stops the queue and is said; choosing one goes on', async () => {
  const desk = await newDesk();
  const projectId = await addProject(desk);
  await takeIn(desk, projectId, { '合同.pdf': scan(1) });
  const empty = desk.token({ kind: 'path', path: temporaryFolder() });
  expect((await failureOf(desk.call('ocr.setModel', { source: empty }))).code).toBe(
    'ocr-model-missing',
  );
  const bytes = desk.token({ kind: 'bytes', name: 'eng.traineddata', bytes: scan(1) });
  expect((await failureOf(desk.call('ocr.setModel', { source: bytes }))).code).toBe(
    'ocr-model-missing',
  );
  const folder = temporaryFolder();
  await setModel(desk, { text: '文字' }, folder);
  await until(desk, projectId, isDone);
  rmSync(folder, { recursive: true });
  await desk.call('ocr.control', { projectId, versionId: null, action: 'again' });
  const stopped = await until(desk, projectId, (status) => status.problem !== null);
  expect(stopped.problem?.code).toBe('ocr-model-folder');
  expect(stopped.documents[0]?.waiting).toBe(1);
  await setModel(desk, { text: '新字' });
  const done = await until(desk, projectId, isDone);
  expect(done).toMatchObject({ problem: null, documents: [{ done: 1 }] });
});

test('a model handed over by a browser is kept in the workspace and serves after a restart', async () => {
  const desk = await newDesk();
  const projectId = await addProject(desk);
  const bytes = new Uint8Array(Buffer.from(JSON.stringify({ text: '文字' })));
  const source = desk.token({ kind: 'bytes', name: 'tessdata/chi_sim.traineddata', bytes });
  const { model } = await desk.call('ocr.setModel', { source });
  expect(model).toMatchObject({ name: 'chi_sim', folder: '' });
  await desk.core.close();

  const next = openDesk(desk.dir, ports);
  onTestFinished(() => next.core.close());
  await next.call('workspace.unlock', { kind: 'passphrase', secret: passphrase });
  await takeIn(next, projectId, { '合同.pdf': scan(1) });
  expect(await until(next, projectId, isDone)).toMatchObject({
    problem: null,
    documents: [{ done: 1 }],
  });
  expect((await next.call('workspace.verify', {})).problems).toEqual([]);
});

test('a picture goes to the thread as what it is, and is quoted and searched once it is read', async () => {
  const desk = await newDesk();
  const projectId = await addProject(desk);
  await setModel(desk, { text: '数据删除', expects: 'image' });
  const [versionId = ''] = await takeIn(desk, projectId, {
    '附件.tif': makeTiff([{ picture }, { picture }]),
  });
  const done = await until(desk, projectId, isDone);
  expect(done.documents[0]).toMatchObject({ title: '附件', done: 2, failures: [] });
  const text = await desk.call('document.text', { versionId });
  expect(text).toMatchObject({ kind: 'image', blocks: [] });
  expect(text.pages.map((page) => [page.text, page.flags])).toEqual([
    ['数据删除第1页', ['recognised']],
    ['数据删除第2页', ['recognised']],
  ]);
  const anchor = await desk.call('evidence.locate', { versionId, quote: '删除第2页' });
  expect(anchor.place).toMatchObject({ page: 2 });
  const [document] = await desk.call('document.list', { projectId });
  expect(document?.versions[0]).toMatchObject({ kind: 'image', pages: 2, characters: 14 });
});

test('a page read with little confidence says so in the text', async () => {
  const desk = await newDesk();
  const projectId = await addProject(desk);
  await setModel(desk, { text: '数据删除', unread: 0.5 });
  const [versionId = ''] = await takeIn(desk, projectId, { '合同.pdf': scan(1) });
  const done = await until(desk, projectId, isDone);
  expect(done.documents[0]?.confidence).toBeCloseTo(49.5);
  const text = await desk.call('document.text', { versionId });
  expect(text.pages[0]?.flags).toEqual(['recognised', 'doubtful']);
});
