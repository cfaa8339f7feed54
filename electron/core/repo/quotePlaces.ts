import type { Anchor } from '#shared/domain/text/anchor.ts';
import { quoteBetween } from '#shared/domain/text/quote.ts';
import {
  quoteStanding,
  type QuoteStanding,
  searchedText,
  type SearchedText,
} from '#shared/domain/text/quoteStanding.ts';
import { PageText } from '#shared/domain/text/text.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { TextTable } from './textTable.ts';

const windowOfPages = 1;
const windowOfBlocks = 16;
const mostTexts = 4;
/** UTF-16 units of the texts that are kept folded, besides the one at hand. */
const mostUnits = 2_000_000;
const mostStandings = 10_000;

interface Part {
  readonly text: string;
  readonly furniture?: PageText['furniture'];
}

/** Numbers of the first and the last part around a quote. */
interface Window {
  readonly from: number;
  readonly to: number;
}

const windowOf = ({ start, end }: Anchor, around: number): Window => ({
  from: Math.max(0, start.part - around),
  to: end.part + around,
});

/**
 * Where quotes stand in the texts as this desk read them. Records keep the place that was quoted; another reader, here or at
 * another desk, may give the same bytes another text, so a place is believed only where it still reads as quoted.
 */
export class QuotePlaces {
  readonly #texts: TextTable;
  readonly #head;
  readonly #parts;
  readonly #furnished;
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
    this.#furnished = db.prepare<
      [string, number, number],
      { readonly text: string; readonly furniture: string | null }
    >(sql`
      SELECT text, json_extract(detail, '$.furniture') AS furniture
      FROM text_part WHERE sha256 = ? AND number BETWEEN ? AND ? ORDER BY number`);
  }

  /** Null where this desk has not read the content: there is nothing to hold the quote against. */
  standingOf(sha256: string, anchor: Anchor): QuoteStanding | null {
    const head = this.#head.get(sha256);
    if (head === undefined) return null;
    const isPaged = head.kind === 'pdf' || head.kind === 'image';
    const around = windowOf(anchor, isPaged ? windowOfPages : windowOfBlocks);
    // Nearly every quote stands where it was taken, and is told by the parts around its place.
    if (isQuotedFrom(this.#parts.all(sha256, around.from, around.to), around.from, anchor))
      return { state: 'here' };
    const text = `${sha256}/${head.revision}`;
    const key = `${text}/${JSON.stringify([anchor.start, anchor.end, anchor.quote, anchor.prefix, anchor.suffix])}`;
    const known = this.#standings.get(key);
    if (known !== undefined) return known;
    const standing: QuoteStanding =
      isPaged && this.#standsBesideFurniture(sha256, anchor, around)
        ? { state: 'here' }
        : this.#workOut(sha256, text, anchor);
    if (this.#standings.size >= mostStandings) this.#standings.clear();
    this.#standings.set(key, standing);
    return standing;
  }

  /** Whether the quote stands once headers and footers around it are left out, as they were when it was taken. */
  #standsBesideFurniture(sha256: string, anchor: Anchor, { from, to }: Window): boolean {
    return isQuotedFrom(this.#furnished.all(sha256, from, to).map(furnished), from, anchor);
  }

  #workOut(sha256: string, key: string, anchor: Anchor): QuoteStanding {
    const text = this.#searched.get(key) ?? this.#read(sha256, key);
    return text === null ? { state: 'lost' } : quoteStanding(anchor, text);
  }

  #read(sha256: string, key: string): SearchedText | null {
    const extraction = this.#texts.get(sha256);
    if (extraction === null) return null;
    const kept = [...this.#searched.values()].reduce(
      (sum, one) => sum + one.extraction.characters,
      0,
    );
    if (this.#searched.size >= mostTexts || kept > mostUnits) this.#searched.clear();
    const text = searchedText(extraction);
    this.#searched.set(key, text);
    return text;
  }
}

function furnished({ text, furniture }: { text: string; furniture: string | null }): Part {
  return furniture === null
    ? { text }
    : { text, furniture: PageText.shape.furniture.parse(JSON.parse(furniture)) };
}

/** Whether the quote with the words around it stands at its place; `from` is the number of the first part. */
function isQuotedFrom(parts: readonly Part[], from: number, anchor: Anchor): boolean {
  const { start, end } = anchor;
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
