import { z } from 'zod';
import type { Vector } from '#shared/domain/changes/causality.ts';
import { VectorSchema } from '#shared/domain/handoff/handoff.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/**
 * `writing`: noted before the file is there · `lying`: in the folder · `removed`: taken out · `withdrawn`: to be taken out,
 * because it holds changes that have become another device's · `failed`: not written to the end, so nobody was told anything.
 */
export type SentState = 'writing' | 'lying' | 'removed' | 'withdrawn' | 'failed';

/** A package of one project that this desk wrote into the shared folder. */
export interface SentFile {
  readonly number: number;
  readonly device: string;
  readonly packageId: string;
  /** Name inside the team's folder. */
  readonly file: string;
  /** Of the sealed bytes. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly projectId: string;
  readonly from: Vector;
  readonly to: Vector;
  /** The last number of each device that it holds a change of. */
  readonly held: Vector;
  /** Keys of the contacts it is sealed to. */
  readonly recipients: readonly string[];
  readonly state: SentState;
}

interface Row {
  readonly number: number;
  readonly device: string;
  readonly package_id: string;
  readonly file: string;
  readonly sha256: string;
  readonly size_bytes: number;
  readonly project_id: string;
  readonly from_vector: string;
  readonly to_vector: string;
  readonly held_vector: string;
  readonly recipients: string;
  readonly state: SentState;
}

/** What this desk wrote into the shared folder, and how far each project's changes go. */
export class SharedSentTable {
  readonly #insert;
  readonly #setState;
  readonly #inState;
  readonly #ofHash;
  readonly #newest;
  readonly #lastNumber;
  readonly #prune;
  readonly #forget;
  readonly #release;
  readonly #tops;

  constructor(db: Db) {
    this.#insert = db.prepare<(string | number)[]>(sql`
      INSERT INTO shared_sent (number, device, package_id, file, sha256, size_bytes, project_id, from_vector,
        to_vector, held_vector, recipients, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    this.#setState = db.prepare<[SentState, number]>(sql`
      UPDATE shared_sent SET state = ? WHERE number = ?`);
    this.#inState = db.prepare<[SentState], Row>(sql`
      SELECT * FROM shared_sent WHERE state = ? ORDER BY number`);
    this.#ofHash = db.prepare<[string], Row>(sql`SELECT * FROM shared_sent WHERE sha256 = ?`);
    this.#newest = db.prepare<[string, string], Row>(sql`
      SELECT * FROM shared_sent WHERE project_id = ? AND device = ? AND state NOT IN ('writing', 'failed')
      ORDER BY number DESC LIMIT 1`);
    this.#lastNumber = db.prepare<[], { readonly number: number }>(sql`
      SELECT coalesce(max(number), 0) AS number FROM shared_sent`);
    this.#prune = db.prepare<[number]>(sql`
      DELETE FROM shared_sent WHERE state IN ('removed', 'failed') AND number < ? AND EXISTS (
        SELECT 1 FROM shared_sent AS later
        WHERE later.project_id = shared_sent.project_id AND later.number > shared_sent.number)`);
    this.#forget = db.prepare<[]>(sql`DELETE FROM shared_sent WHERE state <> 'withdrawn'`);
    this.#release = db.prepare<[]>(sql`
      UPDATE shared_sent SET state = 'removed' WHERE state IN ('writing', 'lying')`);
    this.#tops = db.prepare<[string], { readonly device: string; readonly seq: number }>(sql`
      SELECT c.device, max(c.seq) AS seq FROM scope AS s
      JOIN change_place AS c ON c.entity = s.entity AND c.entity_id = s.entity_id
      WHERE s.project_id = ? GROUP BY c.device ORDER BY c.device`);
  }

  add(sent: SentFile): void {
    this.#insert.run(
      sent.number,
      sent.device,
      sent.packageId,
      sent.file,
      sent.sha256,
      sent.sizeBytes,
      sent.projectId,
      JSON.stringify(sent.from),
      JSON.stringify(sent.to),
      JSON.stringify(sent.held),
      JSON.stringify(sent.recipients),
      sent.state,
    );
  }
  setState(number: number, state: SentState): void {
    this.#setState.run(state, number);
  }
  inState(state: SentState): SentFile[] {
    return this.#inState.all(state).map(toSent);
  }
  /** A file of these bytes that this desk wrote once. */
  ofHash(sha256: string): SentFile | null {
    const row = this.#ofHash.get(sha256);
    return row ? toSent(row) : null;
  }
  /** The last package of a project that a device wrote here; `to` says how far it has told what it has. */
  newest(projectId: string, device: string): SentFile | null {
    const row = this.#newest.get(projectId, device);
    return row ? toSent(row) : null;
  }
  nextNumber(): number {
    return (this.#lastNumber.get()?.number ?? 0) + 1;
  }
  /** Forgets files that were taken out long ago; the last of each project stays. */
  prune(keep: number): void {
    this.#prune.run(this.nextNumber() - keep);
  }
  /** For another folder: its files count no longer, and are still known to be this desk's. */
  release(): void {
    this.#release.run();
  }
  /** For another device. Files that are still to be taken out are remembered. */
  forget(): void {
    this.#forget.run();
  }
  /** The last change of each device that the log holds of a project. */
  tops(projectId: string): Record<string, number> {
    return Object.fromEntries(this.#tops.all(projectId).map((row) => [row.device, row.seq]));
  }
}

function toSent(row: Row): SentFile {
  return {
    number: row.number,
    device: row.device,
    packageId: row.package_id,
    file: row.file,
    sha256: row.sha256,
    sizeBytes: row.size_bytes,
    projectId: row.project_id,
    from: VectorSchema.parse(JSON.parse(row.from_vector)),
    to: VectorSchema.parse(JSON.parse(row.to_vector)),
    held: VectorSchema.parse(JSON.parse(row.held_vector)),
    recipients: z.array(z.string()).parse(JSON.parse(row.recipients)),
    state: row.state,
  };
}
