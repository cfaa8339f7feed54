import path from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import type { Extraction } from '#shared/domain/text/text.ts';
import { Extractor, type ExtractorOptions } from '../../../electron/core/jobs/extractor.ts';
import { makeDocx, paragraph } from '../../fixtures/makeDocx.ts';
import { lockPackage } from '../../fixtures/lockPackage.ts';
import { makePdf } from '../../fixtures/makePdf.ts';

const root = path.join(import.meta.dirname, '../../..');
const pdfAssetsDir = path.join(root, 'node_modules/pdfjs-dist');
const workerUrl = new URL('../../../electron/workers/extractWorker.ts', import.meta.url);
const oddWorkerUrl = new URL('../../fixtures/oddWorker.ts', import.meta.url);
const open: Extractor[] = [];

function newExtractor(options: Partial<ExtractorOptions> = {}): Extractor {
  const extractor = new Extractor({ workerUrl, pdfAssetsDir, ...options });
  open.push(extractor);
  return extractor;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((extractor) => extractor.close()));
});

async function outcome(promise: Promise<Extraction>): Promise<string> {
  try {
    return (await promise).kind;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

const encode = (word: string) => new Uint8Array(Buffer.from(word));

describe('reading', () => {
  const extractor = new Extractor({ workerUrl, pdfAssetsDir });
  afterAll(() => extractor.close());

  test('gives a PDF page by page, with runs, labels, flags and metadata', async () => {
    const bytes = makePdf({
      title: '采购合同',
      labelPrefix: 'A-',
      script: 'app.alert(1)',
      pages: [
        [
          { text: '第一条 ⼈⺠政府', y: 700 },
          { text: '乙方abc', y: 680 },
          { text: '竖排', x: 300, y: 600, vertical: true },
        ],
        [],
        null,
      ],
    });
    expect(await extractor.extract(bytes, 'pdf')).toEqual({
      kind: 'pdf',
      pages: [
        {
          number: 1,
          label: 'A-1',
          text: '第一条 人民政府\n乙方abc\n竖排',
          flags: [],
          width: 595,
          height: 842,
          runs: [
            [0, 8, 72, 698.56, 86.48, 12],
            [9, 14, 72, 678.56, expect.any(Number), 12],
            [14, 14, 300, 600, 0, 0],
            [15, 17, 294, 576, 12, 24],
          ],
        },
        {
          number: 2,
          label: 'A-2',
          text: '',
          flags: ['no-text'],
          width: 595,
          height: 842,
          runs: [],
        },
        {
          number: 3,
          label: 'A-3',
          text: '',
          flags: ['page-failed'],
          width: 0,
          height: 0,
          runs: [],
        },
      ],
      characters: 17,
      warnings: [
        { code: 'pages-without-text', count: 1, where: ['2'] },
        { code: 'pages-failed', count: 1, where: ['3'] },
        { code: 'scripts-ignored', count: 1, where: [] },
      ],
      meta: { Title: '采购合同', Producer: 'fixture' },
    });
  });

  test('gives a DOCX, leaves the bytes to the caller, and reports progress', async () => {
    const bytes = makeDocx({ body: paragraph('正文'), headers: [paragraph('页眉')] });
    const before = bytes.slice();
    const seen: [number, number][] = [];
    const extraction = await extractor.extract(bytes, 'docx', {
      onProgress: (...step) => seen.push(step),
    });
    expect(extraction.kind === 'docx' && extraction.blocks.map((block) => block.text)).toEqual([
      '正文',
      '页眉',
    ]);
    expect(bytes).toEqual(before);
    expect(seen.at(-1)).toEqual([2, 2]);
  });

  test('takes a scan for one although a mark is printed on it, and a short page for text', async () => {
    const mark = [{ text: '第 1 页', y: 30 }];
    const bytes = makePdf({ pages: [mark, mark], scanned: [0] });
    const extraction = await extractor.extract(bytes, 'pdf');
    if (extraction.kind !== 'pdf') throw new Error('a PDF gives pages');
    expect(extraction.pages.map(({ text, flags }) => [text, flags])).toEqual([
      ['第 1 页', ['no-text']],
      ['第 1 页', []],
    ]);
  });

  test('gives the bookmarks with the pages that they lead to, and leaves out those that lead nowhere', async () => {
    const line = [{ text: '正文', y: 700 }];
    const extraction = await extractor.extract(
      makePdf({
        pages: [line, line],
        bookmarks: [
          ['第一章  总则', 1],
          ['第一节', 1],
          ['无处可去', 7],
          ['第二条', 0],
        ],
      }),
      'pdf',
    );
    if (extraction.kind !== 'pdf') throw new Error('a PDF gives pages');
    expect(extraction.pages.map((page) => page.bookmarks)).toEqual([
      [[4, '第二条']],
      [
        [1, '第一章 总则'],
        [2, '第一节'],
      ],
    ]);
  });

  test('says so when the file claims more pages than it has', async () => {
    const line = [{ text: '正文', y: 700 }];
    const extraction = await extractor.extract(
      makePdf({ pages: [line, line], statedPages: 5 }),
      'pdf',
    );
    if (extraction.kind !== 'pdf') throw new Error('a PDF gives pages');
    expect(extraction.pages).toHaveLength(2);
    expect(extraction.warnings).toEqual([{ code: 'pages-missing', count: 3, where: [] }]);
  });

  test('cuts a page at the character limit and says so', async () => {
    const small = newExtractor({ limits: { charactersPerPage: 40 } });
    const lines = Array.from({ length: 400 }, (_, i) => ({ text: '数据安全', y: 800 - i }));
    const extraction = await small.extract(
      makePdf({ pages: [lines, [{ text: '次页', y: 700 }]] }),
      'pdf',
    );
    if (extraction.kind !== 'pdf') throw new Error('a PDF gives pages');
    expect(extraction.pages.map((page) => page.flags)).toEqual([['truncated'], []]);
    expect(extraction.pages[1]?.text).toBe('次页');
    expect(extraction.warnings).toEqual([{ code: 'truncated', count: 1, where: ['1'] }]);
  });

  test.each<[string, Uint8Array, 'pdf' | 'docx']>([
    ['file-damaged', encode('%PDF-1.7\nnothing of the kind'), 'pdf'],
    ['file-damaged', encode('PK nothing of the kind'), 'docx'],
    ['file-damaged', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 1, 1, 1]), 'docx'],
    ['file-encrypted', lockPackage(encode('PK'), 'Aa-1', 'standard'), 'docx'],
  ])('ends with %s (%#)', async (code, bytes, kind) => {
    expect(await outcome(extractor.extract(bytes, kind))).toBe(code);
  });

  test('asks for the password of an encrypted PDF, says when it is wrong, and reads with it', async () => {
    const bytes = makePdf({ pages: [[{ text: '涉密内容', y: 700 }]], password: 'Aa-1' });
    expect(await outcome(extractor.extract(bytes, 'pdf'))).toBe('file-encrypted');
    expect(await outcome(extractor.extract(bytes, 'pdf', { password: 'aa-1' }))).toBe(
      'wrong-password',
    );
    const extraction = await extractor.extract(bytes, 'pdf', { password: 'Aa-1' });
    expect(extraction.kind === 'pdf' && extraction.pages.map((page) => page.text)).toEqual([
      '涉密内容',
    ]);
  });

  test('ends with limit-pages, limit-characters', async () => {
    const strict = newExtractor({ limits: { pages: 1, characters: 5 } });
    expect(await outcome(strict.extract(makePdf({ pages: [[], []] }), 'pdf'))).toBe('limit-pages');
    const long = makePdf({ pages: [[{ text: '数据安全审查', y: 700 }]] });
    expect(await outcome(strict.extract(long, 'pdf'))).toBe('limit-characters');
  });
});

