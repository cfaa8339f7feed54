import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { expandSource } from '../../../electron/core/intake/sources.ts';
import type { Source } from '../../../electron/core/ports.ts';
import { makeDocx, paragraph } from '../../fixtures/makeDocx.ts';
import { makeZip } from '../../fixtures/makeZip.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sources-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Every entry as `[path, name, content or error code]`, paths relative to the folder of the test. */
async function expand(source: Source): Promise<[string, string, string][]> {
  const rows: [string, string, string][] = [];
  for await (const entry of expandSource(source)) {
    const outcome = await entry.read().then(
      (bytes) => Buffer.from(bytes).toString(),
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );
    rows.push([entry.path.replace(folder, '.'), entry.name, outcome]);
  }
  return rows;
}
const atPath = (name = ''): Source => ({ kind: 'path', path: path.join(folder, name) });
const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};
const gbk = (name: string) => {
  const table: Readonly<Record<string, number[]>> = { 合: [0xba, 0xcf], 同: [0xcd, 0xac] };
  return new Uint8Array(Array.from(name).flatMap((char) => table[char] ?? [char.charCodeAt(0)]));
};

describe('a path', () => {
  test('to a file gives the file; to nothing, the reason', async () => {
    put('合同.pdf', '甲');
    expect(await expand(atPath('合同.pdf'))).toEqual([['./合同.pdf', '合同.pdf', '甲']]);
    expect(await expand(atPath('无.pdf'))).toEqual([['./无.pdf', '无.pdf', 'file-not-found']]);
  });

  test('to a folder gives all below it in order of name, without what systems leave there', async () => {
    for (const name of [
      '附件10.pdf',
      '附件2.pdf',
      '子/合同.docx',
      '.DS_Store',
      'Thumbs.db',
      '~$同.docx',
      '子/._a.pdf',
    ])
      put(name, name);
    expect((await expand(atPath())).map(([file]) => file).sort()).toEqual(
      ['./子/合同.docx', './附件10.pdf', './附件2.pdf'].sort(),
    );
    const order = (await expand(atPath())).map(([, name]) => name);
    expect(order.indexOf('附件2.pdf')).toBeLessThan(order.indexOf('附件10.pdf'));
  });

  test('does not follow links out of the folder, nor links to folders', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'outside-'));
    writeFileSync(path.join(outside, '密.pdf'), '外');
    put('a/甲.pdf', '内');
    symlinkSync(path.join(outside, '密.pdf'), path.join(folder, 'out.pdf'));
    symlinkSync(outside, path.join(folder, 'outdir'));
    symlinkSync(folder, path.join(folder, 'circle'));
    symlinkSync(path.join(folder, 'a/甲.pdf'), path.join(folder, 'in.pdf'));
    symlinkSync(path.join(folder, 'gone.pdf'), path.join(folder, 'broken.pdf'));
    const rows = await expand(atPath());
    rmSync(outside, { recursive: true });
    expect(rows).toEqual([
      ['./a/甲.pdf', '甲.pdf', '内'],
      ['./broken.pdf', 'broken.pdf', 'file-not-found'],
      ['./circle', 'circle', 'file-link'],
      ['./in.pdf', 'in.pdf', '内'],
      ['./out.pdf', 'out.pdf', 'file-link'],
      ['./outdir', 'outdir', 'file-link'],
    ]);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    // Root may read everything, and Windows knows no such permission.
    'to a file without permission says so and goes on',
    async () => {
      put('a.pdf', '甲');
      put('b.pdf', '乙');
      chmodSync(path.join(folder, 'a.pdf'), 0);
      expect((await expand(atPath())).map(([, , outcome]) => outcome)).toEqual([
        'file-unreadable',
        '乙',
      ]);
    },
  );
});

describe('an archive', () => {
  const inner = makeZip([
    { name: '内.pdf', content: '内' },
    { name: '更深.zip', content: makeZip([{ name: 'x.pdf', content: 'x' }]) },
  ]);

  test('gives its members, names in UTF-8 or GBK, archives in it one level deep', async () => {
    const bytes = makeZip([
      { name: '资料/', content: '' },
      { name: '资料/甲.pdf', content: '甲' },
      { name: gbk('合同.pdf'), content: '乙', isUtf8: false },
      { name: '__MACOSX/._甲.pdf', content: 'x' },
      { name: '包.zip', content: inner },
    ]);
    const rows = await expand({ kind: 'bytes', name: '送审.zip', bytes });
    expect(rows.map(([file, name]) => [file, name])).toEqual([
      ['送审.zip/资料/甲.pdf', '甲.pdf'],
      ['送审.zip/合同.pdf', '合同.pdf'],
      ['送审.zip/包.zip/内.pdf', '内.pdf'],
      ['送审.zip/包.zip/更深.zip', '更深.zip'],
    ]);
    put('送审.zip', bytes);
    expect((await expand(atPath())).map(([file]) => file)).toEqual(
      rows.map(([file]) => `./${file}`),
    );
  });

  test('never names a place outside itself', async () => {
    const bytes = makeZip([
      { name: '../../etc/passwd', content: 'a' },
      { name: 'C:\\Windows\\a.pdf', content: 'b' },
      { name: '/abs/c.pdf', content: 'c' },
      { name: 'link.pdf', content: '/etc/passwd', isLink: true },
    ]);
    expect(await expand({ kind: 'bytes', name: 'a.zip', bytes })).toEqual([
      ['a.zip/etc/passwd', 'passwd', 'a'],
      ['a.zip/Windows/a.pdf', 'a.pdf', 'b'],
      ['a.zip/abs/c.pdf', 'c.pdf', 'c'],
      ['a.zip/link.pdf', 'link.pdf', 'file-link'],
    ]);
  });

  test('lets its good members in beside those that are encrypted or damaged', async () => {
    const bytes = makeZip([
      { name: 'a.pdf', content: '甲', isEncrypted: true },
      { name: 'b.pdf', content: '乙', crcError: 1 },
      { name: 'c.pdf', content: '丙', isStored: true },
      { name: 'd.pdf', content: '丁', statedSize: 0xfffffff0 },
    ]);
    expect(
      (await expand({ kind: 'bytes', name: 'a.zip', bytes })).map(([, , outcome]) => outcome),
    ).toEqual(['archive-locked', 'file-damaged', '丙', 'file-too-large']);
  });

  test('with too many members is refused as one', async () => {
    const bytes = makeZip(
      Array.from({ length: 5001 }, (_, i) => ({ name: `${i}.pdf`, content: '' })),
    );
    expect(await expand({ kind: 'bytes', name: 'a.zip', bytes })).toEqual([
      ['a.zip', 'a.zip', 'limit-entries'],
    ]);
  });

  test('that is none is left for the file check, and a DOCX is not taken apart', async () => {
    expect(
      await expand({ kind: 'bytes', name: 'a.zip', bytes: new Uint8Array([1, 2]) }),
    ).toHaveLength(1);
    const docx = makeDocx({ body: paragraph('x') });
    expect(
      (await expand({ kind: 'bytes', name: 'a.zip', bytes: docx })).map(([file]) => file),
    ).toEqual(['a.zip']);
  });
});
