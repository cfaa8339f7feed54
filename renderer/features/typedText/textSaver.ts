/** Text that is typed but not yet acknowledged by the core. One that failed is kept and shown until it is saved. */
export type TypedText = {
  readonly text: string;
  readonly status: 'pending' | 'saving' | 'failed';
  /** What the last attempt failed with; null unless `failed`. */
  readonly error: unknown;
};

type Save = (text: string) => Promise<unknown>;
type Entry = {
  typed: TypedText;
  save: Save;
  cancelTimer: () => void;
  running: Promise<void> | null;
};

export type TextSaver = {
  /** Takes what was typed; it is saved after a pause, or at once by `flush`. */
  readonly edit: (key: string, text: string, save: Save) => void;
  readonly flush: (key: string) => Promise<void>;
  readonly flushAll: () => Promise<void>;
  /** Forgets everything unsaved: the workspace was closed and nothing of it may stay in memory. */
  readonly forgetAll: () => void;
};

type Surroundings = {
  readonly delayMs: number;
  /** Runs something later; returns what cancels it. */
  readonly schedule: (run: () => void, delayMs: number) => () => void;
  readonly publish: (key: string, typed: TypedText | null) => void;
};

/**
 * Saves text as it is typed: after a pause, one save at a time for each field, and again when more was typed meanwhile,
 * so that an older text never overtakes a newer one.
 */
export function makeTextSaver({ delayMs, schedule, publish }: Surroundings): TextSaver {
  const entries = new Map<string, Entry>();

  const show = (key: string, entry: Entry, typed: TypedText): void => {
    entry.typed = typed;
    if (entries.get(key) === entry) publish(key, typed);
  };

  const saveOnce = async (key: string, entry: Entry): Promise<void> => {
    const { text } = entry.typed;
    show(key, entry, { text, status: 'saving', error: null });
    try {
      await entry.save(text);
      if (entry.typed.text !== text) return await saveOnce(key, entry);
      if (entries.get(key) === entry) {
        entries.delete(key);
        publish(key, null);
      }
    } catch (error) {
      show(key, entry, { text: entry.typed.text, status: 'failed', error });
    }
    return undefined;
  };

  const flush = async (key: string): Promise<void> => {
    const entry = entries.get(key);
    if (entry === undefined) return;
    entry.cancelTimer();
    entry.running ??= saveOnce(key, entry).finally(() => {
      entry.running = null;
    });
    await entry.running;
  };

  return {
    edit: (key, text, save) => {
      const known = entries.get(key);
      known?.cancelTimer();
      const status = known !== undefined && known.running !== null ? 'saving' : 'pending';
      const typed: TypedText = { text, status, error: null };
      const entry = known ?? { typed, save, cancelTimer: () => undefined, running: null };
      entries.set(key, entry);
      entry.save = save;
      entry.cancelTimer =
        entry.running === null ? schedule(() => void flush(key), delayMs) : () => undefined;
      show(key, entry, typed);
    },
    flush,
    flushAll: async () => {
      await Promise.all([...entries.keys()].map(flush));
    },
    forgetAll: () => {
      for (const [key, entry] of entries) {
        entry.cancelTimer();
        publish(key, null);
      }
      entries.clear();
    },
  };
}
