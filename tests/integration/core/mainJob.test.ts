import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import type { Output } from '#shared/contract/contract.ts';
import { contractDocx, designPdf, quotes } from '../../fixtures/projectFiles.ts';
import {
  addProject,
  type DeskCore,
  failureOf,
  openDesk,
  openWorkspace,
  passphrase,
} from '../../helpers/deskCore.ts';
import { bytesSource, takeIn } from '../../helpers/takeIn.ts';

let desk: DeskCore;
let projectId: string;
let contract: IntakeLine;
let design: IntakeLine;

async function attach(
  itemId: string,
  versionId: string | null,
  quote: string,
): Promise<Output<'evidence.add'>> {
  const anchor = await desk.call('evidence.locate', { versionId: versionId ?? '', quote });
  return desk.call('evidence.add', {
    commandId: desk.id(),
    projectId,
    itemId,
    findingId: null,
    stance: 'contradicts',
    versionId: versionId ?? '',
    start: anchor.start,
    end: anchor.end,
    quote: anchor.quote,
  });
}

beforeAll(async () => {
  desk = await openWorkspace();
  projectId = await addProject(desk);
  const [docx, pdf] = await takeIn(desk, projectId, [
    bytesSource('运维合同.docx', contractDocx()),
    bytesSource('建设方案.pdf', designPdf()),
  ]);
  if (!docx || !pdf) throw new Error('both files go in');
  [contract, design] = [docx, pdf];
});
afterAll(async () => {
  await desk.core.close();
});

test('evidence keeps exact text, place, offsets and rectangles', async () => {
  const inPdf = await attach('csl-mlps-grading', design.versionId, quotes.grading);
  expect(inPdf.anchor.quote).toBe(quotes.grading);
  expect(inPdf.anchor.place.page).toBe(1);
  expect(inPdf.anchor.rects).toHaveLength(1);
  expect(inPdf.anchor.rects[0]).toMatchObject({ page: 1, x: 72 });
  const inDocx = await attach('csl-log-6months', contract.versionId, quotes.logs);
  expect(inDocx.anchor).toMatchObject({
    quote: quotes.logs,
    rects: [],
    place: { clause: '第一条', page: null },
  });
  const text = await desk.call('document.text', { versionId: contract.versionId ?? '' });
  const { start, end } = inDocx.anchor;
  expect(text.blocks[start.part]?.text.slice(start.offset, end.offset)).toBe(quotes.logs);
  const marks = await desk.call('review.marks', { projectId, versionId: contract.versionId ?? '' });
  expect(marks.map((mark) => [mark.itemId, mark.itemNumber])).toEqual([
    ['csl-log-6months', '1.06'],
  ]);
});

test('a quote that does not stand there is refused, and nothing is kept', async () => {
  const before = await desk.call('review.item', { projectId, itemId: 'csl-log-6months' });
  const [evidence] = before.evidence;
  if (!evidence) throw new Error('evidence was attached above');
  const { start, end, versionId } = evidence.anchor;
  const add = desk.call('evidence.add', {
    commandId: desk.id(),
    projectId,
    itemId: 'csl-log-6months',
    findingId: null,
    stance: 'supports',
    versionId,
    start,
    end,
    quote: quotes.logs.replace('九十日', '六个月'),
  });
  expect((await failureOf(add)).code).toBe('quote-moved');
  const nowhere = desk.call('evidence.locate', { versionId, quote: '保存期限为六个月' });
  expect((await failureOf(nowhere)).code).toBe('quote-not-found');
  const twice = desk.call('evidence.locate', { versionId, quote: '乙方' });
  expect((await failureOf(twice)).code).toBe('quote-ambiguous');
  expect(await desk.call('review.item', { projectId, itemId: 'csl-log-6months' })).toEqual(before);
});

