import { z } from 'zod';
import { PinnedCitation } from '#shared/domain/review/assessment.ts';
import { Memo } from '#shared/domain/review/memo.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

interface MemoRow {
  readonly id: string;
  readonly project_id: string;
  readonly number: string | null;
  readonly is_draft: number;
  readonly file_name: string;
  readonly sha256: string;
  readonly made_by: string;
  readonly made_at: string;
}

/** What is read of a memo's model: an older one may lack fields that a newer one has. */
const CitingModel = z.object({
  findings: z.array(z.object({ citations: z.array(PinnedCitation) })).default([]),
});

/** Written memos as projected. */
export class MemoTable {
  readonly #ofProject;
  readonly #get;
  readonly #numbers;
  readonly #drafts;

  constructor(db: Db) {
    this.#ofProject = db.prepare<[string], MemoRow>(
      sql`SELECT * FROM memo WHERE project_id = ? ORDER BY id DESC`,
    );
    this.#get = db.prepare<[string], MemoRow>(sql`SELECT * FROM memo WHERE id = ?`);
    this.#drafts = db.prepare<
      [string],
      { readonly id: string; readonly file_name: string; readonly model: string }
    >(sql`
      SELECT id, file_name, model FROM memo WHERE project_id = ? AND is_draft = 1 ORDER BY id DESC`);
    this.#numbers = db.prepare<[], { readonly number: string }>(sql`
      SELECT number FROM memo WHERE number IS NOT NULL`);
  }

  ofProject(projectId: string): Memo[] {
    return this.#ofProject.all(projectId).map(toMemo);
  }
  get(id: string): Memo | null {
    const row = this.#get.get(id);
    return row ? toMemo(row) : null;
  }
  /** Drafts of a project with the citations of their findings, as they were when it was written. */
  draftsOfProject(projectId: string): {
    readonly id: string;
    readonly fileName: string;
    readonly citations: readonly PinnedCitation[];
  }[] {
    return this.#drafts.all(projectId).map((row) => {
      const model = CitingModel.parse(JSON.parse(row.model));
      return {
        id: row.id,
        fileName: row.file_name,
        citations: model.findings.flatMap(({ citations }) => citations),
      };
    });
  }
  numbers(): string[] {
    return this.#numbers.all().map((row) => row.number);
  }
}

function toMemo(row: MemoRow): Memo {
  return Memo.parse({
    id: row.id,
    projectId: row.project_id,
    number: row.number,
    isDraft: row.is_draft === 1,
    fileName: row.file_name,
    sha256: row.sha256,
    createdAt: row.made_at,
    by: row.made_by,
  });
}
