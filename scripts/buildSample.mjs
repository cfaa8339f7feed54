// Builds the documents of resources/sample from scripts/sample: an invented project with invented names. The PDFs need
// the fonts-noto-cjk package; the results are committed, so nobody needs to run this to use the app.
import './lib/requireNode24.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
const { readSource } = await import('./sample/readSource.mjs');
const { writeDocx } = await import('./sample/writeDocx.mjs');
const { writePdf } = await import('./sample/writePdf.mjs');

const DOCUMENTS = [
  { source: 'jianshe-fangan', file: '建设方案.docx', day: '2026-04-20' },
  { source: 'caigou-xuqiu', file: '采购需求.pdf', day: '2026-06-08' },
  { source: 'kaifa-hetong', file: '软件开发服务合同.docx', day: '2026-08-06' },
  { source: 'chuli-xieyi', file: '数据处理委托协议.pdf', day: '2026-08-06' },
];

const target = new URL('../resources/sample/', import.meta.url);
mkdirSync(target, { recursive: true });
for (const { source, file, day } of DOCUMENTS) {
  const text = readSource(new URL(`sample/${source}.txt`, import.meta.url));
  const bytes = await (file.endsWith('.pdf') ? writePdf(text, day) : writeDocx(text, day));
  writeFileSync(new URL(encodeURIComponent(file), target), bytes);
  console.log(`${file}: ${bytes.length} bytes`);
}
