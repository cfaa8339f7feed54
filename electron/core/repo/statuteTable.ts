import { z } from 'zod';
import { fold } from '#shared/domain/text/fold.ts';
import {
  articleText,
  StatuteArticle,
  StatuteDivision,
  StatuteParagraph,
} from '#shared/domain/law/statuteText.ts';
import { type StatuteBody, StatuteVersion } from '#shared/domain/law/statuteVersion.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** Raised when the parser gives other articles for the same bytes, so that what an older one made is made anew. */
export const statuteParserVersion = 'statute-1';

interface VersionRow {
  readonly id: string;
  readonly law_code: string | null;
  readonly title: string;
  readonly version_date: string;
  readonly effective_from: string | null;
  readonly effective_to: string | null;
  readonly sha256: string;
  readonly file_name: string;
  readonly article_count: number;
  readonly remarks: string;
  readonly imported_by: string;
  readonly imported_at: string;
  readonly deleted: number;
}

interface TextRow {
  readonly divisions: string;
  readonly appendix: string;
}

interface ArticleRow {
  readonly number: number;
  readonly branch: number;
  readonly division: number | null;
  readonly paragraphs: string;
}

/** Imported versions of laws as projected, and the articles read from their files, by the files' SHA-256. */
export class StatuteTable {
  readonly #db: Db;
  readonly #versions;
  readonly #version;
  readonly #text;
  readonly #articles;
  readonly #removeText;
  readonly #insertText;
  readonly #insertArticle;
  /** Content-addressed, so an entry never goes stale. */
  readonly #bodies = new Map<string, StatuteBody>();

  constructor(db: Db) {
    this.#db = db;
    this.#versions = db.prepare<[], VersionRow>(sql`
      SELECT * FROM statute_version WHERE deleted = 0 ORDER BY title, version_date, id`);
    this.#version = db.prepare<[string], VersionRow>(
      sql`SELECT * FROM statute_version WHERE id = ?`,
    );
    this.#text = db.prepare<[string, string], TextRow>(sql`
      SELECT divisions, appendix FROM statute_text WHERE sha256 = ? AND parser = ?`);
    this.#articles = db.prepare<[string], ArticleRow>(sql`
      SELECT number, branch, division, paragraphs FROM statute_article WHERE sha256 = ? ORDER BY position`);
    this.#removeText = db.prepare<[string]>(sql`DELETE FROM statute_text WHERE sha256 = ?`);
    this.#insertText = db.prepare<[string, string, string, string]>(sql`
      INSERT INTO statute_text (sha256, parser, divisions, appendix) VALUES (?, ?, ?, ?)`);
    this.#insertArticle = db.prepare<
      [string, number, number, number, number | null, string, string, string]
    >(sql`
      INSERT INTO statute_article (sha256, position, number, branch, division, text, folded, paragraphs)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  }

  /** Versions that were not removed. */
  versions(): StatuteVersion[] {
    return this.#versions.all().map(toVersion);
  }

  /** A version that was not removed, or null. */
  version(id: string): StatuteVersion | null {
    const row = this.#version.get(id);
    return row && row.deleted === 0 ? toVersion(row) : null;
  }

  putBody(sha256: string, body: StatuteBody): void {
    this.#db
      .transaction(() => {
        this.#removeText.run(sha256);
        this.#insertText.run(
          sha256,
          statuteParserVersion,
          JSON.stringify(body.divisions),
          JSON.stringify(body.appendix),
        );
        body.articles.forEach((article, position) => {
          const { number, branch, division, paragraphs } = article;
          const text = articleText(article);
          const folded = fold(text).text;
          const detail = JSON.stringify(paragraphs);
          this.#insertArticle.run(sha256, position, number, branch, division, text, folded, detail);
        });
      })
      .immediate();
    this.#bodies.set(sha256, body);
  }

  /** The parsed text, or null where this version of the parser has not read these bytes. */
  body(sha256: string): StatuteBody | null {
    const known = this.#bodies.get(sha256);
    if (known) return known;
    const row = this.#text.get(sha256, statuteParserVersion);
    if (!row) return null;
    const body: StatuteBody = {
      divisions: z.array(StatuteDivision).parse(JSON.parse(row.divisions)),
      articles: this.#articles.all(sha256).map((one) =>
        StatuteArticle.parse({
          number: one.number,
          branch: one.branch,
          division: one.division,
          paragraphs: z.array(StatuteParagraph).parse(JSON.parse(one.paragraphs)),
        }),
      ),
      appendix: z.array(z.string()).parse(JSON.parse(row.appendix)),
    };
    this.#bodies.set(sha256, body);
    return body;
  }
}

function toVersion(row: VersionRow): StatuteVersion {
  return StatuteVersion.parse({
    id: row.id,
    lawCode: row.law_code,
    title: row.title,
    versionDate: row.version_date,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    sha256: row.sha256,
    fileName: row.file_name,
    articleCount: row.article_count,
    remarks: JSON.parse(row.remarks),
    importedBy: row.imported_by,
    importedAt: row.imported_at,
  });
}
