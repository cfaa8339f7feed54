import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/contract/errors.ts';
import {
  type Recognition,
  RecogniseReply,
  type RecogniseRequest,
  type RecogniseWorkerData,
} from '#shared/domain/recognition/recognition.ts';
import type { EngineModel, PageToRecognise, RecognitionEngine } from './engine.ts';

const MiB = 1024 * 1024;

export interface ThreadEngineOptions {
  readonly workerUrl: URL;
  readonly pdfAssetsDir: string;
  readonly model: EngineModel;
  /** Milliseconds for one page; the slowest of the corpus takes some ten seconds on a busy core. */
  readonly pageTimeoutMs?: number;
  /** MiB by which the process may grow while a page is recognised. */
  readonly memoryMb?: number;
}

interface Asked {
  readonly id: number;
  readonly resolve: (recognition: Recognition) => void;
  readonly reject: (error: AppError) => void;
}

/** An engine in a worker thread, made when the first page comes and again after it was lost. It sees no environment. */
export class ThreadEngine implements RecognitionEngine {
  readonly #options: ThreadEngineOptions;
  #worker: Worker | null = null;
  #held: string | null = null;
  #asked: Asked | null = null;
  #nextId = 1;

  constructor(options: ThreadEngineOptions) {
    this.#options = options;
  }

  async recognise(page: PageToRecognise): Promise<Recognition> {
    if (this.#asked !== null) throw new Error('one page at a time');
    const worker = (this.#worker ??= this.#start());
    const isHeld = this.#held === page.documentKey;
    const bytes = isHeld ? null : new Uint8Array(page.bytes());
    this.#held = page.documentKey;
    const id = this.#nextId++;
    const { kind, password, mustDraw } = page;
    const request: RecogniseRequest = { id, kind, bytes, password, page: page.page, mustDraw };
    const answer = new Promise<Recognition>((resolve, reject) => {
      this.#asked = { id, resolve, reject };
    });
    worker.postMessage(request, bytes === null ? [] : [bytes.buffer]);
    const endWatch = this.#watch();
    try {
      return await answer;
    } finally {
      endWatch();
      this.#asked = null;
    }
  }

  async stop(): Promise<void> {
    await this.#drop(new AppError('cancelled'));
  }

  #start(): Worker {
    const { workerUrl, pdfAssetsDir, model } = this.#options;
    const workerData: RecogniseWorkerData = { pdfAssetsDir, model };
    const worker = new Worker(workerUrl, {
      name: 'ocr',
      workerData,
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    });
    // The engine prints what it stumbles over, which may hold document text: read and dropped.
    worker.stdout.resume();
    worker.stderr.resume();
    const lose = (error: AppError) => (cause: unknown) => {
      if (this.#worker === worker) void this.#drop(new AppError(error.code, {}, { cause }));
    };
    worker.on('message', (raw: unknown) => {
      if (this.#worker === worker) this.#take(raw);
    });
    worker.on('error', (cause) => {
      lose(new AppError(isOutOfMemory(cause) ? 'worker-memory' : 'worker-crashed'))(cause);
    });
    worker.on('messageerror', lose(new AppError('worker-crashed')));
    worker.on('exit', lose(new AppError('worker-crashed')));
    worker.unref();
    return worker;
  }

  #take(raw: unknown): void {
    const reply = RecogniseReply.safeParse(raw);
    if (!reply.success) {
      void this.#drop(new AppError('worker-crashed', {}, { cause: reply.error }));
      return;
    }
    const asked = this.#asked;
    if (asked === null || asked.id !== reply.data.id) return;
    if (reply.data.type === 'done') asked.resolve(reply.data.recognition);
    else asked.reject(new AppError(reply.data.failure.code, reply.data.failure.params));
  }

  /** Ends a thread that takes too long or too much. */
  #watch(): () => void {
    const startedAt = performance.now();
    const rssAtStart = process.memoryUsage.rss();
    const timeoutMs = this.#options.pageTimeoutMs ?? 120_000;
    const memoryBytes = (this.#options.memoryMb ?? 1_200) * MiB;
    const timer = setInterval(() => {
      const ms = performance.now() - startedAt;
      if (ms > timeoutMs) {
        void this.#drop(new AppError('worker-timeout', { seconds: Math.round(ms / 1000) }));
      } else if (process.memoryUsage.rss() - rssAtStart > memoryBytes) {
        void this.#drop(new AppError('worker-memory', { limit: memoryBytes / MiB }));
      }
    }, 500);
    return () => clearInterval(timer);
  }

  async #drop(error: AppError): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#held = null;
    this.#asked?.reject(error);
    await worker?.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
