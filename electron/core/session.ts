import { existsSync } from 'node:fs';
import { AppError } from '#shared/contract/errors.ts';
import { IdMaker } from '#shared/domain/changes/ids.ts';
import { ChangeLog } from './changes/changeLog.ts';
import { reprojectIfNeeded } from './changes/reprojection.ts';
import { Undo } from './changes/undo.ts';
import { type Db, openDatabase } from './db/database.ts';
import type { WorkspaceFolder } from './db/folder.ts';
import type { MasterKey } from './db/key.ts';
import { documentsKind } from './db/migrations/documents.ts';
import { recordsKind } from './db/migrations/records.ts';
import { takeSnapshot } from './db/snapshot.ts';
import { WorkspaceLock } from './db/workspaceLock.ts';
import { type ExchangeTables, openExchangeTables } from './handoff/exchangeTables.ts';
import type { Ports } from './ports.ts';
import { ChecklistTable } from './repo/checklistTable.ts';
import { ContentPasswords } from './repo/contentPasswords.ts';
import { ContentStore } from './repo/contentStore.ts';
import { DeskTable } from './repo/deskTable.ts';
import { DocumentTable } from './repo/documentTable.ts';
import { DraftTable } from './repo/draftTable.ts';
import { MemoTable } from './repo/memoTable.ts';
import { ProjectTable } from './repo/projectTable.ts';
import { RecognitionTable } from './repo/recognitionTable.ts';
import { ReviewTable } from './repo/reviewTable.ts';
import { StatuteTable } from './repo/statuteTable.ts';
import { TextTable } from './repo/textTable.ts';

/** Of the records, as they were before a newer program changed their form. */
const copiesKept = 3;

/** An open workspace: its two files, the change log that is the only way to write, and the tables that answer queries. */
export class Session {
  readonly records: Db;
  readonly contents: ContentStore;
  readonly passwords: ContentPasswords;
  readonly exchange: ExchangeTables;
  readonly desk: DeskTable;
  readonly projects: ProjectTable;
  readonly documents: DocumentTable;
  readonly review: ReviewTable;
  readonly memos: MemoTable;
  readonly texts: TextTable;
  readonly recognition: RecognitionTable;
  readonly statutes: StatuteTable;
  readonly checklists: ChecklistTable;
  readonly drafts: DraftTable;
  /** Another one after `becomeDevice`. */
  deviceId: string;
  changes: ChangeLog;
  undo: Undo;
  readonly #ports: Ports;
  readonly #ids: IdMaker;
  readonly #documentsDb: Db;
  readonly #lock: WorkspaceLock;

  /** Opens for writing. Errors: `workspace-busy`, `workspace-newer`, `workspace-damaged`, `read-only`, `disk-full`. */
  constructor(ports: Ports, folder: WorkspaceFolder, key: MasterKey | null, mode: 'make' | 'open') {
    this.#ports = ports;
    this.#ids = new IdMaker(ports.nowMs, ports.randomBytes);
    this.#lock = new WorkspaceLock(folder.lock, folder.dir);
    const opened: Db[] = [];
    try {
      if (mode === 'open') requireFiles(folder);
      this.records = openDatabase(folder.records, recordsKind, key, (db) => {
        takeSnapshot(db, folder.backups, 'before-migrating', this.now(), copiesKept);
      });
      opened.push(this.records);
      this.#documentsDb = openDatabase(folder.documents, documentsKind, key);
      opened.push(this.#documentsDb);
      this.desk = new DeskTable(this.records);
      this.deviceId = this.desk.ownDevice(() => this.newId());
      this.changes = new ChangeLog(this.records, this.deviceId, ports.nowMs);
      this.undo = new Undo(this.changes, this.deviceId);
      this.exchange = openExchangeTables(this.records, this.changes.table);
      reprojectIfNeeded(this.records, this.changes.table);
      this.projects = new ProjectTable(this.records);
      this.documents = new DocumentTable(this.records);
      this.review = new ReviewTable(this.records);
      this.memos = new MemoTable(this.records);
      this.texts = new TextTable(this.records);
      this.recognition = new RecognitionTable(this.records);
      this.statutes = new StatuteTable(this.records);
      this.checklists = new ChecklistTable(this.records);
      this.drafts = new DraftTable(this.records);
      this.contents = new ContentStore(this.#documentsDb);
      this.passwords = new ContentPasswords(this.#documentsDb);
    } catch (error) {
      for (const db of opened) db.close();
      this.#lock.release();
      throw error;
    }
  }

  newId(): string {
    return this.#ids.next();
  }

  /** Current time, ISO 8601 UTC. */
  now(): string {
    return new Date(this.#ports.nowMs()).toISOString();
  }

  person(): string {
    return this.desk.get(this.deviceId).person;
  }

  /** Goes on as another device, once the records say that this desk is that one. */
  becomeDevice(deviceId: string): void {
    this.deviceId = deviceId;
    this.changes = new ChangeLog(this.records, deviceId, this.#ports.nowMs);
    this.undo = new Undo(this.changes, deviceId);
  }

  /** Both files as SQLite sees them; names of the damaged ones. */
  checkFiles(): string[] {
    const isSound = (db: Db): boolean => db.pragma('integrity_check', { simple: true }) === 'ok';
    const damaged: string[] = [];
    if (!isSound(this.records)) damaged.push('records.db');
    if (!isSound(this.#documentsDb)) damaged.push('documents.db');
    return damaged;
  }

  close(): void {
    this.records.close();
    this.#documentsDb.close();
    this.#lock.release();
  }
}

function requireFiles(folder: WorkspaceFolder): void {
  for (const file of [folder.records, folder.documents]) {
    if (!existsSync(file)) throw new AppError('workspace-damaged', { file });
  }
}
