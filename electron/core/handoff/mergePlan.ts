import { AppError } from '#shared/contract/errors.ts';
import {
  type Disagreement,
  disagreements,
  isFrozen,
  maximal,
  statedProject,
  winnerOf,
} from '#shared/domain/changes/causality.ts';
import { canonical } from '#shared/domain/changes/change.ts';
import type { ChangeLine } from '#shared/domain/handoff/handoff.ts';
import { cellsOf, type KnownChange, toCellChange } from '../changes/conflicts.ts';
import type { LogTable } from '../changes/logTable.ts';
import type { ScopeTable } from '../repo/scopeTable.ts';

/** A change that is not here yet. */
export interface Incoming extends KnownChange {
  readonly line: ChangeLine;
}

export function toIncoming(line: ChangeLine): Incoming {
  const { device, seq, hlc, seen, actor, field } = line;
  return {
    device,
    seq,
    hlc,
    seen,
    actor,
    field,
    value: JSON.stringify(canonical(line.value)),
    line,
  };
}

/** What becomes of one field: the change that stands here (null where there is none), and the one that will. */
export interface FieldPlan {
  readonly field: string;
  readonly before: KnownChange | null;
  readonly after: KnownChange;
}

export interface EntityPlan {
  readonly entity: string;
  readonly entityId: string;
  readonly projectId: string;
  /** Nothing of it was here. */
  readonly isNew: boolean;
  readonly incoming: readonly Incoming[];
  readonly fields: readonly FieldPlan[];
  readonly conflicts: readonly Disagreement<KnownChange>[];
}

/**
 * Works out what the changes will do, writing nothing. Errors: `handoff-invalid` where an entity is said to belong to
 * another project or a change claims to know a later one, `handoff-memo-frozen`.
 */
export function planMerge(
  incoming: readonly Incoming[],
  log: LogTable,
  scopes: ScopeTable,
): EntityPlan[] {
  return groupByEntity(incoming).map((group) => planEntity(group, log, scopes));
}

interface Group {
  readonly entity: string;
  readonly entityId: string;
  readonly projectId: string;
  readonly incoming: Incoming[];
}

function groupByEntity(incoming: readonly Incoming[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of incoming) {
    const { entity, entityId, project } = one.line;
    const key = `${entity}\u0000${entityId}`;
    const group = groups.get(key);
    if (group) {
      if (group.projectId !== project) throw wrongProject(one.line);
      group.incoming.push(one);
    } else groups.set(key, { entity, entityId, projectId: project, incoming: [one] });
  }
  for (const group of groups.values()) {
    for (const { line } of group.incoming) requireOwnProject(line, groups);
  }
  return [...groups.values()];
}

/** An entity, and a version's document, must belong to the project they come under. */
function requireOwnProject(line: ChangeLine, groups: ReadonlyMap<string, Group>): void {
  const stated = statedProject(line.entity, line.entityId, line.field, line.value);
  if (stated !== null && stated !== line.project) throw wrongProject(line);
  const documentId = documentOf(line);
  if (documentId !== null) {
    const document = groups.get(`document\u0000${documentId}`);
    if (document && document.projectId !== line.project) throw wrongProject(line);
  }
}

/** The document that a version says it is of. */
function documentOf({ entity, field, value }: ChangeLine): string | null {
  const isNamed = entity === 'documentVersion' && field === 'documentId';
  return isNamed && typeof value === 'string' ? value : null;
}

function wrongProject(line: ChangeLine): AppError {
  return new AppError('handoff-invalid', {
    place: `${line.entity}.${line.field}`,
    detail: 'project',
  });
}

function planEntity(group: Group, log: LogTable, scopes: ScopeTable): EntityPlan {
  const { entity, entityId, projectId, incoming } = group;
  const known = scopes.projectOf(entity, entityId);
  if (known !== null && known !== projectId) {
    throw new AppError('handoff-invalid', { place: entity, detail: 'project' });
  }
  requireOwnDocument(group, scopes);
  const here = known === null ? [] : log.narrowOf(entity, entityId).map(toCellChange);
  const before = cellsOf<KnownChange>(here);
  const after = cellsOf<KnownChange>([...here, ...incoming]);
  const touched = new Set(incoming.map((one) => one.field));
  const fields = [...touched].map((field) =>
    planField(entity, entityId, before.get(field) ?? [], after.get(field) ?? []),
  );
  const isNew = here.length === 0;
  const conflicts = isOfOneDevice(here, incoming) ? [] : disagreements(entity, after);
  return { entity, entityId, projectId, isNew, incoming, fields, conflicts };
}

function isOfOneDevice(here: readonly KnownChange[], incoming: readonly KnownChange[]): boolean {
  const device = incoming[0]?.device;
  return [here, incoming].every((changes) => changes.every((one) => one.device === device));
}

function requireOwnDocument({ entity, projectId, incoming }: Group, scopes: ScopeTable): void {
  if (entity !== 'documentVersion') return;
  for (const { line } of incoming) {
    const documentId = documentOf(line);
    const project = documentId === null ? null : scopes.projectOf('document', documentId);
    if (project !== null && project !== projectId) throw wrongProject(line);
  }
}

function planField(
  entity: string,
  entityId: string,
  here: readonly KnownChange[],
  all: readonly KnownChange[],
): FieldPlan {
  const before = winnerOf(entity, here);
  const after = winnerOf(entity, all);
  if (!after) throw new Error('a touched field has a change');
  if (isFrozen(entity, after.field)) {
    if (before && after !== before) throw new AppError('handoff-memo-frozen', { id: entityId });
  } else if (all.length > 1 && maximal(all).at(-1) !== after) {
    // A change that knew another bears a later stamp; where it does not, no order of the two would be right.
    throw new AppError('handoff-invalid', { place: `${entity}.${after.field}`, detail: 'hlc' });
  }
  return { field: after.field, before, after };
}
