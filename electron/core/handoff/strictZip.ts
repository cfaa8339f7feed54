import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '#shared/contract/errors.ts';

/**
 * Zip archives of which every byte is accounted for: no comments, no extra fields, no gaps, one fixed time, names of
 * plain ASCII. Two archives of the same packed members are the same file, so nothing can be changed unnoticed.
 */
export interface ZipMember {
  readonly name: string;
  readonly content: Uint8Array;
  readonly isStored: boolean;
}

export interface PackedMember {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of one member, inflated. */
  readonly memberBytes: number;
  /** Bytes of all members, inflated. */
  readonly totalBytes: number;
  /** Inflated bytes for each packed byte. */
  readonly ratio: number;
}

/** 1980-01-01 00:00, the earliest a zip can say. */
const dosDate = 0x0021;
const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)?$/;

export function packMember({ name, content, isStored }: ZipMember): PackedMember {
  const packed = isStored ? content : new Uint8Array(deflateRawSync(content));
  return { name, method: isStored ? 0 : 8, crc: crc32(content), size: content.length, packed };
}

export function writeStrictZip(members: readonly PackedMember[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const local = localHeader(member);
    directory.push(centralHeader(member, offset));
    pieces.push(local, member.packed);
    offset += local.length + member.packed.length;
  }
  const central = Buffer.concat(directory);
  return new Uint8Array(
    Buffer.concat([...pieces, central, endRecord(members.length, central.length, offset)]),
  );
}

/** The fields that local and central header share. */
function sharedFields({ method, crc, size, packed, name }: PackedMember): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(dosDate, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  fields.writeUInt16LE(0, 24);
  return fields;
}

function localHeader(member: PackedMember): Buffer {
  return Buffer.concat([
    Buffer.from([0x50, 0x4b, 3, 4]),
    sharedFields(member),
    Buffer.from(member.name, 'latin1'),
  ]);
}

function centralHeader(member: PackedMember, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([
    Buffer.from([0x50, 0x4b, 1, 2, 20, 0]),
    sharedFields(member),
    tail,
    Buffer.from(member.name, 'latin1'),
  ]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

const damaged = (detail: string): AppError => new AppError('handoff-damaged', { detail });

/**
 * Reads an archive and checks that it is exactly what `writeStrictZip` makes of its members; nothing is inflated yet.
 * Errors: `handoff-damaged`, `limit-entries`.
 */
export function readStrictZip(bytes: Uint8Array, limits: ZipLimits): Map<string, PackedMember> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = file.length - 22;
  if (at < 0 || file.readUInt32LE(at) !== 0x06054b50) throw damaged('zip end');
  const count = file.readUInt16LE(at + 10);
  if (count > limits.entries)
    throw new AppError('limit-entries', { limit: limits.entries, file: '' });
  const members = new Map<string, PackedMember>();
  let head = file.readUInt32LE(at + 16);
  let offset = 0;
  for (let i = 0; i < count; i += 1) {
    if (head + 46 > at || file.readUInt32LE(head) !== 0x02014b50) throw damaged('zip directory');
    const nameLength = file.readUInt16LE(head + 28);
    const member = memberAt(file, head, offset, nameLength);
    if (!namePattern.test(member.name) || members.has(member.name)) throw damaged('zip name');
    members.set(member.name, member);
    offset += 30 + nameLength + member.packed.length;
    head += 46 + nameLength;
  }
  requireExactLayout(file, [...members.values()], offset, head, at);
  return members;
}

/** Every header as this program would write it, one after the other, with nothing between them. */
function requireExactLayout(
  file: Buffer,
  members: readonly PackedMember[],
  directoryAt: number,
  directoryEnd: number,
  endAt: number,
): void {
  const central: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const local = localHeader(member);
    if (!file.subarray(offset, offset + local.length).equals(local)) throw damaged('zip layout');
    central.push(centralHeader(member, offset));
    offset += local.length + member.packed.length;
  }
  const directory = Buffer.concat(central);
  const end = endRecord(members.length, directory.length, directoryAt);
  const isExact =
    offset === directoryAt &&
    directoryEnd === endAt &&
    file.subarray(directoryAt).equals(Buffer.concat([directory, end]));
  if (!isExact) throw damaged('zip layout');
}

function memberAt(file: Buffer, head: number, offset: number, nameLength: number): PackedMember {
  const method = file.readUInt16LE(head + 10);
  if (method !== 0 && method !== 8) throw damaged('zip method');
  const start = offset + 30 + nameLength;
  const end = start + file.readUInt32LE(head + 20);
  if (end > file.length || head + 46 + nameLength > file.length) throw damaged('zip sizes');
  return {
    name: file.toString('latin1', head + 46, head + 46 + nameLength),
    method,
    crc: file.readUInt32LE(head + 16),
    size: file.readUInt32LE(head + 24),
    packed: file.subarray(start, end),
  };
}

/** Inflates members within limits on each, on all of them and on the ratio. Errors: `limit-inflated`, `handoff-damaged`. */
export class MemberReader {
  readonly #limits: ZipLimits;
  #left: number;

  constructor(limits: ZipLimits) {
    this.#limits = limits;
    this.#left = limits.totalBytes;
  }

  read(member: PackedMember): Uint8Array {
    const { memberBytes, ratio } = this.#limits;
    const limit = Math.min(memberBytes, this.#left);
    const isBomb = member.size > 1_048_576 && member.size > member.packed.length * ratio;
    if (member.size > limit || isBomb) {
      throw new AppError('limit-inflated', { limit, file: member.name });
    }
    const content = member.method === 0 ? member.packed : inflate(member);
    if (content.length !== member.size || crc32(content) !== member.crc) {
      throw damaged(member.name);
    }
    this.#left -= content.length;
    return content;
  }
}

function inflate(member: PackedMember): Uint8Array {
  try {
    // In one piece where the stated size is sensible, with room for zlib to see the end; more than it states is an error.
    const chunkSize = Math.min(member.size + 64, 64 * 1_048_576);
    return inflateRawSync(member.packed, {
      chunkSize,
      maxOutputLength: Math.max(1, member.size),
    });
  } catch (cause) {
    throw new AppError('handoff-damaged', { detail: member.name }, { cause });
  }
}
