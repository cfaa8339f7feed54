import type { FieldValue } from './change.ts';

/** Version vector: device → the last sequence number up to which all its changes are known. */
export type Vector = Readonly<Record<string, number>>;

/** What merging needs of a change; `value` is its canonical JSON text, so that equal values are equal strings. */
export interface CellChange {
  readonly device: string;
  readonly seq: number;
  readonly hlc: string;
  readonly seen: Vector;
  readonly field: string;
  readonly value: string;
}

/** Whether the writer of `later` knew `earlier`: an older change of its own device, or one it had seen. */
export function covers(
  later: Pick<CellChange, 'device' | 'seq' | 'seen'>,
  earlier: Pick<CellChange, 'device' | 'seq'>,
): boolean {
  if (later.device === earlier.device) return later.seq > earlier.seq;
  return (later.seen[earlier.device] ?? 0) >= earlier.seq;
}

/**
 * The changes that none of the others knew, by stamp. One of them: no disagreement. A pure function of the set. Only the
 * newest change of each device comes into question, because a device knows what it wrote and saw before.
 */
export function maximal<C extends CellChange>(changes: readonly C[]): C[] {
  const newest = new Map<string, C>();
  for (const one of changes) {
    const known = newest.get(one.device);
    if (!known || known.seq < one.seq) newest.set(one.device, one);
  }
  const heads = [...newest.values()];
  return heads
    .filter((one) => !heads.some((other) => other !== one && covers(other, one)))
    .sort(byStamp);
}

/** Stamps of two devices are never equal: they end in the device's id. */
export function byStamp(a: { readonly hlc: string }, b: { readonly hlc: string }): number {
  return a.hlc < b.hlc ? -1 : a.hlc > b.hlc ? 1 : 0;
}

/** What a written memo consists of. It is frozen: the first value stands, whoever writes another. */
const frozenFields: ReadonlySet<string> = new Set([
  'projectId',
  'number',
  'isDraft',
  'fileName',
  'sha256',
  'model',
  'acknowledged',
  'reasons',
  'by',
  'at',
]);

export function isFrozen(entity: string, field: string): boolean {
  return entity === 'memo' && frozenFields.has(field);
}

/**
 * Fields that only say who and when, or on which wording a verdict was given; two people always differ in them, which is no
 * disagreement.
 */
const bookkeeping: ReadonlySet<string> = new Set([
  'by',
  'at',
  'createdAt',
  'addedAt',
  'metOn',
  'partialOn',
  'notMetOn',
  'notApplicableOn',
  'needsMaterialOn',
]);

export function isBookkeeping(field: string): boolean {
  return bookkeeping.has(field);
}

/** The change whose value stands: the one with the largest stamp, of a frozen field the smallest. */
export function winnerOf<C extends CellChange>(entity: string, changes: readonly C[]): C | null {
  const [first, ...rest] = changes;
  if (first === undefined) return null;
  const takesFirst = isFrozen(entity, first.field);
  return rest.reduce((best, one) => (one.hlc < best.hlc === takesFirst ? one : best), first);
}

/** Versions that nobody has chosen between: of one field, or (under `deleted`) a removal against edits. */
export interface Disagreement<C extends CellChange = CellChange> {
  readonly field: string;
  readonly kind: 'values' | 'removal';
  /** By stamp. In a removal: the removing changes and the edits that did not know of them. */
  readonly changes: readonly C[];
}

/** Disagreements about one entity, by field. The same set of changes gives the same answer on every device. */
export function disagreements<C extends CellChange>(
  entity: string,
  cells: ReadonlyMap<string, readonly C[]>,
): Disagreement<C>[] {
  const found: Disagreement<C>[] = [];
  const tops = new Map<string, readonly C[]>();
  for (const [field, changes] of cells) {
    if (isFrozen(entity, field) || isBookkeeping(field)) continue;
    const top = maximal(changes);
    tops.set(field, top);
    if (new Set(top.map((one) => one.value)).size > 1) {
      found.push({ field, kind: 'values', changes: top });
    }
  }
  const removal = removalDisagreement(tops);
  // One entry a field: values of `deleted` that differ are already told.
  if (removal && !found.some((one) => one.field === 'deleted')) found.push(removal);
  return found.sort((a, b) => (a.field < b.field ? -1 : 1));
}

function removalDisagreement<C extends CellChange>(
  tops: ReadonlyMap<string, readonly C[]>,
): Disagreement<C> | null {
  const removing = (tops.get('deleted') ?? []).filter((one) => one.value === 'true');
  if (removing.length === 0) return null;
  const edits = [...tops]
    .filter(([field]) => field !== 'deleted')
    .flatMap(([, changes]) => changes)
    .filter((edit) => removing.some((one) => !covers(one, edit) && !covers(edit, one)));
  if (edits.length === 0) return null;
  const against = removing.filter((one) =>
    edits.some((edit) => !covers(one, edit) && !covers(edit, one)),
  );
  return { field: 'deleted', kind: 'removal', changes: [...against, ...edits].sort(byStamp) };
}

/** The larger of two vectors in every device. */
export function joinVectors(a: Vector, b: Vector): Record<string, number> {
  const joined: Record<string, number> = { ...a };
  for (const [device, seq] of Object.entries(b))
    joined[device] = Math.max(joined[device] ?? 0, seq);
  return joined;
}

/** The smaller of two vectors; a device that one of them lacks is left out. */
export function meetVectors(a: Vector, b: Vector): Record<string, number> {
  const met: Record<string, number> = {};
  for (const [device, seq] of Object.entries(a)) {
    const other = b[device];
    if (other !== undefined) met[device] = Math.min(seq, other);
  }
  return met;
}

/** Devices of `needed` of which `known` lacks changes. */
export function missingFrom(
  known: Vector,
  needed: Vector,
): { readonly device: string; readonly after: number; readonly upTo: number }[] {
  return Object.entries(needed)
    .filter(([device, seq]) => (known[device] ?? 0) < seq)
    .map(([device, seq]) => ({ device, after: known[device] ?? 0, upTo: seq }))
    .sort((a, b) => (a.device < b.device ? -1 : 1));
}

/** Which project a change says its entity belongs to; null where it says nothing about that. */
export function statedProject(
  entity: string,
  entityId: string,
  field: string,
  value: FieldValue,
): string | null {
  if (entity === 'project') return entityId;
  return field === 'projectId' && typeof value === 'string' ? value : null;
}
