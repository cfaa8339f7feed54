import { z } from 'zod';
import type { HistoryEntry } from '#shared/domain/review/assessment.ts';
import { FindingStatus, Severity, Stance, Verdict } from '#shared/domain/review/verdict.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { quoteLine } from '../review/quoteLine.ts';

/** One change as a person reads it; `from` is null where there was nothing before, `to` where nothing is left. */
export type HistoryLine = {
  readonly key: string;
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
};

type Change = HistoryEntry['changes'][number];

/** The lines of an entry: fields named, values in the field's words, what only the program needs left out. */
export function historyLines(entry: HistoryEntry, text: Messages): readonly HistoryLine[] {
  const place = (change: Change): number =>
    shownFields.findIndex((field) => field === change.field);
  return [...entry.changes]
    .sort((a, b) => place(a) - place(b))
    .flatMap((change) => lineOf(change, text) ?? []);
}

function lineOf(change: Change, text: Messages): HistoryLine | null {
  const words = text.review.history;
  const key = `${change.entity}/${change.entityId}/${change.field}`;
  if (change.field === 'deleted') {
    if (change.from === null && change.to !== true) return null;
    return {
      key,
      label: words.entities[entityName(change.entity)],
      from: null,
      to: change.to === true ? words.removed : words.restored,
    };
  }
  const field = shownFields.find((name) => name === change.field);
  if (field === undefined) return null;
  const from = valueText(change.from, text);
  const to = valueText(change.to, text);
  return from === to ? null : { key, label: words.fields[field], from, to };
}

/** Fields a person reads about, in the order they are told. */
const shownFields = [
  'verdict',
  'note',
  'anchor',
  'stance',
  'severity',
  'status',
  'problem',
  'citations',
  'recommendation',
  'clause',
] as const;

function entityName(entity: string): 'evidence' | 'finding' | 'assessment' {
  return entity === 'evidence' || entity === 'finding' ? entity : 'assessment';
}

const Quoted = z.object({ quote: z.string() });
const Cited = z.array(z.object({ cite: z.string() }));

/** A value of the log in words; null for nothing and for empty text. */
export function valueText(value: unknown, text: Messages): string | null {
  if (value === null || value === undefined || value === '') return null;
  const verdict = Verdict.safeParse(value);
  if (verdict.success) return text.words.verdicts[verdict.data];
  const stance = Stance.safeParse(value);
  if (stance.success) return text.words.stances[stance.data];
  const severity = Severity.safeParse(value);
  if (severity.success) return text.words.severities[severity.data];
  const status = FindingStatus.safeParse(value);
  if (status.success) return text.words.findingStatuses[status.data];
  const quoted = Quoted.safeParse(value);
  if (quoted.success) return text.review.evidence.quoted(quoteLine(quoted.data.quote));
  const cited = Cited.safeParse(value);
  if (cited.success) {
    return cited.data.length === 0 ? null : cited.data.map((each) => each.cite).join(' · ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
