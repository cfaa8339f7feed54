import { AppError } from '#shared/contract/errors.ts';
import {
  defaultExtractLimits,
  type ExtractLimits,
  type ExtractReply,
} from '#shared/domain/text/extractMessage.ts';
import type { DocumentKind, Extraction } from '#shared/domain/text/text.ts';
import { begin, type ExtractJob, type ExtractOptions, newJob, settleLoss } from './extractJob.ts';
import { ExtractThread } from './extractThread.ts';
import { ReadingWatch } from './readingWatch.ts';

export type { ExtractOptions } from './extractJob.ts';

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

interface Slot {
  thread: ExtractThread | null;
  job: ExtractJob | null;
  wear: number;
}

const MiB = 1024 * 1024;
/** A thread is replaced at this wear, because pdf.js leaves memory behind; our own readers leave next to none. */
const mostWear = 100;
const wearOfPdf = 1;
const wearOfOthers = 0.1;

/**
 * Reads documents in worker threads that it owns: one file per thread at a time, each with a bound on time and memory.
 * A thread that breaks a bound, fails or is cancelled is ended and replaced; the process goes on.
 */
export class Extractor {
  readonly #workerUrl: URL;
  readonly #pdfAssetsDir: string;
  readonly #limits: ExtractLimits;
  readonly #baseTimeoutMs: number;
  readonly #slots: Slot[];
  readonly #queue: ExtractJob[] = [];
  readonly #watch: ReadingWatch;
  #nextId = 1;
  #isClosed = false;

  constructor(options: ExtractorOptions) {
    this.#workerUrl = options.workerUrl;
    this.#pdfAssetsDir = options.pdfAssetsDir;
    this.#limits = { ...defaultExtractLimits, ...options.limits };
    this.#baseTimeoutMs = options.baseTimeoutMs ?? 8_000;
    this.#slots = Array.from({ length: options.poolSize ?? 1 }, () => ({
      thread: null,
      job: null,
      wear: 0,
    }));
    const watched = { running: () => this.#running(), end: this.#endForBound.bind(this) };
    this.#watch = new ReadingWatch(watched, (options.memoryMb ?? 1024) * MiB);
  }

  /** Files that are read at the same time. */
  get poolSize(): number {
    return this.#slots.length;
  }

  /** Starts the thread that the next file would go to and has it load what reading a PDF needs, so that the file does not wait. */
  warm(): void {
    const [slot] = this.#slots;
    if (!this.#isClosed && slot !== undefined) slot.thread ??= this.#makeThread(slot, true);
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
      const order = { id: this.#nextId++, kind, bytes, options, resolve, reject };
      const job = newJob(order, this.#baseTimeoutMs);
      options.signal?.addEventListener('abort', () => this.#cancel(job), { once: true });
      this.#queue.push(job);
      this.#assign();
    });
  }

  /** Ends all threads; what is being read or waits is cancelled. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#queue.splice(0)) job.reject(new AppError('cancelled'));
    this.#watch.stop();
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

  #running(): ExtractJob[] {
    return this.#slots.flatMap(({ job }) => (job === null ? [] : [job]));
  }

  #assign(): void {
    for (const slot of this.#slots) {
      if (slot.job !== null) continue;
      const running = this.#running();
      if (running.some((job) => job.isAlone)) return;
      const next = this.#queue[0];
      if (next === undefined || (next.isAlone && running.length > 0)) return;
      this.#queue.shift();
      this.#start(slot, next);
    }
  }

  #start(slot: Slot, job: ExtractJob): void {
    if (slot.thread !== null && slot.wear >= mostWear) this.#drop(slot);
    slot.thread ??= this.#makeThread(slot, false);
    slot.job = job;
    slot.wear += job.kind === 'pdf' ? wearOfPdf : wearOfOthers;
    begin(job);
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
    this.#watch.start();
  }

  #makeThread(slot: Slot, isWarmed: boolean): ExtractThread {
    slot.wear = 0;
    return new ExtractThread(
      this.#workerUrl,
      { pdfAssetsDir: this.#pdfAssetsDir, isWarmed },
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

  #finish(slot: Slot, settle: (job: ExtractJob) => void): void {
    const job = slot.job;
    slot.job = null;
    if (job !== null) settle(job);
    this.#assign();
    if (this.#running().length === 0) this.#watch.stop();
  }

  #cancel(job: ExtractJob): void {
    const waiting = this.#queue.indexOf(job);
    if (waiting >= 0) {
      this.#queue.splice(waiting, 1);
      job.reject(new AppError('cancelled'));
      return;
    }
    this.#end(job, (lost) => settleLoss(lost, new AppError('cancelled')));
  }

  /** Memory is the whole process's: a file that was ended for it beside others is not to blame before it was read alone. */
  #endForBound(job: ExtractJob, error: AppError): void {
    const isBesideOthers = this.#running().length > 1;
    if (error.code !== 'worker-memory' || !isBesideOthers) {
      this.#end(job, (lost) => settleLoss(lost, error));
      return;
    }
    this.#end(job, (lost) => {
      lost.isAlone = true;
      this.#queue.unshift(lost);
    });
  }

  #end(job: ExtractJob, settle: (job: ExtractJob) => void): void {
    const slot = this.#slots.find((other) => other.job === job);
    if (slot === undefined) return;
    this.#drop(slot);
    this.#finish(slot, settle);
  }

  #drop(slot: Slot): void {
    const thread = slot.thread;
    slot.thread = null;
    // The thread is already given up; how its end goes changes nothing for the file.
    void thread?.stop().catch(() => undefined);
  }
}
