import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import { contractDocx, designPdf } from '../../fixtures/projectFiles.ts';
import { addProject, type DeskCore, failureOf, openWorkspace } from '../../helpers/deskCore.ts';
import { bytesSource, takeIn } from '../../helpers/takeIn.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

let desk: DeskCore;
let projectId: string;
let contract: IntakeLine;
let design: IntakeLine;

beforeAll(async () => {
  desk = await openWorkspace();
  projectId = await addProject(desk);
});
afterAll(async () => {
  await desk.core.close();
});

test('good files go in, bad ones of the same batch are refused by name and reason', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, '运维合同.docx'), contractDocx());
  writeFileSync(path.join(folder, '建设方案.pdf'), designPdf());
  writeFileSync(path.join(folder, '空.pdf'), '');
  writeFileSync(path.join(folder, '网页.docx'), '<!doctype html><html><body>合同</body></html>');
  writeFileSync(path.join(folder, '截断.docx'), contractDocx().subarray(0, 400));
  writeFileSync(path.join(folder, '复印.docx'), contractDocx());
  const files = await takeIn(desk, projectId, [{ kind: 'path', path: folder }]);
  const byName = new Map(files.map((file) => [path.basename(file.path), file]));
  expect(
    [...byName]
      .map(([name, file]) => [name, file.status, file.error?.code ?? null])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  ).toEqual([
    ['复印.docx', 'added', null],
    ['建设方案.pdf', 'added', null],
    ['截断.docx', 'refused', 'file-damaged'],
    ['空.pdf', 'refused', 'file-empty'],
    ['网页.docx', 'refused', 'file-mismatch'],
    ['运维合同.docx', 'duplicate', null],
  ]);
  expect(byName.get('空.pdf')?.error?.params).toMatchObject({ file: '空.pdf' });
  const [copy, pdf] = [byName.get('复印.docx'), byName.get('建设方案.pdf')];
  if (!copy || !pdf) throw new Error('the good files went in');
  [contract, design] = [copy, pdf];
  expect(design.warnings).toEqual([{ code: 'pages-without-text', count: 1, where: ['3'] }]);
  const documents = await desk.call('document.list', { projectId });
  expect(documents.map(({ title, type }) => [title, type])).toEqual([
    ['复印', null],
    ['建设方案', 'KY'],
  ]);
});

test('the same file name again is the next version, the same bytes are none', async () => {
  const [next] = await takeIn(desk, projectId, [
    bytesSource('复印.docx', contractDocx('另行约定。')),
  ]);
  expect(next).toMatchObject({ status: 'added', documentId: contract.documentId });
  const [again] = await takeIn(desk, projectId, [
    bytesSource('别名.docx', contractDocx('另行约定。')),
  ]);
  expect(again).toMatchObject({ status: 'duplicate', versionId: next?.versionId });
  const [document] = await desk.call('document.list', { projectId });
  expect(document?.versions.map((version) => version.number)).toEqual([1, 2]);
  await desk.call('history.undo', { commandId: desk.id() });
  const [after] = await desk.call('document.list', { projectId });
  expect(after?.versions.map((version) => version.number)).toEqual([1]);
});

test('a cancelled intake keeps what came in and says what did not', async () => {
  const jobId = desk.id();
  const before = (await desk.call('document.list', { projectId })).length;
  const sources = ['a', 'b', 'c'].map((name) =>
    desk.token(bytesSource(`${name}.docx`, contractDocx(name))),
  );
  const running = desk.call('document.intake', {
    commandId: desk.id(),
    jobId,
    projectId,
    sources,
    type: 'HT',
    supersedes: null,
  });
  expect(await desk.call('job.cancel', { jobId })).toEqual({ cancelled: true });
  const { files } = await running;
  expect(files.map((file) => file.error?.code)).toEqual(['cancelled', 'cancelled', 'cancelled']);
  expect(await desk.call('document.list', { projectId })).toHaveLength(before);
});

test('a used or invented token brings nothing in', async () => {
  const call = desk.call('document.intake', {
    commandId: desk.id(),
    jobId: desk.id(),
    projectId,
    sources: ['../../etc/passwd'],
    type: null,
    supersedes: null,
  });
  expect((await failureOf(call)).code).toBe('source-unknown');
});

test('bytes come back as they were handed in', () => {
  const file = desk.core.documentBytes(design.versionId ?? '');
  expect(Buffer.from(file.bytes).equals(Buffer.from(designPdf()))).toBe(true);
  expect(file.mediaType).toBe('application/pdf');
});
