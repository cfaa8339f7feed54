import { describe, expect, test } from 'vitest';
import { doesStand, hashDecidedOn } from '#shared/domain/review/standing.ts';

describe('whether an answer stands', () => {
  const never = (): string => {
    throw new Error('asked for what the project was begun with');
  };

  test.each([
    ['met', 'h1', 'h1', true],
    ['met', 'h1', 'h2', false],
    ['not-applicable', 'h2', 'h2', true],
  ] as const)('%s on %s, now %s: %s', (verdict, itemHash, now, stands) => {
    expect(doesStand(verdict, hashDecidedOn({ verdict, itemHash }, never), now)).toBe(stands);
  });

  test('what an older program recorded was given on the wording the project was begun with', () => {
    const recorded = { verdict: 'partial', itemHash: null } as const;
    expect(
      doesStand(
        'partial',
        hashDecidedOn(recorded, () => 'h1'),
        'h1',
      ),
    ).toBe(true);
    expect(
      doesStand(
        'partial',
        hashDecidedOn(recorded, () => 'h1'),
        'h2',
      ),
    ).toBe(false);
    // Where that wording cannot be known, the lawyer is asked again.
    expect(
      doesStand(
        'partial',
        hashDecidedOn(recorded, () => null),
        'h2',
      ),
    ).toBe(false);
  });

  test('nothing was decided on an item that is unreviewed, so nothing can fall', () => {
    const open = { verdict: 'unreviewed', itemHash: null } as const;
    expect(doesStand('unreviewed', hashDecidedOn(open, never), 'h2')).toBe(true);
  });
});
