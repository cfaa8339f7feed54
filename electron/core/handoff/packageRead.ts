import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import {
  type ChangeLine,
  CommandLine,
  Manifest,
  packageFormat,
  type PackagePart,
  packageVersion,
  Signature,
} from '#shared/domain/handoff/handoff.ts';
import { readChangeLines } from './changeLines.ts';
import { isSignedBy } from './identity.ts';
import {
  changesName,
  commandsName,
  contentName,
  manifestName,
  packageLimits,
  signatureName,
  zipLimits,
} from './packageLimits.ts';
import { linesOf } from './textLines.ts';
import { MemberReader, type PackedMember, readStrictZip } from './strictZip.ts';

/** A package whose signature, hashes and every line have been checked. */
export interface HandoffPackage {
  readonly manifest: Manifest;
  /** By device and sequence number. */
  readonly changes: readonly ChangeLine[];
  readonly commands: readonly CommandLine[];
  /** Names of the document bytes in it. */
  readonly contents: readonly string[];
  /** Bytes of one of them. */
  content(sha256: string): Uint8Array;
}

const damaged = (detail: string, cause?: unknown): AppError =>
  new AppError('handoff-damaged', { detail }, { cause });

/**
 * Limits, then signature, then hashes, then every line. Errors: `handoff-damaged`, `handoff-newer`, `handoff-signature`,
 * `handoff-invalid`, `limit-entries`, `limit-inflated`, `file-too-large`. Who signed is the caller's question.
 */
export function readPackage(bytes: Uint8Array, hint: string | null): HandoffPackage {
  if (bytes.length > packageLimits.fileBytes) {
    throw new AppError('file-too-large', { file: '', limit: packageLimits.fileBytes });
  }
  const members = readStrictZip(bytes, zipLimits);
  const reader = new MemberReader(zipLimits);
  const manifest = readManifest(members, reader);
  if (manifest.hint !== hint) throw damaged('hint');
  requireParts(members, manifest);
  const changes = readChangeLines(readPart(members, manifest, reader, changesName), manifest);
  const commands = readCommands(
    readPart(members, manifest, reader, commandsName),
    manifest,
    changes,
  );
  const contents = contentsOf(manifest);
  for (const sha256 of contents)
    readPart(members, manifest, new MemberReader(zipLimits), contentName(sha256));
  return {
    manifest,
    changes,
    commands,
    contents,
    content: (sha256) =>
      readPart(members, manifest, new MemberReader(zipLimits), contentName(sha256)),
  };
}

/** The signed manifest alone, to learn whose package it is. Errors as of `readPackage`. */
export function readSignedManifest(bytes: Uint8Array): Manifest {
  return readManifest(readStrictZip(bytes, zipLimits), new MemberReader(zipLimits));
}

function readManifest(members: ReadonlyMap<string, PackedMember>, reader: MemberReader): Manifest {
  const bytes = stored(members, reader, manifestName, packageLimits.manifestBytes);
  const signature = Signature.safeParse(text(stored(members, reader, signatureName, 200)));
  const json = parseJson(bytes);
  requireVersion(json);
  const manifest = Manifest.safeParse(json);
  if (!manifest.success) {
    throw new AppError('handoff-invalid', {
      place: manifestName,
      detail: z.prettifyError(manifest.error).slice(0, 300),
    });
  }
  if (!signature.success || !isSignedBy(manifest.data.sender.key, bytes, signature.data)) {
    throw new AppError('handoff-signature');
  }
  return manifest.data;
}

function stored(
  members: ReadonlyMap<string, PackedMember>,
  reader: MemberReader,
  name: string,
  limit: number,
): Uint8Array {
  const member = members.get(name);
  if (!member || member.method !== 0 || member.size > limit) throw damaged(name);
  return reader.read(member);
}

function text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw damaged('utf-8', cause);
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(text(bytes));
  } catch (cause) {
    throw damaged(manifestName, cause);
  }
}

const Head = z.object({ format: z.literal(packageFormat), version: z.number().int().positive() });

/** A newer format is named as such, before its fields are taken for errors. */
function requireVersion(json: unknown): void {
  const head = Head.safeParse(json);
  if (!head.success) throw damaged(manifestName);
  if (head.data.version > packageVersion) {
    throw new AppError('handoff-newer', { found: head.data.version, supported: packageVersion });
  }
}

/** The archive holds the manifest, its signature and exactly the parts that the manifest names, in that order. */
function requireParts(members: ReadonlyMap<string, PackedMember>, manifest: Manifest): void {
  const named = [manifestName, signatureName, ...manifest.parts.map((part) => part.name)];
  const [changes, commands, ...rest] = manifest.parts;
  const isComplete =
    changes?.name === changesName &&
    commands?.name === commandsName &&
    rest.every((part) => part.name === contentName(part.sha256)) &&
    rest.length === manifest.counts.contents;
  const isSame =
    named.length === members.size && [...members.keys()].every((name, i) => name === named[i]);
  if (!isComplete || !isSame) throw damaged('parts');
}

const partIndex = new WeakMap<Manifest, ReadonlyMap<string, PackagePart>>();

function partsOf(manifest: Manifest): ReadonlyMap<string, PackagePart> {
  const known = partIndex.get(manifest);
  if (known) return known;
  const made = new Map(manifest.parts.map((part) => [part.name, part]));
  partIndex.set(manifest, made);
  return made;
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function readPart(
  members: ReadonlyMap<string, PackedMember>,
  manifest: Manifest,
  reader: MemberReader,
  name: string,
): Uint8Array {
  const part = partsOf(manifest).get(name);
  const member = members.get(name);
  if (!part || !member || sha256Of(member.packed) !== part.packedSha256) throw damaged(name);
  const content = reader.read(member);
  if (content.length !== part.sizeBytes || sha256Of(content) !== part.sha256) throw damaged(name);
  return content;
}

function contentsOf(manifest: Manifest): string[] {
  return manifest.parts.slice(2).map((part) => part.sha256);
}

function readCommands(
  bytes: Uint8Array,
  manifest: Manifest,
  changes: readonly ChangeLine[],
): CommandLine[] {
  const commands = linesOf(bytes, commandsName).map((line, index) => {
    const parsed = CommandLine.safeParse(line);
    if (parsed.success) return parsed.data;
    throw new AppError('handoff-invalid', { place: commandsName, detail: `${index + 1}` });
  });
  const devices = new Map(changes.map((change) => [change.commandId, change.device]));
  const isFitting = commands.every((command) => devices.get(command.id) === command.device);
  if (commands.length !== manifest.counts.commands || !isFitting) {
    throw new AppError('handoff-invalid', { place: commandsName, detail: 'count' });
  }
  return commands;
}
