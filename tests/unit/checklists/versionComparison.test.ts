import { describe, expect, test } from 'vitest';
import type { ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import { compareItems, countChanges } from '#shared/domain/library/versionComparison.ts';

function item(id: string, patch: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    id,
    number: '1.01',
    checklist: 'cl-a',
    title: id,
    question: '是否约定？',
    obligation: '应当约定',
    bearer: '供应商',
    nature: 'contractual',
    basis: [],
    needsConfirmation: false,
    confirmationNote: null,
    lookFor: '合同',
    typicalFinding: '未约定',
    recommendation: '建议约定',
    clause: '乙方应当……',
    severity: '一般',
    penalty: { stateOrgan: '无', enterprise: '无', cites: [] },
    docTypes: ['HT'],
    when: 'always',
    note: null,
    hash: `${id}-1`,
    ...patch,
  };
}

const abcd = ['a', 'b', 'c', 'd'].map((id) => item(id));

describe('the comparison of two versions', () => {
  test('finds the same, the changed, the added and the removed, in the order of the newer', () => {
    const after = [
      item('b', { number: '1.02', clause: '甲方应当……', severity: '较大', hash: 'b-2' }),
      item('e'),
      item('a', { number: '1.03' }),
      item('d'),
    ];
    const changes = compareItems(abcd, after);
    expect(changes.map(({ itemId, kind }) => [itemId, kind])).toEqual([
      ['b', 'changed'],
      ['e', 'added'],
      ['a', 'same'],
      ['d', 'same'],
      ['c', 'removed'],
    ]);
    expect(countChanges(changes)).toEqual({ same: 2, changed: 1, added: 1, removed: 1 });
    expect(changes[0]?.fields).toEqual(['clause', 'severity']);
    expect(changes.slice(1).every(({ fields }) => fields.length === 0)).toBe(true);
    expect([changes[1]?.before, changes[4]?.after]).toEqual([null, null]);
  });

  test.each([
    ['abcd', ''],
    ['bcda', 'a'],
    ['dabc', 'd'],
    ['acbd', 'b'],
    ['bd', ''],
    ['dcba', 'cba'],
  ])('of the order %s, only what has to be carried counts as moved: %s', (order, moved) => {
    const changes = compareItems(
      abcd,
      [...order].map((id) => item(id)),
    );
    const ids = changes.filter(({ isMoved }) => isMoved).map(({ itemId }) => itemId);
    expect(ids.join('')).toBe(moved);
  });
});
