import { create } from 'zustand';

interface Writes {
  /** Commands the core has not answered yet. */
  readonly pending: number;
  /** When the last command was acknowledged, by this machine's clock; null before the first. */
  readonly savedAtMs: number | null;
  /** Whether the last command was refused or lost. */
  readonly hasFailed: boolean;
}

const begin: Writes = { pending: 0, savedAtMs: null, hasFailed: false };

/** What the footer says about saving: only the core's answer makes something saved. */
export const useWrites = create<Writes>()(() => begin);

/** Follows one command from its sending to its answer. */
export async function followWrite<T>(run: () => Promise<T>, nowMs: () => number): Promise<T> {
  useWrites.setState(({ pending }) => ({ pending: pending + 1 }));
  try {
    const answer = await run();
    useWrites.setState(({ pending }) => ({
      pending: pending - 1,
      savedAtMs: nowMs(),
      hasFailed: false,
    }));
    return answer;
  } catch (error) {
    useWrites.setState(({ pending }) => ({ pending: pending - 1, hasFailed: true }));
    throw error;
  }
}
