import type { DocumentMark, ReviewRow } from '#shared/contract/rooms/review.ts';
import type { Checklist } from '#shared/domain/library/checklistItem.ts';
import type { DocumentVersion, ProjectDocument } from '#shared/domain/review/document.ts';
import type { Evidence } from '#shared/domain/review/assessment.ts';
import type { ReaderMark } from '../../viewer/reader.ts';
import type { Filter, ReviewState } from './reviewState.ts';

/** Items of one checklist, or those that wait for the answer to one trait before they are known to apply. */
export type RowGroup = {
  readonly id: string;
  /** Null for undetermined items. */
  readonly checklist: Checklist | null;
  /** The trait to answer; null for items that apply. */
  readonly traitId: string | null;
  readonly rows: readonly ReviewRow[];
  /** Over the whole group, whatever the filter. */
  readonly reviewed: number;
  readonly total: number;
};

/** Whether a row is shown; the item at hand always is, so that a verdict does not take it from under the hand. */
export function isShown(row: ReviewRow, filter: Filter, itemId: string | null): boolean {
  return row.itemId === itemId || matches(row, filter);
}

function matches(row: ReviewRow, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unreviewed':
      return row.verdict === 'unreviewed';
    case 'not-met':
      return row.verdict === 'not-met';
    case 'unconfirmed':
      return row.needsConfirmation;
    case 'reopened':
      return row.reopened !== null;
    default:
      return assertNever(filter);
  }
}

function assertNever(filter: never): never {
  throw new Error(`unknown filter ${String(filter)}`);
}

/** Rows by checklist in the library's order; undetermined items last, by the trait they wait for. */
export function groupRows(
  rows: readonly ReviewRow[],
  checklists: readonly Checklist[],
  filter: Filter,
  itemId: string | null,
): readonly RowGroup[] {
  const group = (
    id: string,
    of: Pick<RowGroup, 'checklist' | 'traitId'>,
    members: readonly ReviewRow[],
  ): RowGroup => ({
    id,
    ...of,
    rows: members.filter((row) => isShown(row, filter, itemId)),
    reviewed: members.filter((row) => row.verdict !== 'unreviewed').length,
    total: members.length,
  });
  const applying = rows.filter((row) => row.why.applies === 'yes');
  const waiting = rows.filter((row) => row.why.applies === 'undetermined');
  const order = [...checklists].sort((a, b) => a.order - b.order);
  return [
    ...order.map((checklist) =>
      group(
        checklist.id,
        { checklist, traitId: null },
        applying.filter((row) => row.checklist === checklist.id),
      ),
    ),
    ...awaitedTraits(waiting).map((traitId) =>
      group(
        `undetermined/${traitId}`,
        { checklist: null, traitId },
        waiting.filter((row) => awaitedTrait(row) === traitId),
      ),
    ),
  ].filter((each) => each.total > 0);
}

/** The trait whose answer an undetermined item waits for first; null when it waits for none. */
export function awaitedTrait(row: Pick<ReviewRow, 'why'>): string | null {
  if (row.why.applies !== 'undetermined') return null;
  return row.why.traits.find((trait) => trait.answer === null)?.id ?? null;
}

/** The traits that keep items from being determined, those that most items wait for first. */
function awaitedTraits(rows: readonly ReviewRow[]): readonly string[] {
  const waiting = new Map<string, number>();
  for (const row of rows) {
    const trait = awaitedTrait(row);
    if (trait !== null) waiting.set(trait, (waiting.get(trait) ?? 0) + 1);
  }
  return [...waiting].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

/** How many rows each filter would show. */
export function filterCounts(rows: readonly ReviewRow[]): Readonly<Record<Filter, number>> {
  const count = (filter: Filter): number => rows.filter((row) => matches(row, filter)).length;
  return {
    unreviewed: count('unreviewed'),
    'not-met': count('not-met'),
    all: rows.length,
    unconfirmed: count('unconfirmed'),
    reopened: count('reopened'),
  };
}

/** The item before or after the one at hand as the list shows them; null at either end. */
export function neighbour(
  groups: readonly RowGroup[],
  itemId: string | null,
  step: 1 | -1,
): string | null {
  const shown = groups.flatMap((group) => group.rows);
  const at = shown.findIndex((row) => row.itemId === itemId);
  if (at === -1) return (step === 1 ? shown[0] : shown.at(-1))?.itemId ?? null;
  return shown[at + step]?.itemId ?? null;
}

/** Marks as the reader draws them. */
export function readerMarks(
  marks: readonly DocumentMark[],
  itemId: string | null,
): readonly ReaderMark[] {
  return marks.map((mark) => ({ ...mark, isCurrent: mark.itemId === itemId }));
}

export type OpenVersion = {
  readonly document: ProjectDocument;
  readonly version: DocumentVersion;
  readonly isCurrent: boolean;
};

/** The version with this id and its document; null when the project no longer holds it. */
export function versionById(
  documents: readonly ProjectDocument[],
  versionId: string | null,
): OpenVersion | null {
  for (const document of documents) {
    const version = document.versions.find((each) => each.id === versionId);
    if (version !== undefined) {
      return { document, version, isCurrent: version.id === currentVersion(document)?.id };
    }
  }
  return null;
}

export function currentVersion(document: ProjectDocument): DocumentVersion | null {
  return [...document.versions].sort((a, b) => b.number - a.number)[0] ?? null;
}

/** Evidence in reading order: by document, then place. */
export function inReadingOrder(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...evidence].sort(
    (a, b) =>
      a.documentTitle.localeCompare(b.documentTitle, 'zh-CN') ||
      a.versionNumber - b.versionNumber ||
      a.anchor.start.part - b.anchor.start.part ||
      a.anchor.start.offset - b.anchor.start.offset,
  );
}

export const selectRows = (state: ReviewState) => state.rows;
export const selectItemId = (state: ReviewState) => state.itemId;
export const selectItem = (state: ReviewState) =>
  state.itemId === null ? null : (state.items[state.itemId] ?? null);
export const selectVersionId = (state: ReviewState) => state.versionId;
const noMarks: readonly DocumentMark[] = [];
export const selectMarks = (versionId: string) => (state: ReviewState) =>
  state.marks[versionId] ?? noMarks;
