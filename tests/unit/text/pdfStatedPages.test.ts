import path from 'node:path';
import { expect, test } from 'vitest';
import { defaultExtractLimits } from '#shared/domain/text/extractMessage.ts';
import { loadPdfjs } from '../../../electron/workers/pdf/pdfjsNode.ts';
import { readPdf } from '../../../electron/workers/pdf/readPdf.ts';
import { statedPages } from '../../../electron/workers/pdf/statedPages.ts';
import { makePackedPdf } from '../../fixtures/makePackedPdf.ts';
import { makePdf } from '../../fixtures/makePdf.ts';

const line = [{ text: '甲方', y: 700 }];
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

test.each<[string, Uint8Array, number]>([
  ['plain', makePdf({ pages: [line, line], statedPages: 5 }), 5],
  ['packed into an object stream', makePackedPdf({ pages: ['a', 'b'], statedPages: 5 }), 5],
  ['in an object stream that is not compressed', makePackedPdf({ pages: ['a'], isPlain: true }), 1],
  ['in an object stream that was cut', makePackedPdf({ pages: ['a', 'b'], isCut: true }), 2],
  [
    'saved again, packed after plain',
    joined(makePdf({ pages: [line, line, line] }), makePackedPdf({ pages: ['a'] })),
    1,
  ],
  [
    'saved again, plain after packed',
    joined(makePackedPdf({ pages: ['a'] }), makePdf({ pages: [line, line, line] })),
    3,
  ],
  ['nowhere', new Uint8Array(Buffer.from('%PDF-1.7 /ObjStm /Count 3 stream')), 0],
])('the count of a page tree %s', (_, bytes, count) => {
  expect(statedPages(bytes)).toBe(count);
});

test.each([
  [5, [{ code: 'pages-missing', count: 3, where: [] }]],
  [2, []],
])('a packed tree that states %i of two pages is remarked so', async (stated, warnings) => {
  const extraction = await readPdf({
    pdfjs: await loadPdfjs(),
    bytes: makePackedPdf({ pages: ['one', 'two'], statedPages: stated }),
    assetsDir: path.join(import.meta.dirname, '../../../node_modules/pdfjs-dist'),
    limits: defaultExtractLimits,
    onProgress: () => undefined,
    onPages: () => undefined,
  });
  expect(extraction.warnings).toEqual(warnings);
  expect(extraction.characters).toBe(6);
});
