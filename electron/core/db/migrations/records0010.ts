import type { Db, Migration } from '../database.ts';
import { sql } from '../sql.ts';

/**
 * The log in a slimmer form: what stands in row after row (devices, people, commands, fields, ids of entities, what was seen) is
 * kept once and named by a number, and hashes are bytes. `change` goes on showing each change as it was, so that queries read as
 * before; `change_place` shows only where a change belongs, for those that count. What is kept once is as append-only as the
 * changes themselves: their hashes are over all of it.
 */
export const records0010: Migration = (db) => {
  db.exec(tables);
  db.exec(moved);
  // The former table is let go only once every row of it reads the same from the new ones.
  if (countOfDifferent(db) > 0) throw new Error('the change log would not read the same');
  db.exec(sql`DROP TABLE former_log`);
  db.exec(fixed);
};

const tables = sql`
  DROP TRIGGER change_is_fixed;
  DROP TRIGGER change_is_kept;
  DROP INDEX change_of_command;
  ALTER TABLE change RENAME TO former_log;

  CREATE TABLE log_word (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

  CREATE TABLE log_subject (
    number INTEGER PRIMARY KEY,
    entity INTEGER NOT NULL,
    entity_id TEXT NOT NULL,
    UNIQUE (entity, entity_id)
  ) STRICT;

  CREATE TABLE log_origin (
    number INTEGER PRIMARY KEY,
    command_id TEXT NOT NULL,
    command INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    import_number INTEGER
  ) STRICT;

  CREATE TABLE log_change (
    device INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    subject INTEGER NOT NULL,
    field INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    value TEXT NOT NULL,
    hash ANY NOT NULL,
    prev ANY,
    PRIMARY KEY (device, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE VIEW change AS
    SELECT d.text AS device, r.seq AS seq,
      CASE substr(r.stamp, -1) WHEN '=' THEN substr(r.stamp, 1, length(r.stamp) - 1)
        ELSE r.stamp || '-' || d.text END AS hlc,
      v.text AS seen, a.text AS actor, o.command_id AS command_id, n.text AS command,
      e.text AS entity, s.entity_id AS entity_id, f.text AS field, r.value AS value,
      CASE typeof(r.hash) WHEN 'blob' THEN lower(hex(r.hash)) ELSE r.hash END AS hash,
      CASE typeof(r.prev) WHEN 'blob' THEN lower(hex(r.prev)) ELSE r.prev END AS prev,
      o.import_number AS import_number, r.stamp AS stamp
    FROM log_change AS r
    LEFT JOIN log_word AS d ON d.number = r.device
    LEFT JOIN log_subject AS s ON s.number = r.subject
    LEFT JOIN log_word AS e ON e.number = s.entity
    LEFT JOIN log_word AS f ON f.number = r.field
    LEFT JOIN log_origin AS o ON o.number = r.origin
    LEFT JOIN log_word AS n ON n.number = o.command
    LEFT JOIN log_word AS a ON a.number = o.actor
    LEFT JOIN log_word AS v ON v.number = o.seen;

  CREATE VIEW change_place AS
    SELECT d.text AS device, r.seq AS seq,
      CASE substr(r.stamp, -1) WHEN '=' THEN substr(r.stamp, 1, length(r.stamp) - 1)
        ELSE r.stamp || '-' || d.text END AS hlc,
      e.text AS entity, s.entity_id AS entity_id
    FROM log_change AS r
    LEFT JOIN log_word AS d ON d.number = r.device
    LEFT JOIN log_subject AS s ON s.number = r.subject
    LEFT JOIN log_word AS e ON e.number = s.entity;
`;

/**
 * In the order of the chains, so that what was written together lies together. A stamp or hash of another form is kept as it is.
 * An origin is found by its command, which SQLite is told: left alone it makes an index over the other four, in which all
 * commands of one kind are equal, and reads every one of them for each change.
 */
