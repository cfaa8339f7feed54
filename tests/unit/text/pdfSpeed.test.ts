import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { defaultExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { PageText } from '#shared/domain/text/text.ts';
import { InflateAtOnce } from '../../../electron/workers/pdf/inflateAtOnce.ts';
import { loadPdfjs, type PdfjsModule } from '../../../electron/workers/pdf/pdfjsNode.ts';
import { readPdf } from '../../../electron/workers/pdf/readPdf.ts';
import { samplePage } from '../../../electron/workers/pdf/samplePage.ts';
import {
  placingChanges,
  textChanges,
  withChanges,
} from '../../../electron/workers/pdf/workerChanges.ts';
import { compiled } from '../../../electron/workers/pdf/workerHalf.ts';
import { corpusFolder, filesBelow } from '../../bench/corpus.ts';
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

const workerFile = createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs');
const mainFile = createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.mjs');
const allChanges = [...textChanges, ...placingChanges];

test('every change fits the installed release of pdf.js', () => {
  const { source, missed } = withChanges(readFileSync(workerFile, 'utf8'), allChanges);
  expect(missed).toEqual([]);
  const places = allChanges.flatMap((change) => change.places);
  expect(places.filter(({ to }) => !source.includes(to))).toEqual([]);
});

test('a change of which a place is missing or stands twice is left out as a whole', () => {
  const changes = [
    { name: 'fits', places: [{ from: 'b', to: 'B' }] },
    {
      name: 'half missing',
      places: [
        { from: 'a', to: 'A' },
        { from: 'x', to: 'X' },
      ],
    },
    { name: 'twice', places: [{ from: 'c', to: 'C' }] },
  ];
  const changed = withChanges('abcc', changes);
  expect(changed).toEqual({ source: 'aBcc', missed: ['half missing', 'twice'] });
});

test('a worker half of another form is read as it is installed', () => {
  const exported = '\nexport { WorkerMessageHandler };\n';
  expect(compiled(`const WorkerMessageHandler = 7;${exported}`, workerFile)?.()).toEqual({
    WorkerMessageHandler: 7,
  });
  const others = [
    `const WorkerMessageHandler = await Promise.resolve(7);${exported}`,
    `import { WorkerMessageHandler } from './other.mjs';${exported}`,
    'const a = 7;export{a as WorkerMessageHandler};',
    `export const version = '7';\nconst WorkerMessageHandler = 7;${exported}`,
  ];
  expect(others.map((source) => compiled(source, workerFile))).toEqual([null, null, null, null]);
});

/** pdf.js as it is installed, beside the one with changes: its other half asks once for the worker half that is set by then. */
async function loadUnchanged(): Promise<PdfjsModule> {
  const workerHalf: unknown = await import(pathToFileURL(workerFile).href);
  Object.assign(globalThis, { pdfjsWorker: workerHalf });
  const pdfjs = (await import(`${pathToFileURL(mainFile).href}?unchanged`)) as PdfjsModule;
  await readAll(pdfjs, samplePage());
  return pdfjs;
}

async function readAll(pdfjs: PdfjsModule, bytes: Uint8Array): Promise<string> {
  const pages: PageText[] = [];
  const extraction = await readPdf({
    pdfjs,
    bytes: bytes.slice(),
    assetsDir: path.join(path.dirname(mainFile), '../..'),
    limits: defaultExtractLimits,
    onProgress: () => undefined,
    onPages: (some) => void pages.push(...some),
  }).catch((error: unknown) => String(error));
  return JSON.stringify({ extraction, pages });
}

const folder = corpusFolder('pdf-good');
/** Turned, vertical and right-to-left text, type 3 fonts, forms, scans: one page or a few of each. */
const corpusFiles =
  folder === null
    ? []
    : filesBelow(folder).filter((file) => file.endsWith('.pdf') && statSync(file).size < 600_000);

test('the text is the same as with pdf.js unchanged', { timeout: 120_000 }, async () => {
  const mark = [{ text: '第 1 页', y: 30 }];
  const generated = makePdf({
    pages: [
      [
        { text: '甲方：云溪市数据局 abc 2026', y: 700 },
        { text: 'שלום עולם abc مرحبا 123', y: 680 },
        { text: '竖排文字', x: 300, y: 600, vertical: true },
        { text: '脚注', y: 560, size: 7 },
      ],
      mark,
      mark,
    ],
    scanned: [1],
  });
  const unchanged = await loadUnchanged();
  const changed = await loadPdfjs();
  const files = [generated, ...corpusFiles.map((file) => readFileSync(file))];
  let characters = 0;
  for (const bytes of files) {
    const before = await readAll(unchanged, new Uint8Array(bytes));
    expect(await readAll(changed, new Uint8Array(bytes))).toBe(before);
    characters += before.length;
  }
  expect(characters).toBeGreaterThan(500);
});
