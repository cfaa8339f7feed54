import type { Messages } from '#shared/i18n/catalogue.ts';
import { valueText } from '../history/historyLines.ts';

/** Item id → number and title, by project. */
export type ItemNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A place in the records, as the hand-off names it. */
export interface RecordPlace {
  readonly projectId: string;
  readonly entity: string;
  readonly entityId: string;
}

/** What a change is about: the kind of record, and the item where the record belongs to one. */
export function subjectWords(place: RecordPlace, names: ItemNames, text: Messages): string {
  const kinds: Readonly<Record<string, string>> = text.exchange.entities;
  const kind = kinds[place.entity] ?? place.entity;
  if (place.entity !== 'assessment') return kind;
  const itemId = place.entityId.split('/').at(-1) ?? '';
  return `${kind} · ${names[place.projectId]?.[itemId] ?? itemId}`;
}

/** Fields that only tie records together: nothing a person reads. */
const ties: ReadonlySet<string> = new Set([
  'projectId',
  'documentId',
  'versionId',
  'findingId',
  'traitId',
  'sha256',
]);

export function isTie(field: string): boolean {
  return ties.has(field);
}

export function fieldWords(field: string, text: Messages): string {
  const fields: Readonly<Record<string, string>> = text.exchange.fields;
  return fields[field] ?? field;
}

/** A value as a person reads it. */
export function changeValueWords(field: string, value: unknown, text: Messages): string {
  const words = text.exchange.values;
  if (field === 'deleted') return value === true ? words.removed : words.kept;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return valueText(value, text) ?? words.empty;
}

/** One side of a disagreement; a removal against an edit says which of both it is. */
export function sideWords(
  kind: 'values' | 'removal',
  side: { readonly field: string; readonly value: unknown },
  text: Messages,
): string {
  if (kind === 'values') return changeValueWords(side.field, side.value, text);
  if (side.field === 'deleted' && side.value === true) return text.exchange.open.removed;
  const value = changeValueWords(side.field, side.value, text);
  return text.exchange.open.kept(fieldWords(side.field, text), value);
}
