import { AppError } from '#shared/contract/errors.ts';
import { chainStart } from '#shared/domain/changes/change.ts';
import type { Vector } from '#shared/domain/changes/causality.ts';
import { ChangeLine, type Manifest, type PackageProject } from '#shared/domain/handoff/handoff.ts';
import { isStampOf } from '#shared/domain/changes/hlc.ts';
import { chainHash } from '../changes/changeLog.ts';
import { isProjected } from '../changes/projection.ts';
import { neededFields, schemaOf } from './fieldSchemas.ts';
import { hasLineForm } from './lineForm.ts';
import { changesName, latestStampMs } from './packageLimits.ts';
import { linesOf } from './textLines.ts';

/**
 * Reads and checks every change: form, values of known fields, its hash, its neighbours' order, its place between the
 * project's vectors. Errors: `handoff-invalid` with the line.
 */
export function readChangeLines(bytes: Uint8Array, manifest: Manifest): ChangeLine[] {
  const projects = new Map(manifest.projects.map((project) => [project.id, project]));
  const counts = new Map<string, number>();
  let last: ChangeLine | null = null;
  const lines = linesOf(bytes, changesName).map((raw, index) => {
    const line = parseLine(raw, last?.hash ?? chainStart, index);
    if (last !== null) shareTexts(line, last);
    requireOrder(last, line, index);
    requireInside(projects.get(line.project), line, index);
    if (!Object.hasOwn(manifest.devices, line.device)) throw invalid(index, 'device');
    counts.set(line.project, (counts.get(line.project) ?? 0) + 1);
    last = line;
    return line;
  });
  const isCounted =
    lines.length === manifest.counts.changes &&
    projects.size === manifest.projects.length &&
    manifest.projects.every((project) => (counts.get(project.id) ?? 0) === project.changes);
  if (!isCounted) throw new AppError('handoff-invalid', { place: changesName, detail: 'count' });
  return lines;
}

const invalid = (index: number, detail: string, cause?: unknown): AppError =>
  new AppError('handoff-invalid', { place: `${changesName} ${index + 1}`, detail }, { cause });

function parseLine(raw: unknown, lastHash: string, index: number): ChangeLine {
  const line = hasLineForm(raw, lastHash) ? raw : parseBySchema(raw, index);
  if (!isStampOf(line.device, line.hlc, latestStampMs)) throw invalid(index, 'hlc');
  // A half sign is lost in the records' file, and the hash would not fit what is kept. In a value it is escaped.
  const torn = plainTexts.find((name) => !line[name].isWellFormed());
  if (torn !== undefined) throw invalid(index, torn);
  requireValue(line, index);
  if (chainHash(line.prev, line) !== line.hash) throw invalid(index, 'hash');
  if ((line.seq === 1) !== (line.prev === chainStart)) throw invalid(index, 'prev');
  return line;
}

const plainTexts = ['actor', 'commandId', 'command', 'entityId'] as const;

/** Keeps the long texts that stand in line after line once: very many lines are held until they are merged. */
function shareTexts(line: ChangeLine, last: ChangeLine): void {
  if (line.prev === last.hash) line.prev = last.hash;
  if (line.project === last.project) line.project = last.project;
  if (line.device === last.device) line.device = last.device;
  if (line.commandId === last.commandId) line.commandId = last.commandId;
  if (line.entityId === last.entityId) line.entityId = last.entityId;
  if (line.actor === last.actor) line.actor = last.actor;
  if (isSameVector(line.seen, last.seen)) line.seen = last.seen;
}

function isSameVector(a: Vector, b: Vector): boolean {
  let count = 0;
  for (const device in a) {
    if (a[device] !== b[device]) return false;
    count += 1;
  }
  for (const _ in b) count -= 1;
  return count === 0;
}

function parseBySchema(raw: unknown, index: number): ChangeLine {
  const parsed = ChangeLine.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(index, issue?.path.join('.') ?? '', parsed.error);
}

function requireValue(line: ChangeLine, index: number): void {
  const place = `${line.entity}.${line.field}`;
  const schema = schemaOf(line.entity, line.field);
  if (schema === null) {
    // What this version projects but never hands off (this desk's own settings, the library) comes from nobody else.
    if (isProjected(line.entity, line.field)) throw invalid(index, place);
    return;
  }
  const parsed = schema.safeParse(line.value);
  if (!parsed.success) throw invalid(index, place, parsed.error);
}

/** Lines stand by device and number; the stamps of a device rise, and neighbours are chained. */
function requireOrder(last: ChangeLine | null, line: ChangeLine, index: number): void {
  if (last === null || last.device < line.device) return;
  const isAfter = last.device === line.device && last.seq < line.seq && last.hlc < line.hlc;
  if (!isAfter) throw invalid(index, 'order');
  if (last.seq + 1 === line.seq && last.hash !== line.prev) throw invalid(index, 'prev');
}

function requireInside(
  project: PackageProject | undefined,
  { device, seq, seen }: ChangeLine,
  index: number,
): void {
  if (!project) throw invalid(index, 'project');
  const { to } = project;
  // Whoever sends a change has what its writer had seen.
  if (Object.entries(seen).some(([other, upTo]) => upTo > (to[other] ?? 0))) {
    throw invalid(index, 'seen');
  }
  const isInside = seq > (project.from[device] ?? 0) && seq <= (to[device] ?? 0);
  if (!isInside) throw invalid(index, 'seq');
}

/** Entities that are made in these changes must be whole enough to be read. Errors: `handoff-invalid`. */
export function requireWhole(entity: string, fields: ReadonlySet<string>): void {
  if (!Object.hasOwn(neededFields, entity)) return;
  const missing = (neededFields[entity] ?? []).find((field) => !fields.has(field));
  if (missing !== undefined) {
    throw new AppError('handoff-invalid', { place: entity, detail: missing });
  }
}
