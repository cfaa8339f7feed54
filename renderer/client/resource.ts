/** Something read from the core, as a screen shows it. A later failure keeps what was read before. */
export interface Resource<T> {
  readonly value: T | null;
  readonly failure: unknown;
}

export const unread: Resource<never> = { value: null, failure: null };

/** Calls made while `read` runs lead to one more run after it, never to two at once: the last answer is the newest. */
export function inTurn(read: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  const run = async (): Promise<void> => {
    do {
      isAskedAgain = false;
      await read();
    } while (isAskedAgain);
  };
  return () => {
    if (running) {
      isAskedAgain = true;
      return running;
    }
    running = run().finally(() => {
      running = null;
    });
    return running;
  };
}
