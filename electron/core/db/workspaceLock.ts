import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { storageError } from './storageError.ts';

/**
 * Holds a workspace for one process. The lock is the operating system's on an open SQLite transaction, so it is gone with
 * the process, however it ends; a stale file never locks anybody out.
 */
export class WorkspaceLock {
  readonly #db: Database.Database;

  constructor(file: string, folder: string) {
    try {
      this.#db = new Database(file, { timeout: 0 });
    } catch (error) {
      throw storageError(error, folder);
    }
    try {
      this.#db.pragma('locking_mode = EXCLUSIVE');
      this.#db.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      this.#db.close();
      throw asBusy(error, folder);
    }
  }

  release(): void {
    this.#db.close();
  }
}

function asBusy(error: unknown, folder: string): unknown {
  const known = storageError(error, folder);
  return known instanceof AppError
    ? known
    : new AppError('workspace-busy', { folder }, { cause: error });
}
