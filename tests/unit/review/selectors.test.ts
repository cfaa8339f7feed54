import { describe, expect, test } from 'vitest';
import type { ReviewRow } from '#shared/contract/rooms/review.ts';
import type { Checklist } from '#shared/domain/library/checklistItem.ts';
import type { ProjectDocument } from '#shared/domain/review/document.ts';
import {
  filterCounts,
  groupRows,
  neighbour,
  versionById,
} from '../../../renderer/features/review/selectors.ts';

const row = (itemId: string, checklist: string, more: Partial<ReviewRow> = {}): ReviewRow => ({
  itemId,
  number: itemId,
  checklist,
  title: itemId,
  question: itemId,
  severity: '一般',
  needsConfirmation: false,
  why: { applies: 'yes', traits: [] },
  verdict: 'unreviewed',
  reopened: null,
  hasNote: false,
  evidence: 0,
  findings: 0,
  ...more,
});

const waitingFor = (...traits: string[]): ReviewRow['why'] => ({
  applies: 'undetermined',
  traits: [
    { id: 'known', answer: true, needed: true },
    ...traits.map((id) => ({ id, answer: null, needed: true })),
  ],
});

const checklist = (id: string, order: number): Checklist => ({
  id,
  order,
  titleZh: id,
  titleEn: id,
  primaryLaw: id,
  version: '1',
  effectiveDate: '2026-01-01',
  reviewedOn: '2026-01-01',
  items: ['x'],
  hash: 'h',
});

const checklists = [checklist('data', 2), checklist('network', 1)];
const rows = [
  row('2.01', 'data', { verdict: 'not-met' }),
  row('1.01', 'network', { verdict: 'met' }),
  row('1.02', 'network', { needsConfirmation: true }),
  row('1.03', 'network', { why: waitingFor('cloud') }),
  row('2.02', 'data', { why: waitingFor('face', 'cloud') }),
  row('2.03', 'data', { why: waitingFor('cloud') }),
];

describe('the list of items', () => {
  test('goes by checklist in the order of the library, then by the trait that items wait for', () => {
    expect(
      groupRows(rows, checklists, 'all', null).map((group) => ({
        id: group.id,
        rows: group.rows.map((each) => each.itemId),
        progress: `${group.reviewed}/${group.total}`,
      })),
    ).toEqual([
      { id: 'network', rows: ['1.01', '1.02'], progress: '1/2' },
      { id: 'data', rows: ['2.01'], progress: '1/1' },
      { id: 'undetermined/cloud', rows: ['1.03', '2.03'], progress: '0/2' },
      { id: 'undetermined/face', rows: ['2.02'], progress: '0/1' },
    ]);
  });

  test('a filter leaves the item at hand where it is, and counts stay those of the whole group', () => {
    const groups = groupRows(rows, checklists, 'unreviewed', '1.01');
    expect(groups[0]?.rows.map((each) => each.itemId)).toEqual(['1.01', '1.02']);
    expect(groups[0]?.total).toBe(2);
    expect(groupRows(rows, checklists, 'not-met', null).flatMap((group) => group.rows)).toEqual([
      rows[0],
    ]);
  });

  test('each filter says how many it would show', () => {
    expect(filterCounts(rows)).toEqual({
      unreviewed: 4,
      'not-met': 1,
      all: 6,
      unconfirmed: 1,
      reopened: 0,
    });
  });
});

describe('next and previous', () => {
  const groups = groupRows(rows, checklists, 'unreviewed', '1.01');

  test('go through the list as it is shown, over the edges of groups', () => {
    expect(neighbour(groups, '1.01', 1)).toBe('1.02');
    expect(neighbour(groups, '1.02', 1)).toBe('1.03');
    expect(neighbour(groups, '1.02', -1)).toBe('1.01');
  });

  test('end at the ends, and begin at them when nothing is chosen', () => {
    expect(neighbour(groups, '2.02', 1)).toBeNull();
    expect(neighbour(groups, '1.01', -1)).toBeNull();
    expect(neighbour(groups, null, 1)).toBe('1.01');
    expect(neighbour(groups, 'gone', -1)).toBe('2.02');
    expect(neighbour([], null, 1)).toBeNull();
  });
});

test('a version is found in its document, and only the newest is current', () => {
  const version = (number: number) => ({
    id: `v${number}`,
    documentId: 'd',
    number,
    sha256: '',
    fileName: '',
    sizeBytes: 1,
    kind: 'pdf' as const,
    pages: 1,
    characters: 1,
    warnings: [],
    addedAt: '',
  });
  const document: ProjectDocument = {
    id: 'd',
    projectId: 'p',
    title: '合同',
    type: null,
    versions: [version(2), version(1)],
  };
  expect(versionById([document], 'v1')?.isCurrent).toBe(false);
  expect(versionById([document], 'v2')).toEqual({
    document,
    version: version(2),
    isCurrent: true,
  });
  expect(versionById([document], 'v3')).toBeNull();
});
