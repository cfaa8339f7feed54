import type { Anchor } from '#shared/domain/text/anchor.ts';
import { quoteBetween } from '#shared/domain/text/quote.ts';
import {
  quoteStanding,
  type QuoteStanding,
  searchedText,
  type SearchedText,
} from '#shared/domain/text/quoteStanding.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { TextTable } from './textTable.ts';

const windowOfPages = 1;
const windowOfBlocks = 16;
const mostTexts = 4;
const mostStandings = 10_000;

/**
 * Where quotes stand in the texts as this desk read them. Records keep the place that was quoted; another reader, here or at
 * another desk, may give the same bytes another text, so a place is believed only where it still reads as quoted.
 */
export class QuotePlaces {
  readonly #texts: TextTable;
  readonly #head;
  readonly #parts;
  /** By content and state of its text: what was worked out stands until the text is another. */
  readonly #searched = new Map<string, SearchedText>();
  readonly #standings = new Map<string, QuoteStanding>();

  constructor(db: Db) {
    this.#texts = new TextTable(db);
    this.#head = db.prepare<[string], { readonly kind: string; readonly revision: number }>(
      sql`SELECT kind, revision FROM extraction WHERE sha256 = ?`,
    );
    this.#parts = db.prepare<[string, number, number], { readonly text: string }>(sql`
      SELECT text FROM text_part WHERE sha256 = ? AND number BETWEEN ? AND ? ORDER BY number`);
  }

  /** Null where this desk has not read the content: there is nothing to hold the quote against. */
  standingOf(sha256: string, anchor: Anchor): QuoteStanding | null {
    const head = this.#head.get(sha256);
    if (head === undefined) return null;
    const isPaged = head.kind === 'pdf' || head.kind === 'image';
    if (this.#readsAsQuoted(sha256, anchor, isPaged ? windowOfPages : windowOfBlocks))
      return { state: 'here' };
    const text = `${sha256}/${head.revision}`;
    const key = `${text}/${JSON.stringify([anchor.start, anchor.end, anchor.quote, anchor.prefix])}`;
    const known = this.#standings.get(key);
    if (known !== undefined) return known;
    const standing = this.#workOut(sha256, text, anchor);
    if (this.#standings.size >= mostStandings) this.#standings.clear();
    this.#standings.set(key, standing);
    return standing;
  }

  /** Reads only the parts around the place: nearly every quote stands where it was taken. */
  #readsAsQuoted(sha256: string, anchor: Anchor, around: number): boolean {
    const { start, end } = anchor;
    const from = Math.max(0, start.part - around);
    const parts = this.#parts.all(sha256, from, end.part + around);
    const now = quoteBetween(
      parts,
      { ...start, part: start.part - from },
      { ...end, part: end.part - from },
    );
    return (
      now !== null &&
      now.quote === anchor.quote &&
      now.prefix === anchor.prefix &&
      now.suffix === anchor.suffix
    );
  }

  #workOut(sha256: string, key: string, anchor: Anchor): QuoteStanding {
    const text = this.#searched.get(key) ?? this.#read(sha256, key);
    return text === null ? { state: 'lost' } : quoteStanding(anchor, text);
  }

  #read(sha256: string, key: string): SearchedText | null {
    const extraction = this.#texts.get(sha256);
    if (extraction === null) return null;
    if (this.#searched.size >= mostTexts) this.#searched.clear();
    const text = searchedText(extraction);
    this.#searched.set(key, text);
    return text;
  }
}
