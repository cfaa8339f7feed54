import { ProjectOwner } from '#shared/domain/review/project.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

interface Row {
  readonly name: string;
  readonly owner: string | null;
}

/** Who holds a project, as projected; removed projects too. */
export class OwnerTable {
  readonly #get;

  constructor(db: Db) {
    this.#get = db.prepare<[string], Row>(sql`SELECT name, owner FROM project WHERE id = ?`);
  }

  get(projectId: string): { readonly name: string; readonly owner: ProjectOwner | null } {
    const row = this.#get.get(projectId);
    return { name: row?.name ?? '', owner: toOwner(row?.owner ?? null) };
  }
}

function toOwner(text: string | null): ProjectOwner | null {
  return ProjectOwner.nullable().parse(JSON.parse(text ?? 'null'));
}
