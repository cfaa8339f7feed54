import { lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AppError } from '#shared/contract/errors.ts';
import { packageLimits } from './packageLimits.ts';

/** A file in the team's folder; `file` is its name there, with `/` between folder and file. */
export interface FolderFile {
  readonly file: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** The file system as far as a shared folder needs it; a test stands in for one that is full or gone. */
export interface FolderFiles {
  /** Whether the chosen folder is there. Errors of the system where it does not answer. */
  readonly isThere: (root: string) => Promise<boolean>;
  /** Every file of the team's folder; null where there is no such folder in the chosen one. Errors: `folder-crowded`. */
  readonly list: (root: string) => Promise<FolderFile[] | null>;
  /** The first bytes of a file. */
  readonly head: (root: string, file: string, length: number) => Promise<Uint8Array>;
  /** The bytes, and the file as it was after they were read. */
  readonly read: (
    root: string,
    file: string,
  ) => Promise<{ readonly bytes: Uint8Array; readonly after: FolderFile }>;
  /** Writes under a temporary name, waits for the disk, reads it back and renames it. */
  readonly write: (root: string, file: string, bytes: Uint8Array) => Promise<void>;
  readonly remove: (root: string, file: string) => Promise<void>;
  /** Takes out what an interrupted writing left in a desk's own part. */
  readonly sweep: (root: string, folder: string) => Promise<void>;
}

/** Inside the folder that was chosen, so that nothing else there is touched. */
const teamFolder = 'counsel-desk-team';
const temporaryMark = '.writing';
const maxFolders = 500;
const maxFiles = 20_000;

const inTeam = (root: string, file = ''): string =>
  path.join(
    path.basename(root) === teamFolder ? root : path.join(root, teamFolder),
    ...file.split('/'),
  );

/** Names under which systems and synchronisers keep what is not finished, or not ours. */
function isPassedOver(name: string): boolean {
  return (
    /^[.~]/u.test(name) ||
    /\.(?:writing|tmp|temp|part|partial|crdownload|download|lnk)$/iu.test(name) ||
    /^(?:desktop\.ini|thumbs\.db)$/iu.test(name)
  );
}

const answerWithinMs = 20_000;

/** The file system as Node gives it. */
export function nodeFolderFiles(): FolderFiles {
  return { ...plainFiles, isThere: makeProbe(isFolder, answerWithinMs) };
}

/**
 * A share that is gone can keep a call waiting for minutes, and few calls can wait at one time: it is asked once, and until
 * that one is answered it counts as gone.
 */
export function makeProbe(ask: FolderFiles['isThere'], withinMs: number): FolderFiles['isThere'] {
  let pending: Promise<boolean> | null = null;
  return async (root) => {
    if (pending !== null) throw noAnswer();
    const asked = ask(root).finally(() => {
      pending = null;
    });
    pending = asked;
    asked.catch(() => undefined); // answered too late: the next look asks again
    const ending = new AbortController();
    const late = setTimeout(withinMs, null, { signal: ending.signal, ref: false });
    try {
      return await Promise.race([
        asked,
        late.then(
          () => Promise.reject(noAnswer()),
          () => asked,
        ),
      ]);
    } finally {
      ending.abort();
    }
  };
}

const noAnswer = (): Error => Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' });

async function isFolder(root: string): Promise<boolean> {
  try {
    return (await stat(root)).isDirectory();
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}

const plainFiles: Omit<FolderFiles, 'isThere'> = {
  list: async (root) => {
    const team = inTeam(root);
    const names = await entriesOf(team);
    if (names === null) return null;
    const folders = names.filter((one) => one.kind === 'folder');
    const nested = await Promise.all(
      folders.slice(0, maxFolders).map(async ({ name }) => ({
        name,
        entries: (await entriesOf(path.join(team, name))) ?? [],
      })),
    );
    const files = [
      ...names.filter((one) => one.kind === 'file').map((one) => one.name),
      ...nested.flatMap(({ name, entries }) =>
        entries.filter((one) => one.kind === 'file').map((one) => `${name}/${one.name}`),
      ),
    ];
    if (folders.length > maxFolders || files.length > maxFiles) {
      throw new AppError('folder-crowded', { folder: root, limit: maxFiles });
    }
    const found = await Promise.all(files.map((file) => fileAt(root, file)));
    return found.filter((one) => one !== null).sort((a, b) => (a.file < b.file ? -1 : 1));
  },
  head: async (root, file, length) => {
    const handle = await open(inTeam(root, file), 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
      return new Uint8Array(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  },
  read: async (root, file) => {
    const at = inTeam(root, file);
    const handle = await open(at, 'r');
    try {
      const { size } = await handle.stat();
      if (size > packageLimits.fileBytes) {
        throw new AppError('file-too-large', { file, limit: packageLimits.fileBytes });
      }
      const bytes = new Uint8Array(await handle.readFile());
      const { size: sizeBytes, mtimeMs } = await handle.stat();
      return { bytes, after: { file, sizeBytes, modifiedMs: Math.floor(mtimeMs) } };
    } finally {
      await handle.close();
    }
  },
  write: async (root, file, bytes) => {
    const at = inTeam(root, file);
    const temporary = path.join(path.dirname(at), `.${path.basename(at)}${temporaryMark}`);
    // One after the other, and never the chosen folder itself: a stick that was pulled out must not be made on the own disk.
    for (const folder of [inTeam(root), path.dirname(at)]) await makeFolder(root, folder);
    try {
      await writeSynced(temporary, bytes);
      await rename(temporary, at);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined); // the first error tells why
      throw error;
    }
    await syncFolder(path.dirname(at));
  },
  remove: async (root, file) => {
    await rm(inTeam(root, file), { force: true });
  },
  sweep: async (root, folder) => {
    const own = inTeam(root, folder);
    const names = await readdir(own).catch(() => []); // nothing written yet
    const left = names.filter((name) => name.startsWith('.') && name.endsWith(temporaryMark));
    for (const name of left) await rm(path.join(own, name), { force: true });
  },
};

/** Errors: `ENOENT` where the folder that it belongs into is not there. */
async function makeFolder(root: string, folder: string): Promise<void> {
  if (folder === root) {
    await stat(root);
    return;
  }
  try {
    await mkdir(folder);
  } catch (error) {
    if (!hasCode(error, ['EEXIST'])) throw error;
  }
}

interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** Plain files and folders; links and junctions lead elsewhere and are left alone. Null where there is no such folder. */
async function entriesOf(folder: string): Promise<Entry[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((one) => !isPassedOver(one.name) && (one.isFile() || one.isDirectory()))
      .map((one) => ({ name: one.name, kind: one.isFile() ? 'file' : 'folder' }));
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** Null where it has gone since it was listed. */
async function fileAt(root: string, file: string): Promise<FolderFile | null> {
  try {
    const { size, mtimeMs } = await lstat(inTeam(root, file));
    return { file, sizeBytes: size, modifiedMs: Math.floor(mtimeMs) };
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w', 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  const back = await open(file, 'r');
  try {
    if (!(await back.readFile()).equals(bytes)) throw new AppError('disk-full', { folder: file });
  } finally {
    await back.close();
  }
}

/** Makes a rename last, where the system lets a folder be opened; many shares and Windows do not, and that is no failure. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

export function isAbsent(error: unknown): boolean {
  return hasCode(error, ['ENOENT', 'ENOTDIR']);
}

/** A share or stick that does not answer. */
export function isUnreachable(error: unknown): boolean {
  const gone = ['EIO', 'ENXIO', 'ENODEV', 'ENOTCONN', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETUNREACH'];
  const slow = ['ETIMEDOUT', 'ESTALE', 'ENETDOWN', 'ECONNRESET', 'EBUSY', 'UNKNOWN', 'EREMOTEIO'];
  return isAbsent(error) || hasCode(error, [...gone, ...slow]);
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
