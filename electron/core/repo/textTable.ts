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
import { isOlderReader, readerName } from '#shared/domain/text/readerVersions.ts';
import { withRecognised } from '#shared/domain/recognition/recognitionStatus.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { type Placed, RecognisedText } from './recognisedText.ts';

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
      [string],
      {
        readonly extractor: string;
        readonly revision: number;
        readonly kind: string;
        readonly characters: number;
        readonly warnings: string;
        readonly meta: string;
      }
    >(
      sql`SELECT extractor, revision, kind, characters, warnings, meta FROM extraction WHERE sha256 = ?`,
    );
    this.#insertHead = db.prepare<[string, string, number, string, number, string, string]>(sql`
      INSERT INTO extraction (sha256, extractor, revision, kind, characters, warnings, meta)
      VALUES (?, ?, ?, ?, ?, ?, ?)`);
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

  /** Keeps a text, in the place of the one that is kept; whole or not at all. What was recognised of it before stays. */
  put(sha256: string, reading: Extraction): void {
    this.#db
      .transaction(() => {
        const { extraction, outdated } = this.placed(sha256, reading);
        const revision = (this.#head.get(sha256)?.revision ?? -1) + 1;
        this.#remove.run(sha256);
        this.#insertHead.run(
          sha256,
          readerName(extraction.kind),
          revision,
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
        for (const page of outdated) this.#recognisedText.forget(sha256, page);
      })
      .immediate();
  }

  /** A new reading as it will stand once it is kept: with what was recognised of its pages. */
  placed(sha256: string, reading: Extraction): Placed {
    return this.#recognisedText.placedIn(sha256, reading);
  }

  /** The text as it was read, by whichever reader; null where these bytes have not been read. */
  get(sha256: string): Extraction | null {
    const head = this.#head.get(sha256);
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

  /** Whether these bytes have been read. */
  has(sha256: string): boolean {
    return this.#head.get(sha256) !== undefined;
  }

  /** Whether an older reader than this program's gave the text. */
  isOlder(sha256: string): boolean {
    const head = this.#head.get(sha256);
    return head !== undefined && isOlderReader(head.extractor, DocumentKind.parse(head.kind));
  }

  /** Length and remarks of the text as it stands here; null where these bytes have not been read. */
  figures(sha256: string): Pick<Extraction, 'characters' | 'warnings'> | null {
    const head = this.#head.get(sha256);
    if (!head) return null;
    const warnings = z.array(ExtractWarning).parse(JSON.parse(head.warnings));
    return { characters: head.characters, warnings };
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
