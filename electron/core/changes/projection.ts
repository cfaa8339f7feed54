import type { Statement } from 'better-sqlite3';
import type { Change, FieldValue } from '#shared/domain/changes/change.ts';
import type { Db } from '../db/database.ts';
import {
  type Codec,
  type ColumnValue,
  type EntityKind,
  entityKinds,
  toColumn,
} from './entities.ts';

/** Whether a change is projected; anything else stays in the log alone until a version of the program knows it. */
export function isProjected(entity: string, field: string): boolean {
  return projectedFields.get(entity)?.has(field) ?? false;
}

const projectedFields: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries<EntityKind>(entityKinds).map(([entity, { fields }]) => [
    entity,
    new Set(Object.keys(fields)),
  ]),
);

interface Upsert {
  readonly statement: Statement<ColumnValue[]>;
  readonly codecs: readonly Codec[];
}

/** Writes changes into the tables that queries read. A field it does not know stays in the log alone. */
export class Projection {
  readonly #db: Db;
  readonly #upserts = new Map<string, Upsert>();

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
    const known = values.filter(([field]) => isProjected(entity, field));
    if (known.length === 0) return;
    const { statement, codecs } = this.#upsert(
      entity,
      known.map(([field]) => field),
    );
    const bound = known.map(([, value], index) => toColumn(codecs[index] ?? 'json', value));
    statement.run(entityId, ...bound);
  }

  /** Of projected fields only: table and column names come from entityKinds, never from the change. */
  #upsert(entity: string, fields: readonly string[]): Upsert {
    const key = `${entity} ${fields.join(' ')}`;
    const made = this.#upserts.get(key);
    if (made) return made;
    const kinds: Readonly<Record<string, EntityKind>> = entityKinds;
    const kind = kinds[entity];
    const columns = fields.flatMap((field) => {
      const column = kind?.fields[field];
      return column ? [column] : [];
    });
    if (!kind || columns.length !== fields.length) throw new TypeError('a field that is projected');
    const names = columns.map(([name]) => name);
    const statement = this.#db.prepare<ColumnValue[]>(
      `INSERT INTO ${kind.table} (id, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})
       ON CONFLICT (id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    );
    const upsert = { statement, codecs: columns.map(([, codec]) => codec) };
    this.#upserts.set(key, upsert);
    return upsert;
  }
}
