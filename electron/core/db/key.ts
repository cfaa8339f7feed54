import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { AppError } from '#shared/contract/errors.ts';
import type { WorkspaceFolder } from './folder.ts';

/** The 256-bit key of both database files. */
export type MasterKey = Uint8Array;

/** Shortest passphrase accepted, in characters. */
export const passphraseMinLength = 8;

export function checkPassphrase(passphrase: string): void {
  if ([...passphrase].length < passphraseMinLength) {
    throw new AppError('passphrase-short', { min: passphraseMinLength });
  }
}

/** Writes the passphrase file: a plain age file, so that the standard `age` tool opens it too. */
export async function writePassphraseKey(
  folder: WorkspaceFolder,
  key: MasterKey,
  passphrase: string,
  scryptLogN: number,
): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(scryptLogN);
  encrypter.setPassphrase(passphrase);
  writeDurably(folder.passphraseKey, await encrypter.encrypt(key));
}

/** Writes the recovery file and returns the recovery key (`AGE-SECRET-KEY-1…`), which is kept nowhere. */
export async function writeRecoveryKey(folder: WorkspaceFolder, key: MasterKey): Promise<string> {
  const identity = await generateIdentity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  writeDurably(folder.recoveryKey, await encrypter.encrypt(key));
  return identity;
}

/** Opens the master key. Errors: `wrong-passphrase`, `wrong-recovery-key`, `workspace-damaged` where the key file is gone. */
export async function readKey(
  folder: WorkspaceFolder,
  kind: 'passphrase' | 'recovery',
  secret: string,
): Promise<MasterKey> {
  const file = kind === 'passphrase' ? folder.passphraseKey : folder.recoveryKey;
  const bytes = readKeyFile(file);
  const decrypter = new Decrypter();
  try {
    if (kind === 'passphrase') decrypter.addPassphrase(secret);
    else decrypter.addIdentity(secret.trim().toUpperCase());
    return await decrypter.decrypt(bytes);
  } catch (cause) {
    const code = kind === 'passphrase' ? 'wrong-passphrase' : 'wrong-recovery-key';
    throw new AppError(code, {}, { cause });
  }
}

function readKeyFile(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new AppError('workspace-damaged', { file }, { cause });
  }
}

/** Temporary name, fsync, rename: a crash leaves the old file or the new one, never half. */
export function writeDurably(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.new`;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    // Writes on until all is there: on a nearly full disk a single write may end early without an error.
    writeFileSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
  syncFolder(path.dirname(file));
}

/** Makes a rename last through a power cut, where the system lets a folder be opened; Windows does not, and needs it not. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
