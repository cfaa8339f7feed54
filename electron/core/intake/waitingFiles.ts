import type { DocTypeCode } from '#shared/domain/library/checklistItem.ts';
import type { SourceEntry } from './sourceEntry.ts';

/** A file that was refused for its password, with what it was handed in for. */
export interface WaitingFile {
  readonly entry: SourceEntry;
  readonly projectId: string;
  readonly type: DocTypeCode | null;
  readonly supersedes: string | null;
}

const mostFiles = 200;

/** Files that wait for a password, by a token; the oldest give way, and all are forgotten when the workspace is locked. */
export class WaitingFiles {
  readonly #files = new Map<string, WaitingFile>();

  add(token: string, file: WaitingFile): void {
    this.#files.set(token, file);
    for (const oldest of this.#files.keys()) {
      if (this.#files.size <= mostFiles) break;
      this.#files.delete(oldest);
    }
  }

  get(token: string): WaitingFile | null {
    return this.#files.get(token) ?? null;
  }

  remove(token: string): void {
    this.#files.delete(token);
  }

  clear(): void {
    this.#files.clear();
  }
}
