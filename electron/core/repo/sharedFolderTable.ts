import { z } from 'zod';
import { Failure } from '#shared/contract/errors.ts';
import { SharedFolderState } from '#shared/domain/handoff/sharedFolder.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** What was chosen for the folder that a team shares. */
export interface FolderSetting {
  readonly path: string;
  /** Null: every project. */
  readonly projects: readonly string[] | null;
  /** Keys of contacts. */
  readonly members: readonly string[];
  readonly isAutomatic: boolean;
}

/** How it stands with the folder. Times are ISO 8601 UTC. */
export interface FolderStanding {
  /** This desk has its own part there. */
  readonly isBegun: boolean;
  readonly state: SharedFolderState;
  readonly lookedAt: string | null;
  readonly reachedAt: string | null;
  readonly writtenAt: string | null;
  readonly writeFailure: Failure | null;
}

interface Row {
  readonly path: string;
  readonly projects: string;
  readonly members: string;
  readonly is_automatic: number;
  readonly is_begun: number;
  readonly state: string;
  readonly looked_at: string | null;
  readonly reached_at: string | null;
  readonly written_at: string | null;
  readonly write_failure: string;
}

const Names = z.array(z.string());

/** The shared folder's setting and standing, and the marks this installation left there. Kept at this desk. */
export class SharedFolderTable {
  readonly #get;
  readonly #set;
  readonly #stand;
  readonly #clear;
  readonly #addMark;
  readonly #hasMark;
  readonly #marks;
  readonly #addParting;
  readonly #partings;
  readonly #dropParting;

  constructor(db: Db) {
    this.#get = db.prepare<[], Row>(sql`SELECT * FROM shared_folder`);
    this.#set = db.prepare<[string, string, string, number]>(sql`
      INSERT INTO shared_folder (only, path, projects, members, is_automatic) VALUES (1, ?, ?, ?, ?)
      ON CONFLICT (only) DO UPDATE SET path = excluded.path, projects = excluded.projects,
        members = excluded.members, is_automatic = excluded.is_automatic`);
    this.#stand = db.prepare<
      [number, string, string | null, string | null, string | null, string]
    >(sql`
      UPDATE shared_folder SET is_begun = ?, state = ?, looked_at = ?, reached_at = ?, written_at = ?,
        write_failure = ?`);
    this.#clear = db.prepare<[]>(sql`DELETE FROM shared_folder`);
    this.#addMark = db.prepare<[string, string]>(sql`
      INSERT INTO shared_mark (nonce, written_at) VALUES (?, ?) ON CONFLICT DO NOTHING`);
    this.#hasMark = db.prepare<[string], { readonly found: number }>(sql`
      SELECT 1 AS found FROM shared_mark WHERE nonce = ?`);
    this.#marks = db.prepare<[], { readonly nonce: string }>(sql`
      SELECT nonce FROM shared_mark ORDER BY written_at DESC, nonce DESC LIMIT 1000`);
    this.#addParting = db.prepare<[string, Uint8Array]>(sql`
      INSERT OR REPLACE INTO shared_parting (file, bytes) VALUES (?, ?)`);
    this.#partings = db.prepare<[], { readonly file: string; readonly bytes: Uint8Array }>(sql`
      SELECT file, bytes FROM shared_parting ORDER BY file`);
    this.#dropParting = db.prepare<[string]>(sql`DELETE FROM shared_parting WHERE file = ?`);
  }

  setting(): FolderSetting | null {
    const row = this.#get.get();
    if (!row) return null;
    return {
      path: row.path,
      projects: Names.nullable().parse(JSON.parse(row.projects)),
      members: Names.parse(JSON.parse(row.members)),
      isAutomatic: row.is_automatic === 1,
    };
  }
  set({ path, projects, members, isAutomatic }: FolderSetting): void {
    this.#set.run(path, JSON.stringify(projects), JSON.stringify(members), isAutomatic ? 1 : 0);
  }
  clear(): void {
    this.#clear.run();
  }
  standing(): FolderStanding {
    const row = this.#get.get();
    return {
      isBegun: row?.is_begun === 1,
      state: SharedFolderState.parse(row?.state ?? 'off'),
      lookedAt: row?.looked_at ?? null,
      reachedAt: row?.reached_at ?? null,
      writtenAt: row?.written_at ?? null,
      writeFailure: Failure.nullable().parse(JSON.parse(row?.write_failure ?? 'null')),
    };
  }
  /** Changes what is given and leaves the rest. */
  stand(part: Partial<FolderStanding>): void {
    const { isBegun, state, lookedAt, reachedAt, writtenAt, writeFailure } = {
      ...this.standing(),
      ...part,
    };
    const failure = JSON.stringify(writeFailure);
    this.#stand.run(isBegun ? 1 : 0, state, lookedAt, reachedAt, writtenAt, failure);
  }
  addMark(nonce: string, writtenAt: string): void {
    this.#addMark.run(nonce, writtenAt);
  }
  hasMark(nonce: string): boolean {
    return this.#hasMark.get(nonce) !== undefined;
  }
  /** The last marks, newest first. */
  marks(): string[] {
    return this.#marks.all().map((row) => row.nonce);
  }
  /** A last word under a former device, which waits until the folder can be written to. */
  addParting(file: string, bytes: Uint8Array): void {
    this.#addParting.run(file, bytes);
  }
  partings(): { readonly file: string; readonly bytes: Uint8Array }[] {
    return this.#partings.all();
  }
  dropParting(file: string): void {
    this.#dropParting.run(file);
  }
}
