import { expect, test } from 'vitest';
import type { ItemSignals } from '#shared/domain/library/libraryFile.ts';
import { slowRules } from '../../../electron/core/library/interchange/slowRules.ts';
import { library } from '../../helpers/checklistWorkbook.ts';

const nothingKnown = (): boolean => false;

function itemWith(re: string): { id: string; signals: ItemSignals } {
  const absence = { suggest: false, expectedIn: [] };
  return {
    id: 'an-item',
    signals: {
      evidence: [{ all: [['甲', `re:${re}`]], weight: 1 }],
      redFlags: [],
      absence,
      headings: [],
    },
  };
}

test.each([
  '(a+)+b',
  '(?:甲|甲乙?)+丙',
  '([一-龥]+)*。',
  '(.*)*x',
  '(\\d+,?)+;',
  '(a+)+b(?:符合|满足)要求',
])('an expression that never ends on some text is named: %s', (re) => {
  const found = slowRules([itemWith(re)], nothingKnown);
  expect(found).toMatchObject([
    { code: 'bad-value', itemId: 'an-item', field: 'signals.evidence[0]', found: re },
  ]);
});

test('what the program brings is not slow', () => {
  const items = library.files.flatMap((file) => file.items);
  expect(slowRules(items, nothingKnown)).toEqual([]);
}, 60_000);

test('what is known is not tried again, and three are enough', () => {
  const slow = [1, 2, 3, 4, 5].map((n) => ({ ...itemWith('(a+)+b'), id: `item-${String(n)}` }));
  expect(slowRules(slow, () => true)).toEqual([]);
  expect(slowRules(slow, (id) => id === 'item-1').map(({ itemId }) => itemId)).toEqual([
    'item-2',
    'item-3',
    'item-4',
  ]);
}, 60_000);
