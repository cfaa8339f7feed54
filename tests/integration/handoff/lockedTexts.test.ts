import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePdf } from '../../fixtures/makePdf.ts';
import { addProject, type DeskCore, failureOf, openDesk } from '../../helpers/deskCore.ts';
import { exportFrom, importOn, openPerson, trustEachOther } from '../../helpers/twoDesks.ts';

const password = 'Ningbo-2026';
const open: DeskCore[] = [];
let a: DeskCore;
let b: DeskCore;
let projectId: string;
let versionId: string;

/** One desk has a document with its password and quotes it; the other gets the document only. */
beforeEach(async () => {
  a = await openPerson('林若川');
  b = await openPerson('周以宁');
  open.push(a, b);
  await trustEachOther(a, b);
  projectId = await addProject(a);
  const bytes = makePdf({ pages: [[{ text: '数据出境须评估', y: 700 }]], password });
  const { files } = await a.call('document.intake', {
    commandId: a.id(),
    jobId: a.id(),
    projectId,
    sources: [a.token({ kind: 'bytes', name: '协议.pdf', bytes })],
    type: null,
    supersedes: null,
    passwords: [password],
  });
  versionId = files[0]?.versionId ?? '';
  await importOn(b, (await exportFrom(a, { projects: [projectId], to: ['周以宁'] })).bytes);
}, 60_000);
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.core.close();
});

const lockedOn = (desk: DeskCore) => desk.call('handoff.unreadTexts', { projectId });
const openText = (desk: DeskCore, word: string) =>
  desk.call('handoff.openText', { jobId: desk.id(), versionId, password: word });
const textOn = async (desk: DeskCore) =>
  (await desk.call('document.text', { versionId })).pages.map((page) => page.text);

test('a received document with a password is named until somebody gives it, and is read then', async () => {
  expect(await lockedOn(a)).toEqual([]);
  expect(await lockedOn(b)).toEqual([
    { versionId, title: '协议', versionNumber: 1, fileName: '协议.pdf', reason: 'password' },
  ]);
  expect(await failureOf(openText(b, '不对'))).toMatchObject({
    code: 'wrong-password',
    params: { file: '协议.pdf' },
  });
  expect(await lockedOn(b)).toHaveLength(1);
  const before = (await b.call('workspace.info', {})).counts.changes;
  expect(await openText(b, password)).toEqual({ versionId, movedQuotes: [] });
  expect([await lockedOn(b), await textOn(b)]).toEqual([[], await textOn(a)]);
  expect(await b.call('document.password', { versionId })).toEqual({ password });
  expect((await b.call('workspace.info', {})).counts.changes).toBe(before);
  expect(await openText(b, '已读过')).toEqual({ versionId, movedQuotes: [] });
});

test('so is one on a copy that may only be read, and after the next opening', async () => {
  await importOn(b, (await exportFrom(a, { projects: [projectId], handOver: '周以宁' })).bytes);
  await exportFrom(b, { projects: [projectId], handOver: '林若川' });
  await b.core.close();
  open.splice(open.indexOf(b), 1);
  const again = openDesk(b.dir, { recognisesInBackground: true });
  open.push(again);
  expect((await again.call('project.show', { projectId })).holding.isReadOnly).toBe(true);
  await expect
    .poll(() => lockedOn(again), { timeout: 20_000 })
    .toMatchObject([{ versionId, reason: 'password' }]);
  await openText(again, password);
  expect([await lockedOn(again), await textOn(again)]).toEqual([[], await textOn(a)]);
});
