import { Project } from '#shared/domain/review/project.ts';
import type { TraitAnswers } from '#shared/domain/library/checklistItem.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

interface ProjectRow {
  readonly id: string;
  readonly name: string;
  readonly client: string;
  readonly type: string;
  readonly due: string | null;
  readonly round: number;
  readonly checklists: string;
  readonly conclusion: string;
  readonly created_at: string;
}

export interface ProjectCounts {
  readonly documents: number;
  readonly findings: number;
  readonly memos: number;
}

/** Projects and their trait answers as projected. */
export class ProjectTable {
  readonly #list;
  readonly #get;
  readonly #named;
  readonly #answers;
  readonly #counts;

  constructor(db: Db) {
    this.#list = db.prepare<[], ProjectRow>(
      sql`SELECT * FROM project WHERE deleted = 0 ORDER BY id DESC`,
    );
    this.#get = db.prepare<[string], ProjectRow>(
      sql`SELECT * FROM project WHERE id = ? AND deleted = 0`,
    );
    this.#named = db.prepare<[string], ProjectRow>(sql`
      SELECT * FROM project WHERE name = ? AND deleted = 0 ORDER BY id`);
    this.#answers = db.prepare<
      [string],
      { readonly trait_id: string; readonly answer: number }
    >(sql`
      SELECT trait_id, answer FROM trait_answer WHERE project_id = ? AND answer IS NOT NULL ORDER BY trait_id`);
    this.#counts = db.prepare<[{ readonly id: string }], ProjectCounts>(sql`
      SELECT
        (SELECT count(*) FROM document WHERE project_id = :id AND deleted = 0) AS documents,
        (SELECT count(*) FROM finding WHERE project_id = :id AND deleted = 0) AS findings,
        (SELECT count(*) FROM memo WHERE project_id = :id AND is_draft = 0) AS memos`);
  }

  list(): Project[] {
    return this.#list.all().map(toProject);
  }
  get(id: string): Project | null {
    const row = this.#get.get(id);
    return row ? toProject(row) : null;
  }
  named(name: string): Project[] {
    return this.#named.all(name).map(toProject);
  }
  answers(projectId: string): TraitAnswers {
    return Object.fromEntries(
      this.#answers.all(projectId).map((row) => [row.trait_id, row.answer === 1]),
    );
  }
  counts(projectId: string): ProjectCounts {
    return this.#counts.get({ id: projectId }) ?? { documents: 0, findings: 0, memos: 0 };
  }
}

function toProject(row: ProjectRow): Project {
  return Project.parse({
    id: row.id,
    name: row.name,
    client: row.client,
    type: row.type,
    due: row.due,
    round: row.round,
    createdAt: row.created_at,
    conclusion: row.conclusion,
    checklists: JSON.parse(row.checklists),
  });
}
