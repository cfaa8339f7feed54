import { z } from 'zod';
import { HandoffExport, HandoffLogEntry } from '#shared/domain/handoff/handoffReport.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

interface Row {
  readonly number: number;
  readonly direction: string;
  readonly at: string;
  readonly package_id: string;
  readonly file_name: string;
  readonly people: string;
  readonly projects: string;
  readonly changes: number;
  readonly command_id: string | null;
  readonly undone_at: string | null;
  readonly recipients: string;
  readonly new_owner: string | null;
  readonly sent_at: string | null;
}

/** What `handoff.export` answered, and when the bytes were handed out. */
const Built = z.strictObject({ answer: HandoffExport, fetchedAt: z.string().nullable() });
export type Built = z.infer<typeof Built>;

type Written = 'direction' | 'at' | 'packageId' | 'fileName' | 'people' | 'projects' | 'changes';
export type NewEntry = Pick<HandoffLogEntry, Written> &
  Partial<Pick<HandoffLogEntry, 'recipients' | 'newOwner' | 'sentAt'>> & {
    readonly commandId: string | null;
  };

/** Packages sent and received: to or from whom, when, what. Kept at this desk, never handed off. */
export class HandoffLogTable {
  readonly #insert;
  readonly #setReport;
  readonly #report;
  readonly #all;
  readonly #last;
  readonly #ofCommand;
  readonly #setUndone;
  readonly #setChanges;
  readonly #setSent;

  constructor(db: Db) {
    this.#insert = db.prepare<[Record<string, string | number | null>]>(sql`
      INSERT INTO handoff (direction, at, package_id, file_name, people, projects, changes, report, command_id,
        recipients, new_owner, sent_at)
      VALUES (:direction, :at, :packageId, :fileName, :people, :projects, :changes, 'null', :commandId,
        :recipients, :newOwner, :sentAt)`);
    this.#setReport = db.prepare<[string, number]>(
      sql`UPDATE handoff SET report = ? WHERE number = ?`,
    );
    this.#report = db.prepare<[number], { readonly report: string }>(sql`
      SELECT report FROM handoff WHERE number = ?`);
    this.#all = db.prepare<[], Row>(sql`SELECT * FROM handoff ORDER BY number DESC`);
    this.#last = db.prepare<[], Row>(sql`
      SELECT * FROM handoff WHERE direction = 'received' AND changes > 0 ORDER BY number DESC LIMIT 1`);
    this.#ofCommand = db.prepare<[string], Row>(sql`SELECT * FROM handoff WHERE command_id = ?`);
    this.#setUndone = db.prepare<[string, number]>(sql`
      UPDATE handoff SET undone_at = ? WHERE number = ?`);
    this.#setSent = db.prepare<[string, number]>(sql`
      UPDATE handoff SET sent_at = coalesce(sent_at, ?) WHERE number = ? AND direction = 'sent'`);
    this.#setChanges = db.prepare<[number, number]>(sql`
      UPDATE handoff SET changes = ? WHERE number = ?`);
  }

  add(entry: NewEntry): number {
    const { lastInsertRowid } = this.#insert.run({
      ...entry,
      people: JSON.stringify(entry.people),
      projects: JSON.stringify(entry.projects),
      recipients: JSON.stringify(entry.recipients ?? []),
      newOwner: entry.newOwner ?? null,
      sentAt: entry.sentAt ?? null,
    });
    return Number(lastInsertRowid);
  }
  /** The written summary of an import, so that it can be shown again. */
  setReport(number: number, report: unknown): void {
    this.#setReport.run(JSON.stringify(report), number);
  }
  report(number: number): unknown {
    const row = this.#report.get(number);
    return row ? z.json().parse(JSON.parse(row.report)) : null;
  }
  /** Keeps with a package that was built what was answered, for retries. */
  setBuilt(number: number, built: Built): void {
    this.setReport(number, built);
  }
  /** Null for packages of programs that did not keep it. */
  built(number: number): Built | null {
    return Built.safeParse(this.report(number)).data ?? null;
  }
  /** Notes that the bytes of a package were handed out. */
  setFetched(packageId: string, at: string): void {
    const entry = this.all().find((one) => one.direction === 'sent' && one.packageId === packageId);
    const built = entry ? this.built(entry.number) : null;
    if (entry && built) this.setBuilt(entry.number, { ...built, fetchedAt: at });
  }
  all(): HandoffLogEntry[] {
    return this.#all.all().map(toEntry);
  }
  /** How many changes went into the log with it. */
  setChanges(number: number, changes: number): void {
    this.#setChanges.run(changes, number);
  }
  /** The last import that changed anything. */
  lastReceived(): HandoffLogEntry | null {
    const row = this.#last.get();
    return row ? toEntry(row) : null;
  }
  /** The import or package that a command made, for retries. */
  ofCommand(commandId: string): HandoffLogEntry | null {
    const row = this.#ofCommand.get(commandId);
    return row ? toEntry(row) : null;
  }
  /** That a package which was built has been sent; said once. False where there is no such package. */
  setSent(number: number, at: string): boolean {
    return this.#setSent.run(at, number).changes > 0;
  }
  setUndone(number: number, at: string): void {
    this.#setUndone.run(at, number);
  }
}

function toEntry(row: Row): HandoffLogEntry {
  return HandoffLogEntry.parse({
    number: row.number,
    direction: row.direction,
    at: row.at,
    packageId: row.package_id,
    fileName: row.file_name,
    people: JSON.parse(row.people),
    projects: JSON.parse(row.projects),
    changes: row.changes,
    undoneAt: row.undone_at,
    recipients: JSON.parse(row.recipients),
    newOwner: row.new_owner,
    sentAt: row.sent_at,
    readBy: [],
  });
}
