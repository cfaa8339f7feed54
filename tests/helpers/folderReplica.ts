import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type OpenPackage } from '../../electron/core/handoff/handoffDesk.ts';
import { importPackage } from '../../electron/core/handoff/importer.ts';
import {
  type FolderContext,
  openFolderTables,
} from '../../electron/core/handoff/sharedFolderContext.ts';
import { nodeFolderFiles } from '../../electron/core/handoff/sharedFolderFiles.ts';
import { openFile } from '../../electron/core/handoff/sharedFolderOpen.ts';
import { type SyncOutcome, syncFolder } from '../../electron/core/handoff/sharedFolderSync.ts';
import type { Replica } from './replica.ts';

/** A replica with a folder of its own, which a synchroniser brings together with the others'. */
export class FolderReplica {
  readonly replica: Replica;
  readonly root: string;
  readonly context: FolderContext;

  constructor(replica: Replica, root: string, members: readonly Replica[], isAutomatic: boolean) {
    mkdirSync(root, { recursive: true });
    this.replica = replica;
    this.root = root;
    const tables = openFolderTables(replica.session.records);
    const setting = {
      path: root,
      projects: null,
      members: members.map((one) => one.identity.publicKey),
      isAutomatic,
    };
    tables.folder.set(setting);
    this.context = {
      session: replica.session,
      identity: replica.identity,
      tables,
      files: nodeFolderFiles(),
      setting,
      nowMs: () => replica.nowMs,
      newId: () => replica.id(),
      checklists: new Map(),
      takeIn: (opened) => Promise.resolve(this.#take(opened)),
      requireOpen: () => undefined,
      seenUnder: new Map(),
    };
  }

  get device(): string {
    return this.replica.session.deviceId;
  }

  look(): Promise<SyncOutcome> {
    return syncFolder(this.context, false);
  }

  /** Imports what waits for a look, as a person would. */
  async importWaiting(): Promise<number> {
    const { found } = this.context.tables;
    const waiting = found.all().filter((row) => row.outcome === 'waiting');
    let taken = 0;
    for (const { file } of waiting) {
      const read = await this.context.files.read(this.root, file).catch(() => null); // gone since
      if (!read) continue;
      const opened = await openFile(file, read.bytes, this.replica.identity.ageIdentity);
      if (opened.kind === 'package') taken += this.#take(opened.opened) > 0 ? 1 : 0;
    }
    return taken;
  }

  team(...parts: string[]): string {
    return path.join(this.root, 'counsel-desk-team', ...parts);
  }

  #take(opened: OpenPackage): number {
    const { report } = importPackage(this.replica.session, opened, {
      commandId: this.replica.id(),
      rule: 'ask',
      nowMs: this.replica.nowMs,
      backupFolder: null,
      checklists: new Map(),
    });
    return report.total - report.identical;
  }
}
