import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDocx, paragraph } from '../../fixtures/makeDocx.ts';
import { makePdf } from '../../fixtures/makePdf.ts';
import { addProject, type DeskCore, openWorkspace } from '../../helpers/deskCore.ts';

/** Long enough that everything small behind it is read first. */
const long = (text: string) =>
  makePdf({ pages: Array.from({ length: 120 }, (_, i) => [{ text: `${text}${i}`, y: 700 }]) });
const short = (text: string) => makeDocx({ body: paragraph(text) });

describe('files that are handed in together', () => {
  let desk: DeskCore;
  let projectId = '';
  beforeAll(async () => {
    desk = await openWorkspace();
    projectId = await addProject(desk);
  });
  afterAll(() => desk.core.close());

  const takeIn = (files: readonly (readonly [name: string, bytes: Uint8Array])[], jobId: string) =>
    desk.call('document.intake', {
      commandId: desk.id(),
      jobId,
      projectId,
      sources: files.map(([name, bytes]) => desk.token({ kind: 'bytes', name, bytes })),
      type: null,
      supersedes: null,
    });

  test('come in in their order, and the same content once, whichever is read first', async () => {
    const { files } = await takeIn(
      [
        ['一.pdf', long('甲')],
        ['二.docx', short('乙')],
        ['三.docx', short('乙')],
        ['四.docx', short('丙')],
        ['五.docx', new TextEncoder().encode('damaged')],
        ['六.docx', short('丁')],
      ],
      desk.id(),
    );
    expect(files.map(({ path, status }) => [path, status])).toEqual([
      ['一.pdf', 'added'],
      ['二.docx', 'added'],
      ['三.docx', 'duplicate'],
      ['四.docx', 'added'],
      ['五.docx', 'refused'],
      ['六.docx', 'added'],
    ]);
    expect(files[2]?.versionId).toBe(files[1]?.versionId);
    const documents = await desk.call('document.list', { projectId });
    expect(documents.map((document) => document.title)).toEqual(['一', '二', '四', '六']);
  });

  test('stop at a cancel: what is in stays, and every other says that it was cancelled', async () => {
    const before = (await desk.call('document.list', { projectId })).length;
    const jobId = desk.id();
    desk.events.length = 0;
    const taking = takeIn(
      [
        ['甲.docx', short('先到')],
        ...['乙', '丙', '丁', '戊'].map((name) => [`${name}.pdf`, long(name)] as const),
      ],
      jobId,
    );
    while (!desk.events.some((event) => event.type === 'data.changed'))
      await new Promise((resolve) => setImmediate(resolve));
    expect(await desk.call('job.cancel', { jobId })).toEqual({ cancelled: true });
    const { files } = await taking;
    expect(files.map(({ path, error }) => [path, error?.code])).toEqual([
      ['甲.docx', undefined],
      ['乙.pdf', 'cancelled'],
      ['丙.pdf', 'cancelled'],
      ['丁.pdf', 'cancelled'],
      ['戊.pdf', 'cancelled'],
    ]);
    expect(await desk.call('document.list', { projectId })).toHaveLength(before + 1);
  });
});
