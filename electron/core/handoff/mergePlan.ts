import { AppError } from '#shared/contract/errors.ts';
import {
  covers,
  type Disagreement,
  disagreements,
  isFrozen,
  maximal,
  statedProject,
  winnerOf,
} from '#shared/domain/changes/causality.ts';
import { canonical } from '#shared/domain/changes/change.ts';
import type { ChangeLine } from '#shared/domain/handoff/handoff.ts';
import { cellsOf, type KnownChange } from '../changes/conflicts.ts';
import type { LogTable } from '../changes/logTable.ts';
import type { ScopeTable } from '../repo/scopeTable.ts';

/** A change that is not here yet. */
export interface Incoming extends KnownChange {
  readonly line: ChangeLine;
  /** Whether the change before it in its device's chain is here or comes with it. */
  readonly isChained: boolean;
}

export function toIncoming(line: ChangeLine, isChained: boolean): Incoming {
  const { device, seq, hlc, seen, actor, field } = line;
  const value = JSON.stringify(canonical(line.value));
  return { device, seq, hlc, seen, actor, field, value, line, isChained };
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
  const groups = groupByEntity(incoming);
  const plans: EntityPlan[] = [];
  for (let from = 0; from < groups.length; from += groupsAtOnce) {
    const some = groups.slice(from, from + groupsAtOnce);
    const here = readHere(some, log, scopes);
    for (const group of some) plans.push(planEntity(group, here, scopes));
  }
  return plans;
}

/** Entities whose state is read at a time: in very many lookups the asking costs more than the answers. */
const groupsAtOnce = 1000;

/** What is here of some entities, by entity, then by id. */
interface Here {
  readonly projects: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly changes: ReadonlyMap<string, ReadonlyMap<string, readonly KnownChange[]>>;
}

function readHere(groups: readonly Group[], log: LogTable, scopes: ScopeTable): Here {
  const ids = new Map<string, string[]>();
  for (const { entity, entityId } of groups) {
    const known = ids.get(entity);
    if (known) known.push(entityId);
    else ids.set(entity, [entityId]);
  }
  const kinds = [...ids].map(([entity, all]) => [entity, scopes.projectsOf(entity, all)] as const);
  return {
    projects: new Map(kinds),
    changes: new Map(
      kinds.map(([entity, known]) => [entity, log.knownOfAll(entity, [...known.keys()])]),
    ),
  };
}

interface Group {
  readonly entity: string;
  readonly entityId: string;
  readonly projectId: string;
  readonly incoming: Incoming[];
}

function groupByEntity(incoming: readonly Incoming[]): Group[] {
  const groups = new Map<string, Group>();
  let last: Group | undefined;
  for (const one of incoming) {
    const { entity, entityId, project } = one.line;
    // Changes of one entity mostly come one after the other.
    if (last?.entityId === entityId && last.entity === entity && last.projectId === project) {
      last.incoming.push(one);
      continue;
    }
    const key = `${entity}\u0000${entityId}`;
    const group = groups.get(key);
    if (group) {
      if (group.projectId !== project) throw wrongProject(one.line);
      group.incoming.push(one);
      last = group;
    } else {
      last = { entity, entityId, projectId: project, incoming: [one] };
      groups.set(key, last);
    }
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

function planEntity(group: Group, state: Here, scopes: ScopeTable): EntityPlan {
  const { entity, entityId, projectId, incoming } = group;
  const known = state.projects.get(entity)?.get(entityId);
  if (known !== undefined && known !== projectId) {
    throw new AppError('handoff-invalid', { place: entity, detail: 'project' });
  }
  requireOwnDocument(group, scopes);
  const here = state.changes.get(entity)?.get(entityId) ?? [];
  const isNew = here.length === 0;
  const head = { entity, entityId, projectId, isNew, incoming };
  if (isOneLine(group, here)) {
    return { ...head, fields: continuedFields(group, here), conflicts: [] };
  }
  const before = cellsOf<KnownChange>(here);
  const after = cellsOf<KnownChange>([...here, ...incoming]);
  const touched = new Set(incoming.map((one) => one.field));
  const fields = [...touched].map((field) =>
    planField(entity, entityId, before.get(field) ?? [], after.get(field) ?? []),
  );
  return { ...head, fields, conflicts: disagreements(entity, after) };
}

/**
 * Whether one device wrote what is here, and one, which in each of its changes knew all of that, what comes: then each change
 * covers those before it and nothing can be in disagreement. That is how most packages are; the general rules come to the same.
 */
function isOneLine({ entity, incoming }: Group, here: readonly KnownChange[]): boolean {
  const [first] = incoming;
  const [known] = here;
  if (!first || here.some((one) => one.device !== known?.device)) return false;
  const top = here.reduce((last, { seq }) => Math.max(last, seq), 0);
  return incoming.every(
    (one) =>
      one.device === first.device &&
      !isFrozen(entity, one.field) &&
      (known === undefined || covers(one, { device: known.device, seq: top })),
  );
}

/** What becomes of each touched field where `isOneLine`: the last that came stands. */
function continuedFields({ entity, incoming }: Group, here: readonly KnownChange[]): FieldPlan[] {
  const last = new Map<string, Incoming>();
  for (const one of incoming) last.set(one.field, one);
  const fields: FieldPlan[] = [];
  for (const [field, after] of last) {
    let before: KnownChange | null = null;
    for (const one of here) {
      if (one.field === field && (before === null || one.hlc > before.hlc)) before = one;
    }
    if (before !== null && before.hlc > after.hlc) throw wrongStamp(entity, field);
    fields.push({ field, before, after });
  }
  return fields;
}

/** A change that knew another bears a later stamp; where it does not, no order of the two would be right. */
function wrongStamp(entity: string, field: string): AppError {
  return new AppError('handoff-invalid', { place: `${entity}.${field}`, detail: 'hlc' });
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
    throw wrongStamp(entity, after.field);
  }
  return { field: after.field, before, after };
}
