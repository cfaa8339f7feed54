import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { workspaceFolder } from '../../../electron/core/db/folder.ts';
import { lockPackage } from '../../fixtures/lockPackage.ts';
import { lockWord } from '../../fixtures/lockWord.ts';
import { makeDocx, paragraph } from '../../fixtures/makeDocx.ts';
import { makePdf } from '../../fixtures/makePdf.ts';
import { makeXlsx, rows } from '../../fixtures/makeXlsx.ts';
import { addProject, type DeskCore, openDesk, openWorkspace } from '../../helpers/deskCore.ts';

const workbook = (text: string) => {
  const row = `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;
  return makeXlsx({ sheets: [{ name: '清单', content: rows(row) }] });
};
const locked = (text: string) => makePdf({ pages: [[{ text, y: 700 }]], password: 'Ningbo-2026' });

describe('an encrypted PDF that is handed in', () => {
  let desk: DeskCore;
  let projectId = '';
  beforeAll(async () => {
    desk = await openWorkspace();
    projectId = await addProject(desk);
  });
  afterAll(() => desk.core.close());

  const takeIn = (text: string, passwords?: string[]) =>
    desk.call('document.intake', {
      commandId: desk.id(),
      jobId: desk.id(),
      projectId,
      sources: [desk.token({ kind: 'bytes', name: `${text}.pdf`, bytes: locked(text) })],
      type: null,
      supersedes: null,
      ...(passwords && { passwords }),
    });
  const retry = (token: string, password: string) =>
    desk.call('document.retry', { commandId: desk.id(), jobId: desk.id(), token, password });

  test('waits for its password, and the reader on screen gets it', async () => {
    const { files } = await takeIn('附件一');
    expect(files[0]).toMatchObject({ status: 'refused', error: { code: 'file-encrypted' } });
    const wrong = await retry(files[0]?.retry ?? '', 'ningbo-2026');
    expect(wrong.files[0]).toMatchObject({ status: 'refused', error: { code: 'wrong-password' } });
    const [line] = (await retry(wrong.files[0]?.retry ?? '', 'Ningbo-2026')).files;
    expect(line).toMatchObject({ path: '附件一.pdf', status: 'added', pages: 1, error: null });
    const versionId = line?.versionId ?? '';
    expect(await desk.call('document.password', { versionId })).toEqual({
      password: 'Ningbo-2026',
    });
    const text = await desk.call('document.text', { versionId });
    expect(text.pages.map((page) => page.text)).toEqual(['附件一']);
    expect(JSON.stringify(text)).not.toContain('Ningbo');
  });

  test('is taken in at once with the right password among those given', async () => {
    const { files } = await takeIn('附件二', ['wrong', 'Ningbo-2026']);
    expect(files[0]).toMatchObject({ status: 'added', error: null });
  });

  test('waits on when the reading with its password is cancelled', async () => {
    const { files } = await takeIn('附件三');
    const token = files[0]?.retry ?? '';
    const jobId = desk.id();
    const order = { commandId: desk.id(), jobId, token, password: 'Ningbo-2026' };
    const reading = desk.call('document.retry', order);
    await desk.call('job.cancel', { jobId });
    const [cancelled] = (await reading).files;
    expect(cancelled).toMatchObject({ status: 'refused', error: { code: 'cancelled' } });
    const [line] = (await retry(cancelled?.retry ?? '', 'Ningbo-2026')).files;
    expect(line).toMatchObject({ path: '附件三.pdf', status: 'added' });
  });

  test('is not kept for a token that is unknown or was used', async () => {
    await expect(retry('no-such-token', 'x')).rejects.toMatchObject({ code: 'source-unknown' });
  });
});

describe('a DOCX or XLSX with a password', () => {
  let desk: DeskCore;
  let projectId = '';
  beforeAll(async () => {
    desk = await openWorkspace();
    projectId = await addProject(desk);
  });
  afterAll(() => desk.core.close());

  const takeIn = async (name: string, bytes: Uint8Array, passwords?: string[]) => {
    const { files } = await desk.call('document.intake', {
      commandId: desk.id(),
      jobId: desk.id(),
      projectId,
      sources: [desk.token({ kind: 'bytes', name, bytes })],
      type: null,
      supersedes: null,
      ...(passwords && { passwords }),
    });
    return files[0];
  };
  const textOf = async (versionId: string | null | undefined) => {
    const { blocks } = await desk.call('document.text', { versionId: versionId ?? '' });
    return blocks.map((block) => block.text);
  };
  const retry = async (token: string, password: string) =>
    (await desk.call('document.retry', { commandId: desk.id(), jobId: desk.id(), token, password }))
      .files[0];

  test.each([
    ['合同.docx', 'agile'],
    ['旧合同.docx', 'standard'],
  ] as const)('waits for its password, is read with it, and keeps it: %s', async (name, scheme) => {
    const docx = makeDocx({ body: paragraph(`正文 ${scheme}`) });
    const line = await takeIn(name, lockPackage(docx, '云溪-2026', scheme));
    expect(line).toMatchObject({ status: 'refused', error: { code: 'file-encrypted' } });
    const wrong = await retry(line?.retry ?? '', '云溪-2025');
    expect(wrong).toMatchObject({ status: 'refused', error: { code: 'wrong-password' } });
    const added = await retry(wrong?.retry ?? '', '云溪-2026');
    expect(added).toMatchObject({ path: name, status: 'added', error: null });
    expect(await textOf(added?.versionId)).toEqual([`正文 ${scheme}`]);
    expect(await desk.call('document.password', { versionId: added?.versionId ?? '' })).toEqual({
      password: '云溪-2026',
    });
  });

  test.each(['合同.doc', '合同.wps'])(
    'is asked for, tried and kept for an old one too: %s',
    async (name) => {
      const scheme = name.endsWith('.wps') ? 'rc4' : 'cryptoapi-128';
      const line = await takeIn(name, lockWord({ body: [{ text: name }] }, '云溪-2026', scheme));
      expect(line).toMatchObject({ status: 'refused', error: { code: 'file-encrypted' } });
      const wrong = await retry(line?.retry ?? '', '云溪-2025');
      expect(wrong).toMatchObject({ status: 'refused', error: { code: 'wrong-password' } });
      const added = await retry(wrong?.retry ?? '', '云溪-2026');
      expect(await textOf(added?.versionId)).toEqual([name]);
      const { texts } = await desk.call('document.rereadPreview', {
        jobId: desk.id(),
        projectId,
        versionIds: [added?.versionId ?? ''],
      });
      expect(texts).toMatchObject([{ state: 'compared', changedParts: 0 }]);
    },
  );

  test('is taken in at once with its password among those given; the bytes kept are those handed in', async () => {
    const xlsx = workbook('总价');
    const bytes = lockPackage(xlsx, '云溪-2026');
    const line = await takeIn('报价.xlsx', bytes, ['不对', '云溪-2026']);
    expect(line).toMatchObject({ status: 'added' });
    expect(await textOf(line?.versionId)).toEqual(['清单', '总价']);
    const kept = desk.core.documentBytes(line?.versionId ?? '');
    expect(Buffer.from(kept.bytes)).toEqual(Buffer.from(bytes));
  });

  test('opens without asking where Office does not ask', async () => {
    const xlsx = workbook('只读');
    const line = await takeIn('清单.xlsx', lockPackage(xlsx, 'VelvetSweatshop'));
    expect(line).toMatchObject({ status: 'added' });
    expect(await textOf(line?.versionId)).toEqual(['清单', '只读']);
  });

  test('is not asked for the password of an archive’s member, which opens nothing here', async () => {
    const bytes = makeDocx({ body: paragraph('正文') });
    const locked = Buffer.from(bytes);
    // The flag of every member in the directory: encrypted.
    for (let at = locked.indexOf('PK\x01\x02'); at >= 0; at = locked.indexOf('PK\x01\x02', at + 1))
      locked[at + 8] = (locked[at + 8] ?? 0) | 1;
    const line = await takeIn('锁.docx', locked);
    expect(line).toMatchObject({ status: 'refused', error: { code: 'file-encrypted' } });
    expect(line?.retry).toBeUndefined();
  });
});

test('a text that must be read again is read with the password that was kept', async () => {
  const first = openDesk();
  await first.call('workspace.create', { name: '测试库', person: '林若川', passphrase: null });
  const projectId = await addProject(first);
  const { files } = await first.call('document.intake', {
    commandId: first.id(),
    jobId: first.id(),
    projectId,
    sources: [
      first.token({
        kind: 'bytes',
        name: '合同.docx',
        bytes: lockPackage(makeDocx({ body: paragraph('重读') }), '云溪-2026', 'standard'),
      }),
    ],
    type: null,
    supersedes: null,
    passwords: ['云溪-2026'],
  });
  await first.core.close();
  // As a newer reader finds it: kept, but not read by this version.
  const records = new Database(workspaceFolder(first.dir).records);
  records.exec('DELETE FROM text_part; DELETE FROM extraction');
  records.close();

  const again = openDesk(first.dir, { recognisesInBackground: true });
  const versionId = files[0]?.versionId ?? '';
  await expect(again.call('document.text', { versionId })).rejects.toThrow();
  await vi.waitFor(
    async () => {
      const { blocks } = await again.call('document.text', { versionId });
      expect(blocks.map((block) => block.text)).toEqual(['重读']);
    },
    { timeout: 30_000, interval: 100 },
  );
  await again.core.close();
});
