import type { LogTable } from '../changes/logTable.ts';
import { Projection } from '../changes/projection.ts';
import type { Db } from '../db/database.ts';
import { ConflictTable } from '../repo/conflictTable.ts';
import { ContactTable } from '../repo/contactTable.ts';
import { DeviceTable } from '../repo/deviceTable.ts';
import { HandoffLogTable } from '../repo/handoffLogTable.ts';
import { ParkedTable } from '../repo/parkedTable.ts';
import { ScopeTable } from '../repo/scopeTable.ts';
import type { Session } from '../session.ts';

/** What sending and taking in packages needs of an open workspace. */
export type ExchangeSession = Pick<
  Session,
  | 'records'
  | 'contents'
  | 'changes'
  | 'exchange'
  | 'deviceId'
  | 'projects'
  | 'review'
  | 'memos'
  | 'person'
  | 'now'
>;

/** The tables that sending and taking in packages works on. */
export interface ExchangeTables {
  readonly db: Db;
  readonly log: LogTable;
  readonly projection: Projection;
  readonly scopes: ScopeTable;
  readonly conflicts: ConflictTable;
  readonly parked: ParkedTable;
  readonly contacts: ContactTable;
  readonly devices: DeviceTable;
  readonly handoffs: HandoffLogTable;
}

export function openExchangeTables(db: Db, log: LogTable): ExchangeTables {
  return {
    db,
    log,
    projection: new Projection(db),
    scopes: new ScopeTable(db),
    conflicts: new ConflictTable(db),
    parked: new ParkedTable(db),
    contacts: new ContactTable(db),
    devices: new DeviceTable(db),
    handoffs: new HandoffLogTable(db),
  };
}
