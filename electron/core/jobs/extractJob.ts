import type { AppError } from '#shared/contract/errors.ts';
import type { DocumentKind, Extraction } from '#shared/domain/text/text.ts';
import { PdfPages } from './pdfPages.ts';

export interface ExtractOptions {
  readonly signal?: AbortSignal;
  /** Opens an encrypted file; without one it is refused as `file-encrypted`, with another one as `wrong-password`. */
  readonly password?: string;
  /** Pages (PDF) or parts (DOCX) done; at most ten calls a second. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** One file that is read or waits to be, with what is known of its reading. */
export interface ExtractJob {
  readonly id: number;
  readonly kind: DocumentKind;
  readonly bytes: Uint8Array;
  readonly options: ExtractOptions;
  readonly timeoutMs: number;
  readonly resolve: (extraction: Extraction) => void;
  readonly reject: (error: AppError) => void;
  startedAt: number;
  lastSignAt: number;
  rssAtStart: number;
  unitsDone: number;
  unitsTotal: number;
  pages: PdfPages;
  /** Read once more with no other beside it, so that the memory counted is its own. */
  isAlone: boolean;
}

const MiB = 1024 * 1024;
/** A page done earns time, so that long documents are read to the end; a small file cannot earn much with empty pages. */
const earnedMsPerPage = 40;
const earnedMsPerKiB = 2;
const msPerMiBOverTwo = 3_000;

export function newJob(
  order: Pick<ExtractJob, 'id' | 'kind' | 'bytes' | 'options' | 'resolve' | 'reject'>,
  baseTimeoutMs: number,
): ExtractJob {
  const overTwo = Math.max(0, order.bytes.length / MiB - 2);
  return {
    ...order,
    timeoutMs: baseTimeoutMs + Math.round(overTwo * msPerMiBOverTwo),
    startedAt: 0,
    lastSignAt: 0,
    rssAtStart: 0,
    unitsDone: 0,
    unitsTotal: 0,
    pages: new PdfPages(),
    isAlone: false,
  };
}

/** Notes that reading begins now, for the first time or anew. */
export function begin(job: ExtractJob): void {
  const now = performance.now();
  job.startedAt = now;
  job.lastSignAt = now;
  job.rssAtStart = process.memoryUsage.rss();
  job.unitsDone = 0;
  job.unitsTotal = 0;
  job.pages = new PdfPages();
}

/** Milliseconds that the reading may have taken by now. */
export function allowedMs(job: ExtractJob): number {
  const earnedMs = Math.min(
    job.unitsDone * earnedMsPerPage,
    (job.bytes.length / 1024) * earnedMsPerKiB,
  );
  return job.timeoutMs + earnedMs;
}

/** A PDF that outran its time or memory keeps the pages that were read; anything else is lost with its thread. */
export function settleLoss(job: ExtractJob, error: AppError): void {
  const isOutrun = error.code === 'worker-timeout' || error.code === 'worker-memory';
  const kept = isOutrun ? job.pages.cutShort(job.unitsTotal) : null;
  if (kept === null) job.reject(error);
  else job.resolve(kept);
}
