import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import { newExtractor } from '../../bench/corpus.ts';
import { encodeGbk } from '../../fixtures/encodeGbk.ts';
import { makeZip } from '../../fixtures/makeZip.ts';
import { bundle, bundleClause } from '../../fixtures/projectBundle.ts';
import { addProject, type DeskCore, openWorkspace } from '../../helpers/deskCore.ts';
import { bytesSource, takeIn } from '../../helpers/takeIn.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const expected = bundle.map(([name, , outcome]) => `${name}: ${outcome}`).sort();
const parts = ['第一批', '附件'];

/** Files by name with the kind they were read as, or the reason why they were not. */
async function outcomes(desk: DeskCore, files: readonly IntakeLine[], projectId: string) {
  const documents = await desk.call('document.list', { projectId });
  const kinds = new Map(documents.flatMap(({ versions }) => versions.map((v) => [v.id, v.kind])));
  return files
    .map(({ path: at, error, versionId }) => {
      const outcome = error?.code ?? kinds.get(versionId ?? '') ?? 'nothing';
      return `${path.posix.basename(at)}: ${outcome}`;
    })
    .sort();
}

describe('a bundle of every format', () => {
  let desk: DeskCore;
  beforeAll(async () => {
    desk = await openWorkspace();
  });
  afterAll(() => desk.core.close());

  test('in a zip with folders and names in GBK is read, and what is not says why', async () => {
    const projectId = await addProject(desk);
    const members = bundle.map(([name, content], i) => ({
      name: encodeGbk([...parts.slice(0, i % 3), name].join('/')),
      content,
      isUtf8: false,
    }));
    const bytes = makeZip(members);
    const files = await takeIn(desk, projectId, [bytesSource('送审材料.zip', bytes)]);
    expect(await outcomes(desk, files, projectId)).toEqual(expected);
    expect(files.find((file) => file.path.endsWith('合同.wps'))?.path).toBe(
      '送审材料.zip/第一批/合同.wps',
    );
    expect(files.find((file) => file.path.endsWith('老合同.doc'))?.error).toEqual({
      code: 'file-unsupported',
      params: { file: '老合同.doc', kind: 'Word 6/95' },
    });
  });

  test('in a folder is read, and every quote is found at its place', async () => {
    const projectId = await addProject(desk);
    const folder = temporaryFolder();
    bundle.forEach(([name, content], i) => {
      const below = path.join(folder, ...parts.slice(0, i % 3));
      mkdirSync(below, { recursive: true });
      writeFileSync(path.join(below, name), content);
    });
    const files = await takeIn(desk, projectId, [{ kind: 'path', path: folder }]);
    expect(await outcomes(desk, files, projectId)).toEqual(expected);
    const quotes: unknown[] = [];
    for (const file of files) {
      if (file.versionId === null) continue;
      const anchor = await desk.call('evidence.locate', {
        versionId: file.versionId,
        quote: bundleClause,
      });
      const text = await desk.call('document.text', { versionId: file.versionId });
      const block = text.blocks[anchor.start.part];
      quotes.push(block?.text.slice(anchor.start.offset, anchor.end.offset));
      const page = text.kind === 'ofd' ? 1 : null;
      expect([anchor.place.blockPath, anchor.place.page]).toEqual([block?.path, page]);
    }
    expect(quotes).toEqual(Array.from({ length: 9 }, () => bundleClause));
  });

  test('says of a file that is not what its name says what it is, and leaves its bytes alone', async () => {
    const projectId = await addProject(desk);
    const [name = '', bytes = new Uint8Array()] = bundle[3] ?? [];
    const files = await takeIn(desk, projectId, [bytesSource(name, bytes)]);
    expect(files.map((file) => file.warnings)).toEqual([
      [{ code: 'other-format-inside', count: 1, where: ['RTF'] }],
    ]);
    const [document] = await desk.call('document.list', { projectId });
    expect([document?.title, document?.versions[0]?.kind]).toEqual(['旧系统导出', 'rtf']);
    const kept = desk.core.documentBytes(files[0]?.versionId ?? '');
    expect([kept.fileName, kept.mediaType, Buffer.from(kept.bytes).equals(bytes)]).toEqual([
      name,
      'application/rtf',
      true,
    ]);
  });
});

test('the worker reads every format and answers as the readers do', async () => {
  const extractor = newExtractor();
  try {
    for (const [, bytes, outcome] of bundle.slice(0, 9)) {
      const kind = outcome as 'doc' | 'wps' | 'rtf' | 'txt' | 'md' | 'html' | 'xlsx' | 'ofd'; // the first nine are read
      const extraction = await extractor.extract(bytes, kind);
      expect(extraction.kind).toBe(kind);
      expect(
        'blocks' in extraction && extraction.blocks.some(({ text }) => text.includes(bundleClause)),
      ).toBe(true);
    }
  } finally {
    await extractor.close();
  }
});
