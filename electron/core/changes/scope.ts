import { statedProject } from '#shared/domain/changes/causality.ts';
import type { FieldValue } from '#shared/domain/changes/change.ts';
import type { Db } from '../db/database.ts';
import { ScopeTable } from '../repo/scopeTable.ts';
import type { Cell } from './logTable.ts';

/** Finds the project of an entity as it is written, and with it what the writer knows of other devices. */
export class Scope {
  readonly #table: ScopeTable;

  constructor(db: Db) {
    this.#table = new ScopeTable(db);
  }

  /** Other devices' changes of the same project known here; empty for what belongs to no project. */
  seenBy(write: Cell & { readonly value: FieldValue }): Record<string, number> {
    const { entity, entityId, field, value } = write;
    const known = this.#table.projectOf(entity, entityId);
    const project = known ?? this.#stated(entity, entityId, field, value);
    if (project === null) return {};
    if (known === null) this.#table.assign(entity, entityId, project);
    return this.#table.coverage(project);
  }

  /** The project that a write is in; null for what belongs to none, as far as the write says. */
  projectOf({
    entity,
    entityId,
    field,
    value,
  }: Cell & { readonly value: FieldValue }): string | null {
    const known = this.#table.projectOf(entity, entityId);
    return known ?? this.#stated(entity, entityId, field, value);
  }

  #stated(entity: string, entityId: string, field: string, value: FieldValue): string | null {
    if (entity === 'documentVersion' && field === 'documentId' && typeof value === 'string') {
      return this.#table.projectOf('document', value);
    }
    return statedProject(entity, entityId, field, value);
  }
}
