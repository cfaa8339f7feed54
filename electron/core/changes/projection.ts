import type { Statement } from 'better-sqlite3';
import type { Change, FieldValue } from '#shared/domain/changes/change.ts';
import type { Db } from '../db/database.ts';
import { type ColumnValue, type EntityKind, entityKinds, toColumn } from './entities.ts';

/** Whether a change is projected; anything else stays in the log alone until a version of the program knows it. */
export function isProjected(entity: string, field: string): boolean {
  const kinds: Readonly<Record<string, EntityKind>> = entityKinds;
  return Object.hasOwn(kinds, entity) && Object.hasOwn(kinds[entity]?.fields ?? {}, field);
}

/** Writes changes into the tables that queries read. A field it does not know stays in the log alone. */
export class Projection {
  readonly #db: Db;
  readonly #statements = new Map<string, Statement<ColumnValue[]>>();

  constructor(db: Db) {
    this.#db = db;
  }

  apply(change: Pick<Change, 'entity' | 'entityId' | 'field' | 'value'>): void {
    this.applyAll(change.entity, change.entityId, [[change.field, change.value]]);
  }

  /** Several fields of one entity at once. */
  applyAll(
    entity: string,
    entityId: string,
    values: readonly (readonly [field: string, value: FieldValue])[],
  ): void {
    const kinds: Readonly<Record<string, EntityKind>> = entityKinds;
    const known = values.filter(([field]) => isProjected(entity, field));
    const kind = kinds[entity];
    if (!kind || known.length === 0) return;
    // Table and column names come from entityKinds, never from the change.
    const columns = known.flatMap(([field]) => kind.fields[field]?.[0] ?? []);
    const statement = this.#prepare(
      `INSERT INTO ${kind.table} (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})
       ON CONFLICT (id) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    );
    const bound = known.map(([field, value]) => toColumn(kind.fields[field]?.[1] ?? 'json', value));
    statement.run(entityId, ...bound);
  }

  #prepare(source: string): Statement<ColumnValue[]> {
    let statement = this.#statements.get(source);
    if (!statement) {
      statement = this.#db.prepare<ColumnValue[]>(source);
      this.#statements.set(source, statement);
    }
    return statement;
  }
}
