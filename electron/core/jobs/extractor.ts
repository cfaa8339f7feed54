import { AppError } from '#shared/contract/errors.ts';
import {
  defaultExtractLimits,
  type ExtractLimits,
  type ExtractReply,
} from '#shared/domain/text/extractMessage.ts';
import type { DocumentKind, Extraction } from '#shared/domain/text/text.ts';
import { ExtractThread } from './extractThread.ts';
import { PdfPages } from './pdfPages.ts';

export interface ExtractorOptions {
  /** Entry point of the worker (`electron/workers/extractWorker.ts`, or its build). */
  readonly workerUrl: URL;
  /** Folder with pdf.js's cmaps/, standard_fonts/ and wasm/. */
  readonly pdfAssetsDir: string;
  /** Threads that read at the same time. */
  readonly poolSize?: number;
  readonly limits?: Partial<ExtractLimits>;
  /** MiB by which the process may grow while a file is read. */
  readonly memoryMb?: number;
  /** Milliseconds for a file of up to 2 MiB; larger ones get 3 s for each MiB more, and each page done earns some. */
  readonly baseTimeoutMs?: number;
}

export interface ExtractOptions {
  readonly signal?: AbortSignal;
  /** Opens an encrypted PDF; without one it is refused as `file-encrypted`, with another one as `wrong-password`. */
  readonly password?: string;
  /** Pages (PDF) or parts (DOCX) done; at most ten calls a second. */
  readonly onProgress?: (done: number, total: number) => void;
}

interface Job {
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
  readonly pages: PdfPages;
}

interface Slot {
  thread: ExtractThread | null;
  job: Job | null;
  served: number;
}

const MiB = 1024 * 1024;
const watchEveryMs = 100;
/** A page done earns time, so that long documents are read to the end; a small file cannot earn much with empty pages. */
const earnedMsPerPage = 40;
const earnedMsPerKiB = 2;
/** A thread is replaced after so many files, because parsers leave memory behind. */
const filesPerThread = 100;

function earnedMs(job: Job): number {
  return Math.min(job.unitsDone * earnedMsPerPage, (job.bytes.length / 1024) * earnedMsPerKiB);
}

/** A PDF that outran its time or memory keeps the pages that were read; anything else is lost with its thread. */
function settleLoss(job: Job, error: AppError): void {
  const isOutrun = error.code === 'worker-timeout' || error.code === 'worker-memory';
  const kept = isOutrun ? job.pages.cutShort(job.unitsTotal) : null;
  if (kept === null) job.reject(error);
  else job.resolve(kept);
}

/**
 * Reads documents in worker threads that it owns: one file per thread at a time, each with a bound on time and memory.
 * A thread that breaks a bound, fails or is cancelled is ended and replaced; the process goes on.
 */
export class Extractor {
  readonly #workerUrl: URL;
  readonly #pdfAssetsDir: string;
  readonly #limits: ExtractLimits;
  readonly #memoryBytes: number;
  readonly #baseTimeoutMs: number;
  readonly #slots: Slot[];
  readonly #queue: Job[] = [];
  #nextId = 1;
  #watch: ReturnType<typeof setInterval> | null = null;
  #memoryKillAt = Number.NEGATIVE_INFINITY;
  #isClosed = false;

