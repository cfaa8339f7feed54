import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Extractor } from '../../../electron/core/jobs/extractor.ts';
import { makeDocx, paragraph } from '../../fixtures/makeDocx.ts';
import { samplePage } from '../../../electron/workers/pdf/samplePage.ts';
import { makePdf } from '../../fixtures/makePdf.ts';

const extractor = new Extractor({
  workerUrl: new URL('../../fixtures/electronLikeWorker.ts', import.meta.url),
  pdfAssetsDir: path.join(import.meta.dirname, '../../../node_modules/pdfjs-dist'),
});
afterAll(() => extractor.close());

test('reads at once after its thread was warmed', async () => {
  const warmed = new Extractor({
    workerUrl: new URL('../../../electron/workers/extractWorker.ts', import.meta.url),
    pdfAssetsDir: path.join(import.meta.dirname, '../../../node_modules/pdfjs-dist'),
    poolSize: 2,
  });
  warmed.warm();
  warmed.warm();
  const texts = await Promise.all(
    ['第一条', '第二条'].map(async (text) => {
      const pdf = await warmed.extract(makePdf({ pages: [[{ text, y: 700 }]] }), 'pdf');
      return pdf.kind === 'pdf' && pdf.pages.map((page) => page.text);
    }),
  );
  expect(texts).toEqual([['第一条'], ['第二条']]);
  await warmed.close();
});

test('the page that warms a thread is read whole', async () => {
  const pdf = await extractor.extract(samplePage(), 'pdf');
  expect(pdf.kind === 'pdf' && pdf.pages.map(({ text, flags }) => [text, flags])).toEqual([
    ['中 华 1', []],
  ]);
  expect(pdf.warnings).toEqual([]);
});

test('reads PDFs and DOCX in a thread of a utility process, predefined CMaps included', async () => {
  const pdf = await extractor.extract(
    makePdf({ pages: [[{ text: '第一条 数据安全', y: 700 }]] }),
    'pdf',
  );
  expect(pdf.kind === 'pdf' && pdf.pages.map((page) => page.text)).toEqual(['第一条 数据安全']);
  const docx = await extractor.extract(makeDocx({ body: paragraph('正文') }), 'docx');
  expect(docx.kind === 'docx' && docx.blocks.map((block) => block.text)).toEqual(['正文']);
});
