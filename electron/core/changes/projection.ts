import type { Statement } from 'better-sqlite3';
import type { Change } from '#shared/domain/change.ts';
import type { Db } from '../db/database.ts';
import { type ColumnValue, type EntityKind, entityKinds, toColumn } from './entities.ts';

/** Writes changes into the tables that queries read. A field it does not know stays in the log alone. */
export class Projection {
  readonly #db: Db;
  readonly #statements = new Map<string, Statement<[string, ColumnValue]>>();

  constructor(db: Db) {
    this.#db = db;
  }

  apply(change: Pick<Change, 'entity' | 'entityId' | 'field' | 'value'>): void {
    const kinds: Readonly<Record<string, EntityKind>> = entityKinds;
    const kind = kinds[change.entity];
    const column = kind?.fields[change.field];
    if (!kind || !column) return;
    // Table and column names come from entityKinds above, never from the change.
    const statement = this.#prepare(
      `INSERT INTO ${kind.table} (id, ${column[0]}) VALUES (?, ?)
       ON CONFLICT (id) DO UPDATE SET ${column[0]} = excluded.${column[0]}`,
    );
    statement.run(change.entityId, toColumn(column[1], change.value));
  }

  #prepare(source: string): Statement<[string, ColumnValue]> {
    let statement = this.#statements.get(source);
    if (!statement) {
      statement = this.#db.prepare<[string, ColumnValue]>(source);
      this.#statements.set(source, statement);
    }
    return statement;
  }
}
