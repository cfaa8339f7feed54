import { z } from 'zod';
import { doubtfulConfidence } from '#shared/domain/recognition/recognition.ts';
import { fold } from '#shared/domain/text/fold.ts';
import { PageText, TextRun } from '#shared/domain/text/text.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

interface RecognisedRow {
  readonly page: number;
  readonly text: string;
  readonly runs: string;
  readonly confidence: number;
}

const PageDetail = PageText.omit({ text: true });

/** Puts recognised text in the place of pages that gave none, so that whatever reads, searches or quotes finds it there. */
export class RecognisedText {
  readonly #rows;
  readonly #detail;
  readonly #setPart;
  readonly #texts;
  readonly #setCharacters;

  constructor(db: Db) {
    this.#rows = db.prepare<[string], RecognisedRow>(sql`
      SELECT page, text, runs, confidence FROM recognised_page WHERE sha256 = ? ORDER BY page`);
    this.#detail = db.prepare<[string, number], { readonly detail: string }>(sql`
      SELECT detail FROM text_part WHERE sha256 = ? AND number = ?`);
    this.#setPart = db.prepare<[string, string, string, string, string, number]>(sql`
      UPDATE text_part SET text = ?, folded = ?, fold_map = ?, detail = ? WHERE sha256 = ? AND number = ?`);
    this.#texts = db.prepare<[string], { readonly text: string }>(sql`
      SELECT text FROM text_part WHERE sha256 = ?`);
    this.#setCharacters = db.prepare<[number, string]>(sql`
      UPDATE extraction SET characters = ? WHERE sha256 = ?`);
  }

  /** Inside the caller's transaction; `page` null puts every recognised page of the bytes in its place. */
  putInPlace(sha256: string, page: number | null): void {
    const rows = this.#rows.all(sha256).filter((row) => page === null || row.page === page);
    if (rows.length === 0) return;
    for (const row of rows) this.#replace(sha256, row);
    const characters = this.#texts.all(sha256).reduce((sum, part) => sum + part.text.length, 0);
    this.#setCharacters.run(characters, sha256);
  }

  #replace(sha256: string, row: RecognisedRow): void {
    const number = row.page - 1;
    const found = this.#detail.get(sha256, number);
    if (!found) return;
    // Stretches of the old text name nothing in the new one.
    const { furniture: _, ...detail } = PageDetail.parse(JSON.parse(found.detail));
    const kept = detail.flags.filter((flag) => flag === 'truncated');
    const runs = z.array(TextRun).parse(JSON.parse(row.runs));
    const said = row.confidence < doubtfulConfidence ? (['doubtful'] as const) : [];
    const next = { ...detail, flags: [...kept, 'recognised' as const, ...said], runs };
    const folded = fold(row.text);
    const map = JSON.stringify(folded.map);
    this.#setPart.run(row.text, folded.text, map, JSON.stringify(next), sha256, number);
  }
}
