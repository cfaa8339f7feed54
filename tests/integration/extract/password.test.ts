import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePdf } from '../../fixtures/makePdf.ts';
import { addProject, type DeskCore, openWorkspace } from '../../helpers/deskCore.ts';

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
