import path from 'node:path';
import { openDatabase } from '../../electron/core/db/database.ts';
import { recordsKind } from '../../electron/core/db/migrations/records.ts';
import { TextTable } from '../../electron/core/repo/textTable.ts';
import type { Extraction } from '../../shared/domain/text/text.ts';

/** Puts a text in the workspace (without encryption) as an older reader would have left it. */
export function leaveByOlderReader(
  dir: string,
  sha256: string,
  change: (extraction: Extraction) => Extraction,
): void {
  const db = openDatabase(path.join(dir, 'records.db'), recordsKind, null);
  const texts = new TextTable(db);
  const read = texts.get(sha256);
  if (read === null) throw new Error('this content has not been read');
  texts.put(sha256, change(read));
  db.prepare(`UPDATE extraction SET extractor = 'text-1' WHERE sha256 = ?`).run(sha256);
  db.close();
}

/** The rows of a text, whole: what must be the old one or the new one. */
export function keptText(dir: string, sha256: string): unknown {
  const db = openDatabase(path.join(dir, 'records.db'), recordsKind, null);
  const head = db.prepare('SELECT * FROM extraction WHERE sha256 = ?').get(sha256);
  const parts = db.prepare('SELECT * FROM text_part WHERE sha256 = ? ORDER BY number').all(sha256);
  db.close();
  return { head, parts };
}
