import { z } from 'zod';
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

interface PinRow {
  readonly project_id: string;
  readonly checklist_id: string;
  readonly pin: string;
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
  readonly #pins;
  readonly #pinsOf;
  readonly #unnamed;

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
    this.#pins = db.prepare<[], PinRow>(sql`
      SELECT project_id, checklist_id, pin FROM checklist_pin WHERE pin <> 'null' ORDER BY id`);
    this.#pinsOf = db.prepare<[string], PinRow>(sql`
      SELECT project_id, checklist_id, pin FROM checklist_pin
      WHERE project_id = ? AND pin <> 'null' ORDER BY id`);
    this.#unnamed = db.prepare<[], { readonly id: string }>(sql`
      SELECT id FROM project WHERE deleted = 0 AND checklists <> '{}'
        AND id NOT IN (SELECT project_id FROM checklist_use) ORDER BY id`);
    this.#counts = db.prepare<[{ readonly id: string }], ProjectCounts>(sql`
      SELECT
        (SELECT count(*) FROM document WHERE project_id = :id AND deleted = 0) AS documents,
        (SELECT count(*) FROM finding WHERE project_id = :id AND deleted = 0) AS findings,
        (SELECT count(*) FROM memo WHERE project_id = :id AND is_draft = 0) AS memos`);
  }

  list(): Project[] {
    const pins = new Map<string, PinRow[]>();
    for (const row of this.#pins.all())
      pins.set(row.project_id, [...(pins.get(row.project_id) ?? []), row]);
    return this.#list.all().map((row) => toProject(row, pins.get(row.id) ?? []));
  }
  get(id: string): Project | null {
    const row = this.#get.get(id);
    return row ? this.#toProject(row) : null;
  }
  named(name: string): Project[] {
    return this.#named.all(name).map((row) => this.#toProject(row));
  }
  /** Versions that the project was begun with, by list; what it reads now is in `checklists`. */
  begunWith(projectId: string): Project['checklists'] {
    const row = this.#get.get(projectId);
    return row ? toProject(row, []).checklists : {};
  }
  /** Projects with lists none of whose contents is named: begun before versions were kept. */
  withoutNamedLists(): string[] {
    return this.#unnamed.all().map(({ id }) => id);
  }
  /** Lists that were taken out of the project and not put back. */
  takenOut(projectId: string): string[] {
    return this.#pinsOf
      .all(projectId)
      .filter((row) => JSON.parse(row.pin) === false)
      .map((row) => row.checklist_id);
  }
  answers(projectId: string): TraitAnswers {
    return Object.fromEntries(
      this.#answers.all(projectId).map((row) => [row.trait_id, row.answer === 1]),
    );
  }
  counts(projectId: string): ProjectCounts {
    return this.#counts.get({ id: projectId }) ?? { documents: 0, findings: 0, memos: 0 };
  }

  #toProject(row: ProjectRow): Project {
    return toProject(row, this.#pinsOf.all(row.id));
  }
}

/** A version that replaced the one a list was begun with, or false where the list was taken out. */
function pinsNow(begun: unknown, pins: readonly PinRow[]): unknown {
  if (pins.length === 0) return begun;
  const now = new Map(Object.entries(z.record(z.string(), z.unknown()).parse(begun)));
  for (const row of pins) {
    const pin: unknown = JSON.parse(row.pin);
    if (pin === false) now.delete(row.checklist_id);
    else now.set(row.checklist_id, pin);
  }
  return Object.fromEntries(now);
}

function toProject(row: ProjectRow, pins: readonly PinRow[]): Project {
  return Project.parse({
    id: row.id,
    name: row.name,
    client: row.client,
    type: row.type,
    due: row.due,
    round: row.round,
    createdAt: row.created_at,
    conclusion: row.conclusion,
    checklists: pinsNow(JSON.parse(row.checklists), pins),
  });
}
