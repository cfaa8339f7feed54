import path from 'node:path';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { defaultExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { PageText } from '#shared/domain/text/text.ts';
import { InflateAtOnce } from '../../../electron/workers/pdf/inflateAtOnce.ts';
import { loadPdfjs } from '../../../electron/workers/pdf/pdfjsNode.ts';
import { readPdf } from '../../../electron/workers/pdf/readPdf.ts';
import { makePdf } from '../../fixtures/makePdf.ts';

async function inflate(bytes: Uint8Array, format = 'deflate'): Promise<Buffer> {
  const { writable, readable } = new InflateAtOnce(format);
  const writer = writable.getWriter();
  const half = bytes.length >> 1;
  await writer.write(bytes.subarray(0, half));
  await writer.write(bytes.subarray(half));
  await writer.close();
  const reader = readable.getReader();
  const { value } = await reader.read();
  expect(await reader.read()).toEqual({ done: true });
  return Buffer.from(value ?? []);
}

const original = Buffer.from('BT /F1 12 Tf (text) Tj ET\n'.repeat(20_000));

test('inflates what was given in pieces, with and without a header', async () => {
  expect((await inflate(deflateSync(original))).equals(original)).toBe(true);
  expect((await inflate(deflateRawSync(original), 'deflate-raw')).equals(original)).toBe(true);
});

test('refuses what ends early or is no such stream, so that pdf.js decodes what there is', async () => {
  await expect(inflate(deflateSync(original).subarray(0, 200))).rejects.toThrow(/end of file/);
  await expect(inflate(Buffer.from('plain'))).rejects.toThrow(/header/);
  await expect(inflate(deflateSync(original), 'gzip')).rejects.toThrow(TypeError);
});

test('no state of pdf.js serves as the prototype of its copy once one was copied', async () => {
  const pages: PageText[] = [];
  const pdfjs = await loadPdfjs();
  const read = (): Promise<unknown> =>
    readPdf({
      pdfjs,
      bytes: makePdf({ pages: [[{ text: '甲方', y: 700 }], [{ text: '乙方', y: 700 }]] }),
      assetsDir: path.join(import.meta.dirname, '../../../node_modules/pdfjs-dist'),
      limits: defaultExtractLimits,
      onProgress: () => undefined,
      onPages: (some) => void pages.push(...some),
    });
  await read();
  const create = vi.spyOn(Object, 'create');
  await read();
  const prototypes = create.mock.calls.map(([proto]) => proto);
  create.mockRestore();
  expect(pages.map((page) => page.text)).toEqual(['甲方', '乙方', '甲方', '乙方']);
  expect(prototypes.filter((one) => one !== null && 'textLineMatrix' in one)).toEqual([]);
});