/** A worker that does what its bytes say: loop, grow, throw, exit, lie, answer. */
describe('a worker that misbehaves', () => {
  const good = encode('answer');

  // A bound that shall not be the one to end the file is set far away.
  const short = { baseTimeoutMs: 700 };
  const tight = { baseTimeoutMs: 60_000, memoryMb: 200 };
  test.each<[string, string, Partial<ExtractorOptions>]>([
    ['loop', 'worker-timeout', short],
    ['stranger', 'worker-timeout', short],
    ['grow', 'worker-memory', tight],
    ['buffers', 'worker-memory', tight],
    ['throw', 'worker-crashed', {}],
    ['exit', 'worker-crashed', {}],
    ['lie', 'worker-crashed', {}],
  ])('that would %s ends with %s', async (deed, code, bounds) => {
    const extractor = newExtractor({ workerUrl: oddWorkerUrl, ...bounds });
    expect(await outcome(extractor.extract(encode(deed), 'docx'))).toBe(code);
  });

  test.each<[string, Partial<ExtractorOptions>]>([
    ['pagesThenLoop', short],
    ['pagesThenGrow', tight],
  ])('after its first pages (%s) leaves those, and says which are unread', async (deed, bounds) => {
    const extractor = newExtractor({ workerUrl: oddWorkerUrl, ...bounds });
    const unread = { text: '', flags: ['page-failed'], width: 0, height: 0, label: null, runs: [] };
    expect(await extractor.extract(encode(deed), 'pdf')).toEqual({
      kind: 'pdf',
      pages: [
        { number: 1, label: null, text: '首页', flags: [], width: 595, height: 842, runs: [] },
        { ...unread, number: 2 },
        { ...unread, number: 3 },
      ],
      characters: 2,
      warnings: [{ code: 'reading-cut', count: 2, where: ['2', '3'] }],
      meta: {},
    });
    expect(await outcome(extractor.extract(good, 'docx'))).toBe('docx');
  });

  test('that throws after its first pages gives none: what it read is not to be believed', async () => {
    const extractor = newExtractor({ workerUrl: oddWorkerUrl });
    expect(await outcome(extractor.extract(encode('pagesThenThrow'), 'pdf'))).toBe(
      'worker-crashed',
    );
  });

  test('is replaced: the file that waited behind it is read', async () => {
    const extractor = newExtractor({ workerUrl: oddWorkerUrl });
    const all = [encode('throw'), good].map((bytes) => outcome(extractor.extract(bytes, 'docx')));
    expect(await Promise.all(all)).toEqual(['worker-crashed', 'docx']);
  });

  test('is ended when the file is cancelled, whether it runs or waits', async () => {
    const extractor = newExtractor({ workerUrl: oddWorkerUrl });
    const running = new AbortController();
    const waiting = new AbortController();
    const first = extractor.extract(encode('loop'), 'docx', { signal: running.signal });
    const second = extractor.extract(good, 'docx', { signal: waiting.signal });
    const third = extractor.extract(good, 'docx');
    waiting.abort();
    running.abort();
    expect(await Promise.all([first, second, third].map(outcome))).toEqual([
      'cancelled',
      'cancelled',
      'docx',
    ]);
    expect(await outcome(extractor.extract(good, 'docx', { signal: running.signal }))).toBe(
      'cancelled',
    );
  });

  test('is ended on close, with all that waits', async () => {
    const extractor = newExtractor({ workerUrl: oddWorkerUrl });
    const all = [extractor.extract(encode('loop'), 'docx'), extractor.extract(good, 'docx')].map(
      outcome,
    );
    await extractor.close();
    expect(await Promise.all(all)).toEqual(['cancelled', 'cancelled']);
    expect(await outcome(extractor.extract(good, 'docx'))).toBe('cancelled');
  });

  test('that takes all memory is found out although another file was read beside it', async () => {
    const extractor = newExtractor({ workerUrl: oddWorkerUrl, poolSize: 2, ...tight });
    // The innocent one is silent longer, so it is suspected first, and read again alone.
    const all = [encode('late'), encode('grow'), good].map((bytes) =>
      outcome(extractor.extract(bytes, 'docx')),
    );
    expect(await Promise.all(all)).toEqual(['docx', 'worker-memory', 'docx']);
  });

  test('leaves the file in the other thread alone', async () => {
    const extractor = newExtractor({ workerUrl: oddWorkerUrl, poolSize: 2 });
    const all = [encode('throw'), good, good, encode('exit'), good].map((bytes) =>
      outcome(extractor.extract(bytes, 'docx')),
    );
    expect(await Promise.all(all)).toEqual([
      'worker-crashed',
      'docx',
      'docx',
      'worker-crashed',
      'docx',
    ]);
  });
});
