import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { assembleRecognised } from '#shared/domain/recognition/recognisedPage.ts';
import { readModel } from '../../../electron/core/ocr/modelFolder.ts';
import { ThreadEngine } from '../../../electron/core/ocr/threadEngine.ts';
import { corpusFolder, newExtractor } from '../../bench/corpus.ts';
import { barPicture, makeScan } from '../../fixtures/makeScan.ts';
import { failureOf } from '../../helpers/deskCore.ts';
import { errorRate } from '../../helpers/errorRate.ts';
import { ocrModelFolder } from '../../helpers/ocrModel.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const pdfAssetsDir = path.join(root, 'node_modules', 'pdfjs-dist');
const folder = ocrModelFolder();
const corpus = corpusFolder('pdf-good');
const scanned = path.join(corpus ?? '', 'gen-zh-scanned-4p.pdf');
/** What the four scanned pages are pictures of. */
const original = path.join(corpus ?? '', 'gen-zh-statutes-libreoffice-183p.pdf');
const originalPages = [5, 40, 90, 150];

function newEngine(worker = '../../../electron/workers/ocrWorker.ts'): ThreadEngine {
  const engine = new ThreadEngine({
    workerUrl: new URL(worker, import.meta.url),
    pdfAssetsDir,
    model: readModel(folder ?? ''),
  });
  onTestFinished(() => engine.stop());
  return engine;
}

function pageOf(bytes: Uint8Array, page: number, mustDraw = false) {
  return {
    kind: 'pdf' as const,
    documentKey: 'one',
    bytes: () => bytes,
    password: null,
    page,
    mustDraw,
  };
}

async function truthOf(pages: readonly number[]): Promise<string> {
  const extractor = newExtractor();
  try {
    const extraction = await extractor.extract(readFileSync(original), 'pdf');
    if (extraction.kind !== 'pdf') throw new Error('a PDF gives pages');
    return pages.map((page) => extraction.pages[page - 1]?.text ?? '').join('\n');
  } finally {
    await extractor.close();
  }
}

const noModel = 'skipped: no chi_sim.traineddata (Debian: apt install tesseract-ocr-chi-sim)';
const noCorpus = 'skipped: no ../shared/corpus beside this checkout';

describe.skipIf(folder === null)(folder === null ? noModel : 'the real engine', () => {
  test('a page with nothing to read gives no text and no failure', async () => {
    const picture = barPicture(
      { width: 400, height: 560 },
      { left: 40, top: 60, width: 300, height: 3 },
    );
    const bytes = makeScan([{ picture }, { picture, rotate: 90 }]);
    const engine = newEngine();
    for (const page of [1, 2]) {
      const { lines, engine: name } = await engine.recognise(pageOf(bytes, page));
      expect(assembleRecognised(lines).text.length).toBeLessThan(4);
      expect(name).toMatch(/^tesseract 5/);
    }
  });

  test('bytes that are no model, and bytes that are no PDF, are named', async () => {
    const bytes = makeScan([
      { picture: barPicture({ width: 40, height: 56 }, { left: 4, top: 6, width: 30, height: 3 }) },
    ]);
    const model = { name: 'chi_sim', bytes: new Uint8Array(1000) };
    const workerUrl = new URL('../../../electron/workers/ocrWorker.ts', import.meta.url);
    const engine = new ThreadEngine({ workerUrl, pdfAssetsDir, model });
    onTestFinished(() => engine.stop());
    expect((await failureOf(engine.recognise(pageOf(bytes, 1)))).code).toBe('ocr-model-damaged');
    const other = newEngine().recognise(pageOf(new Uint8Array(100), 1));
    expect((await failureOf(other)).code).toBe('page-unreadable');
  });
});

const isBoth = folder !== null && corpus !== null;
const title = folder === null ? noModel : corpus === null ? noCorpus : 'scanned pages';
describe.skipIf(!isBoth)(title, () => {
  test('the error rate of four noisy pages is at most 2 %', async () => {
    const engine = newEngine();
    const bytes = readFileSync(scanned);
    const texts: string[] = [];
    for (const page of originalPages.keys()) {
      const { lines } = await engine.recognise(pageOf(bytes, page + 1));
      texts.push(assembleRecognised(lines).text);
    }
    expect(errorRate(await truthOf(originalPages), texts.join('\n'))).toBeLessThan(0.02);
  }, 180_000);

  test('in a thread of a utility process, a page is drawn whose font has no map back to characters', async () => {
    const engine = newEngine('../../fixtures/electronLikeOcrWorker.ts');
    const bytes = readFileSync(path.join(corpus ?? '', 'gen-zh-no-tounicode-183p.pdf'));
    const { lines } = await engine.recognise(pageOf(bytes, 5, true));
    expect(errorRate(await truthOf([5]), assembleRecognised(lines).text)).toBeLessThan(0.02);
  }, 120_000);

  test('from the command line: named in status and text, and nothing leaves the process', () => {
    const workspace = path.join(temporaryFolder(), 'workspace');
    const hook = path.join(root, 'tests', 'helpers', 'noNetwork.mjs');
    const main = path.join(root, 'electron', 'host', 'cli', 'main.ts');
    const cli = (...args: string[]) =>
      spawnSync(
        process.execPath,
        ['--import', hook, main, ...args, '--workspace', workspace, '--json'],
        { encoding: 'utf8' },
      );
    cli('init', '--no-encryption');
    cli('project', 'add', '--name', '扫描');
    cli('document', 'add', '扫描', scanned);
    expect(cli('ocr', 'run', '扫描').stdout).toContain('ocr-model-none');
    expect(cli('ocr', 'model', folder ?? '').status).toBe(0);
    const run = cli('ocr', 'run', '扫描');
    expect(run.stderr).not.toContain('NETWORK');
    const status = JSON.parse(run.stdout) as { documents: { done: number; versionId: string }[] };
    expect(status.documents[0]?.done).toBe(4);
    const text = cli('document', 'text', status.documents[0]?.versionId ?? '');
    const { pages } = JSON.parse(text.stdout) as { pages: { flags: string[]; text: string }[] };
    expect(pages.map((page) => page.flags)).toEqual(pages.map(() => ['recognised']));
    expect(pages[0]?.text).toContain('监管服务情况');
  }, 180_000);
});
