import { AppError } from '#shared/contract/errors.ts';
import { missingFrom, type Vector } from '#shared/domain/changes/causality.ts';
import type { ChangeLine, PackageProject } from '#shared/domain/handoff/handoff.ts';
import { isProjected } from '../changes/projection.ts';
import { requireWhole } from './changeLines.ts';
import type { ExchangeTables } from './exchangeTables.ts';
import { type EntityPlan, type Incoming, planMerge, toIncoming } from './mergePlan.ts';
import type { HandoffPackage } from './packageRead.ts';

/** This desk in the exchange: its device and the number of its last change. */
export interface OwnDevice {
  readonly id: string;
  readonly seq: number;
}

/** What a package does to one project. */
export interface PartPlan {
  readonly project: PackageProject;
  /** Here already, in the log or waiting. */
  readonly identical: number;
  readonly incoming: readonly Incoming[];
  /** Not in the log yet: the incoming ones, and those that wait here from an earlier package. */
  readonly unheld: readonly ChangeLine[];
  readonly entities: readonly EntityPlan[];
  /** Not empty: the changes have to wait. */
  readonly gaps: readonly {
    readonly device: string;
    readonly after: number;
    readonly upTo: number;
  }[];
}

/**
 * Compares a package with what is here, writing nothing. Errors: `handoff-forked` where the same number of a device's log
 * holds something else here, and those of `planMerge`.
 */
export function planImport(
  tables: ExchangeTables,
  own: OwnDevice,
  { manifest, changes }: Pick<HandoffPackage, 'manifest' | 'changes'>,
): PartPlan[] {
  const byProject = new Map<string, ChangeLine[]>();
  for (const line of changes) {
    const lines = byProject.get(line.project);
    if (lines) lines.push(line);
    else byProject.set(line.project, [line]);
  }
  return manifest.projects.map((project) =>
    planPart(tables, own, project, byProject.get(project.id) ?? []),
  );
}

export function planPart(
  tables: ExchangeTables,
  own: OwnDevice,
  project: PackageProject,
  lines: readonly ChangeLine[],
): PartPlan {
  const known = knownOf(tables, own, project.id);
  if ((project.to[own.id] ?? 0) > own.seq) {
    throw new AppError('handoff-forked', { device: own.id, seq: own.seq + 1 });
  }
  const gaps = missingFrom(known, project.from);
  const unheld = lines.filter(({ device, seq }) => (known[device] ?? 0) < seq);
  requireSame(
    tables,
    lines.filter(({ device, seq }) => (known[device] ?? 0) >= seq),
  );
  // What waits here and need not wait any longer goes in with this package.
  const fresh = gaps.length === 0 ? unheld : unheld.filter((line) => !isWaiting(tables, line));
  const incoming = fresh.map((line, index) => toIncoming(line, isChained(tables, fresh, index)));
  const entities = planMerge(incoming, tables.log, tables.scopes);
  for (const plan of entities) {
    if (plan.isNew && gaps.length === 0)
      requireWhole(plan.entity, new Set(plan.fields.map((one) => one.field)));
  }
  return { project, identical: lines.length - fresh.length, incoming, unheld, entities, gaps };
}

export function knownOf(tables: ExchangeTables, own: OwnDevice, projectId: string): Vector {
  return { ...tables.scopes.coverage(projectId), [own.id]: own.seq };
}

/** Errors: `handoff-forked` where a number that is known here holds another content here, or none. */
function requireSame(tables: ExchangeTables, lines: readonly ChangeLine[]): void {
  for (const run of runsOf(lines)) {
    const [first] = run;
    if (!first) continue;
    const { device, seq } = first;
    const hashes = tables.log.hashes(device, seq, seq + run.length - 1);
    const other = run.find((line, index) => line.hash !== hashes[index]);
    if (other) throw new AppError('handoff-forked', { device, seq: other.seq });
  }
}

const longestRun = 10_000;

/** Lines whose numbers follow one another, together, so that the log is asked once for all of them. */
function* runsOf(lines: readonly ChangeLine[]): Generator<readonly ChangeLine[]> {
  let start = 0;
  for (let end = 1; end <= lines.length; end += 1) {
    const last = lines[end - 1];
    const next = lines[end];
    const isNext = next !== undefined && next.device === last?.device && next.seq === last.seq + 1;
    if (isNext && end - start < longestRun) continue;
    yield lines.slice(start, end);
    start = end;
  }
}

function isWaiting(tables: ExchangeTables, { device, seq, hash }: ChangeLine): boolean {
  const waiting = tables.parked.hashOf(device, seq);
  if (waiting !== null && waiting !== hash) throw new AppError('handoff-forked', { device, seq });
  return waiting !== null;
}

/**
 * Each change must continue its device's chain where its neighbours are here. Returns whether the change before it is here or
 * comes with it. Errors: `handoff-forked`.
 */
function isChained(tables: ExchangeTables, lines: readonly ChangeLine[], index: number): boolean {
  const line = lines[index];
  if (!line) return false;
  const { device, seq } = line;
  const last = lines[index - 1];
  const next = lines[index + 1];
  const isAfterLast = last?.device === device && last.seq === seq - 1;
  const isBeforeNext = next?.device === device && next.seq === seq + 1;
  const before = isAfterLast ? last.hash : tables.log.hashAt(device, seq - 1);
  const after = isBeforeNext ? next.prev : tables.log.prevAt(device, seq + 1);
  if ((before !== null && before !== line.prev) || (after !== null && after !== line.hash)) {
    throw new AppError('handoff-forked', { device, seq });
  }
  return before !== null;
}

/** Changes of fields that this version does not project. */
export function unknownOf(parts: readonly PartPlan[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { incoming } of parts) {
    for (const { line } of incoming) {
      if (isProjected(line.entity, line.field)) continue;
      const key = `${line.entity}.${line.field}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
