import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Db } from './database.ts';
import { sql } from './sql.ts';
import { storageError } from './storageError.ts';

/**
 * Copies the records file under the same key into `folder`, under a temporary name until it was opened and found whole,
 * and keeps the newest `keep` copies of that `label`. Returns the file's path. Not inside a transaction. Errors:
 * `disk-full`, `read-only`, `workspace-damaged` where the copy is not sound.
 */
export function takeSnapshot(
  db: Db,
  folder: string,
  label: string,
  stamp: string,
  keep: number,
): string {
  const file = path.join(folder, `${label}-${stamp.replaceAll(/[^0-9A-Za-z]/g, '')}.db`);
  const temporary = `${file}.new`;
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(temporary, { force: true });
    db.prepare<[string]>('VACUUM INTO ?').run(temporary);
    requireSound(db, temporary);
    syncFile(temporary);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw storageError(error, folder);
  }
  dropOld(folder, label, keep);
  return file;
}

/** Of a file that was not migrated yet, the log may be in its former form. */
const logTable = sql`
  SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name IN ('change', 'log_change')`;

/** Attached files take the key of the main one. */
function requireSound(db: Db, file: string): void {
  db.prepare<[string]>('ATTACH DATABASE ? AS snapshot').run(file);
  try {
    const table = db.prepare<[], string>(logTable).pluck().get() ?? '';
    const count = (schema: string): unknown =>
      db.prepare(`SELECT count(*) FROM ${schema}.${table}`).pluck().get();
    const isSound =
      db.pragma('snapshot.integrity_check', { simple: true }) === 'ok' &&
      count('snapshot') === count('main');
    if (!isSound) throw new AppError('workspace-damaged', { file });
  } finally {
    db.exec('DETACH DATABASE snapshot');
  }
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Stamps sort by time. Copies that a crash left half made go too. */
function dropOld(folder: string, label: string, keep: number): void {
  const own = readdirSync(folder).filter((name) => name.startsWith(`${label}-`));
  const whole = own.filter((name) => name.endsWith('.db')).sort();
  const stale = own.filter((name) => name.includes('.db.new'));
  for (const name of [...whole.slice(0, -keep), ...stale]) {
    rmSync(path.join(folder, name), { force: true });
  }
}
