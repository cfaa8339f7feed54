import path from 'node:path';
import { beforeEach, afterEach, describe, expect, test } from 'vitest';
import type { Output } from '#shared/contract/contract.ts';
import { readerName } from '#shared/domain/text/readerVersions.ts';
import { openDatabase } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import { TextTable } from '../../../electron/core/repo/textTable.ts';
import { contractDocx, designPdf, quotes } from '../../fixtures/projectFiles.ts';
import { addProject, type DeskCore, openDesk } from '../../helpers/deskCore.ts';
import { jsonOf, runCli } from '../../helpers/cli.ts';
import { asOlderReader, keptText, leaveByOlderReader, misread } from '../../helpers/olderReader.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { exportFrom, importOn, openPerson, trustEachOther } from '../../helpers/twoDesks.ts';

const itemId = 'csl-mlps-grading';

interface Taken {
  readonly projectId: string;
  readonly contract: { readonly versionId: string; readonly sha256: string };
  readonly design: { readonly versionId: string; readonly sha256: string };
}

async function takeIn(desk: DeskCore): Promise<Taken> {
  const projectId = await addProject(desk);
  await desk.call('document.intake', {
    commandId: desk.id(),
    jobId: desk.id(),
    projectId,
    sources: [
      desk.token({ kind: 'bytes', name: '合同.docx', bytes: contractDocx() }),
      desk.token({ kind: 'bytes', name: '方案.pdf', bytes: designPdf() }),
    ],
    type: null,
    supersedes: null,
  });
  const documents = await desk.call('document.list', { projectId });
  const of = (title: string) => {
    const version = documents.find((one) => one.title === title)?.versions[0];
    return { versionId: version?.id ?? '', sha256: version?.sha256 ?? '' };
  };
  return { projectId, contract: of('合同'), design: of('方案') };
}

async function quoteAsEvidence(desk: DeskCore, taken: Taken, quote: string): Promise<string> {
  const { versionId } = taken.contract;
  const { start, end, quote: exact } = await desk.call('evidence.locate', { versionId, quote });
  const evidence = await desk.call('evidence.add', {
    commandId: desk.id(),
    projectId: taken.projectId,
    itemId,
    findingId: null,
    stance: 'contradicts',
    versionId,
    start,
    end,
    quote: exact,
  });
  return evidence.id;
}

const evidenceOf = async (desk: DeskCore, { projectId }: Taken) =>
  (await desk.call('review.item', { projectId, itemId })).evidence;
const preview = (desk: DeskCore, { projectId }: Taken, versionIds: string[] | null = null) =>
  desk.call('document.rereadPreview', { jobId: desk.id(), projectId, versionIds });
const replace = (
  desk: DeskCore,
  { projectId }: Taken,
  texts: Output<'document.rereadPreview'>['texts'],
) =>
  desk.call('document.reread', {
    jobId: desk.id(),
    projectId,
    texts: texts.map(({ versionId, seal }) => ({ versionId, seal: seal ?? '' })),
  });
const blocksOf = async (desk: DeskCore, versionId: string) =>
  (await desk.call('document.text', { versionId })).blocks.map((block) => block.text);

