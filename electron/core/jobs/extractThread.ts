import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/contract/errors.ts';
import {
  ExtractReply,
  type ExtractRequest,
  type ExtractWorkerData,
} from '#shared/domain/text/extractMessage.ts';

export interface ThreadEvents {
  readonly onReply: (reply: ExtractReply) => void;
  /** The thread is gone or not to be believed any more: worker-memory or worker-crashed. */
  readonly onGone: (error: AppError) => void;
}

/** V8 heap of one thread in MiB; typed arrays lie outside it and are watched by the extractor. */
const heapMb = 768;

/** One worker thread that reads documents. It sees no environment, writes nowhere, and ends when told or when it fails. */
export class ExtractThread {
  readonly #worker: Worker;
  readonly #events: ThreadEvents;
  #isGone = false;

  constructor(url: URL, data: ExtractWorkerData, events: ThreadEvents) {
    this.#events = events;
    this.#worker = new Worker(url, {
      name: 'extract',
      workerData: data,
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: {
        maxOldGenerationSizeMb: heapMb,
        maxYoungGenerationSizeMb: 32,
        stackSizeMb: 4,
      },
    });
    // Parsers print what they stumble over, which may hold document text: read and dropped.
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#worker.on('message', (raw: unknown) => this.#take(raw));
    this.#worker.on('messageerror', (cause) => this.#lose('worker-crashed', cause));
    this.#worker.on('error', (cause) =>
      this.#lose(isOutOfMemory(cause) ? 'worker-memory' : 'worker-crashed', cause),
    );
    this.#worker.on('exit', () => this.#lose('worker-crashed'));
    this.#worker.unref();
  }

  /** Hands over a request; the bytes are moved, not copied. Keeps the process alive until `rest`. */
  ask(request: ExtractRequest, moved: ArrayBuffer): void {
    this.#worker.ref();
    this.#worker.postMessage(request, [moved]);
  }

  /** Lets the process end while the thread waits for work. */
  rest(): void {
    this.#worker.unref();
  }

  /** Ends the thread at once, whatever it is doing; no event follows. */
  async stop(): Promise<void> {
    this.#isGone = true;
    await this.#worker.terminate();
  }

  #take(raw: unknown): void {
    if (this.#isGone) return;
    const reply = ExtractReply.safeParse(raw);
    if (reply.success) this.#events.onReply(reply.data);
    else this.#lose('worker-crashed', reply.error);
  }

  #lose(code: 'worker-memory' | 'worker-crashed', cause?: unknown): void {
    if (this.#isGone) return;
    this.#isGone = true;
    void this.#worker.terminate().catch(() => undefined);
    this.#events.onGone(new AppError(code, {}, { cause }));
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