test('evidence of one project takes neither a document nor a finding of another', async () => {
  const other = await addProject(desk);
  const anchor = await desk.call('evidence.locate', {
    versionId: contract.versionId ?? '',
    quote: quotes.drill,
  });
  const order = {
    itemId: 'csl-log-6months',
    findingId: null,
    stance: 'supports' as const,
    versionId: contract.versionId ?? '',
    start: anchor.start,
    end: anchor.end,
    quote: anchor.quote,
  };
  const add = (projectId: string, findingId: string | null) =>
    desk.call('evidence.add', { ...order, commandId: desk.id(), projectId, findingId });
  expect(await failureOf(add(other, null))).toMatchObject({
    code: 'not-found',
    params: { kind: 'version' },
  });
  const finding = await desk.call('finding.add', {
    commandId: desk.id(),
    projectId: other,
    itemId: order.itemId,
  });
  const refused = { code: 'not-found', params: { kind: 'finding' } };
  expect(await failureOf(add(projectId, finding.id))).toMatchObject(refused);
  const own = await add(projectId, null);
  const link = desk.call('evidence.update', {
    commandId: desk.id(),
    evidenceId: own.id,
    patch: { findingId: finding.id },
  });
  expect(await failureOf(link)).toMatchObject(refused);
  await desk.call('evidence.remove', { commandId: desk.id(), evidenceId: own.id });
  await desk.call('project.remove', { commandId: desk.id(), projectId: other });
});

test('a finding is prefilled from its item and numbers are never reused', async () => {
  const itemId = 'csl-log-6months';
  const item = await desk.call('library.item', { itemId });
  const first = await desk.call('finding.add', { commandId: desk.id(), projectId, itemId });
  expect(first).toMatchObject({
    number: 'F-001',
    severity: item.severity,
    problem: item.typicalFinding,
    recommendation: item.recommendation,
    clause: item.clause,
    by: '林若川',
  });
  expect(first.citations.length).toBeGreaterThan(0);
  await desk.call('finding.remove', { commandId: desk.id(), findingId: first.id });
  const second = await desk.call('finding.add', {
    commandId: desk.id(),
    projectId,
    itemId,
    fields: { problem: '合同第一条约定日志只保存九十日。', severity: '重大' },
  });
  expect(second).toMatchObject({ number: 'F-002', severity: '重大', clause: item.clause });
});

test('verdict and note are kept with name and time, and their history can be read', async () => {
  const itemId = 'csl-log-6months';
  const assess = (patch: { verdict?: 'met' | 'not-met'; note?: string }) =>
    desk.call('review.assess', { commandId: desk.id(), projectId, itemId, patch });
  await assess({ verdict: 'met' });
  await assess({ verdict: 'not-met' });
  expect(await assess({ note: '短于法定六个月' })).toMatchObject({
    verdict: 'not-met',
    by: '林若川',
  });
  const history = await desk.call('history.of', { projectId, itemId });
  const verdicts = history.flatMap((entry) =>
    entry.changes.filter((change) => change.field === 'verdict'),
  );
  expect(verdicts.map(({ from, to }) => [from, to])).toEqual([
    ['met', 'not-met'],
    [null, 'met'],
  ]);
  await desk.call('history.undo', { commandId: desk.id() });
  await desk.call('history.undo', { commandId: desk.id() });
  expect((await desk.call('review.item', { projectId, itemId })).assessment).toMatchObject({
    verdict: 'met',
    note: '',
  });
  await desk.call('history.redo', { commandId: desk.id() });
  await desk.call('history.redo', { commandId: desk.id() });
  expect((await desk.call('review.item', { projectId, itemId })).assessment).toMatchObject({
    verdict: 'not-met',
    note: '短于法定六个月',
  });
});

test('a retried command changes nothing and answers the same', async () => {
  const input = { commandId: desk.id(), projectId, itemId: 'csl-emergency-plan' };
  const first = await desk.call('finding.add', input);
  expect(await desk.call('finding.add', input)).toEqual(first);
  expect((await desk.call('finding.list', { projectId })).map((one) => one.number)).toEqual([
    'F-002',
    'F-003',
  ]);
  await desk.call('finding.remove', { commandId: desk.id(), findingId: first.id });
});

