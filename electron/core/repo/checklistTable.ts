import { ChecklistSigner } from '#shared/domain/library/checklistVersion.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** A version that was published or taken in here; its content lies under `sha256`. */
export interface PublishedVersion {
  /** Seal of its file. */
  readonly id: string;
  readonly checklistId: string;
  readonly sha256: string;
  readonly origin: 'own' | 'pack';
  readonly basedOn: string | null;
  readonly signer: ChecklistSigner | null;
  readonly by: string | null;
  readonly at: string | null;
}

/** A content that a project names as a version it was reviewed by. */
export interface UsedVersion {
  /** Seal of its file, as the one who named it says. */
  readonly id: string;
  readonly sha256: string;
  readonly by: string | null;
  readonly at: string | null;
}

interface VersionRow {
  readonly id: string;
  readonly checklist_id: string;
  readonly sha256: string;
  readonly origin: string;
  readonly based_on: string | null;
  readonly signer: string | null;
  readonly published_by: string | null;
  readonly published_at: string | null;
}

/** Versions of checklists that this desk published or took in, marks on versions, and what projects use. */
export class ChecklistTable {
  readonly #published;
  readonly #marks;
  readonly #used;

  constructor(db: Db) {
    this.#published = db.prepare<[], VersionRow>(sql`
      SELECT * FROM checklist_version WHERE deleted = 0 AND sha256 <> '' ORDER BY published_at, id`);
    this.#marks = db.prepare<[], { readonly id: string; readonly retired: number }>(sql`
      SELECT id, retired FROM checklist_version WHERE retired IS NOT NULL`);
    this.#used = db.prepare<[], UsedVersion>(sql`
      SELECT substr(id, length(project_id) + 2) AS id, sha256, max(published_by) AS "by", max(published_at) AS "at"
      FROM checklist_use WHERE sha256 <> '' GROUP BY 1, 2 ORDER BY 1, 2`);
  }

  published(): PublishedVersion[] {
    return this.#published.all().map((row) => ({
      id: row.id,
      checklistId: row.checklist_id,
      sha256: row.sha256,
      origin: row.origin === 'pack' ? 'pack' : 'own',
      basedOn: row.based_on,
      signer: ChecklistSigner.nullable().parse(JSON.parse(row.signer ?? 'null')),
      by: row.published_by,
      at: row.published_at,
    }));
  }
  /** Versions that somebody took out of use (true) or put back in use (false), by id. */
  marks(): ReadonlyMap<string, boolean> {
    return new Map(this.#marks.all().map(({ id, retired }) => [id, retired === 1]));
  }
  used(): UsedVersion[] {
    return this.#used.all();
  }
}
