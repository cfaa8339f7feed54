import { Inflate } from 'fflate';
import { AppError } from '../../contract/errors.ts';

/** A member of a zip archive as its central directory tells it; sizes are claims, not facts. */
export interface ZipEntry {
  /** Name as stored; its encoding depends on `isUtf8` and on who packed it. */
  readonly nameBytes: Uint8Array;
  readonly isUtf8: boolean;
  readonly isEncrypted: boolean;
  readonly isFolder: boolean;
  /** UNIX symbolic link: its content is a path, never followed. */
  readonly isLink: boolean;
  readonly method: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly statedSize: number;
  readonly headerOffset: number;
}

const endSignature = 0x06054b50;
const memberSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
const chunkSize = 64 * 1024;

const u16 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const u32 = (bytes: Uint8Array, at: number): number =>
  (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;

const damaged = (cause?: unknown): AppError => new AppError('file-damaged', {}, { cause });

function findEnd(bytes: Uint8Array): number {
  const lowest = Math.max(0, bytes.length - endSize - 0xffff);
  for (let at = bytes.length - endSize; at >= lowest; at--) {
    if (u32(bytes, at) === endSignature) return at;
  }
  throw damaged();
}

/**
 * Lists the members of a zip archive in the order of its central directory. Throws AppError limit-entries when there are
 * more than `maxEntries`, file-damaged when the directory cannot be read (zip64 included: nothing of 4 GiB is taken in).
 */
export function listZip(bytes: Uint8Array, maxEntries: number): ZipEntry[] {
  const end = findEnd(bytes);
  const directorySize = u32(bytes, end + 12);
  // Junk before the archive shifts every stated offset by the same amount.
  const shift = end - directorySize - u32(bytes, end + 16);
  if (shift < 0) throw damaged();
  const entries: ZipEntry[] = [];
  let at = end - directorySize;
  while (at < end) {
    if (u32(bytes, at) !== memberSignature || at + 46 > end) throw damaged();
    if (entries.length >= maxEntries) throw new AppError('limit-entries', { limit: maxEntries });
    const nameEnd = at + 46 + u16(bytes, at + 28);
    entries.push(entryAt(bytes, at, nameEnd, shift));
    at = nameEnd + u16(bytes, at + 30) + u16(bytes, at + 32);
  }
  return entries;
}

function entryAt(bytes: Uint8Array, at: number, nameEnd: number, shift: number): ZipEntry {
  const flags = u16(bytes, at + 8);
  const nameBytes = bytes.subarray(at + 46, nameEnd);
  const mode = (u32(bytes, at + 38) >>> 16) & 0xf000;
  const isUnix = (u16(bytes, at + 4) & 0xff00) === 0x0300;
  return {
    nameBytes,
    isUtf8: (flags & 0x800) !== 0,
    isEncrypted: (flags & 1) !== 0,
    isFolder: nameBytes.at(-1) === 0x2f,
    isLink: isUnix && mode === 0xa000,
    method: u16(bytes, at + 10),
    crc32: u32(bytes, at + 16),
    packedSize: u32(bytes, at + 20),
    statedSize: u32(bytes, at + 24),
    headerOffset: u32(bytes, at + 42) + shift,
  };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = (c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(piece: Uint8Array, before: number): number {
  let c = before ^ -1;
  // Indexed on purpose: this runs over every byte that is read.
  for (let i = 0; i < piece.length; i++) {
    c = (crcTable[(c ^ (piece[i] ?? 0)) & 0xff] ?? 0) ^ (c >>> 8);
  }
  return (c ^ -1) >>> 0;
}

/** Counts inflated bytes over several members, so that a bomb made of many small ones ends too. */
export class InflateBudget {
  readonly limit: number;
  #used = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  get left(): number {
    return Math.max(0, this.limit - this.#used);
  }

  /** Throws AppError limit-inflated when the bytes taken exceed the limit. */
  take(bytes: number): void {
    this.#used += bytes;
    if (this.#used > this.limit) throw new AppError('limit-inflated', { limit: this.limit });
  }
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const at = entry.headerOffset;
  if (u32(bytes, at) !== localSignature) throw damaged();
  const start = at + 30 + u16(bytes, at + 26) + u16(bytes, at + 28);
  const end = start + entry.packedSize;
  if (end > bytes.length) throw damaged();
  return bytes.subarray(start, end);
}

/**
 * Inflates raw deflate data at once, or returns null when the result would be larger than `maxBytes`; throws anything on
 * a broken stream. Hosts with a native one hand it in; it is several times faster on the many small parts of a DOCX.
 */
export type InflateAll = (packed: Uint8Array, maxBytes: number) => Uint8Array | null;

/** What a host does faster than this module: inflating, and CRC-32 over a piece that follows one of checksum `before`. */
export interface NativeZip {
  readonly inflateAll: InflateAll;
  readonly crc32: (piece: Uint8Array, before: number) => number;
}

/**
 * Inflates one member piece by piece. Throws AppError file-encrypted, limit-inflated, or file-damaged (unknown method,
 * broken stream, checksum that does not fit).
 */
export function inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: InflateBudget,
  onChunk: (chunk: Uint8Array) => void,
  native?: NativeZip,
): void {
  if (entry.isEncrypted) throw new AppError('file-encrypted');
  if (entry.method !== 0 && entry.method !== 8) throw damaged();
  const packed = packedBytes(bytes, entry);
  let crc = 0;
  const take = (chunk: Uint8Array): void => {
    budget.take(chunk.length);
    crc = (native?.crc32 ?? crc32)(chunk, crc);
    onChunk(chunk);
  };
  if (entry.method === 0) takeInPieces(packed, take);
  else if (native === undefined) inflateInto(packed, take);
  else takeInPieces(inflateAtOnce(packed, budget, native.inflateAll), take);
  if (crc !== entry.crc32) throw damaged();
}

/** Readers downstream work through text in pieces, so that they hold no second copy of the whole. */
function takeInPieces(whole: Uint8Array, take: (chunk: Uint8Array) => void): void {
  for (let at = 0; at < whole.length; at += chunkSize) take(whole.subarray(at, at + chunkSize));
}

function inflateAtOnce(
  packed: Uint8Array,
  budget: InflateBudget,
  inflateAll: InflateAll,
): Uint8Array {
  let whole: Uint8Array | null;
  try {
    whole = inflateAll(packed, budget.left);
  } catch (error) {
    throw damaged(error);
  }
  if (whole === null) throw new AppError('limit-inflated', { limit: budget.limit });
  return whole;
}

function inflateInto(packed: Uint8Array, take: (chunk: Uint8Array) => void): void {
  const inflate = new Inflate((chunk) => take(chunk));
  try {
    for (let at = 0; at < packed.length; at += chunkSize) {
      inflate.push(packed.subarray(at, at + chunkSize), at + chunkSize >= packed.length);
    }
  } catch (error) {
    // What a reader downstream threw passes; fflate's own errors mean a broken stream.
    if (isFlateError(error)) throw damaged(error);
    throw error;
  }
}

function isFlateError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'number';
}

/** The whole of one member; for errors see `inflateEntry`. */
export function inflateWhole(
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: InflateBudget,
  native?: NativeZip,
): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const keep = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    size += chunk.length;
  };
  inflateEntry(bytes, entry, budget, keep, native);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
