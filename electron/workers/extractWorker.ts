import { parentPort, workerData } from 'node:worker_threads';
import { AppError, type Failure } from '#shared/contract/errors.ts';
import {
  defaultExtractLimits,
  type ExtractReply,
  type ExtractRequest,
  type ExtractWorkerData,
} from '#shared/domain/text/extractMessage.ts';
import { packRuns } from '#shared/domain/text/packedRuns.ts';
import type { Extraction, ExtractWarning, PageText } from '#shared/domain/text/text.ts';
import type { WordUnlock } from './doc/fileInformation.ts';
import { readDocx } from './docx/readDocx.ts';
import { isLockedPackage } from './lockedPackage/isLockedPackage.ts';
import { readOther } from './otherFormats.ts';
import { loadPdfjs, type PdfjsModule } from './pdf/pdfjsNode.ts';
import { readPdf } from './pdf/readPdf.ts';
import { readPictureFile } from './picture/readPictureFile.ts';
import { samplePage } from './pdf/samplePage.ts';

/** Entry point of the thread that reads documents: bytes in, text out. Runs one request at a time. */
const port = parentPort;
if (port === null) throw new Error('extractWorker runs as a worker thread only');

// The core starts this thread with exactly these data.
const { pdfAssetsDir, isWarmed } = workerData as ExtractWorkerData;
const progressEveryMs = 100;
let pdfjs: Promise<PdfjsModule> | null = null;

// pdf.js leaves promises behind on damaged files; the reading's own outcome is reported either way.
process.on('unhandledRejection', () => undefined);

const send = (reply: ExtractReply): void => port.postMessage(reply);

function sendPages(id: number, pages: readonly PageText[], warnings: ExtractWarning[]): void {
  const sent = pages.map((page) => ({ ...page, runs: packRuns(page.runs) }));
  const reply: ExtractReply = { type: 'pages', id, pages: sent, warnings };
  port?.postMessage(
    reply,
    sent.map((page) => page.runs.buffer),
  );
}

function makeProgress(id: number): (done: number, total: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const now = performance.now();
    if (done < total && now - last < progressEveryMs) return;
    last = now;
    send({ type: 'progress', id, done, total });
  };
}

/** What a password of Office's stands before; a PDF's is pdf.js's matter. */
async function unlocked({ kind, bytes, password }: ExtractRequest): Promise<Uint8Array> {
  if ((kind !== 'docx' && kind !== 'xlsx') || !isLockedPackage(bytes)) return bytes;
  // Loaded when it is needed, which is seldom.
  const { openPackage } = await import('./lockedPackage/openPackage.ts');
  return openPackage(bytes, password);
}

/** What opens a DOC or WPS that has a password, where one was given. */
async function wordUnlock({ kind, password }: ExtractRequest): Promise<WordUnlock | undefined> {
  if ((kind !== 'doc' && kind !== 'wps') || password === undefined) return undefined;
  const { unlockWord } = await import('./lockedPackage/unlockWord.ts');
  return (streams) => unlockWord(streams, password);
}

async function read(request: ExtractRequest): Promise<Extraction> {
  const { limits, password } = request;
  const bytes = await unlocked(request);
  const onProgress = makeProgress(request.id);
  if (request.kind === 'docx') return readDocx(bytes, limits, onProgress);
  if (request.kind === 'image') return readPictureFile(bytes, limits);
  if (request.kind !== 'pdf')
    return readOther(request.kind, bytes, limits, await wordUnlock(request));
  pdfjs ??= loadPdfjs();
  return readPdf({
    pdfjs: await pdfjs,
    bytes,
    assetsDir: pdfAssetsDir,
    limits,
    password,
    onProgress,
    onPages: (pages, warnings) => sendPages(request.id, pages, warnings),
  });
}

/** Goes through a page of its own, so that the first document finds everything loaded. */
async function warm(): Promise<void> {
  pdfjs ??= loadPdfjs();
  await readPdf({
    pdfjs: await pdfjs,
    bytes: samplePage(),
    assetsDir: pdfAssetsDir,
    limits: defaultExtractLimits,
    onProgress: () => undefined,
    onPages: () => undefined,
  });
}

function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return { code: error.code, params: error.params };
  // A reader that throws anything else met a file it was not made for; the thread itself is sound.
  return { code: 'file-damaged', params: {} };
}

async function answer(request: ExtractRequest): Promise<void> {
  try {
    send({ type: 'done', id: request.id, extraction: await read(request) });
  } catch (error) {
    send({ type: 'failed', id: request.id, failure: failureOf(error) });
  }
}

// Whatever hinders it hinders the first document too, and is told then.
if (isWarmed) void warm().catch(() => undefined);

port.on('message', (request: ExtractRequest) => {
  void answer(request);
});
