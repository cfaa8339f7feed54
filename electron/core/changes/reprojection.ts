import { createHash } from 'node:crypto';
import { winnerOf } from '#shared/domain/changes/causality.ts';
import type { FieldValue } from '#shared/domain/changes/change.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { cellsOf, Conflicts, toCellChange } from './conflicts.ts';
import { entityKinds } from './entities.ts';
import type { LogTable } from './logTable.ts';
import { Projection } from './projection.ts';

/** Raised when merging itself changes what stands, so that what is projected is worked out anew. */
const mergeRules = 1;

function fingerprint(): string {
  return createHash('sha256')
    .update(JSON.stringify([mergeRules, entityKinds]))
    .digest('hex');
}

/**
 * Projects the log anew when this version of the program knows other entities or fields than the one that wrote the
 * tables: what a colleague's newer version had written becomes visible with the upgrade. Returns the entities read.
 */
export function reprojectIfNeeded(db: Db, log: LogTable): number {
  const current = fingerprint();
  const known = db
    .prepare<[], { readonly fingerprint: string }>(sql`SELECT fingerprint FROM projection_state`)
    .get();
  if (known?.fingerprint === current) return 0;
  return db
    .transaction(() => {
      // Tables without a fingerprint were written by a version that knew all it had.
      const count = known ? reproject(db, log) : 0;
      db.prepare<[string]>(
        sql`
        INSERT INTO projection_state (only, fingerprint) VALUES (1, ?)
        ON CONFLICT (only) DO UPDATE SET fingerprint = excluded.fingerprint`,
      ).run(current);
      return count;
    })
    .immediate();
}

function reproject(db: Db, log: LogTable): number {
  const projection = new Projection(db);
  const conflicts = new Conflicts(db, log);
  const entities = db
    .prepare<[], { readonly entity: string; readonly id: string }>(
      sql`
      SELECT e.text AS entity, s.entity_id AS id FROM log_subject AS s JOIN log_word AS e ON e.number = s.entity
      WHERE EXISTS (SELECT 1 FROM log_change WHERE subject = s.number) ORDER BY entity, id`,
    )
    .all();
  for (const { entity, id } of entities) {
    const cells = cellsOf(log.narrowOf(entity, id).map(toCellChange));
    const values = [...cells].flatMap(([field, changes]): [string, FieldValue][] => {
      const winner = winnerOf(entity, changes);
      return winner ? [[field, JSON.parse(winner.value) as FieldValue]] : []; // kept as canonical JSON
    });
    projection.applyAll(entity, id, values);
    conflicts.recompute(entity, id);
  }
  return entities.length;
}
