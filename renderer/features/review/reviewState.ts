import type {
  ArchivedItem,
  DocumentMark,
  ReviewItem,
  ReviewList,
  ReviewRow,
} from '#shared/contract/rooms/review.ts';
import type { VersionText } from '#shared/contract/rooms/document.ts';
import type { Anchor } from '#shared/domain/text/anchor.ts';
import type { Assessment, Evidence, Finding } from '#shared/domain/review/assessment.ts';
import type { Checklist, Trait } from '#shared/domain/library/checklistItem.ts';
import type { ProjectDocument } from '#shared/domain/review/document.ts';
import type { ReaderHandle } from '../../viewer/reader.ts';

export const filters = ['unreviewed', 'not-met', 'all', 'unconfirmed', 'reopened'] as const;
export type Filter = (typeof filters)[number];

/** View state of the review screen and a cache of what the core last said. */
export type ReviewState = {
  readonly projectId: string | null;
  readonly rows: readonly ReviewRow[] | null;
  /** The lists of the project, those that cannot be read included. */
  readonly lists: readonly ReviewList[];
  /** Those of them that can be read. */
  readonly checklists: readonly Checklist[];
  /** Answers to items that the lists no longer have. */
  readonly archived: readonly ArchivedItem[];
  readonly traits: readonly Trait[];
  readonly documents: readonly ProjectDocument[] | null;
  readonly filter: Filter;
  readonly itemId: string | null;
  readonly items: Readonly<Record<string, ReviewItem>>;
  readonly versionId: string | null;
  readonly texts: Readonly<Record<string, VersionText>>;
  readonly marks: Readonly<Record<string, readonly DocumentMark[]>>;
  /** A quote to show; stays until the reader of its version has taken it. */
  readonly jump: { readonly anchor: Anchor } | null;
  /** A finding that was just made and wants the cursor. */
  readonly freshFindingId: string | null;
  readonly reader: { readonly versionId: string; readonly handle: ReaderHandle } | null;
  readonly isHistoryOpen: boolean;
  /** Why the screen could not be read; null while it could. */
  readonly failure: unknown;
};

export const beginState: ReviewState = {
  projectId: null,
  rows: null,
  lists: [],
  checklists: [],
  archived: [],
  traits: [],
  documents: null,
  filter: 'all',
  itemId: null,
  items: {},
  versionId: null,
  texts: {},
  marks: {},
  jump: null,
  freshFindingId: null,
  reader: null,
  isHistoryOpen: false,
  failure: null,
};

type Part = Partial<ReviewState>;

/** Puts a returned assessment where the card and the list show it. */
export function withAssessment(state: ReviewState, assessment: Assessment): Part {
  const { itemId, verdict, note } = assessment;
  // A verdict that was given again holds for the item as it reads now.
  const settled = verdict === 'unreviewed' ? {} : { reopened: null };
  return {
    rows: changeRow(state, itemId, (row) => ({
      ...row,
      ...settled,
      verdict,
      hasNote: note.trim() !== '',
    })),
    items: changeItem(state, itemId, (item) => ({ ...item, ...settled, assessment })),
  };
}

/** Adds or replaces a piece of evidence: on the card, in the count of its row, as a mark in its document. */
export function withEvidence(state: ReviewState, evidence: Evidence): Part {
  const { itemId, stance, anchor } = evidence;
  const number = state.rows?.find((row) => row.itemId === itemId)?.number ?? '';
  const isLost = evidence.reading === 'lost' ? { isLost: true } : {};
  const mark = { evidenceId: evidence.id, itemId, itemNumber: number, stance, anchor, ...isLost };
  const marks = state.marks[anchor.versionId] ?? [];
  const isKnown =
    marks.some((other) => other.evidenceId === evidence.id) ||
    (state.items[itemId]?.evidence ?? []).some((other) => other.id === evidence.id);
  return {
    rows: changeRow(state, itemId, (row) => ({
      ...row,
      evidence: row.evidence + (isKnown ? 0 : 1),
    })),
    items: changeItem(state, itemId, (item) => ({
      ...item,
      evidence: putById(item.evidence, evidence),
    })),
    marks: {
      ...state.marks,
      [anchor.versionId]: [...marks.filter((other) => other.evidenceId !== evidence.id), mark],
    },
  };
}

export function withoutEvidence(state: ReviewState, evidenceId: string): Part {
  const owner = Object.values(state.items).find((item) =>
    item.evidence.some((evidence) => evidence.id === evidenceId),
  );
  const itemId = owner?.item.id ?? '';
  return {
    rows: changeRow(state, itemId, (row) => ({ ...row, evidence: Math.max(0, row.evidence - 1) })),
    items: changeItem(state, itemId, (item) => ({
      ...item,
      evidence: item.evidence.filter((evidence) => evidence.id !== evidenceId),
    })),
    marks: Object.fromEntries(
      Object.entries(state.marks).map(([versionId, marks]) => [
        versionId,
        marks.filter((mark) => mark.evidenceId !== evidenceId),
      ]),
    ),
  };
}

/** Adds or replaces a finding on its card, and counts it in its row when it is new. */
export function withFinding(state: ReviewState, finding: Finding): Part {
  const { itemId } = finding;
  const isKnown = (state.items[itemId]?.findings ?? []).some((other) => other.id === finding.id);
  return {
    rows: changeRow(state, itemId, (row) => ({
      ...row,
      findings: row.findings + (isKnown ? 0 : 1),
    })),
    items: changeItem(state, itemId, (item) => ({
      ...item,
      findings: putById(item.findings, finding),
    })),
  };
}

export function withoutFinding(state: ReviewState, findingId: string): Part {
  const owner = Object.values(state.items).find((item) =>
    item.findings.some((finding) => finding.id === findingId),
  );
  const itemId = owner?.item.id ?? '';
  return {
    rows: changeRow(state, itemId, (row) => ({ ...row, findings: Math.max(0, row.findings - 1) })),
    items: changeItem(state, itemId, (item) => ({
      ...item,
      findings: item.findings.filter((finding) => finding.id !== findingId),
    })),
  };
}

function putById<T extends { readonly id: string }>(list: readonly T[], entry: T): T[] {
  return list.some((other) => other.id === entry.id)
    ? list.map((other) => (other.id === entry.id ? entry : other))
    : [...list, entry];
}

function changeRow(
  state: ReviewState,
  itemId: string,
  change: (row: ReviewRow) => ReviewRow,
): readonly ReviewRow[] | null {
  return state.rows?.map((row) => (row.itemId === itemId ? change(row) : row)) ?? null;
}

function changeItem(
  state: ReviewState,
  itemId: string,
  change: (item: ReviewItem) => ReviewItem,
): Readonly<Record<string, ReviewItem>> {
  const item = state.items[itemId];
  return item === undefined ? state.items : { ...state.items, [itemId]: change(item) };
}
