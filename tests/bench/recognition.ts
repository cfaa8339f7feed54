import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assembleRecognised } from '../../shared/domain/recognition/recognisedPage.ts';
import { readModel } from '../../electron/core/ocr/modelFolder.ts';
import { ThreadEngine } from '../../electron/core/ocr/threadEngine.ts';
import { errorRate } from '../helpers/errorRate.ts';
import { ocrModelFolder } from '../helpers/ocrModel.ts';
import { corpusFolder, newExtractor } from './corpus.ts';
import { median } from './timing.ts';

/** Pages of the original of which the sample's pages are noisy pictures. */
const picturedPages = [5, 40, 90, 150];
const passes = 2;

/** Milliseconds of one page: by the clock, and of all processors together. */
interface Taken {
  readonly wallMs: number;
  readonly processorMs: number;
}

interface Read extends Taken {
  readonly text: string;
}

interface Sample {
  readonly scanned: string;
  readonly original: string;
  readonly model: string;
}

/** What is there to measure with, or why nothing is. */
function sampleOrReason(): Sample | string {
  const folder = corpusFolder('pdf-good');
  if (folder === null) return 'no ../shared/corpus beside this checkout';
  const scanned = path.join(folder, 'gen-zh-scanned-4p.pdf');
  const original = path.join(folder, 'gen-zh-statutes-libreoffice-183p.pdf');
  if (!existsSync(scanned) || !existsSync(original))
    return 'the scanned sample is not in the corpus';
  if (spawnSync('pdftoppm', ['-v']).error !== undefined)
    return 'pdftoppm is missing (Debian: apt install poppler-utils)';
  if (spawnSync('tesseract', ['--version']).error !== undefined)
    return 'tesseract is missing (Debian: apt install tesseract-ocr)';
  const model = ocrModelFolder();
  if (model === null) return 'no chi_sim.traineddata (Debian: apt install tesseract-ocr-chi-sim)';
  return { scanned, original, model };
}

/** A shell's `times`: the processor time of the commands that it ran, user and system, in minutes and seconds. */
function childrenMs(times: string): number {
  const spans =
    times
      .trim()
      .split('\n')
      .at(-1)
      ?.matchAll(/(\d+)m([\d.]+)s/gu) ?? [];
  return [...spans].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
}

/** One page by pdftoppm and tesseract, as a user would chain them, each with its process start. */
function readNatively({ scanned, model }: Sample, page: number, isThreaded: boolean): Read {
  const scratch = mkdtempSync(path.join(tmpdir(), 'counsel-desk-ocr-'));
  const script =
    'pdftoppm -r 200 -gray -f "$2" -l "$2" "$1" "$3/page" && ' +
    'tesseract "$3"/page* "$3/text" -l chi_sim --tessdata-dir "$4" --psm 6 --dpi 200 2>/dev/null; times';
  const args = ['-c', script, 'sh', scanned, String(page), scratch, model];
  const { OMP_THREAD_LIMIT: _, ...rest } = process.env;
  const env = isThreaded ? rest : { ...rest, OMP_THREAD_LIMIT: '1' };
  try {
    const start = performance.now();
    const { stdout } = spawnSync('sh', args, { encoding: 'utf8', env });
    const wallMs = performance.now() - start;
    const name = readdirSync(scratch).find((one) => one === 'text.txt');
    if (name === undefined) throw new Error('tesseract gave no text');
    const text = readFileSync(path.join(scratch, name), 'utf8');
    return { text, wallMs, processorMs: childrenMs(stdout) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function readOurs(engine: ThreadEngine, bytes: Uint8Array, page: number): Promise<Read> {
  const before = process.cpuUsage();
  const start = performance.now();
  const { lines } = await engine.recognise({
    kind: 'pdf',
    documentKey: 'sample',
    bytes: () => bytes,
    password: null,
    page,
    mustDraw: false,
  });
  const { text } = assembleRecognised(lines);
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { text, wallMs, processorMs: (user + system) / 1000 };
}

async function truthOf(original: string): Promise<string> {
  const extractor = newExtractor();
  try {
    const extraction = await extractor.extract(readFileSync(original), 'pdf');
    if (extraction.kind !== 'pdf') throw new Error('a PDF gives pages');
    return picturedPages.map((page) => extraction.pages[page - 1]?.text ?? '').join('\n');
  } finally {
    await extractor.close();
  }
}

const perPage = (reads: readonly Taken[]): string =>
  `${median(reads.map((one) => one.wallMs)).toFixed(0)} ms by the clock, ` +
  `${median(reads.map((one) => one.processorMs)).toFixed(0)} ms of processor`;

const textOf = (reads: readonly Read[]): string =>
  reads
    .slice(0, picturedPages.length)
    .map((one) => one.text)
    .join('\n');

/** Time of all pages that both read, as they followed each other. */
function ratio(ours: readonly Taken[], peer: readonly Taken[], what: keyof Taken): string {
  const total = (reads: readonly Taken[]): number => reads.reduce((sum, one) => sum + one[what], 0);
  return (total(ours.slice(0, peer.length)) / total(peer)).toFixed(2);
}

/**
 * Recognition of the scanned sample, page by page in turn, from PDF to text on both sides: ours in a warm thread; pdftoppm
 * and tesseract on one thread, and tesseract with as many as it takes by itself.
 */
export async function benchRecognition(): Promise<void> {
  const sample = sampleOrReason();
  if (typeof sample === 'string') {
    console.log(`left out: ${sample}`);
    return;
  }
  const bytes = readFileSync(sample.scanned);
  const engine = new ThreadEngine({
    workerUrl: new URL('../../electron/workers/ocrWorker.ts', import.meta.url),
    pdfAssetsDir: path.join(import.meta.dirname, '../../node_modules/pdfjs-dist'),
    model: readModel(sample.model),
  });
  const [ours, single, threaded]: [Read[], Read[], Read[]] = [[], [], []];
  try {
    const cold = await readOurs(engine, bytes, 1);
    console.log(`ours, first page of a new thread: ${perPage([cold])}`);
    for (let pass = 0; pass < passes; pass += 1) {
      for (const index of picturedPages.keys()) {
        ours.push(await readOurs(engine, bytes, index + 1));
        single.push(readNatively(sample, index + 1, false));
      }
    }
    // Threads that wait for each other on busy processors take many times as long: one page tells enough.
    threaded.push(readNatively(sample, 1, true));
  } finally {
    await engine.stop();
  }
  const truth = await truthOf(sample.original);
  const percent = (reads: readonly Read[]): string =>
    (errorRate(truth, textOf(reads)) * 100).toFixed(2);
  console.log(`a page, ours: ${perPage(ours)}`);
  console.log(`tesseract, one thread: ${perPage(single)}; characters wrong ${percent(single)} %`);
  console.log(`tesseract, its own threads: ${perPage(threaded)}`);
  console.log(`bar: characters wrong ≤ 2 %: ${percent(ours)}`);
  console.log(
    `bar: ours ÷ tesseract on one thread ≤ 1.5: processor ${ratio(ours, single, 'processorMs')}, clock ${ratio(ours, single, 'wallMs')}`,
  );
  console.log(`ours ÷ tesseract with its own threads: clock ${ratio(ours, threaded, 'wallMs')}`);
}

if (import.meta.main) await benchRecognition();