  constructor(options: ExtractorOptions) {
    this.#workerUrl = options.workerUrl;
    this.#pdfAssetsDir = options.pdfAssetsDir;
    this.#limits = { ...defaultExtractLimits, ...options.limits };
    this.#memoryBytes = (options.memoryMb ?? 1024) * MiB;
    this.#baseTimeoutMs = options.baseTimeoutMs ?? 8_000;
    this.#slots = Array.from({ length: options.poolSize ?? 1 }, () => ({
      thread: null,
      job: null,
      served: 0,
    }));
  }

  /**
   * Text of record of one file. `bytes` stay the caller's. Rejects with AppError: cancelled, file-damaged, file-encrypted,
   * wrong-password, file-ambiguous, limit-*, worker-timeout, worker-memory, worker-crashed; the caller knows the file's name and adds it.
   */
  extract(
    bytes: Uint8Array,
    kind: DocumentKind,
    options: ExtractOptions = {},
  ): Promise<Extraction> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed || options.signal?.aborted === true) {
        reject(new AppError('cancelled'));
        return;
      }
      const job = this.#makeJob(bytes, kind, options, resolve, reject);
      options.signal?.addEventListener('abort', () => this.#cancel(job), { once: true });
      this.#queue.push(job);
      this.#assign();
    });
  }

  /** Ends all threads; what is being read or waits is cancelled. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#queue.splice(0)) job.reject(new AppError('cancelled'));
    this.#stopWatching();
    await Promise.all(
      this.#slots.map(async (slot) => {
        slot.job?.reject(new AppError('cancelled'));
        slot.job = null;
        const thread = slot.thread;
        slot.thread = null;
        await thread?.stop();
      }),
    );
  }

  #makeJob(
    bytes: Uint8Array,
    kind: DocumentKind,
    options: ExtractOptions,
    resolve: Job['resolve'],
    reject: Job['reject'],
  ): Job {
    const overTwo = Math.max(0, bytes.length / MiB - 2);
    return {
      id: this.#nextId++,
      kind,
      bytes,
      options,
      timeoutMs: this.#baseTimeoutMs + Math.round(overTwo * 3_000),
      resolve,
      reject,
      startedAt: 0,
      lastSignAt: 0,
      rssAtStart: 0,
      unitsDone: 0,
      unitsTotal: 0,
      pages: new PdfPages(),
    };
  }

  #assign(): void {
    for (const slot of this.#slots) {
      if (slot.job !== null) continue;
      const job = this.#queue.shift();
      if (job === undefined) return;
      this.#start(slot, job);
    }
  }

  #start(slot: Slot, job: Job): void {
    if (slot.thread !== null && slot.served >= filesPerThread) this.#drop(slot);
    slot.thread ??= this.#makeThread(slot);
    slot.job = job;
    slot.served += 1;
    const now = performance.now();
    job.startedAt = now;
    job.lastSignAt = now;
    job.rssAtStart = process.memoryUsage.rss();
    // A copy of its own: a Buffer may lie in a pool that must not be moved.
    const copy = new Uint8Array(job.bytes);
    const { password } = job.options;
    const request = {
      id: job.id,
      kind: job.kind,
      bytes: copy,
      limits: this.#limits,
      ...(password !== undefined && { password }),
    };
    slot.thread.ask(request, copy.buffer);
    this.#watch ??= setInterval(() => this.#check(), watchEveryMs);
  }

  #makeThread(slot: Slot): ExtractThread {
    slot.served = 0;
    return new ExtractThread(
      this.#workerUrl,
      { pdfAssetsDir: this.#pdfAssetsDir },
      {
        onReply: (reply) => this.#take(slot, reply),
        onGone: (error) => {
          slot.thread = null;
          this.#finish(slot, (job) => settleLoss(job, error));
        },
      },
    );
  }

  #take(slot: Slot, reply: ExtractReply): void {
    const job = slot.job;
    if (job === null || job.id !== reply.id) return;
    if (reply.type === 'progress') {
      job.lastSignAt = performance.now();
      job.unitsDone = reply.done;
      job.unitsTotal = reply.total;
      job.options.onProgress?.(reply.done, reply.total);
      return;
    }
    if (reply.type === 'pages') {
      job.lastSignAt = performance.now();
      job.pages.add(reply.pages, reply.warnings);
      return;
    }
    slot.thread?.rest();
    if (reply.type === 'done')
      this.#finish(slot, () => job.resolve(job.pages.whole(reply.extraction)));
    else {
      const { code, params } = reply.failure;
      this.#finish(slot, () => job.reject(new AppError(code, params)));
    }
  }

  #finish(slot: Slot, settle: (job: Job) => void): void {
    const job = slot.job;
    slot.job = null;
    if (job !== null) settle(job);
    this.#assign();
    if (this.#slots.every((other) => other.job === null)) this.#stopWatching();
  }

  #cancel(job: Job): void {
    const waiting = this.#queue.indexOf(job);
    if (waiting >= 0) {
      this.#queue.splice(waiting, 1);
      job.reject(new AppError('cancelled'));
      return;
    }
    const slot = this.#slots.find((other) => other.job === job);
    if (slot !== undefined) this.#kill(slot, new AppError('cancelled'));
  }

  #kill(slot: Slot, error: AppError): void {
    this.#drop(slot);
    this.#finish(slot, (job) => settleLoss(job, error));
  }

  #drop(slot: Slot): void {
    const thread = slot.thread;
    slot.thread = null;
    // The thread is already given up; how its end goes changes nothing for the file.
    void thread?.stop().catch(() => undefined);
  }

  #check(): void {
    const now = performance.now();
    for (const slot of this.#slots) {
      const job = slot.job;
      if (job === null) continue;
      if (now - job.startedAt > job.timeoutMs + earnedMs(job)) {
        this.#kill(
          slot,
          new AppError('worker-timeout', { seconds: Math.round((now - job.startedAt) / 1000) }),
        );
      }
    }
    this.#checkMemory(now);
  }

  /** Memory is counted for the process, so of several threads the one that was silent longest is taken to be the cause. */
  #checkMemory(now: number): void {
    if (now - this.#memoryKillAt < 1_000) return; // give the last one's memory time to come back
    const rss = process.memoryUsage.rss();
    let suspect: Slot | null = null;
    for (const slot of this.#slots) {
      if (slot.job === null || rss - slot.job.rssAtStart < this.#memoryBytes) continue;
      if (suspect?.job == null || slot.job.lastSignAt < suspect.job.lastSignAt) suspect = slot;
    }
    if (suspect === null) return;
    this.#memoryKillAt = now;
    this.#kill(
      suspect,
      new AppError('worker-memory', { limit: Math.round(this.#memoryBytes / MiB) }),
    );
  }

  #stopWatching(): void {
    if (this.#watch !== null) clearInterval(this.#watch);
    this.#watch = null;
  }
}
