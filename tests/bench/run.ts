import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchDocx, benchPdf, hasPdftotext, type Row } from './extraction.ts';
import { benchImport } from './importing.ts';
import { benchMerge } from './merge.ts';
import { benchRecognition } from './recognition.ts';
import { benchMemory, benchTwoWorkers } from './workers.ts';
import { corpusFolder, filesBelow } from './corpus.ts';
import { makeDocx, paragraph, table } from '../fixtures/makeDocx.ts';
import { makePdf } from '../fixtures/makePdf.ts';

/** Times our extraction beside its peers in one run: same files, same core, rounds taken in turn, medians. */

const rounds = 3;
const sentence =
  '第一条 为了规范数据处理活动，保障数据安全，促进数据开发利用，甲乙双方经协商一致订立本合同。';

function generatedFiles(folder: string): { pdf: string[]; docx: string[] } {
  mkdirSync(folder, { recursive: true });
  const page = Array.from({ length: 40 }, (_, i) => ({
    text: sentence,
    y: 780 - i * 18,
    size: 10,
  }));
  const pdf = [20, 100].map((pages) => {
    const file = path.join(folder, `generated-${pages}p.pdf`);
    writeFileSync(file, makePdf({ pages: Array.from({ length: pages }, () => page) }));
    return file;
  });
  const docx = [200, 3000].map((paragraphs) => {
    const file = path.join(folder, `generated-${paragraphs}.docx`);
    const body = Array.from({ length: paragraphs }, () => paragraph(sentence)).join('');
    writeFileSync(
      file,
      makeDocx({ body: body + table([[paragraph(sentence), paragraph(sentence)]]) }),
    );
    return file;
  });
  return { pdf, docx };
}

const multiPage =
  /(?:^|\/)(?:zh-p3c|zh-fisco|gen-zh-statutes|pdfjs-freeculture|govdocs-|pypdf-geotopo)[^/]*\.pdf$/;

function files(scratch: string): { pdf: string[]; docx: string[]; from: string } {
  const pdfFolder = corpusFolder('pdf-good');
  const docxFolder = corpusFolder('docx-good');
  if (pdfFolder === null || docxFolder === null) {
    return {
      ...generatedFiles(scratch),
      from: 'generated fixtures (no ../shared/corpus beside this checkout)',
    };
  }
  return {
    pdf: filesBelow(pdfFolder).filter((file) => multiPage.test(file)),
    docx: filesBelow(docxFolder).filter((file) => file.endsWith('.docx')),
    from: '../shared/corpus',
  };
}

const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

function print(title: string, rows: readonly Row[], peer: string): void {
  console.log(`\n${title}`);
  console.log(['file', 'ours ms', `${peer} ms`, `${peer} ÷ ours`].join('\t'));
  for (const { name, oursMs, peerMs } of rows) {
    console.log(
      [name, oursMs.toFixed(1), peerMs.toFixed(1), (peerMs / oursMs).toFixed(2)].join('\t'),
    );
  }
  const ratios = rows.map((row) => row.peerMs / row.oursMs);
  if (ratios.length > 0) {
    console.log(
      `geometric mean ${geometricMean(ratios).toFixed(2)}, lowest ${Math.min(...ratios).toFixed(2)}`,
    );
  }
}

async function printWorkers(pdf: readonly string[], docx: readonly string[]): Promise<void> {
  const good = corpusFolder('pdf-good');
  const allPdf = good === null ? pdf : filesBelow(good).filter((file) => file.endsWith('.pdf'));
  const { read, highestMb } = benchMemory([...allPdf, ...docx]);
  console.log(`\nMemory of a process that reads ${read} files one after the other`);
  console.log(`bar: ≤ 400 MiB: ${highestMb.toFixed(0)}`);
  const { oneMs, twoMs } = await benchTwoWorkers([...pdf, ...docx], rounds);
  console.log('\nTwo workers beside one, PDF and DOCX of above together');
  console.log(`one ${oneMs.toFixed(0)} ms, two ${twoMs.toFixed(0)} ms`);
  console.log(`bar: one ÷ two ≥ 1.4: ${(oneMs / twoMs).toFixed(2)}`);
}

async function printImport(): Promise<void> {
  console.log('\nHand-in to searchable and durable, encrypted workspace as on the desktop');
  for (const { name, pages, coldMs, warmMs } of await benchImport()) {
    console.log(`${name}: first file ${coldMs.toFixed(0)} ms, third ${warmMs.toFixed(0)} ms`);
    console.log(`bar: 200 pages ≤ 2000 ms: ${((coldMs * 200) / pages).toFixed(0)}`);
  }
}

async function main(): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'counsel-desk-bench-'));
  try {
    const { pdf, docx, from } = files(scratch);
    console.log(`files: ${from}; ${rounds} rounds in turn, medians`);
    console.log(
      'ours: warm worker, without process start, hand-in of bytes to parsed result; pdftotext: with its process start',
    );
    if (hasPdftotext()) print('PDF beside pdftotext', await benchPdf(pdf, rounds), 'pdftotext');
    else
      console.log('\nPDF: pdftotext (package poppler-utils) is missing, nothing to compare with');
    const { rows, failed } = await benchDocx(docx, rounds);
    const total = rows.reduce(
      (sum, row) => ({ ...sum, oursMs: sum.oursMs + row.oursMs, peerMs: sum.peerMs + row.peerMs }),
      { name: `all ${rows.length} files`, oursMs: 0, peerMs: 0 },
    );
    print(
      'DOCX beside mammoth (raw text, warm, in process)',
      [...(rows.length > 8 ? [] : rows), total],
      'mammoth',
    );
    console.log(
      `per file: ours ${(total.oursMs / rows.length).toFixed(2)} ms, mammoth ${(total.peerMs / rows.length).toFixed(2)} ms`,
    );
    for (const line of failed) console.log(`left out: ${line}`);
    console.log(`bar: mammoth ÷ ours ≥ 3: ${(total.peerMs / total.oursMs).toFixed(2)}`);
    await printWorkers(pdf, docx);
    await printImport();
    console.log('\nMerge of a colleague’s package, encrypted file, synchronous=FULL');
    await benchMerge();
    console.log('\nRecognition of scanned pages beside tesseract, from PDF to text on both sides');
    await benchRecognition();
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

await main();
