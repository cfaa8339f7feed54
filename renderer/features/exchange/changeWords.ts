import { z } from 'zod';
import type { Conflict, RecordName } from '#shared/domain/handoff/handoffReport.ts';
import { type Messages, messagesFor } from '#shared/i18n/catalogue.ts';
import { valueText } from '../history/historyLines.ts';
import { quoteLine } from '../review/quoteLine.ts';

/** What a change is about: the kind of record, and the numbers, titles and quotes by which a person knows it. */
export function subjectWords(entity: string, name: RecordName | undefined, text: Messages): string {
  const kinds: Readonly<Record<string, string>> = text.exchange.entities;
  const parts = [kinds[entity] ?? entity];
  if (name) parts.push(...nameParts(entity, name, text));
  return parts.join(' · ');
}

function nameParts(entity: string, name: RecordName, text: Messages): string[] {
  const { item, number, quote } = name;
  const title = text === messagesFor('en') ? (name.titleEn ?? name.title) : name.title;
  const quoted = quote === null ? null : text.review.evidence.quoted(quoteLine(quote));
  const itemWords = item && `${item.number} ${item.title}`.trim();
  // A finding is known by its number and what it says; its item is one step further off.
  const shown = entity === 'finding' && title !== null ? null : itemWords;
  return [number, title, quoted, shown].filter((part) => part !== null);
}

/** A disagreement's subject and, where values stand against each other, the field. */
export function conflictWords(
  { entity, field, kind, name }: Pick<Conflict, 'entity' | 'field' | 'kind' | 'name'>,
  text: Messages,
): string {
  const subject = subjectWords(entity, name, text);
  return kind === 'values' ? `${subject} · ${fieldWords(field, text)}` : subject;
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

const Owner = z.object({ person: z.string() });

/** A value as a person reads it. */
export function changeValueWords(field: string, value: unknown, text: Messages): string {
  const words = text.exchange.values;
  if (field === 'owner') {
    const owner = Owner.safeParse(value);
    return owner.success ? text.exchange.person(owner.data.person) : words.empty;
  }
  if (field === 'pin') return pinWords(value, text);
  if (field === 'deleted') return value === true ? words.removed : words.kept;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return valueText(value, text) ?? words.empty;
}

/** Which version of a checklist a project reads. */
function pinWords(value: unknown, text: Messages): string {
  const words = text.exchange.values;
  if (value === false) return words.takenOut;
  const isPin = typeof value === 'object' && value !== null && 'version' in value;
  return isPin && typeof value.version === 'string' ? value.version : words.asBegun;
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
