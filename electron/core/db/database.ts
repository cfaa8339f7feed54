import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import type { MasterKey } from './key.ts';
import { storageError } from './storageError.ts';

export type Db = Database.Database;

/** One step of a schema; runs inside the migrating transaction. Never edited after release. */
export type Migration = (db: Db) => void;

export interface DatabaseKind {
  /** Written into the file's header, so that a stranger's database is not taken for ours. */
  readonly applicationId: number;
  readonly migrations: readonly Migration[];
}

/**
 * Opens or makes one encrypted database file and brings it to the newest schema; `beforeMigrating` gets one that an older
 * program wrote, and stops the opening by failing. Errors: `workspace-newer` (file not touched), `workspace-damaged`,
 * `read-only`, `disk-full`.
 */
export function openDatabase(
  file: string,
  kind: DatabaseKind,
  key: MasterKey | null,
  beforeMigrating?: (db: Db) => void,
): Db {
  let db: Db | null = null;
  try {
    db = new Database(file);
    if (key) applyKey(db, key);
    checkVersion(db, kind, file);
    db.pragma('page_size = 16384');
    db.pragma('journal_mode = WAL');
    // WAL defaults to NORMAL in this build: an acknowledged finding could vanish with the power.
    db.pragma('synchronous = FULL');
    // KiB, negative by SQLite's convention. Pages are decrypted on their way into the cache, and the default holds 2 MiB.
    db.pragma('cache_size = -65536');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    const from = schemaVersion(db);
    if (from > 0 && from < kind.migrations.length) beforeMigrating?.(db);
    migrate(db, kind);
    return db;
  } catch (error) {
    db?.close();
    throw storageError(error, file);
  }
}

function applyKey(db: Db, key: MasterKey): void {
  db.pragma("cipher = 'chacha20'");
  db.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`);
}

function checkVersion(db: Db, kind: DatabaseKind, file: string): void {
  const applicationId = db.pragma('application_id', { simple: true });
  const found = schemaVersion(db);
  if (found > kind.migrations.length) {
    throw new AppError('workspace-newer', { found, supported: kind.migrations.length });
  }
  if (found > 0 && applicationId !== kind.applicationId) {
    throw new AppError('workspace-damaged', { file });
  }
}

function migrate(db: Db, kind: DatabaseKind): void {
  const from = schemaVersion(db);
  if (from === kind.migrations.length) return;
  db.transaction(() => {
    for (const step of kind.migrations.slice(from)) step(db);
    db.pragma(`application_id = ${kind.applicationId}`);
    db.pragma(`user_version = ${kind.migrations.length}`);
  })();
}

export function schemaVersion(db: Db): number {
  return db.pragma('user_version', { simple: true }) as number; // always an integer in SQLite
}
