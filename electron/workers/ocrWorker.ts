import { parentPort, workerData } from 'node:worker_threads';
import { AppError, type Failure } from '#shared/contract/errors.ts';
import type {
  Recognition,
  RecogniseReply,
  RecogniseRequest,
  RecogniseWorkerData,
} from '#shared/domain/recognition/recognition.ts';
import { CanvasFactory, FilterFactory } from './ocr/drawPage.ts';
import { pageImage, recognisedDpi } from './ocr/pageImage.ts';
import { inCharacters, wordsOnPage } from './ocr/wordsOnPage.ts';
import { pictureDocument } from './ocr/pictureDocument.ts';
import { readPicture } from './ocr/readPicture.ts';
import { Tesseract } from './ocr/tesseract.ts';
import { turnBack } from './ocr/turning.ts';
import {
  loadPdfjs,
  openPdf,
  type PdfDocument,
  type PdfjsModule,
  type PdfLoadingTask,
} from './pdf/pdfjsNode.ts';

/** Entry point of the thread that recognises scanned pages: a document's and a model's bytes in, words out. One page at a time. */
const port = parentPort;
if (port === null) throw new Error('ocrWorker runs as a worker thread only');

// The core starts this thread with exactly these data.
const { pdfAssetsDir, model } = workerData as RecogniseWorkerData;

// pdf.js leaves promises behind on damaged files; the page's own outcome is reported either way.
process.on('unhandledRejection', () => undefined);

let engine: Promise<Tesseract> | null = null;
let pdfjs: Promise<PdfjsModule> | null = null;
let open: PdfLoadingTask | null = null;

async function documentOf(
  module: PdfjsModule,
  { kind, bytes, password }: RecogniseRequest,
): Promise<PdfDocument> {
  if (bytes !== null) {
    await open?.destroy().catch(() => undefined); // what the last document leaves behind does not concern this one
    open = null;
    const pdf = kind === 'image' ? await pictureDocument(bytes) : bytes;
    open = openPdf(module, pdf, pdfAssetsDir, {
      CanvasFactory,
      FilterFactory,
      ...(password === null ? {} : { password }),
    });
  }
  if (open === null) throw new AppError('file-damaged');
  return await open.promise.catch((cause: unknown) => {
    throw openingError(cause);
  });
}

/** A password that is missing or wrong is said; anything else that does not open is damaged beyond this page. */
function openingError(cause: unknown): AppError {
  const isLocked = cause instanceof Error && cause.name === 'PasswordException';
  return new AppError(isLocked ? 'page-locked' : 'page-unreadable', {}, { cause });
}

async function recognise(request: RecogniseRequest): Promise<Recognition> {
  engine ??= Tesseract.start(model);
  const tesseract = await engine;
  pdfjs ??= loadPdfjs({ isDrawing: true });
  const module = await pdfjs;
  const document = await documentOf(module, request);
  const page = await document.getPage(request.page);
  try {
    const { image, toPdf } = await pageImage(module, page, request.mustDraw);
    const {
      lines,
      engine: name,
      turn,
      unread,
    } = await readPicture(tesseract, image, recognisedDpi);
    const back = turnBack(turn, image);
    const words = turn === 0 ? lines : inCharacters(lines);
    return { lines: wordsOnPage(words, (x, y) => toPdf(...back(x, y))), engine: name, unread };
  } finally {
    page.cleanup();
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return { code: error.code, params: error.params };
  // A page that stops the parser or the engine in any other way was not made for it; the thread itself is sound.
  return { code: 'page-unreadable', params: {} };
}

async function answer(request: RecogniseRequest): Promise<void> {
  const send = (reply: RecogniseReply): void => port?.postMessage(reply);
  try {
    send({ type: 'done', id: request.id, recognition: await recognise(request) });
  } catch (error) {
    send({ type: 'failed', id: request.id, failure: failureOf(error) });
  }
}

port.on('message', (request: RecogniseRequest) => {
  void answer(request);
});
