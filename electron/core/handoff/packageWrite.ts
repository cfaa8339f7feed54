import { createHash } from 'node:crypto';
import type { Vector } from '#shared/domain/changes/causality.ts';
import { canonical, type FieldValue } from '#shared/domain/changes/change.ts';
import {
  type CommandLine,
  type Contact,
  type Manifest,
  packageFormat,
  type PackagePart,
  type PackageProject,
  packageVersion,
} from '#shared/domain/handoff/handoff.ts';
import type { ContentStore } from '../repo/contentStore.ts';
import type { KeptIdentity } from '../repo/contactTable.ts';
import type { ExchangeTables } from './exchangeTables.ts';
import { byChain, type ExportLine, exportLines } from './exportLines.ts';
import { signWith } from './identity.ts';
import {
  changesName,
  commandsName,
  contentName,
  manifestName,
  signatureName,
} from './packageLimits.ts';
import { type PackedMember, packMember, writeStrictZip } from './strictZip.ts';

export interface ExportOrder {
  readonly id: string;
  readonly createdAt: string;
  readonly sender: Contact;
  readonly identity: KeptIdentity;
  readonly ownSeq: number;
  readonly hint: string | null;
  readonly projects: readonly ExportProject[];
}

export interface ExportProject {
  readonly id: string;
  readonly name: string;
  readonly checklists: PackageProject['checklists'];
  /** What the receiver has; empty for everything. */
  readonly from: Vector;
}

export interface WrittenPackage {
  readonly bytes: Uint8Array;
  readonly manifest: Manifest;
  /** Contents that the changes name and this desk does not hold. */
  readonly missing: readonly string[];
  readonly contentBytes: number;
}

/** Builds a package in memory: chosen projects, what lies after `from`, with the document bytes that it names. */
export function writePackage(
  tables: ExchangeTables,
  contents: ContentStore,
  order: ExportOrder,
): WrittenPackage {
  const projects = order.projects.map((project) => collect(tables, project, order));
  const lines = projects.flatMap((project) => project.lines).sort(byChain);
  const wanted = [...new Set(lines.flatMap(({ content }) => content ?? []))].sort();
  const held = wanted.filter((sha256) => contents.has(sha256));
  const commands = commandsOf(tables, lines);
  const parts = [
    makePart(changesName, textOf(lines.map(({ text }) => text)), false),
    makePart(commandsName, textOf(commands.map(canonicalText)), false),
    ...held.map((sha256) => contentPart(contents, sha256)),
  ];
  const manifest: Manifest = {
    format: packageFormat,
    version: packageVersion,
    id: order.id,
    createdAt: order.createdAt,
    sender: order.sender,
    devices: devicesOf(tables, order, projects),
    hint: order.hint,
    projects: projects.map(({ head }) => head),
    counts: { changes: lines.length, commands: commands.length, contents: held.length },
    parts: parts.map((one) => one.part),
  };
  const json = Buffer.from(canonicalText(manifest), 'utf8');
  const signature = Buffer.from(signWith(order.identity, json), 'latin1');
  const bytes = writeStrictZip([
    packMember({ name: manifestName, content: json, isStored: true }),
    packMember({ name: signatureName, content: signature, isStored: true }),
    ...parts.map((one) => one.member),
  ]);
  return {
    bytes,
    manifest,
    missing: wanted.filter((sha256) => !contents.has(sha256)),
    contentBytes: parts.slice(2).reduce((sum, { part }) => sum + part.sizeBytes, 0),
  };
}

interface Collected {
  readonly head: PackageProject;
  readonly lines: readonly ExportLine[];
}

function collect(tables: ExchangeTables, project: ExportProject, order: ExportOrder): Collected {
  const to: Record<string, number> = tables.scopes.coverage(project.id);
  if (order.ownSeq > 0) to[order.sender.device] = order.ownSeq;
  const from = Object.fromEntries(
    Object.entries(project.from)
      .map(([device, seq]) => [device, Math.min(seq, to[device] ?? 0)] as const)
      .filter(([, seq]) => seq > 0),
  );
  const lines = exportLines(tables.log, project.id, { from, to });
  const { id, name, checklists } = project;
  return {
    head: { id, name: name.slice(0, 200), from, to, changes: lines.length, checklists },
    lines,
  };
}

function commandsOf(tables: ExchangeTables, lines: readonly ExportLine[]): CommandLine[] {
  const ids = [...new Set(lines.map((line) => line.commandId))];
  return ids.flatMap((id) => {
    const row = tables.log.command(id);
    if (!row) return [];
    const reverts = row.reverts === null ? null : (JSON.parse(row.reverts) as string[]); // written by ChangeLog
    return [{ id, name: row.name, device: row.device, actor: row.actor, at: row.at, reverts }];
  });
}

function devicesOf(
  tables: ExchangeTables,
  order: ExportOrder,
  projects: readonly Collected[],
): Record<string, string> {
  const persons = tables.devices.persons();
  const { device, person } = order.sender;
  const ids = projects.flatMap(({ head }) => Object.keys(head.to)).sort();
  return Object.fromEntries([
    ...ids.map((id) => [id, persons.get(id) ?? ''] as const),
    [device, person] as const,
  ]);
}

interface Part {
  readonly part: PackagePart;
  readonly member: PackedMember;
}

const openingBrace = 0x7b;

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function makePart(name: string, content: Uint8Array, isStored: boolean): Part {
  const member = packMember({ name, content, isStored });
  const sha256 = sha256Of(content);
  const packedSha256 = isStored ? sha256 : sha256Of(member.packed);
  return { member, part: { name, sizeBytes: content.length, sha256, packedSha256 } };
}

/** Stored as they are: documents are compressed already. Checklists are JSON and take a fifth when they are packed. */
function contentPart(contents: ContentStore, sha256: string): Part {
  const bytes = contents.get(sha256);
  if (!bytes) throw new Error('a content that was there is gone');
  return makePart(contentName(sha256), bytes, bytes[0] !== openingBrace);
}

function canonicalText(value: unknown): string {
  return JSON.stringify(canonical(value as FieldValue)); // plain JSON, built above
}

function textOf(lines: readonly string[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
}
