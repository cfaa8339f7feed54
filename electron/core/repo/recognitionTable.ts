import { ErrorCode } from '#shared/contract/errors.ts';
import type { RecognisedPage } from '#shared/domain/recognition/recognisedPage.ts';
import type { RecognitionState } from '#shared/domain/recognition/recognitionStatus.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { RecognisedText } from './recognisedText.ts';

/** The model that this desk recognises with; `sha256` is of the file as it was when it was chosen. */
export interface ModelSetting {
  readonly folder: string;
  readonly name: string;
  readonly sha256: string;
}

/** Who recognised a page, with what, and when (ISO 8601 UTC). */
export interface Provenance {
  readonly engine: string;
  readonly model: string;
  readonly modelSha256: string;
  readonly at: string;
}

/** A page that waits: it gave no text, or text of no use, and must then be drawn. */
export interface WaitingPage {
  readonly sha256: string;
  readonly page: number;
  readonly was: 'no-text' | 'unusable-text';
}

export interface PageCounts {
  readonly waiting: number;
  readonly done: number;
  readonly failures: readonly { readonly page: number; readonly code: ErrorCode }[];
  /** Mean over recognised pages, 0 to 100; null while there is none. */
  readonly confidence: number | null;
  readonly state: RecognitionState | null;
}

/** Pages to recognise of one document's bytes: flagged by the reader or asked for again, and not given up. */
const waitingPages = sql`
  SELECT p.sha256, p.number + 1 AS page,
    coalesce(r.was, iif(p.detail LIKE '%"unusable-text"%', 'unusable-text', 'no-text')) AS was
  FROM text_part AS p
  LEFT JOIN recognised_page AS r ON r.sha256 = p.sha256 AND r.page = p.number + 1
  LEFT JOIN recognition_failure AS f ON f.sha256 = p.sha256 AND f.page = p.number + 1
  WHERE p.sha256 = ? AND f.page IS NULL AND (r.is_due = 1 OR (r.page IS NULL
    AND EXISTS (SELECT 1 FROM json_each(p.detail, '$.flags') AS flag WHERE flag.value IN ('no-text', 'unusable-text'))))
  ORDER BY p.number`;

/** Recognised pages, what waits and what failed, and the model: all by the bytes' SHA-256, all of this desk. */
export class RecognitionTable {
  readonly #db: Db;
  readonly #placed: RecognisedText;
  readonly #waiting;
  readonly #jobs;
  readonly #setJob;
  readonly #state;
  readonly #putPage;
  readonly #ownText;
  readonly #dropFailures;
  readonly #putFailure;
  readonly #failures;
  readonly #done;
  readonly #recognised;
  readonly #characters;

