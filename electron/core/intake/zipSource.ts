import { AppError } from '#shared/contract/errors.ts';
import {
  InflateBudget,
  inflateWhole,
  listZip,
  type ZipEntry,
} from '#shared/domain/text/zipFile.ts';
import { isPlainZip } from './contentType.ts';
import { nativeZip } from './nativeZip.ts';
import { failedEntry, isLitter, maxFileBytes, tooLarge, type SourceEntry } from './sourceEntry.ts';

const maxMembers = 5_000;
/** Bytes that all members of one archive may inflate to. */
const maxInflated = 2 * 1024 * 1024 * 1024;
/** An archive in an archive is opened once; one deeper is named and left. */
const maxDepth = 1;

export function isZipName(name: string): boolean {
  return /\.zip$/i.test(name);
}

/** Members of an archive as files, names in UTF-8 or GB 18030. What cannot be read shows when it is read. */
export function* expandZip(display: string, bytes: Uint8Array): Generator<SourceEntry> {
  yield* expandAt(display, bytes, new InflateBudget(maxInflated), 0);
}

function* expandAt(
  display: string,
  bytes: Uint8Array,
  budget: InflateBudget,
  depth: number,
): Generator<SourceEntry> {
  let entries: ZipEntry[];
  try {
    entries = listZip(bytes, maxMembers);
  } catch (error) {
    yield failedEntry(display, asAppError(error));
    return;
  }
  for (const entry of entries) {
    if (entry.isFolder) continue;
    const parts = memberPath(entry);
    const name = parts.at(-1);
    if (name === undefined || parts.some(isLitter)) continue;
    yield* expandEntry(`${display}/${parts.join('/')}`, name, { bytes, entry, budget, depth });
  }
}

interface Member {
  readonly bytes: Uint8Array;
  readonly entry: ZipEntry;
  readonly budget: InflateBudget;
  readonly depth: number;
}

function* expandEntry(display: string, name: string, member: Member): Generator<SourceEntry> {
  const { budget, depth, entry } = member;
  if (entry.isLink) {
    yield failedEntry(display, new AppError('file-link', { file: name }));
    return;
  }
  if (!isZipName(name) || depth >= maxDepth) {
    yield { path: display, name, read: () => Promise.resolve().then(() => inflate(member, name)) };
    return;
  }
  let inner: Uint8Array;
  try {
    inner = inflate(member, name);
  } catch (error) {
    yield failedEntry(display, asAppError(error));
    return;
  }
  if (isPlainZip(inner)) yield* expandAt(display, inner, budget, depth + 1);
  else yield { path: display, name, read: () => Promise.resolve(inner) };
}

function inflate({ bytes, entry, budget }: Member, file: string): Uint8Array {
  if (entry.isEncrypted) throw new AppError('archive-locked', { file });
  if (entry.statedSize > maxFileBytes) throw tooLarge(file);
  return inflateWhole(bytes, entry, budget, nativeZip);
}

/** Windows in Chinese packs names in GBK and says nothing; most other programs write UTF-8. */
function decodeName(entry: ZipEntry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(entry.nameBytes);
  } catch {
    return new TextDecoder(entry.isUtf8 ? 'utf-8' : 'gb18030').decode(entry.nameBytes);
  }
}

/** The member's path with everything that could lead elsewhere taken out; it is only ever shown, never opened. */
function memberPath(entry: ZipEntry): string[] {
  return decodeName(entry)
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part));
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}