test('the conclusion and the firm are the lawyer’s own words, and stand in the memo', async () => {
  const conclusion = '建议按本意见修改后推进，修改后报复审。';
  await desk.call('memo.conclude', { commandId: desk.id(), projectId, conclusion });
  await desk.call('workspace.setPerson', {
    commandId: desk.id(),
    person: '林若川',
    firm: '示例律师事务所',
  });
  const { model } = await desk.call('memo.preview', { projectId });
  expect([model.conclusion, model.firm]).toEqual([conclusion, '示例律师事务所']);
  const memo = await desk.call('memo.write', {
    commandId: desk.id(),
    projectId,
    isDraft: true,
    acknowledged: [],
  });
  const xml = new TextDecoder().decode(
    unzipSync(desk.core.memoBytes(memo.id).bytes)['word/document.xml'],
  );
  expect(xml).toContain(conclusion);
  expect(xml).toContain('示例律师事务所');
  await desk.call('history.undo', { commandId: desk.id() });
  expect((await desk.call('memo.preview', { projectId })).model.conclusion).toBeUndefined();
});

test('a memo is issued with a number once its warnings were read, and never changes', async () => {
  const preview = await desk.call('memo.preview', { projectId });
  expect(preview.checks.filter((check) => check.level === 'error')).toEqual([]);
  const write = (
    isDraft: boolean,
    acknowledged: Output<'memo.preview'>['checks'][number]['code'][],
  ) => desk.call('memo.write', { commandId: desk.id(), projectId, isDraft, acknowledged });
  const draft = await write(true, []);
  expect(draft).toMatchObject({ number: null, isDraft: true });
  expect((await failureOf(write(false, []))).code).toBe('memo-blocked');
  const issued = await write(
    false,
    preview.checks.map((check) => check.code),
  );
  expect(issued.number).toBe('〔2026〕合规审字第001号');
  const { bytes } = desk.core.memoBytes(issued.id);
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
  for (const text of ['合同第一条约定日志只保存九十日。', quotes.logs, '〔2026〕合规审字第001号']) {
    expect(xml).toContain(text);
  }
  const [finding] = await desk.call('finding.list', { projectId });
  await desk.call('finding.update', {
    commandId: desk.id(),
    findingId: finding?.id ?? '',
    patch: { problem: '改写' },
  });
  expect(Buffer.from(desk.core.memoBytes(issued.id).bytes).equals(Buffer.from(bytes))).toBe(true);
  await desk.call('history.undo', { commandId: desk.id() });
});

test('a removed document keeps its evidence, which says so', async () => {
  await desk.call('document.remove', {
    commandId: desk.id(),
    documentId: contract.documentId ?? '',
  });
  const { evidence } = await desk.call('review.item', { projectId, itemId: 'csl-log-6months' });
  expect(evidence.map((one) => [one.anchor.quote, one.isDocumentRemoved])).toEqual([
    [quotes.logs, true],
  ]);
  await desk.call('history.undo', { commandId: desk.id() });
  const after = await desk.call('review.item', { projectId, itemId: 'csl-log-6months' });
  expect(after.evidence.map((one) => one.isDocumentRemoved)).toEqual([false]);
});

test('close, reopen: everything is there', async () => {
  const state = async (from: DeskCore) => ({
    projects: await from.call('project.list', {}),
    documents: await from.call('document.list', { projectId }),
    rows: await from.call('review.rows', { projectId }),
    findings: await from.call('finding.list', { projectId }),
    memos: await from.call('memo.list', { projectId }),
    text: await from.call('document.text', { versionId: design.versionId ?? '' }),
  });
  const before = await state(desk);
  await desk.core.close();
  desk = openDesk(desk.dir);
  await desk.call('workspace.unlock', { kind: 'passphrase', secret: passphrase });
  expect(await state(desk)).toEqual(before);
  expect(await desk.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
});

test('bad input is answered, never dropped', async () => {
  expect(await desk.core.call('no.such', {})).toEqual({
    ok: false,
    error: { code: 'unknown-channel', params: { channel: 'no.such' } },
  });
  expect(await desk.core.call('__proto__', {})).toMatchObject({
    ok: false,
    error: { code: 'unknown-channel' },
  });
  expect(await desk.core.call('project.show', { projectId: '' })).toMatchObject({
    ok: false,
    error: { code: 'bad-input' },
  });
  expect(await desk.core.call('project.show', { projectId: 'x', extra: 1 })).toMatchObject({
    ok: false,
    error: { code: 'bad-input' },
  });
});