describe('a text that an older reader gave', () => {
  let desk: DeskCore;
  let taken: Taken;
  let ids: string[];

  beforeEach(async () => {
    desk = await openPerson('林若川');
    taken = await takeIn(desk);
    leaveByOlderReader(desk.dir, taken.contract.sha256, asOlderReader);
    ids = [];
    for (const quote of [quotes.logs, quotes.drill, misread])
      ids.push(await quoteAsEvidence(desk, taken, quote));
  });
  afterEach(() => desk.core.close());

  test('stands as it was read, and is named', async () => {
    expect(await desk.call('document.older', { projectId: taken.projectId })).toMatchObject([
      { versionId: taken.contract.versionId, versionNumber: 1, title: '合同' },
    ]);
    expect(await blocksOf(desk, taken.contract.versionId)).toContain('第 1 页');
    const documents = await desk.call('document.list', { projectId: taken.projectId });
    const [figures] = documents.find((one) => one.title === '合同')?.versions ?? [];
    const text = await blocksOf(desk, taken.contract.versionId);
    expect(figures?.characters).toBe(text.join('').length);
  });

  test('is compared first, and nothing changes by that', async () => {
    const before = keptText(desk.dir, taken.contract.sha256);
    const { texts } = await preview(desk, taken);
    expect(texts).toMatchObject([{ title: '合同', state: 'compared', changedParts: 2 }]);
    expect(texts[0]?.quotes.map(({ evidenceId, state }) => [evidenceId, state])).toEqual([
      [ids[0], 'same'],
      [ids[1], 'moved'],
      [ids[2], 'lost'],
    ]);
    expect(keptText(desk.dir, taken.contract.sha256)).toEqual(before);
    expect((await evidenceOf(desk, taken)).map((one) => one.reading)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('is replaced: quotes stand at their passage, and what is not found keeps its words and says so', async () => {
    const before = await evidenceOf(desk, taken);
    const { texts } = await preview(desk, taken);
    expect((await replace(desk, taken, texts)).texts.map((line) => line.state)).toEqual([
      'replaced',
    ]);
    const after = await evidenceOf(desk, taken);
    expect(after.map(({ reading, anchor }) => [reading, anchor.quote, anchor.start.part])).toEqual([
      [undefined, quotes.logs, 1],
      ['moved', quotes.drill, 2],
      ['lost', misread, 4],
    ]);
    expect(after[2]?.anchor).toEqual(before[2]?.anchor);
    expect(await desk.call('document.older', { projectId: taken.projectId })).toEqual([]);
    expect(await blocksOf(desk, taken.contract.versionId)).not.toContain('第 1 页');
    const marks = await desk.call('review.marks', {
      projectId: taken.projectId,
      versionId: taken.contract.versionId,
    });
    expect(marks.map((mark) => mark.isLost)).toEqual([undefined, undefined, true]);
  });

  test('changes no record: history and what is handed on are as they were', async () => {
    const history = await desk.call('history.of', { projectId: taken.projectId, itemId });
    const { texts } = await preview(desk, taken);
    await replace(desk, taken, texts);
    expect(await desk.call('history.of', { projectId: taken.projectId, itemId })).toEqual(history);
    expect(await desk.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
  });

  test('leaves issued memos alone, and a new one names what is not found', async () => {
    const finding = await desk.call('finding.add', {
      commandId: desk.id(),
      projectId: taken.projectId,
      itemId,
      fields: { severity: '较大', problem: '价款表述有误' },
    });
    const [, , lostId] = ids;
    await desk.call('evidence.update', {
      commandId: desk.id(),
      evidenceId: lostId ?? '',
      patch: { findingId: finding.id },
    });
    const write = () =>
      desk.call('memo.write', {
        commandId: desk.id(),
        projectId: taken.projectId,
        isDraft: true,
        acknowledged: [],
      });
    const issued = await write();
    const bytes = Buffer.from(desk.core.memoBytes(issued.id).bytes);
    const { texts } = await preview(desk, taken);
    await replace(desk, taken, texts);
    expect(Buffer.from(desk.core.memoBytes(issued.id).bytes).equals(bytes)).toBe(true);
    const { model, checks } = await desk.call('memo.preview', { projectId: taken.projectId });
    expect(checks.find((check) => check.code === 'finding-quote-lost')?.itemIds).toEqual([itemId]);
    expect(model.findings.flatMap((one) => one.quotes.map((quote) => quote.isLost))).toEqual([
      true,
    ]);
  });

  test('is not replaced by what the preview did not show', async () => {
    const { texts } = await preview(desk, taken);
    await quoteAsEvidence(desk, taken, '合同总价');
    const { texts: done } = await replace(desk, taken, texts);
    expect(done.map((line) => line.state)).toEqual(['outdated']);
    expect(await blocksOf(desk, taken.contract.versionId)).toContain('第 1 页');
  });

  test('is the old one or the new one where the replacing breaks off', async () => {
    const db = openDatabase(path.join(desk.dir, 'records.db'), recordsKind, null);
    db.exec(`CREATE TRIGGER broken BEFORE INSERT ON text_part WHEN NEW.number = 2
      BEGIN SELECT RAISE(ABORT, 'the power went'); END`);
    db.close();
    const before = keptText(desk.dir, taken.contract.sha256);
    const { texts } = await preview(desk, taken);
    await expect(replace(desk, taken, texts)).rejects.toThrow();
    expect(keptText(desk.dir, taken.contract.sha256)).toEqual(before);
  });

  test('stands when the reading is cancelled', async () => {
    const before = keptText(desk.dir, taken.contract.sha256);
    const jobId = desk.id();
    const asked = desk.call('document.rereadPreview', {
      jobId,
      projectId: taken.projectId,
      versionIds: null,
    });
    await desk.call('job.cancel', { jobId });
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    expect(keptText(desk.dir, taken.contract.sha256)).toEqual(before);
  });

  test('is read again by the command line', async () => {
    const project = ['--workspace', desk.dir, '--json', 'document', 'reread', taken.projectId];
    await desk.core.close();
    const listed = jsonOf<{ documents: object[] }>(await runCli(project));
    expect(listed.documents).toMatchObject([{ versionId: taken.contract.versionId }]);
    const compared = await runCli([...project, '--all', '--preview']);
    expect(compared.exitCode).toBe(1);
    const run = await runCli([...project, taken.contract.versionId]);
    expect(run.exitCode).toBe(1);
    expect(jsonOf<{ documents: object[] }>(run).documents).toMatchObject([
      {
        title: '合同',
        state: 'replaced',
        quotes: [{ state: 'same' }, { state: 'moved' }, { state: 'lost' }],
      },
    ]);
    expect(jsonOf<{ documents: object[] }>(await runCli(project)).documents).toEqual([]);
    desk = openDesk(desk.dir);
  });
});

test('texts of older workspaces stand, and count what becomes of them', () => {
  const file = path.join(temporaryFolder(), 'records.db');
  const before = { ...recordsKind, migrations: recordsKind.migrations.slice(0, 7) };
  const old = openDatabase(file, before, null);
  old
    .prepare(
      `INSERT INTO extraction (sha256, extractor, kind, characters, warnings, meta)
       VALUES ('ab', 'text-1', 'txt', 3, '[]', '{}')`,
    )
    .run();
  old.close();
  const db = openDatabase(file, recordsKind, null);
  const texts = new TextTable(db);
  const revision = () => db.prepare('SELECT extractor, revision FROM extraction').get();
  expect([texts.isOlder('ab'), revision()]).toEqual([true, { extractor: 'text-1', revision: 0 }]);
  texts.put('ab', { kind: 'txt', blocks: [], characters: 0, warnings: [], meta: {} });
  expect([texts.isOlder('ab'), revision()]).toEqual([
    false,
    { extractor: readerName('txt'), revision: 1 },
  ]);
  db.close();
});

test('a page that was recognised keeps that unless its own text can be read by now', async () => {
  const desk = await openPerson('林若川');
  const taken = await takeIn(desk);
  const { sha256, versionId } = taken.design;
  leaveByOlderReader(desk.dir, sha256, (extraction) => {
    if (extraction.kind !== 'pdf') return extraction;
    // The older reader could not make out the second page; the third is a scan for either.
    const pages = extraction.pages.map((page) =>
      page.number === 2 ? { ...page, text: '', runs: [], flags: ['unusable-text' as const] } : page,
    );
    return { ...extraction, pages };
  });
  const db = openDatabase(path.join(desk.dir, 'records.db'), recordsKind, null);
  const put = db.prepare(`INSERT INTO recognised_page
    (sha256, page, was, text, runs, confidence, engine, model, model_sha256, recognised_at, is_due)
    VALUES (?, ?, ?, ?, '[]', 90, 'e', 'm', 'cd', '2026-11-23T02:00:00Z', 0)`);
  put.run(sha256, 2, 'unusable-text', '平台部署于政务云');
  put.run(sha256, 3, 'no-text', '盖章页');
  db.close();
  const { texts } = await preview(desk, taken);
  await replace(desk, taken, texts);
  const { pages } = await desk.call('document.text', { versionId });
  expect(pages.map((page) => [page.text.includes('政务云'), page.text, page.flags])).toMatchObject([
    [false, expect.stringContaining('智慧停车'), []],
    [true, expect.stringContaining(quotes.cloud), []],
    [false, '盖章页', ['recognised']],
  ]);
  await desk.core.close();
});

test('two desks with different readers each find the quote in their own text', async () => {
  const a = await openPerson('林若川');
  const b = await openPerson('周以宁');
  const taken = await takeIn(a);
  leaveByOlderReader(a.dir, taken.contract.sha256, asOlderReader);
  await quoteAsEvidence(a, taken, quotes.drill);
  await quoteAsEvidence(a, taken, misread);
  await trustEachOther(a, b);
  const { bytes } = await exportFrom(a, { to: ['周以宁'] });
  await importOn(b, bytes);
  const seen = async (desk: DeskCore) =>
    (await evidenceOf(desk, taken)).map(({ reading, anchor }) => [
      reading,
      anchor.quote,
      anchor.start.part,
    ]);
  expect(await seen(a)).toEqual([
    [undefined, quotes.drill, 3],
    [undefined, misread, 4],
  ]);
  expect(await seen(b)).toEqual([
    ['moved', quotes.drill, 2],
    ['lost', misread, 4],
  ]);
  await a.core.close();
  await b.core.close();
});
