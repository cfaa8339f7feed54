import type { FolderSetting } from '../repo/sharedFolderTable.ts';
import { SharedFolderTable } from '../repo/sharedFolderTable.ts';
import { SharedFoundTable } from '../repo/sharedFoundTable.ts';
import { SharedLookTable } from '../repo/sharedLookTable.ts';
import { SharedSentTable } from '../repo/sharedSentTable.ts';
import type { KeptContact, KeptIdentity } from '../repo/contactTable.ts';
import type { Db } from '../db/database.ts';
import type { ExchangeSession } from './exchangeTables.ts';
import type { OpenPackage } from './handoffDesk.ts';
import type { FolderFiles } from './sharedFolderFiles.ts';

export interface FolderTables {
  readonly folder: SharedFolderTable;
  readonly sent: SharedSentTable;
  readonly found: SharedFoundTable;
  readonly looks: SharedLookTable;
}

export function openFolderTables(db: Db): FolderTables {
  return {
    folder: new SharedFolderTable(db),
    sent: new SharedSentTable(db),
    found: new SharedFoundTable(db),
    looks: new SharedLookTable(db),
  };
}

/** What one look at the shared folder works with. */
export interface FolderContext {
  readonly session: ExchangeSession;
  readonly identity: KeptIdentity;
  readonly tables: FolderTables;
  readonly files: FolderFiles;
  readonly setting: FolderSetting;
  readonly nowMs: () => number;
  readonly newId: () => string;
  readonly checklists: ReadonlyMap<string, string>;
  /** Imports a package, with everything that belongs to an import; how many changes went in. */
  readonly takeIn: (opened: OpenPackage) => Promise<number>;
  /** Asked after everything that waits. Errors: `cancelled` where the workspace was closed or the look given up. */
  readonly requireOpen: () => void;
  /** What stood here when a file was looked at; a file that still waits is looked at again when this has changed. */
  readonly seenUnder: Map<string, string>;
}

/** Chosen colleagues whose trust was not taken back. */
export function membersOf({ session, setting }: FolderContext): KeptContact[] {
  return setting.members.flatMap((key) => {
    const contact = session.exchange.contacts.byKey(key);
    return contact && contact.revokedAt === null ? [contact] : [];
  });
}

/** Everything that decides what becomes of a waiting file, in one text. */
export function standingOf({ session, identity, setting }: FolderContext): string {
  const { exchange, changes } = session;
  return JSON.stringify([
    identity.publicKey,
    exchange.contacts.all().map((one) => [one.key, one.revokedAt]),
    setting,
    changes.ownSeq,
    exchange.handoffs.lastReceived()?.number ?? 0,
  ]);
}
