import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';

/** One file of what the lawyer handed in. What is wrong with it shows when it is read, so that the others go in. */
export interface SourceEntry {
  /** As handed in, with the inner path for members of folders and archives. */
  readonly path: string;
  readonly name: string;
  /** Rejects with AppError file-not-found, file-unreadable, file-too-large, file-encrypted, file-damaged, limit-*. */
  read(): Promise<Uint8Array>;
}

/** Bytes of a single file that is taken in. */
export const maxFileBytes = 512 * 1024 * 1024;

/** Files that systems and office programs leave lying about; nobody means to hand them in. */
const litter = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|~\$.*|\._.*|\.~lock\..*#|__MACOSX)$/i;

export function isLitter(name: string): boolean {
  return litter.test(name);
}

export function failedEntry(display: string, error: AppError): SourceEntry {
  return { path: display, name: path.posix.basename(display), read: () => Promise.reject(error) };
}

/** `file-too-large` with the limit as it is said. */
export function tooLarge(file: string): AppError {
  return new AppError('file-too-large', { file, limit: `${maxFileBytes / 1024 / 1024} MB` });
}
