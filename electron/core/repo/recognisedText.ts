import { z } from 'zod';
import { standsRecognised, withRecognisedText } from '#shared/domain/recognition/placed.ts';
import { fold } from '#shared/domain/text/fold.ts';
import { type Extraction, isPaged, PageText, TextRun } from '#shared/domain/text/text.ts';
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
  readonly #forget;

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
      UPDATE extraction SET characters = ?, revision = revision + 1 WHERE sha256 = ?`);
    this.#forget = db.prepare<[string, number]>(
      sql`DELETE FROM recognised_page WHERE sha256 = ? AND page = ?`,
    );
  }

  /** Inside the caller's transaction: the page as it was recognised takes the place of what its text was. */
  putInPlace(sha256: string, page: number): void {
    const row = this.#rows.all(sha256).find((one) => one.page === page);
    if (row === undefined) return;
    this.#replace(sha256, row);
    const characters = this.#texts.all(sha256).reduce((sum, part) => sum + part.text.length, 0);
    this.#setCharacters.run(characters, sha256);
  }

  /**
   * A new reading of the content with the pages that were recognised before in their places. A page of which the reader now
   * gives text of its own keeps that, unless it is much less than was recognised.
   */
  placedIn(sha256: string, reading: Extraction): Placed {
    const rows = this.#rows.all(sha256);
    if (!isPaged(reading) || rows.length === 0) return { extraction: reading, outdated: [] };
    const outdated: number[] = [];
    const pages = reading.pages.map((page) => {
      const row = rows.find((one) => one.page === page.number);
      if (row === undefined) return page;
      if (standsRecognised(page, row.text)) return recognisedPage(page, row);
      outdated.push(page.number);
      return page;
    });
    const characters = pages.reduce((sum, page) => sum + page.text.length, 0);
    return { extraction: { ...reading, pages, characters }, outdated };
  }

  /** Forgets what was recognised of a page whose own text can be read by now. */
  forget(sha256: string, page: number): void {
    this.#forget.run(sha256, page);
  }

  #replace(sha256: string, row: RecognisedRow): void {
    const number = row.page - 1;
    const found = this.#detail.get(sha256, number);
    if (!found) return;
    const before = { ...PageDetail.parse(JSON.parse(found.detail)), text: '' };
    const { text, ...detail } = recognisedPage(before, row);
    const folded = fold(text);
    const map = JSON.stringify(folded.map);
    this.#setPart.run(text, folded.text, map, JSON.stringify(detail), sha256, number);
  }
}

export interface Placed {
  readonly extraction: Extraction;
  /** Pages whose own text stands now in the place of what was recognised. */
  readonly outdated: readonly number[];
}

function recognisedPage(page: PageText, { text, runs, confidence }: RecognisedRow): PageText {
  return withRecognisedText(page, {
    text,
    runs: z.array(TextRun).parse(JSON.parse(runs)),
    confidence,
  });
}
