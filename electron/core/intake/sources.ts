import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Source } from '../ports.ts';
import { isPlainZip } from './contentType.ts';
import { failedEntry, isLitter, maxFileBytes, tooLarge, type SourceEntry } from './sourceEntry.ts';
import { expandZip, isZipName } from './zipSource.ts';

export type { SourceEntry } from './sourceEntry.ts';

const maxFiles = 5_000;
const byName = new Intl.Collator('zh-CN', { numeric: true });

/**
 * Expands what was handed in into files: a folder with all below it in order of name, an archive with its members (and
 * archives in it, one level deep). Symbolic links that leave the folder are not followed. Never throws for one file.
 */
export async function* expandSource(source: Source): AsyncGenerator<SourceEntry> {
  if (source.kind === 'bytes') {
    const { name, bytes } = source;
    if (isZipName(name) && isPlainZip(bytes)) yield* expandZip(name, bytes);
    else yield { path: name, name: path.posix.basename(name), read: () => Promise.resolve(bytes) };
    return;
  }
  const full = path.resolve(source.path);
  const shownAs = source.shownAs ?? source.path;
  let isFolder: boolean;
  try {
    isFolder = (await stat(full)).isDirectory();
  } catch (error) {
    yield failedEntry(shownAs, fileError(error, path.basename(full)));
    return;
  }
  if (!isFolder) {
    yield* expandFile(full, shownAs);
    return;
  }
  const walk: Walk = { root: await realpath(full), left: maxFiles };
  yield* expandFolder(walk.root, shownAs, walk);
}

interface Walk {
  /** Real path of the folder that was handed in. */
  readonly root: string;
  left: number;
}

async function* expandFolder(
  folder: string,
  display: string,
  walk: Walk,
): AsyncGenerator<SourceEntry> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    yield failedEntry(display, fileError(error, path.basename(folder)));
    return;
  }
  for (const name of names.sort(byName.compare)) {
    if (isLitter(name)) continue;
    if (walk.left <= 0) {
      if (walk.left === 0)
        yield failedEntry(display, new AppError('limit-entries', { limit: maxFiles }));
      walk.left = -1;
      return;
    }
    yield* expandMember(path.join(folder, name), `${display}/${name}`, walk);
  }
}

async function* expandMember(
  full: string,
  display: string,
  walk: Walk,
): AsyncGenerator<SourceEntry> {
  const file = path.basename(full);
  try {
    const own = await lstat(full);
    if (own.isDirectory()) {
      yield* expandFolder(full, display, walk);
      return;
    }
    walk.left -= 1;
    const isInside =
      own.isFile() || (own.isSymbolicLink() && (await leadsToFileInside(full, walk.root)));
    if (isInside) yield* expandFile(full, display);
    else if (own.isSymbolicLink()) yield failedEntry(display, new AppError('file-link', { file }));
    else yield failedEntry(display, new AppError('file-unreadable', { file }));
  } catch (error) {
    yield failedEntry(display, fileError(error, file));
  }
}

/** Links to folders are not followed at all: they make circles. */
async function leadsToFileInside(link: string, root: string): Promise<boolean> {
  const target = await realpath(link);
  const relative = path.relative(root, target);
  const isInside = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return isInside && (await stat(target)).isFile();
}

async function* expandFile(full: string, display: string): AsyncGenerator<SourceEntry> {
  const name = path.basename(full);
  const read = () => readBounded(full);
  if (!isZipName(name)) {
    yield { path: display, name, read };
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = await read();
  } catch (error) {
    yield failedEntry(display, fileError(error, name));
    return;
  }
  if (isPlainZip(bytes)) yield* expandZip(display, bytes);
  else yield { path: display, name, read: () => Promise.resolve(bytes) };
}

async function readBounded(full: string): Promise<Uint8Array> {
  const file = path.basename(full);
  try {
    const found = await stat(full);
    if (!found.isFile()) throw new AppError('file-unreadable', { file });
    if (found.size > maxFileBytes) throw tooLarge(file);
    return await readFile(full);
  } catch (error) {
    throw fileError(error, file);
  }
}

function fileError(error: unknown, file: string): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
  return new AppError(isMissing ? 'file-not-found' : 'file-unreadable', { file }, { cause: error });
}
