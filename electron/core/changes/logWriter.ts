import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import type { ChangeRow } from './logTable.ts';

/** What the changes of one command have in common, and the number it is kept under. */
interface Origin {
  readonly number: number;
  readonly command: string;
  readonly actor: string;
  readonly seen: string;
  readonly importNumber: number | null;
}

/**
 * Appends changes to the log. Texts that stand in row after row are kept once, under numbers, in tables that are as append-only as
 * the changes.
 */
export class LogWriter {
  readonly #insertChange;
  readonly #word;
  readonly #insertWord;
  readonly #subject;
  readonly #insertSubject;
  readonly #origins;
  readonly #insertOrigin;
  readonly #words = new Map<string, number>();
  readonly #originsOfCommand = new Map<string, Origin[]>();
  #lastSubject: { readonly entity: string; readonly id: string; readonly number: number } | null =
    null;
  #depth = 0;

  constructor(db: Db) {
    // Bound by place: names are looked up for each row, which a merge of many feels.
    this.#insertChange = db.prepare<(string | number | null)[]>(sql`
      INSERT INTO log_change (device, seq, origin, subject, field, stamp, value, hash, prev)
      VALUES (?, ?, ?, ?, ?, ?, ?, unhex(?), unhex(?))`);
    this.#word = db
      .prepare<[string], number>(sql`SELECT number FROM log_word WHERE text = ?`)
      .pluck();
    this.#insertWord = db.prepare<[string]>(sql`INSERT INTO log_word (text) VALUES (?)`);
    this.#subject = db
      .prepare<[number, string], number>(
        sql`SELECT number FROM log_subject WHERE entity = ? AND entity_id = ?`,
      )
      .pluck();
    this.#insertSubject = db.prepare<[number, string]>(sql`
      INSERT INTO log_subject (entity, entity_id) VALUES (?, ?)`);
    this.#origins = db.prepare<[string], Origin>(sql`
      SELECT o.number, n.text AS command, a.text AS actor, v.text AS seen, o.import_number AS importNumber
      FROM log_origin AS o
      JOIN log_word AS n ON n.number = o.command
      JOIN log_word AS a ON a.number = o.actor
      JOIN log_word AS v ON v.number = o.seen
      WHERE o.command_id = ?`);
    this.#insertOrigin = db.prepare<[string, number, number, number, number | null]>(sql`
      INSERT INTO log_origin (command_id, command, actor, seen, import_number) VALUES (?, ?, ?, ?, ?)`);
  }

  insert(row: ChangeRow): void {
    // Also one that fails by itself leaves nothing remembered: its texts go back with it.
    this.remembering(() => {
      this.#insert(row);
    });
  }

  /**
   * Runs writes that belong to one transaction, remembering the numbers of texts meanwhile. Not for longer: when the
   * transaction is taken back, so are the numbers.
   */
  remembering<T>(run: () => T): T {
    this.#depth += 1;
    try {
      return run();
    } catch (error) {
      this.#forget();
      throw error;
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.#forget();
    }
  }

  #insert(row: ChangeRow): void {
    const { device, hlc } = row;
    this.#insertChange.run(
      this.#numberOf(device),
      row.seq,
      this.#originOf(row),
      this.#subjectOf(row.entity, row.entity_id),
      this.#numberOf(row.field),
      stampOf(hlc, device),
      row.value,
      row.hash,
      row.prev,
    );
  }

  #forget(): void {
    this.#words.clear();
    this.#originsOfCommand.clear();
    this.#lastSubject = null;
  }

  #numberOf(text: string): number {
    let number = this.#words.get(text);
    if (number === undefined) {
      number = this.#word.get(text) ?? Number(this.#insertWord.run(text).lastInsertRowid);
      this.#words.set(text, number);
    }
    return number;
  }

  /** Changes of one entity mostly come one after the other. */
  #subjectOf(entity: string, id: string): number {
    const last = this.#lastSubject;
    if (last !== null && last.id === id && last.entity === entity) return last.number;
    const kind = this.#numberOf(entity);
    const number =
      this.#subject.get(kind, id) ?? Number(this.#insertSubject.run(kind, id).lastInsertRowid);
    this.#lastSubject = { entity, id, number };
    return number;
  }

  #originOf(row: ChangeRow): number {
    const { command_id: id, command, actor, seen, import_number: importNumber } = row;
    let known = this.#originsOfCommand.get(id);
    if (!known) {
      known = this.#origins.all(id);
      this.#originsOfCommand.set(id, known);
    }
    for (const one of known) {
      const isSame =
        one.seen === seen &&
        one.importNumber === importNumber &&
        one.actor === actor &&
        one.command === command;
      if (isSame) return one.number;
    }
    const words = [command, actor, seen].map((text) => this.#numberOf(text)) as [
      number,
      number,
      number,
    ];
    const number = Number(this.#insertOrigin.run(id, ...words, importNumber).lastInsertRowid);
    known.push({ number, command, actor, seen, importNumber });
    return number;
  }
}

/** A stamp without the device that it ends with; one of another form as it is, marked by an equals sign. */
function stampOf(hlc: string, device: string): string {
  const isPlain =
    hlc.length === 16 + device.length && hlc.endsWith(device) && hlc[15] === '-' && hlc[14] !== '=';
  return isPlain ? hlc.slice(0, 15) : `${hlc}=`;
}
