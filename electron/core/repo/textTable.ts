import { z } from 'zod';
import { fold, type Folded } from '#shared/domain/text/fold.ts';
import {
  BlockText,
  DocumentKind,
  type Extraction,
  ExtractWarning,
  isPaged,
  PageText,
} from '#shared/domain/text/text.ts';
import { withRecognised } from '#shared/domain/recognition/recognitionStatus.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { RecognisedText } from './recognisedText.ts';

/** Raised when the reader gives other text for the same bytes, so that texts made by an older one are read anew. */
export const extractorVersion = 'text-1';

interface PartRow {
  readonly text: string;
  readonly folded: string;
  readonly fold_map: string;
  readonly detail: string;
}

const PageDetail = PageText.omit({ text: true });
const BlockDetail = BlockText.omit({ text: true });

/** Text read from document bytes, by the bytes' SHA-256: original and folded, with geometry or structure per part. */
export class TextTable {
  readonly #db: Db;
  readonly #head;
  readonly #insertHead;
  readonly #insertPart;
  readonly #remove;
  readonly #parts;
  readonly #recognised;
  readonly #recognisedText;

  constructor(db: Db) {
    this.#db = db;
    this.#head = db.prepare<
      [string, string],
      {
        readonly kind: string;
        readonly characters: number;
        readonly warnings: string;
        readonly meta: string;
      }
    >(
      sql`SELECT kind, characters, warnings, meta FROM extraction WHERE sha256 = ? AND extractor = ?`,
    );
    this.#insertHead = db.prepare<[string, string, string, number, string, string]>(sql`
      INSERT INTO extraction (sha256, extractor, kind, characters, warnings, meta) VALUES (?, ?, ?, ?, ?, ?)`);
    this.#insertPart = db.prepare<[string, number, string, string, string, string]>(sql`
      INSERT INTO text_part (sha256, number, text, folded, fold_map, detail) VALUES (?, ?, ?, ?, ?, ?)`);
    this.#remove = db.prepare<[string]>(sql`DELETE FROM extraction WHERE sha256 = ?`);
    this.#parts = db.prepare<[string], PartRow>(sql`
      SELECT text, folded, fold_map, detail FROM text_part WHERE sha256 = ? ORDER BY number`);
    this.#recognised = db.prepare<
      [string],
      { readonly page: number; readonly was: 'no-text' | 'unusable-text' }
    >(sql`SELECT page, was FROM recognised_page WHERE sha256 = ? ORDER BY page`);
    this.#recognisedText = new RecognisedText(db);
  }

  put(sha256: string, extraction: Extraction): void {
    this.#db
      .transaction(() => {
        this.#remove.run(sha256);
        this.#insertHead.run(
          sha256,
          extractorVersion,
          extraction.kind,
          extraction.characters,
          JSON.stringify(extraction.warnings),
          JSON.stringify(extraction.meta),
        );
        const parts = isPaged(extraction) ? extraction.pages : extraction.blocks;
        parts.forEach((part, number) => {
          const { text, ...detail } = part;
          const folded = fold(text);
          const map = JSON.stringify(folded.map);
          this.#insertPart.run(sha256, number, text, folded.text, map, JSON.stringify(detail));
        });
        this.#recognisedText.putInPlace(sha256, null);
      })
      .immediate();
  }

  /** The text as read, or null where this version of the reader has not read these bytes. */
  get(sha256: string): Extraction | null {
    const head = this.#head.get(sha256, extractorVersion);
    if (!head) return null;
    const rows = this.#parts.all(sha256);
    const warnings = z.array(ExtractWarning).parse(JSON.parse(head.warnings));
    const common = {
      characters: head.characters,
      warnings: withRecognised(warnings, this.#recognised.all(sha256)),
      meta: z.record(z.string(), z.string()).parse(JSON.parse(head.meta)),
    };
    const kind = DocumentKind.parse(head.kind);
    if (kind === 'pdf' || kind === 'image') {
      const pages = rows.map((row) => ({
        ...PageDetail.parse(JSON.parse(row.detail)),
        text: row.text,
      }));
      return { kind, pages, ...common };
    }
    const blocks = rows.map((row) => ({
      ...BlockDetail.parse(JSON.parse(row.detail)),
      text: row.text,
    }));
    return { kind, blocks, ...common };
  }

  /** Whether this version of the reader has read these bytes. */
  has(sha256: string): boolean {
    return this.#head.get(sha256, extractorVersion) !== undefined;
  }

  /** The folded form of every part, in order: what searching and matching work on. */
  folded(sha256: string): Folded[] {
    return this.#parts.all(sha256).map((row) => ({
      text: row.folded,
      map: z.array(z.number()).parse(JSON.parse(row.fold_map)),
      originalLength: row.text.length,
    }));
  }
}
