import { z } from 'zod';

/** A value a field can take in the change log: JSON, so that history and hand-off read it without knowing the table. */
export const FieldValue = z.json();
export type FieldValue = z.infer<typeof FieldValue>;

/**
 * One field of one entity written by one command on one device. `seq` counts from 1 without gap per device; `hlc` orders
 * changes across devices; `seen` is the version vector (device → seq) of the other devices' changes known when it was written.
 */
export const Change = z.strictObject({
  device: z.string(),
  seq: z.number().int().positive(),
  hlc: z.string(),
  seen: z.record(z.string(), z.number().int()),
  actor: z.string(),
  commandId: z.string(),
  command: z.string(),
  entity: z.string(),
  entityId: z.string(),
  field: z.string(),
  value: FieldValue,
});
export type Change = z.infer<typeof Change>;

/** Hash of a device's log before its first change. */
export const chainStart = '0'.repeat(64);

/** The bytes a change is hashed over: the previous hash, then the change's fields in a fixed order. */
export function chainInput(previousHash: string, change: Change): string {
  return JSON.stringify([
    previousHash,
    change.device,
    change.seq,
    change.hlc,
    sortedEntries(change.seen),
    change.actor,
    change.commandId,
    change.command,
    change.entity,
    change.entityId,
    change.field,
    canonical(change.value),
  ]);
}

/** JSON with object keys in order, so that equal values have equal text. */
export function canonical(value: FieldValue): FieldValue {
  if (Array.isArray(value)) return value.map(canonical);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(sortedEntries(value).map(([key, inner]) => [key, canonical(inner)]));
  }
  return value;
}

function sortedEntries<V>(record: Readonly<Record<string, V>>): [string, V][] {
  const entries = Object.entries(record);
  return entries.length < 2 ? entries : entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
