import { AppError } from '#shared/contract/errors.ts';
import { allowedMs, type ExtractJob } from './extractJob.ts';

export interface WatchedReaders {
  /** What is being read now. */
  readonly running: () => readonly ExtractJob[];
  readonly end: (job: ExtractJob, error: AppError) => void;
}

const MiB = 1024 * 1024;
const watchEveryMs = 100;
/** How long the memory of a thread that was ended takes to come back. */
const memorySettlesMs = 1_000;

/** Looks after what is being read: ends a reading that outruns its time, or that makes the process grow too far. */
export class ReadingWatch {
  readonly #readers: WatchedReaders;
  readonly #memoryBytes: number;
  #timer: ReturnType<typeof setInterval> | null = null;
  #memoryEndAt = Number.NEGATIVE_INFINITY;

  constructor(readers: WatchedReaders, memoryBytes: number) {
    this.#readers = readers;
    this.#memoryBytes = memoryBytes;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.#check(), watchEveryMs);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #check(): void {
    const now = performance.now();
    for (const job of this.#readers.running()) {
      const elapsedMs = now - job.startedAt;
      if (elapsedMs <= allowedMs(job)) continue;
      const seconds = Math.round(elapsedMs / 1000);
      this.#readers.end(job, new AppError('worker-timeout', { seconds }));
    }
    this.#checkMemory(now);
  }

  /** Memory is counted for the process, so of several readings the one that was silent longest is taken to be the cause. */
  #checkMemory(now: number): void {
    if (now - this.#memoryEndAt < memorySettlesMs) return;
    const rss = process.memoryUsage.rss();
    const [suspect] = this.#readers
      .running()
      .filter((job) => rss - job.rssAtStart >= this.#memoryBytes)
      .toSorted((a, b) => a.lastSignAt - b.lastSignAt);
    if (suspect === undefined) return;
    this.#memoryEndAt = now;
    const limit = Math.round(this.#memoryBytes / MiB);
    this.#readers.end(suspect, new AppError('worker-memory', { limit }));
  }
}
