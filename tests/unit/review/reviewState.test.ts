import { describe, expect, test } from 'vitest';
import type { ReviewItem, ReviewRow } from '#shared/contract/rooms/review.ts';
import type { Evidence, Finding } from '#shared/domain/review/assessment.ts';
import type { ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import {
  beginState,
  withAssessment,
  withEvidence,
  withFinding,
  withoutEvidence,
  withoutFinding,
  type ReviewState,
} from '../../../renderer/features/review/reviewState.ts';

const item: ChecklistItem = {
  id: 'i',
  number: '1.03',
  checklist: 'network',
  title: '日志',
  question: '?',
  obligation: '',
  bearer: '',
  nature: 'mandatory',
  basis: [],
  needsConfirmation: false,
  confirmationNote: null,
  lookFor: '',
  typicalFinding: '',
  recommendation: '',
  clause: '',
  severity: '重大',
  penalty: { stateOrgan: '', enterprise: '', cites: [] },
  docTypes: ['HT'],
  when: '',
  note: null,
  hash: 'h',
};
const assessment: ReviewItem['assessment'] = {
  id: 'a',
  projectId: 'p',
  round: 1,
  itemId: 'i',
  verdict: 'unreviewed',
  note: '',
  itemHash: null,
  by: null,
  at: null,
};
const row: ReviewRow = {
  itemId: 'i',
  number: '1.03',
  checklist: 'network',
  title: '日志',
  question: '?',
  severity: '重大',
  needsConfirmation: false,
  why: { applies: 'yes', traits: [] },
  verdict: 'unreviewed',
  reopened: null,
  hasNote: false,
  evidence: 0,
  findings: 0,
};
const state: ReviewState = {
  ...beginState,
  projectId: 'p',
  rows: [row],
  items: {
    i: { item, why: row.why, assessment, reopened: null, evidence: [], findings: [] },
  },
};
test('a verdict given again settles what was reopened; a note does not', () => {
  const reopened = { verdict: 'met' as const, version: '2026.11-v1', before: null };
  const open = {
    ...state,
    rows: [{ ...row, reopened }],
    items: { i: { item, why: row.why, assessment, reopened, evidence: [], findings: [] } },
  };
  const noted = withAssessment(open, { ...assessment, note: '已核' });
  expect(noted.rows?.[0]?.reopened).toEqual(reopened);
  const decided = withAssessment(open, { ...assessment, verdict: 'partial' });
  expect(decided.rows?.[0]?.reopened).toBeNull();
  expect(decided.items?.['i']?.reopened).toBeNull();
});

const evidence: Evidence = {
  id: 'e',
  projectId: 'p',
  itemId: 'i',
  findingId: null,
  stance: 'contradicts',
  documentId: 'd',
  documentTitle: '合同',
  versionNumber: 1,
  isDocumentRemoved: false,
  by: '林若川',
  at: '2026-01-01T00:00:00Z',
  anchor: {
    versionId: 'v',
    quote: '九十日',
    prefix: '',
    suffix: '',
    start: { part: 0, offset: 0 },
    end: { part: 0, offset: 3 },
    rects: [],
    place: { page: 1, clause: null, blockPath: null },
  },
};
const finding: Finding = {
  id: 'f',
  projectId: 'p',
  round: 1,
  number: 'F-001',
  itemId: 'i',
  severity: '重大',
  problem: '短于六个月',
  citations: [],
  recommendation: '',
  clause: '',
  status: 'open',
  by: '林若川',
  at: '2026-01-01T00:00:00Z',
};

const apply = (
  before: ReviewState,
  change: (before: ReviewState) => Partial<ReviewState>,
): ReviewState => ({ ...before, ...change(before) });

describe('what the core returns is shown everywhere it belongs', () => {
  test('an assessment: on the card and in the row', () => {
    const decided = { ...assessment, verdict: 'not-met' as const, note: ' 短于六个月 ' };
    const after = apply(state, (before) => withAssessment(before, decided));
    expect(after.items['i']?.assessment).toEqual(decided);
    expect(after.rows).toEqual([{ ...row, verdict: 'not-met', hasNote: true }]);
  });

  test('evidence: on the card, in the count, as a mark of its version', () => {
    const after = apply(state, (before) => withEvidence(before, evidence));
    expect(after.items['i']?.evidence).toEqual([evidence]);
    expect(after.rows?.[0]?.evidence).toBe(1);
    expect(after.marks['v']).toEqual([
      {
        evidenceId: 'e',
        itemId: 'i',
        itemNumber: '1.03',
        stance: 'contradicts',
        anchor: evidence.anchor,
      },
    ]);
  });

  test('evidence that changes sides is neither counted nor drawn twice', () => {
    const first = apply(state, (before) => withEvidence(before, evidence));
    const after = apply(first, (before) =>
      withEvidence(before, { ...evidence, stance: 'partial' }),
    );
    expect(after.rows?.[0]?.evidence).toBe(1);
    expect(after.items['i']?.evidence.map((each) => each.stance)).toEqual(['partial']);
    expect(after.marks['v']?.map((mark) => mark.stance)).toEqual(['partial']);
  });

  test('evidence that is removed leaves card, count and document', () => {
    const first = apply(state, (before) => withEvidence(before, evidence));
    const after = apply(first, (before) => withoutEvidence(before, 'e'));
    expect(after.items['i']?.evidence).toEqual([]);
    expect(after.rows).toEqual([row]);
    expect(after.marks['v']).toEqual([]);
  });

  test('a finding: added once, changed in place, removed', () => {
    const added = apply(state, (before) => withFinding(before, finding));
    const changed = apply(added, (before) => withFinding(before, { ...finding, severity: '一般' }));
    expect(changed.rows?.[0]?.findings).toBe(1);
    expect(changed.items['i']?.findings.map((each) => each.severity)).toEqual(['一般']);
    expect(apply(changed, (before) => withoutFinding(before, 'f')).rows).toEqual([row]);
  });

  test('an answer about an item whose card is not read changes only its row', () => {
    const unread = { ...state, items: {} };
    const after = apply(unread, (before) => withFinding(before, finding));
    expect(after.items).toEqual({});
    expect(after.rows?.[0]?.findings).toBe(1);
  });
});