const moved = sql`
  INSERT INTO log_word (text)
    SELECT device FROM former_log UNION SELECT command FROM former_log UNION SELECT actor FROM former_log
    UNION SELECT seen FROM former_log UNION SELECT entity FROM former_log UNION SELECT field FROM former_log;

  INSERT INTO log_subject (entity, entity_id)
    SELECT e.number, c.entity_id
    FROM (SELECT entity, entity_id, min(rowid) AS first FROM former_log GROUP BY entity, entity_id) AS c
    JOIN log_word AS e ON e.text = c.entity ORDER BY c.first;

  DROP INDEX change_of_cell;

  INSERT INTO log_origin (command_id, command, actor, seen, import_number)
    SELECT c.command_id, n.number, a.number, v.number, c.import_number
    FROM (
      SELECT command_id, command, actor, seen, import_number, min(rowid) AS first FROM former_log
      GROUP BY command_id, command, actor, seen, import_number) AS c
    JOIN log_word AS n ON n.text = c.command
    JOIN log_word AS a ON a.text = c.actor
    JOIN log_word AS v ON v.text = c.seen
    ORDER BY c.first;
  CREATE INDEX log_origin_of_command ON log_origin (command_id);

  INSERT INTO log_change (device, seq, origin, subject, field, stamp, value, hash, prev)
    SELECT d.number, c.seq, o.number, s.number, f.number,
      CASE WHEN substr(c.hlc, 16) = '-' || c.device AND substr(c.hlc, 15, 1) <> '='
        THEN substr(c.hlc, 1, 15) ELSE c.hlc || '=' END,
      c.value,
      CASE WHEN lower(hex(unhex(c.hash))) = c.hash THEN unhex(c.hash) ELSE c.hash END,
      CASE WHEN lower(hex(unhex(c.prev))) = c.prev THEN unhex(c.prev) ELSE c.prev END
    FROM log_word AS d
    CROSS JOIN former_log AS c ON c.device = d.text
    JOIN log_word AS n ON n.text = c.command
    JOIN log_word AS a ON a.text = c.actor
    JOIN log_word AS v ON v.text = c.seen
    JOIN log_word AS e ON e.text = c.entity
    JOIN log_word AS f ON f.text = c.field
    JOIN log_subject AS s ON s.entity = e.number AND s.entity_id = c.entity_id
    CROSS JOIN log_origin AS o INDEXED BY log_origin_of_command ON o.command_id = c.command_id AND o.command = n.number AND o.actor = a.number
      AND o.seen = v.number AND o.import_number IS c.import_number
    ORDER BY d.number, c.seq;
  CREATE INDEX log_change_of_cell ON log_change (subject, field, stamp);
  CREATE INDEX log_change_of_origin ON log_change (origin);
`;

/** Rows that are missing from the new form, or are not what they were in any of their columns. */
function countOfDifferent(db: Db): number {
  const count = db
    .prepare<[], number>(
      sql`
      SELECT (SELECT count(*) FROM former_log) - count(*)
      FROM former_log AS c CROSS JOIN change AS r ON r.device = c.device AND r.seq = c.seq
      WHERE (r.hlc, r.seen, r.actor, r.command_id, r.command, r.entity, r.entity_id, r.field, r.value, r.hash, r.prev,
          r.import_number) IS (c.hlc, c.seen, c.actor, c.command_id, c.command, c.entity, c.entity_id, c.field,
          c.value, c.hash, c.prev, c.import_number)`,
    )
    .pluck()
    .get();
  return count ?? 0;
}

const fixed = sql`
  CREATE TRIGGER change_is_fixed BEFORE UPDATE ON log_change
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER change_is_kept BEFORE DELETE ON log_change
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER origin_is_fixed BEFORE UPDATE ON log_origin
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER origin_is_kept BEFORE DELETE ON log_origin
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER subject_is_fixed BEFORE UPDATE ON log_subject
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER subject_is_kept BEFORE DELETE ON log_subject
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER word_is_fixed BEFORE UPDATE ON log_word
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER word_is_kept BEFORE DELETE ON log_word
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
`;
