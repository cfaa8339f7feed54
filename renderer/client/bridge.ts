import type { Channel, CoreEvent } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/dispatch.ts';

export type SourceKind = 'files' | 'folder';

/** What the preload puts on the window, and what the loopback transport offers alike. */
export interface Bridge {
  readonly call: (channel: Channel, input: unknown) => Promise<Reply<unknown>>;
  /** Returns what ends the subscription. */
  readonly on: (listener: (event: CoreEvent) => void) => () => void;
  /** Asks the person for files or a folder; one-time tokens, none when cancelled. */
  readonly pickSources: (kind: SourceKind) => Promise<readonly string[]>;
  /** Tokens for files that were dropped on the window. */
  readonly sourcesOf: (files: readonly File[]) => Promise<readonly string[]>;
}

declare global {
  interface Window {
    readonly desk?: Bridge;
  }
}

/** The core cannot be reached: the program behind the page has ended or is being restarted. */
export class ConnectionLost extends Error {
  constructor(options?: { cause?: unknown }) {
    super('connection lost', options);
    this.name = 'ConnectionLost';
  }
}
