import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { type KnownChange, vectorOf } from './conflicts.ts';
import type { ChangeRow } from './logTable.ts';

/** A change as it lies in the file. */
type StoredRow = readonly [
  device: number,
  seq: number,
  origin: number,
  subject: number,
  field: number,
  stamp: string,
  value: string,
  hash: string,
  prev: string | null,
];

/** As `StoredRow`, with the place of its entity among those that were asked for. */
type StoredKnownRow = readonly [
  place: number,
  device: number,
  seq: number,
  origin: number,
  field: number,
  stamp: string,
  value: string,
];

interface Origin {
  readonly seen: string;
  readonly actor: string;
  readonly commandId: string;
  readonly command: string;
  readonly importNumber: number | null;
}

interface Subject {
  readonly entity: string;
  readonly entityId: string;
}

/** Reads many changes at a time: as numbers, whose texts are looked up once for each time of reading. */
export class LogReader {
  readonly #knownOfAll;
  readonly #devices;
  readonly #ofDevice;
  readonly #ofProject;
  readonly #numbered;
  readonly #word;
  readonly #origin;
  readonly #subject;

  constructor(db: Db) {
    // The ids come first, so that the log is asked for each of them; the other way round it would be read whole.
    this.#knownOfAll = db
      .prepare<[string, string], StoredKnownRow>(
        sql`
        SELECT wanted.key, r.device, r.seq, r.origin, r.field, r.stamp, r.value
        FROM json_each(?) AS wanted
        CROSS JOIN log_subject AS s ON s.entity = (SELECT number FROM log_word WHERE text = ?)
          AND s.entity_id = wanted.value
        CROSS JOIN log_change AS r ON r.subject = s.number`,
      )
      .raw();
    // Read from the changes, not from the words, so that those of a device whose word is missing are not passed over.
    this.#devices = db
      .prepare<[], number>(
        sql`
        WITH RECURSIVE own (number) AS (
          SELECT min(device) FROM log_change
          UNION ALL
          SELECT (SELECT min(device) FROM log_change WHERE device > own.number) FROM own
          WHERE own.number IS NOT NULL
        )
        SELECT own.number FROM own LEFT JOIN log_word AS w ON w.number = own.number
        WHERE own.number IS NOT NULL ORDER BY w.text`,
      )
      .pluck();
    this.#ofDevice = db
      .prepare<[number], StoredRow>(
        sql`
        SELECT device, seq, origin, subject, field, stamp, value,
          CASE typeof(hash) WHEN 'blob' THEN lower(hex(hash)) ELSE hash END,
          CASE typeof(prev) WHEN 'blob' THEN lower(hex(prev)) ELSE prev END
        FROM log_change WHERE device = ? ORDER BY seq`,
      )
      .raw();
    this.#ofProject = db
      .prepare<[string], StoredRow>(
        sql`
        SELECT r.device, r.seq, r.origin, r.subject, r.field, r.stamp, r.value,
          CASE typeof(r.hash) WHEN 'blob' THEN lower(hex(r.hash)) ELSE r.hash END,
          CASE typeof(r.prev) WHEN 'blob' THEN lower(hex(r.prev)) ELSE r.prev END
        FROM scope
        CROSS JOIN log_word AS e ON e.text = scope.entity
        CROSS JOIN log_subject AS s ON s.entity = e.number AND s.entity_id = scope.entity_id
        CROSS JOIN log_change AS r ON r.subject = s.number
        CROSS JOIN log_word AS d ON d.number = r.device
        WHERE scope.project_id = ? ORDER BY d.text, r.seq`,
      )
      .raw();
    this.#numbered = db
      .prepare<[string, number, number, string], StoredRow>(
        sql`
        SELECT r.device, r.seq, r.origin, r.subject, r.field, r.stamp, r.value,
          CASE typeof(r.hash) WHEN 'blob' THEN lower(hex(r.hash)) ELSE r.hash END,
          CASE typeof(r.prev) WHEN 'blob' THEN lower(hex(r.prev)) ELSE r.prev END
        FROM log_change AS r
        CROSS JOIN log_subject AS s ON s.number = r.subject
        CROSS JOIN log_word AS e ON e.number = s.entity
        CROSS JOIN scope ON scope.entity = e.text AND scope.entity_id = s.entity_id
        WHERE r.device = (SELECT number FROM log_word WHERE text = ?) AND r.seq > ? AND r.seq <= ?
          AND scope.project_id = ?
        ORDER BY r.seq`,
      )
      .raw();
    this.#word = db
      .prepare<[number], string>(sql`SELECT text FROM log_word WHERE number = ?`)
      .pluck();
    this.#origin = db.prepare<[number], Origin>(sql`
      SELECT v.text AS seen, a.text AS actor, o.command_id AS commandId, n.text AS command,
        o.import_number AS importNumber
      FROM log_origin AS o
      JOIN log_word AS n ON n.number = o.command
      JOIN log_word AS a ON a.number = o.actor
      JOIN log_word AS v ON v.number = o.seen
      WHERE o.number = ?`);
    this.#subject = db.prepare<[number], Subject>(sql`
      SELECT e.text AS entity, s.entity_id AS entityId
      FROM log_subject AS s JOIN log_word AS e ON e.number = s.entity WHERE s.number = ?`);
  }

  /** Every change of each of these entities of one kind; those without any are left out. */
  knownOfAll(entity: string, entityIds: readonly string[]): Map<string, KnownChange[]> {
    const { word, origin } = this.#texts();
    const found = new Map<string, KnownChange[]>();
    let rows: KnownChange[] = [];
    let last = -1;
    for (const stored of this.#knownOfAll.all(JSON.stringify(entityIds), entity)) {
      const [place, deviceNumber, seq, originNumber, field, stamp, value] = stored;
      if (place !== last) {
        rows = [];
        found.set(entityIds[place] ?? '', rows);
        last = place;
      }
      const device = word(deviceNumber);
      const { seen, actor } = origin(originNumber);
      const hlc = hlcOf(stamp, device);
      rows.push({ device, seq, hlc, seen: vectorOf(seen), actor, field: word(field), value });
    }
    return found;
  }

  /** Every change, by device and number. */
  *all(): Generator<ChangeRow> {
    for (const device of this.#devices.all()) yield* this.#read(this.#ofDevice.iterate(device));
  }

  /** Every change of a project, by device and number. */
  ofProject(projectId: string): Generator<ChangeRow> {
    return this.#read(this.#ofProject.iterate(projectId));
  }

  numbered(projectId: string, device: string, after: number, upTo: number): Generator<ChangeRow> {
    return this.#read(this.#numbered.iterate(device, after, upTo, projectId));
  }

  *#read(rows: Iterable<StoredRow>): Generator<ChangeRow> {
    const { word, origin, subject } = this.#texts();
    for (const [deviceNumber, seq, from, of, field, stamp, value, hash, prev] of rows) {
      const device = word(deviceNumber);
      const { seen, actor, commandId, command, importNumber } = origin(from);
      const { entity, entityId } = subject(of);
      yield {
        device,
        seq,
        hlc: hlcOf(stamp, device),
        seen,
        actor,
        command_id: commandId,
        command,
        entity,
        entity_id: entityId,
        field: word(field),
        value,
        hash,
        prev,
        import_number: importNumber,
      };
    }
  }

  /** The texts behind numbers, each looked up once. One that is missing is empty: the change’s hash will not fit then. */
  #texts() {
    return {
      word: remembered((number) => this.#word.get(number) ?? ''),
      origin: remembered((number) => this.#origin.get(number) ?? nowhere),
      subject: remembered((number) => this.#subject.get(number) ?? nothing),
    };
  }
}

const nowhere: Origin = { seen: '{}', actor: '', commandId: '', command: '', importNumber: null };
const nothing: Subject = { entity: '', entityId: '' };

const mostRemembered = 50_000;

function remembered<T>(read: (number: number) => T): (number: number) => T {
  const known = new Map<number, T>();
  return (number) => {
    let found = known.get(number);
    if (found === undefined) {
      if (known.size >= mostRemembered) known.clear();
      found = read(number);
      known.set(number, found);
    }
    return found;
  };
}

/** The whole stamp: it ends with the device's id, unless it is marked as one of another form. */
function hlcOf(stamp: string, device: string): string {
  return stamp.endsWith('=') ? stamp.slice(0, -1) : `${stamp}-${device}`;
}
