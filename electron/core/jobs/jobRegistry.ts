import type { CoreEvent } from '#shared/contract/contract.ts';

/** Least time between two progress reports of one job. */
const reportEveryMs = 100;

export interface Job {
  readonly signal: AbortSignal;
  report(done: number, total: number, label: string): void;
}

/** Running jobs by id: progress goes out at most ten times a second, and a cancel reaches the job's signal. */
export class JobRegistry {
  readonly #emit: (event: CoreEvent) => void;
  readonly #running = new Map<string, AbortController>();

  constructor(emit: (event: CoreEvent) => void) {
    this.#emit = emit;
  }

  async run<T>(jobId: string, work: (job: Job) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#running.set(jobId, controller);
    let lastMs = 0;
    try {
      return await work({
        signal: controller.signal,
        report: (done, total, label) => {
          const now = performance.now();
          if (done < total && now - lastMs < reportEveryMs) return;
          lastMs = now;
          this.#emit({ type: 'job.progress', jobId, done, total, label });
        },
      });
    } finally {
      this.#running.delete(jobId);
    }
  }

  cancel(jobId: string): boolean {
    const controller = this.#running.get(jobId);
    controller?.abort();
    return controller !== undefined;
  }

  cancelAll(): void {
    for (const controller of this.#running.values()) controller.abort();
  }

  isBusy(): boolean {
    return this.#running.size > 0;
  }
}
