import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import type { ChangeRow } from '../changes/logTable.ts';

/** A change as it was before it became another device's. */
export interface FormerChange {
  readonly device: string;
  readonly seq: number;
  readonly hlc: string;
  readonly seen: string;
  readonly commandId: string;
  readonly hash: string;
  readonly newDevice: string;
  readonly newSeq: number;
}

/** In a project, `by` has written something knowing the device's changes up to `seq`. */
export interface SeenBy {
  readonly projectId: string;
  readonly by: string;
  readonly seq: number;
}

/** SQL of becoming a new device; only inside its transaction. */
export class RenewalTable {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Own changes after a number, in their order. */
  after(device: string, seq: number): ChangeRow[] {
    return this.#db
      .prepare<[string, number], ChangeRow>(
        sql`SELECT * FROM change WHERE device = ? AND seq > ? ORDER BY seq`,
      )
      .all(device, seq);
  }

  /** Up to which number of the device each other one's changes of a project say to know it. */
  seenBy(device: string): SeenBy[] {
    return this.#db
      .prepare<[string, string], SeenBy>(
        sql`
        SELECT s.project_id AS projectId, c.device AS by, max(e.value) AS seq FROM scope AS s
        JOIN change AS c ON c.entity = s.entity AND c.entity_id = s.entity_id, json_each(c.seen) AS e
        WHERE c.device <> ? AND e.key = ? GROUP BY s.project_id, c.device`,
      )
      .all(device, device);
  }

  /** Up to which own number a project's changes were ever put into the shared folder. */
  putUpTo(device: string): Map<string, number> {
    const rows = this.#db
      .prepare<[string, string], { readonly projectId: string; readonly seq: number | null }>(
        sql`
        SELECT project_id AS projectId, max(json_extract(held_vector, '$."' || ? || '"')) AS seq
        FROM shared_sent WHERE device = ? AND state <> 'failed' GROUP BY project_id`,
      )
      .all(device, device);
    return new Map(rows.map((row) => [row.projectId, row.seq ?? 0]));
  }

  commandAt(device: string, seq: number): string | null {
    const row = this.#db
      .prepare<[string, number], { readonly id: string }>(
        sql`SELECT command_id AS id FROM change WHERE device = ? AND seq = ?`,
      )
      .get(device, seq);
    return row?.id ?? null;
  }

  /** Takes changes out of the append-only log; what they were is kept by `keepFormer`. */
  takeOut(device: string, after: number): void {
    this.#db.exec('DROP TRIGGER change_is_kept');
    this.#db
      .prepare<[string, number]>(
        sql`DELETE FROM log_change WHERE device = (SELECT number FROM log_word WHERE text = ?) AND seq > ?`,
      )
      .run(device, after);
    this.#db.exec(
      "CREATE TRIGGER change_is_kept BEFORE DELETE ON log_change BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END",
    );
  }

  keepFormer(former: FormerChange): void {
    this.#db
      .prepare<[FormerChange]>(
        sql`
        INSERT INTO former_change (device, seq, hlc, seen, command_id, hash, new_device, new_seq)
        VALUES (:device, :seq, :hlc, :seen, :commandId, :hash, :newDevice, :newSeq)`,
      )
      .run(former);
  }

  /** Gives a command of this desk another id and device, also where later ones take it back. */
  renameCommand(id: string, newId: string, device: string): void {
    this.#db
      .prepare<[string, string, string]>(sql`UPDATE command SET id = ?, device = ? WHERE id = ?`)
      .run(newId, device, id);
    this.#db
      .prepare<[string, string, string]>(
        sql`
        UPDATE command SET reverts = (
          SELECT json_group_array(iif(e.value = ?, ?, e.value)) FROM json_each(command.reverts) AS e)
        WHERE EXISTS (SELECT 1 FROM json_each(command.reverts) AS e WHERE e.value = ?)`,
      )
      .run(id, newId, id);
  }

  /** From now on `own` is this desk; what `former` wrote is here like any colleague’s. */
  setOwn(former: string, own: string, person: string): void {
    this.#db
      .prepare<[string, string]>(sql`UPDATE device SET is_own = 0, person = ? WHERE id = ?`)
      .run(person, former);
    this.#db.prepare<[string]>(sql`INSERT INTO device (id, is_own) VALUES (?, 1)`).run(own);
  }

  /** How many changes of each project a device has here. */
  countByProject(device: string): Map<string, number> {
    const rows = this.#db
      .prepare<[string], { readonly project: string; readonly changes: number }>(
        sql`
        SELECT s.project_id AS project, count(*) AS changes FROM scope AS s
        JOIN change_place AS c ON c.entity = s.entity AND c.entity_id = s.entity_id
        WHERE c.device = ? GROUP BY s.project_id`,
      )
      .all(device);
    return new Map(rows.map((row) => [row.project, row.changes]));
  }

  /** Entities with open disagreements, which name changes by their numbers. */
  disputed(): { readonly entity: string; readonly entityId: string }[] {
    return this.#db
      .prepare<[], { readonly entity: string; readonly entityId: string }>(
        sql`SELECT DISTINCT entity, entity_id AS entityId FROM conflict`,
      )
      .all();
  }

  dropIdentity(): void {
    this.#db.prepare<[]>(sql`DELETE FROM handoff_identity`).run();
  }
}