  constructor(db: Db) {
    this.#db = db;
    this.#placed = new RecognisedText(db);
    this.#waiting = db.prepare<[string], WaitingPage>(waitingPages);
    this.#jobs = db.prepare<[], { readonly sha256: string }>(sql`
      SELECT j.sha256 FROM recognition_job AS j WHERE j.state = 'queued' AND EXISTS (
        SELECT 1 FROM document_version AS v JOIN document AS d ON d.id = v.document_id
        WHERE v.sha256 = j.sha256 AND v.deleted = 0 AND d.deleted = 0)
      ORDER BY j.rank, j.sha256`);
    this.#setJob = db.prepare<[string, string, number]>(sql`
      INSERT INTO recognition_job (sha256, state, rank) VALUES (?, ?, ?)
      ON CONFLICT (sha256) DO UPDATE SET state = excluded.state, rank = excluded.rank`);
    this.#state = db.prepare<
      [string],
      { readonly state: RecognitionState; readonly rank: number }
    >(sql`
      SELECT state, rank FROM recognition_job WHERE sha256 = ?`);
    this.#putPage = db.prepare(sql`
      INSERT OR REPLACE INTO recognised_page
        (sha256, page, was, text, runs, confidence, engine, model, model_sha256, recognised_at, is_due)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`);
    this.#ownText = db.prepare<[string, number], { readonly number: number }>(sql`
      SELECT p.number FROM text_part AS p WHERE p.sha256 = ? AND p.number = ? - 1
      AND NOT EXISTS (SELECT 1 FROM recognised_page AS r WHERE r.sha256 = p.sha256 AND r.page = p.number + 1)
      AND NOT EXISTS (SELECT 1 FROM json_each(p.detail, '$.flags') AS flag
        WHERE flag.value IN ('no-text', 'unusable-text', 'page-failed'))`);
    this.#dropFailures = db.prepare<[string]>(
      sql`DELETE FROM recognition_failure WHERE sha256 = ?`,
    );
    this.#putFailure = db.prepare<[string, number, string, string]>(sql`
      INSERT OR REPLACE INTO recognition_failure (sha256, page, code, failed_at) VALUES (?, ?, ?, ?)`);
    this.#failures = db.prepare<[string], { readonly page: number; readonly code: string }>(sql`
      SELECT page, code FROM recognition_failure WHERE sha256 = ? ORDER BY page`);
    this.#done = db.prepare<
      [string],
      { readonly done: number; readonly confidence: number | null }
    >(sql`
      SELECT count(*) AS done, avg(confidence) AS confidence FROM recognised_page WHERE sha256 = ? AND is_due = 0`);
    this.#characters = db.prepare<[string], { readonly characters: number }>(sql`
      SELECT characters FROM extraction WHERE sha256 = ?`);
    this.#recognised = db.prepare<
      [string],
      { readonly page: number; readonly was: WaitingPage['was'] }
    >(sql`SELECT page, was FROM recognised_page WHERE sha256 = ? ORDER BY page`);
  }

  model(): ModelSetting | null {
    const row = this.#db
      .prepare<[], ModelSetting>(sql`SELECT folder, name, sha256 FROM recognition_model`)
      .get();
    return row ?? null;
  }

  setModel(model: ModelSetting | null, at: string): void {
    this.#db.prepare(sql`DELETE FROM recognition_model`).run();
    if (model === null) return;
    this.#db
      .prepare<[string, string, string, string]>(
        sql`INSERT INTO recognition_model (only, folder, name, sha256, set_at) VALUES (1, ?, ?, ?, ?)`,
      )
      .run(model.folder, model.name, model.sha256, at);
  }

  /** Pages of these bytes that wait, in order. */
  waiting(sha256: string): WaitingPage[] {
    return this.#waiting.all(sha256);
  }

  /** The next page to recognise: of `preferred` first, then as the documents were queued. */
  next(preferred: string | null): WaitingPage | null {
    const queued = this.#jobs.all().map((row) => row.sha256);
    const first = preferred !== null && queued.includes(preferred) ? [preferred] : [];
    for (const sha256 of [...first, ...queued]) {
      const [page] = this.#waiting.all(sha256);
      if (page) return page;
    }
    return null;
  }

  counts(sha256: string): PageCounts {
    const done = this.#done.get(sha256);
    return {
      waiting: this.#waiting.all(sha256).length,
      done: done?.done ?? 0,
      confidence: done?.confidence ?? null,
      failures: this.#failures
        .all(sha256)
        .map(({ page, code }) => ({ page, code: ErrorCode.parse(code) })),
      state: this.#state.get(sha256)?.state ?? null,
    };
  }

  /** Which pages stand as recognised text, and what they were before. */
  recognised(sha256: string): { readonly page: number; readonly was: WaitingPage['was'] }[] {
    return this.#recognised.all(sha256);
  }

  /** UTF-16 units of the text as it stands now; null where these bytes have not been read. */
  characters(sha256: string): number | null {
    return this.#characters.get(sha256)?.characters ?? null;
  }

  /** Queues, pauses or gives up the bytes; the first queued is the first done. */
  setState(sha256: string, state: RecognitionState, atMs: number): void {
    const known = this.#state.get(sha256);
    this.#setJob.run(sha256, state, known && known.state !== 'cancelled' ? known.rank : atMs);
  }

  /** Pages that failed are tried once more. */
  retryFailures(sha256: string): void {
    this.#dropFailures.run(sha256);
  }

  /** Recognised pages wait once more; their text stands until the new one is there. */
  again(sha256: string): void {
    this.#db
      .prepare<[string]>(sql`UPDATE recognised_page SET is_due = 1 WHERE sha256 = ?`)
      .run(sha256);
  }

  /**
   * Keeps a page and puts its text in place, in one transaction: durable when it returns. A page that was read again
   * meanwhile, and gave text of its own, keeps that.
   */
  put(waiting: WaitingPage, page: RecognisedPage, by: Provenance): void {
    this.#db
      .transaction(() => {
        if (this.#ownText.get(waiting.sha256, waiting.page) !== undefined) return;
        this.#putPage.run(
          waiting.sha256,
          waiting.page,
          waiting.was,
          page.text,
          JSON.stringify(page.runs),
          page.confidence,
          by.engine,
          by.model,
          by.modelSha256,
          by.at,
        );
        this.#placed.putInPlace(waiting.sha256, waiting.page);
      })
      .immediate();
  }

  fail(waiting: WaitingPage, code: ErrorCode, at: string): void {
    this.#putFailure.run(waiting.sha256, waiting.page, code, at);
  }
}
