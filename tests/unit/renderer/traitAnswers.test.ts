import { describe, expect, it } from 'vitest';
import type { Trait } from '#shared/domain/library/checklistItem.ts';
import {
  conflictsWith,
  impliedBy,
  withPending,
} from '../../../renderer/features/traits/traitAnswers.ts';

const trait = (id: string, implies: string[] = []): Trait => ({
  id,
  labelZh: id,
  labelEn: id,
  question: id,
  questionEn: id,
  group: 'data',
  implies,
  note: '',
  noteEn: '',
  usedByItems: 1,
});
const personal = trait('personal');
const sensitive = trait('sensitive', ['personal']);
const minors = trait('minors', ['personal']);
const traits = [personal, sensitive, minors];

describe('what answers say about each other', () => {
  it('names every trait answered yes that another follows from', () => {
    expect(impliedBy(personal, traits, { sensitive: true, minors: true })).toEqual([
      sensitive,
      minors,
    ]);
    expect(impliedBy(personal, traits, { sensitive: false })).toEqual([]);
  });

  it('finds a contradiction only between a yes and the no it excludes', () => {
    expect([
      conflictsWith(personal, traits, { personal: false, sensitive: true }),
      conflictsWith(personal, traits, { sensitive: true }),
      conflictsWith(personal, traits, { personal: true, sensitive: true }),
    ]).toEqual([[sensitive], [], []]);
  });

  it('shows answers on their way, and unknown is the absence of an answer', () => {
    expect(withPending({ a: true, b: false }, { a: null, c: true })).toEqual({
      b: false,
      c: true,
    });
  });
});
