import path from 'node:path';
import { openDatabase } from '../../electron/core/db/database.ts';
import { recordsKind } from '../../electron/core/db/migrations/records.ts';
import { TextTable } from '../../electron/core/repo/textTable.ts';
import { type Extraction, isPaged } from '../../shared/domain/text/text.ts';

const price = '合同总价为人民币捌拾万元整';
/** The price of the contract as an older reader read it. */
export const misread = '合同总价为人民币捌拾万元正';

/** The contract of `projectFiles` as an older reader read it: a page header for a paragraph, and a character for another. */
export function asOlderReader(extraction: Extraction): Extraction {
  if (isPaged(extraction)) return extraction;
  const [title, logs, drill, last] = extraction.blocks;
  if (!title || !logs || !drill || !last) throw new Error('the contract has four blocks');
  const header = { ...title, path: 'body/99', text: '第 1 页' };
  return {
    ...extraction,
    blocks: [title, logs, header, drill, { ...last, text: last.text.replace(price, misread) }],
    characters: extraction.characters + header.text.length,
  };
}

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
