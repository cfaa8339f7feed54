import type { Anchor } from '#shared/domain/text/anchor.ts';
import type { Evidence } from '#shared/domain/review/assessment.ts';
import { quoteBetween } from '#shared/domain/text/quote.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** Tells quotes of recognised text, and those whose place reads differently since the page was recognised again. */
export class RecognisedQuotes {
  readonly #count;
  readonly #parts;
  readonly #pictures;

  constructor(db: Db) {
    this.#count = db.prepare<[string, number, number], { readonly pages: number }>(sql`
      SELECT count(*) AS pages FROM recognised_page WHERE sha256 = ? AND page BETWEEN ? AND ?`);
    this.#pictures = db.prepare<[string, number, number], { readonly pages: number }>(sql`
      SELECT count(*) AS pages FROM text_part AS p WHERE p.sha256 = ? AND p.number BETWEEN ? AND ?
      AND EXISTS (SELECT 1 FROM json_each(p.detail, '$.flags') AS flag
        WHERE flag.value IN ('no-text', 'unusable-text'))`);
    this.#parts = db.prepare<[string, number, number], { readonly text: string }>(sql`
      SELECT text FROM text_part WHERE sha256 = ? AND number BETWEEN ? AND ? ORDER BY number`);
  }

  /** Undefined for a quote of text that the document itself holds. */
  stateOf(sha256: string | null, anchor: Anchor): Evidence['recognition'] {
    if (sha256 === null) return undefined;
    const { start, end } = anchor;
    const found = this.#count.get(sha256, start.part + 1, end.part + 1);
    const isRecognised = found !== undefined && found.pages > 0;
    if (!isRecognised && !this.#isPicture(sha256, anchor)) return undefined;
    const parts = this.#parts.all(sha256, start.part, end.part);
    const now = quoteBetween(
      parts,
      { part: 0, offset: start.offset },
      { part: end.part - start.part, offset: end.offset },
    );
    if (now?.quote === anchor.quote) return isRecognised ? 'recognised' : undefined;
    // Recognised at another desk: there is nothing here to compare it with.
    return isRecognised ? 'changed' : 'recognised';
  }

  #isPicture(sha256: string, { start, end }: Anchor): boolean {
    const row = this.#pictures.get(sha256, start.part, end.part);
    return row !== undefined && row.pages > 0;
  }
}
