import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import { Signature } from '#shared/domain/handoff/handoff.ts';
import type { ChecklistFile } from '#shared/domain/library/libraryFile.ts';
import { isSignedBy } from '../../handoff/identity.ts';
import {
  MemberReader,
  type PackedMember,
  readStrictZip,
  type ZipLimits,
} from '../../handoff/strictZip.ts';
import { readChecklistBytes } from '../checklistFile.ts';
import { canonicalJson, type Json } from '../seal.ts';
import {
  listName,
  manifestName,
  packFormat,
  type PackList,
  PackManifest,
  packVersion,
  signatureName,
} from './packManifest.ts';

const MiB = 1024 * 1024;

/** What a pack may hold at most; a library of thousands of items stays far below. */
export const packLimits: ZipLimits & { readonly fileBytes: number } = {
  fileBytes: 64 * MiB,
  entries: 202,
  memberBytes: 32 * MiB,
  totalBytes: 128 * MiB,
  ratio: 200,
};

/** A pack whose signature, hashes, schemas and seals have been checked; who signed is the caller's question. */
export interface ChecklistPack {
  readonly manifest: PackManifest;
  readonly versions: readonly { readonly file: ChecklistFile; readonly entry: PackList }[];
}

/**
 * Reads a pack: limits, layout, signature, hashes, then every list. `name` is how errors name the file. Errors:
 * `checklist-pack-damaged`, `checklist-pack-newer`, `checklist-pack-signature`, `limit-entries`, `limit-inflated`,
 * `file-too-large`.
 */
export function readPack(bytes: Uint8Array, name: string): ChecklistPack {
  if (bytes.length > packLimits.fileBytes)
    throw new AppError('file-too-large', { file: name, limit: packLimits.fileBytes });
  try {
    return readWhole(bytes, name);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw asOfPack(error, name);
  }
}

/** What readers shared with other files found, said of a pack. */
function asOfPack(error: AppError, file: string): AppError {
  const { code, params } = error;
  if (code === 'handoff-damaged')
    return damaged(file, String(params['detail'] ?? ''), { cause: error });
  if (code === 'library-invalid') {
    const place = `${String(params['file'])} ${String(params['place'])}`.slice(0, 200);
    return damaged(file, place, { cause: error });
  }
  return new AppError(code, { ...params, file }, { cause: error });
}

function damaged(file: string, detail: string, options?: { cause: unknown }): AppError {
  return new AppError('checklist-pack-damaged', { file, detail }, options);
}

function readWhole(bytes: Uint8Array, name: string): ChecklistPack {
  const members = readStrictZip(bytes, packLimits);
  const reader = new MemberReader(packLimits);
  const manifest = readManifest(members, reader, name);
  requireParts(members, manifest, name);
  const versions = manifest.lists.map((entry, index) => {
    const part = manifest.parts[index];
    const member = members.get(listName(entry.seal));
    if (!part || !member || sha256Of(member.packed) !== part.packedSha256)
      throw damaged(name, listName(entry.seal));
    const content = reader.read(member);
    if (content.length !== part.sizeBytes || sha256Of(content) !== part.sha256)
      throw damaged(name, part.name);
    const file = readChecklistBytes(content, part.name);
    requireEntry(file, entry, name);
    return { file, entry };
  });
  return { manifest, versions };
}

const Head = z.object({ format: z.literal(packFormat), version: z.number().int().positive() });

/** The signature first, over the very bytes; then the form. */
function readManifest(
  members: ReadonlyMap<string, PackedMember>,
  reader: MemberReader,
  name: string,
): PackManifest {
  const member = members.get(manifestName);
  const signed = members.get(signatureName);
  if (member?.method !== 0 || signed?.method !== 0) throw damaged(name, manifestName);
  const bytes = reader.read(member);
  const json = parseJson(bytes, name);
  const head = Head.safeParse(json);
  if (!head.success) throw damaged(name, manifestName);
  if (head.data.version > packVersion) {
    const { version: found } = head.data;
    throw new AppError('checklist-pack-newer', { file: name, found, supported: packVersion });
  }
  const manifest = PackManifest.safeParse(json);
  if (!manifest.success) throw damaged(name, manifestName, { cause: manifest.error });
  const signature = Buffer.from(reader.read(signed)).toString('latin1');
  const { key } = manifest.data.author;
  if (!Signature.safeParse(signature).success || !isSignedBy(key, bytes, signature))
    throw new AppError('checklist-pack-signature', { file: name });
  return manifest.data;
}

/** Canonical JSON only: one content, one text. */
function parseJson(bytes: Uint8Array, name: string): Json {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const json = JSON.parse(text) as Json; // JSON.parse gives nothing but JSON
    if (canonicalJson(json) === text) return json;
  } catch (cause) {
    throw damaged(name, manifestName, { cause });
  }
  throw damaged(name, manifestName);
}

/** The archive holds the manifest, its signature and exactly the lists that the manifest names, in that order. */
function requireParts(
  members: ReadonlyMap<string, PackedMember>,
  { lists, parts }: PackManifest,
  name: string,
): void {
  const named = lists.map(({ seal }) => listName(seal));
  const expected = [manifestName, signatureName, ...named];
  const isSame =
    members.size === expected.length &&
    [...members.keys()].every((member, index) => member === expected[index]) &&
    parts.length === named.length &&
    parts.every((part, index) => part.name === named[index]);
  if (!isSame) throw damaged(name, 'parts');
}

/** What the manifest says of a list is what the list says of itself. */
function requireEntry(file: ChecklistFile, entry: PackList, name: string): void {
  const isSame =
    file.seal === entry.seal &&
    file.hash === entry.hash &&
    file.id === entry.id &&
    file.version === entry.version &&
    file.titleZh === entry.titleZh;
  if (!isSame) throw damaged(name, listName(entry.seal));
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
