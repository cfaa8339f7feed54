import { createHash, randomBytes } from 'node:crypto';
import type { Vector } from '#shared/domain/changes/causality.ts';
import { ChangeLog } from '../../electron/core/changes/changeLog.ts';
import { openDatabase } from '../../electron/core/db/database.ts';
import { documentsKind } from '../../electron/core/db/migrations/documents.ts';
import { recordsKind } from '../../electron/core/db/migrations/records.ts';
import {
  type ExchangeSession,
  openExchangeTables,
} from '../../electron/core/handoff/exchangeTables.ts';
import { type ImportOutcome, importPackage } from '../../electron/core/handoff/importer.ts';
import { readPackage } from '../../electron/core/handoff/packageRead.ts';
import { writePackage } from '../../electron/core/handoff/packageWrite.ts';
import type { ResolveRule } from '../../electron/core/handoff/resolve.ts';
import { ownIdentity } from '../../electron/core/handoff/identity.ts';
import { ContactTable, type KeptIdentity } from '../../electron/core/repo/contactTable.ts';
import { ContentStore } from '../../electron/core/repo/contentStore.ts';
import { MemoTable } from '../../electron/core/repo/memoTable.ts';
import { ProjectTable } from '../../electron/core/repo/projectTable.ts';
import { ReviewTable } from '../../electron/core/repo/reviewTable.ts';

/** Projection tables whose rows are handed off. */
const tables = [
  'project',
  'trait_answer',
  'document',
  'document_version',
  'assessment',
  'evidence',
  'finding',
  'memo',
  'checklist_pin',
  'checklist_use',
];

let counter = 0;

/** A desk without files, windows or documents: log, tables and exchange on databases in memory. */
export class Replica {
  readonly session: ExchangeSession;
  readonly identity: KeptIdentity;
  readonly person: string;
  /** Wall clock of this desk, which a test may set wrong by years. */
  nowMs: number;

  private constructor(
    session: ExchangeSession,
    identity: KeptIdentity,
    person: string,
    nowMs: number,
  ) {
    this.session = session;
    this.identity = identity;
    this.person = person;
    this.nowMs = nowMs;
  }

  static async open(
    device: string,
    nowMs: number,
    file = ':memory:',
    key: Uint8Array | null = null,
  ): Promise<Replica> {
    const records = openDatabase(file, recordsKind, key);
    records.prepare('INSERT OR IGNORE INTO device (id, is_own) VALUES (?, 1)').run(device);
    const clock: { read: () => number } = { read: () => nowMs };
    const changes = new ChangeLog(records, device, () => clock.read());
    const contacts = new ContactTable(records);
    const identity = await ownIdentity(contacts, (n) => new Uint8Array(randomBytes(n)), '');
    const person = `person of ${device}`;
    const session: ExchangeSession = {
      records,
      changes,
      deviceId: device,
      contents: new ContentStore(openDatabase(':memory:', documentsKind, null)),
      exchange: openExchangeTables(records, changes.table),
      projects: new ProjectTable(records),
      review: new ReviewTable(records),
      memos: new MemoTable(records),
      person: () => person,
      now: () => new Date(clock.read()).toISOString(),
    };
    const replica = new Replica(session, identity, person, nowMs);
    clock.read = () => replica.nowMs;
    return replica;
  }

  id(): string {
    counter += 1;
    return `c-${counter}`;
  }

  trust(others: readonly Replica[]): void {
    for (const { session, identity, person } of others) {
      const contact = {
        device: session.deviceId,
        person,
        key: identity.publicKey,
        recipient: identity.ageRecipient,
      };
      this.session.exchange.contacts.trust(contact, '2026-01-01T00:00:00.000Z');
    }
  }

  /** A package of projects, from where the receiver stands. */
  pack(projects: readonly { readonly id: string; readonly from?: Vector }[]): Uint8Array {
    return writePackage(this.session.exchange, this.session.contents, {
      id: `package-${this.id()}`,
      createdAt: '2026-11-23T00:00:00.000Z',
      sender: {
        device: this.session.deviceId,
        person: this.person,
        key: this.identity.publicKey,
        recipient: this.identity.ageRecipient,
      },
      identity: this.identity,
      ownSeq: this.session.changes.ownSeq,
      hint: null,
      projects: projects.map(({ id, from }) => ({
        id,
        name: id,
        checklists: {},
        from: from ?? {},
      })),
    }).bytes;
  }

  take(bytes: Uint8Array, rule: ResolveRule | 'ask' = 'ask'): ImportOutcome {
    const opened = { pack: readPackage(bytes, null), isEncrypted: false, fileName: 'x' };
    return importPackage(this.session, opened, {
      commandId: this.id(),
      rule,
      nowMs: this.nowMs,
      backupFolder: null,
      checklists: new Map(),
    });
  }

  /** Everything of a project that all desks must agree on: what stands, what is disputed, every change. */
  digest(): string {
    const { records } = this.session;
    const hash = createHash('sha256');
    for (const table of tables) {
      hash.update(JSON.stringify(records.prepare(`SELECT * FROM ${table} ORDER BY id`).all()));
    }
    hash.update(JSON.stringify(records.prepare('SELECT * FROM conflict').all()));
    hash.update(JSON.stringify(this.changes()));
    return hash.digest('hex');
  }

  changes(): unknown[] {
    return this.session.records
      .prepare(
        `SELECT c.device, c.seq, c.hash FROM change AS c
         JOIN scope AS s ON s.entity = c.entity AND s.entity_id = c.entity_id ORDER BY c.device, c.seq`,
      )
      .all();
  }

  close(): void {
    this.session.records.close();
  }
}
