import { existsSync } from 'node:fs';
import path from 'node:path';

/** The files of a workspace. Everything that holds content is encrypted; `workspace.json` says only what kind of folder this is. */
export interface WorkspaceFolder {
  readonly dir: string;
  readonly marker: string;
  readonly records: string;
  readonly documents: string;
  /** Copies of the records, taken before what would be hard to take back. */
  readonly backups: string;
  readonly lock: string;
  readonly passphraseKey: string;
  readonly recoveryKey: string;
}

export function workspaceFolder(dir: string): WorkspaceFolder {
  const at = (name: string): string => path.join(dir, name);
  return {
    dir,
    marker: at('workspace.json'),
    records: at('records.db'),
    documents: at('documents.db'),
    backups: at('backups'),
    lock: at('workspace.lock'),
    passphraseKey: at('key.passphrase.age'),
    recoveryKey: at('key.recovery.age'),
  };
}

/** A folder holds a workspace as soon as any of its lasting files is there; a half one is damaged, not absent. */
export function holdsWorkspace(folder: WorkspaceFolder): boolean {
  const { marker, records, documents, passphraseKey, recoveryKey } = folder;
  // A new workspace would write over keys that backups are still encrypted with.
  return [marker, records, documents, passphraseKey, recoveryKey].some((file) => existsSync(file));
}
