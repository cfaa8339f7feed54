import type { Source } from '../core/ports.ts';

export interface Sources {
  /** Keeps a source and gives the token that stands for it; null when uploads would fill the memory set aside for them. */
  readonly register: (source: Source) => string | null;
  /** Hands a source out once; null for a token that is unknown, used or too old. */
  readonly take: (token: string) => Source | null;
  /** Bytes of uploads that nobody has taken yet. */
  readonly heldBytes: () => number;
}

export interface SourcesOptions {
  readonly nowMs: () => number;
  readonly newToken: () => string;
  /** Most bytes of uploads kept at one time. */
  readonly maxHeldBytes: number;
  readonly lifetimeMs: number;
}

const sizeOf = (source: Source): number => (source.kind === 'bytes' ? source.bytes.byteLength : 0);

/** One-time tokens for what a person handed in, so that a path never reaches the renderer and a token never works twice. */
export function createSources(options: SourcesOptions): Sources {
  const held = new Map<string, { readonly source: Source; readonly expiresMs: number }>();
  let heldBytes = 0;

  const drop = (token: string): Source | null => {
    const entry = held.get(token);
    if (entry === undefined) return null;
    held.delete(token);
    heldBytes -= sizeOf(entry.source);
    return entry.expiresMs > options.nowMs() ? entry.source : null;
  };
  const dropExpired = (): void => {
    const now = options.nowMs();
    for (const [token, entry] of held) if (entry.expiresMs <= now) drop(token);
  };

  return {
    register: (source) => {
      dropExpired();
      if (heldBytes + sizeOf(source) > options.maxHeldBytes) return null;
      const token = options.newToken();
      held.set(token, { source, expiresMs: options.nowMs() + options.lifetimeMs });
      heldBytes += sizeOf(source);
      return token;
    },
    take: drop,
    heldBytes: () => heldBytes,
  };
}
