import type { Vector } from '#shared/domain/changes/causality.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/**
 * Which project an entity belongs to, and per project how far each device's changes are known without a gap. An entity
 * without a project (this desk's own settings) is never handed off.
 */
export class ScopeTable {
  readonly #projectOf;
  readonly #projectsOf;
  readonly #assign;
  readonly #coverage;
  readonly #setCoverage;
  readonly #projects;
  readonly #miscounted;

  constructor(db: Db) {
    this.#projectOf = db.prepare<[string, string], { readonly project_id: string }>(sql`
      SELECT project_id FROM scope WHERE entity = ? AND entity_id = ?`);
    this.#projectsOf = db
      .prepare<[string, string], [entityId: string, projectId: string]>(
        sql`
        SELECT s.entity_id, s.project_id
        FROM json_each(?) AS wanted CROSS JOIN scope AS s ON s.entity = ? AND s.entity_id = wanted.value`,
      )
      .raw();
    this.#assign = db.prepare<[string, string, string]>(sql`
      INSERT INTO scope (entity, entity_id, project_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`);
    this.#coverage = db.prepare<[string], { readonly device: string; readonly seq: number }>(sql`
      SELECT device, seq FROM coverage WHERE project_id = ? ORDER BY device`);
    this.#setCoverage = db.prepare<[string, string, number, number]>(sql`
      INSERT INTO coverage (project_id, device, seq, changes) VALUES (?, ?, ?, ?)
      ON CONFLICT (project_id, device) DO UPDATE SET seq = max(seq, excluded.seq), changes = changes + excluded.changes`);
    this.#projects = db.prepare<[], { readonly id: string }>(sql`
      SELECT entity_id AS id FROM scope WHERE entity = 'project' ORDER BY entity_id`);
    this.#miscounted = db.prepare<[], { readonly project: string; readonly device: string }>(sql`
      SELECT v.project_id AS project, v.device FROM coverage AS v WHERE v.changes <> (
        SELECT count(*) FROM scope AS s JOIN change_place AS c ON c.entity = s.entity AND c.entity_id = s.entity_id
        WHERE s.project_id = v.project_id AND c.device = v.device)
      ORDER BY v.project_id, v.device`);
  }

  projectOf(entity: string, entityId: string): string | null {
    return this.#projectOf.get(entity, entityId)?.project_id ?? null;
  }
  /** Entity id → project of those entities of one kind that are here. */
  projectsOf(entity: string, entityIds: readonly string[]): Map<string, string> {
    return new Map(this.#projectsOf.all(JSON.stringify(entityIds), entity));
  }
  assign(entity: string, entityId: string, projectId: string): void {
    this.#assign.run(entity, entityId, projectId);
  }
  /** Other devices' changes of a project known here. Causally closed: what a known change had seen is known too. */
  coverage(projectId: string): Record<string, number> {
    return Object.fromEntries(
      this.#coverage.all(projectId).map((row) => [row.device, row.seq] as const),
    );
  }
  /** Raises the coverage of a project; `added` counts the changes by device that came with it. */
  extend(projectId: string, to: Vector, added: ReadonlyMap<string, number>): void {
    for (const [device, seq] of Object.entries(to)) {
      this.#setCoverage.run(projectId, device, seq, added.get(device) ?? 0);
    }
  }
  /** Every project that the log knows, removed ones too. */
  projects(): string[] {
    return this.#projects.all().map((row) => row.id);
  }
  /** Received changes that are not all there any more. */
  miscounted(): { readonly project: string; readonly device: string }[] {
    return this.#miscounted.all();
  }
}
