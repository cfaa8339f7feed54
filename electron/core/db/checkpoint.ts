import type { Db } from './database.ts';

/** SQLite's own, in pages: after a commit that leaves more than these in the WAL, they are copied into the file. */
const pagesBeforeCopying = 1000;

/**
 * Runs a transaction that writes much. Its commit is in the WAL and synced to the disk when this returns, as always; the copying
 * of its pages from there into the file, which reads and encrypts all of them once more, is done after the answer. If the
 * program ends before, the next opening does it.
 */
export function copyPagesLater<T>(db: Db, run: () => T): T {
  db.pragma('wal_autocheckpoint = 0');
  try {
    return run();
  } finally {
    db.pragma(`wal_autocheckpoint = ${pagesBeforeCopying}`);
    setTimeout(copyPages, 0, db).unref();
  }
}

function copyPages(db: Db): void {
  if (!db.open || db.inTransaction) return;
  try {
    db.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // As when SQLite does it by itself after a commit: what is in the WAL stays there, and the next commit tries again.
  }
}
