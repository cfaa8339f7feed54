import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applicabilityOf,
  contradictionsIn,
  withImplied,
} from '#shared/domain/library/applicability.ts';
import type { TraitAnswers } from '#shared/domain/library/checklistItem.ts';
import { type Condition, evaluate, parseWhen, traitsIn } from '#shared/domain/library/condition.ts';

const ids = ['a', 'b', 'c', 'd'];

const condition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...ids).map((id): Condition => ({ op: 'trait', id })),
    fc.constant<Condition>({ op: 'always' }),
    tie('any').map((of): Condition => ({ op: 'not', of })),
    fc
      .record({
        op: fc.constantFrom('and' as const, 'or' as const),
        of: fc.array(tie('any'), { minLength: 2, maxLength: 3 }),
      })
      .map((made): Condition => made),
  ),
})).any;

const answers: fc.Arbitrary<TraitAnswers> = fc.dictionary(fc.constantFrom(...ids), fc.boolean(), {
  noNullPrototype: true,
});

function written(one: Condition): string {
  if (one.op === 'always') return 'always';
  if (one.op === 'trait') return one.id;
  if (one.op === 'not') return `not ${parenthesised(one.of)}`;
  return one.of.map(parenthesised).join(` ${one.op} `);
}

function parenthesised(one: Condition): string {
  return one.op === 'and' || one.op === 'or' ? `(${written(one)})` : written(one);
}

function parsed(when: string): Condition {
  const result = parseWhen(when);
  if ('fault' in result) throw new Error(result.fault.detail);
  return result.condition;
}

describe('parseWhen', () => {
  it('binds not before and before or', () => {
    expect(parsed('a or not b and c')).toEqual({
      op: 'or',
      of: [
        { op: 'trait', id: 'a' },
        {
          op: 'and',
          of: [
            { op: 'not', of: { op: 'trait', id: 'b' } },
            { op: 'trait', id: 'c' },
          ],
        },
      ],
    });
  });

  it.each([
    ['', 'a trait is missing', 0],
    ['a and', 'a trait is missing', 5],
    ['a b', 'unexpected "b"', 2],
    ['(a or b', 'a parenthesis is not closed', 0],
    ['a or )', 'unexpected ")"', 5],
    ['and a', 'unexpected "and"', 0],
    ['a & b', 'unexpected "&"', 2],
    ['not', 'a trait is missing', 3],
  ])('refuses %j and says where', (when, detail, at) => {
    expect(parseWhen(when)).toEqual({ fault: { detail, at } });
  });

  it('reads back what is written', () => {
    fc.assert(
      fc.property(condition, answers, (one, given) => {
        const again = parsed(written(one));
        expect(evaluate(again, given)).toBe(evaluate(one, given));
        expect(traitsIn(again)).toEqual(traitsIn(one));
      }),
    );
  });
});

describe('evaluate', () => {
  const yes: TraitAnswers = { a: true };
  const no: TraitAnswers = { a: false };

  it.each<[string, TraitAnswers, boolean | null]>([
    ['always', {}, true],
    ['not always', {}, false],
    ['a', yes, true],
    ['a', no, false],
    ['a', {}, null],
    ['not a', {}, null],
    ['a and b', { a: false }, false],
    ['a and b', { a: true }, null],
    ['a or b', { a: true }, true],
    ['a or b', { a: false }, null],
    ['a or b', { a: false, b: false }, false],
    ['constructor', {}, null],
  ])('%s under %j is %j', (when, given, expected) => {
    expect(evaluate(parsed(when), given)).toBe(expected);
  });

  it('never goes back on a decided result when an unknown trait is answered', () => {
    fc.assert(
      fc.property(
        condition,
        answers,
        fc.constantFrom(...ids),
        fc.boolean(),
        (one, given, id, value) => {
          const before = evaluate(one, given);
          fc.pre(before !== null && !Object.hasOwn(given, id));
          expect(evaluate(one, { ...given, [id]: value })).toBe(before);
        },
      ),
    );
  });

  it('agrees with two-valued logic when everything is answered', () => {
    fc.assert(
      fc.property(condition, fc.tuple(...ids.map(() => fc.boolean())), (one, values) => {
        const given = Object.fromEntries(ids.map((id, at) => [id, values[at] === true]));
        expect(evaluate(one, given)).toBe(twoValued(one, given));
      }),
    );
  });

  it('obeys De Morgan', () => {
    fc.assert(
      fc.property(condition, condition, answers, (left, right, given) => {
        const not = (of: Condition): Condition => ({ op: 'not', of });
        const both: Condition = { op: 'and', of: [left, right] };
        const either: Condition = { op: 'or', of: [not(left), not(right)] };
        expect(evaluate(not(both), given)).toBe(evaluate(either, given));
      }),
    );
  });
});

function twoValued(one: Condition, given: TraitAnswers): boolean {
  if (one.op === 'always') return true;
  if (one.op === 'trait') return given[one.id] === true;
  if (one.op === 'not') return !twoValued(one.of, given);
  return one.op === 'and'
    ? one.of.every((part) => twoValued(part, given))
    : one.of.some((part) => twoValued(part, given));
}

describe('applicabilityOf', () => {
  const third = '(outsourcedDev or outsourcedOps) and processesPersonalInfo';

  it.each<[string, TraitAnswers, ReturnType<typeof applicabilityOf>]>([
    ['always', {}, { applies: 'yes', traits: [] }],
    [
      third,
      { outsourcedOps: true, processesPersonalInfo: true },
      {
        applies: 'yes',
        traits: [
          { id: 'outsourcedOps', answer: true, needed: true },
          { id: 'processesPersonalInfo', answer: true, needed: true },
        ],
      },
    ],
    [
      third,
      { outsourcedDev: false, processesPersonalInfo: true },
      {
        applies: 'undetermined',
        traits: [
          { id: 'outsourcedOps', answer: null, needed: true },
          { id: 'processesPersonalInfo', answer: true, needed: false },
        ],
      },
    ],
    [
      third,
      { processesPersonalInfo: false },
      { applies: 'no', traits: [{ id: 'processesPersonalInfo', answer: false, needed: true }] },
    ],
    [
      'mlpsLevel3Plus and not isCII',
      { mlpsLevel3Plus: true, isCII: false },
      {
        applies: 'yes',
        traits: [
          { id: 'mlpsLevel3Plus', answer: true, needed: true },
          { id: 'isCII', answer: false, needed: true },
        ],
      },
    ],
    [
      '(a and b) or (c and d)',
      { a: false, c: true },
      {
        applies: 'undetermined',
        traits: [
          { id: 'c', answer: true, needed: false },
          { id: 'd', answer: null, needed: true },
        ],
      },
    ],
  ])('explains %s under %j', (when, given, expected) => {
    expect(applicabilityOf(when, given)).toEqual(expected);
  });

  it('names answers that alone decide it', () => {
    fc.assert(
      fc.property(condition, answers, (one, given) => {
        const { applies, traits } = applicabilityOf(written(one), given);
        fc.pre(applies !== 'undetermined');
        expect(traits.every((trait) => trait.needed && trait.answer !== null)).toBe(true);
        const alone = Object.fromEntries(traits.map((trait) => [trait.id, trait.answer === true]));
        expect(applicabilityOf(written(one), alone).applies).toBe(applies);
      }),
    );
  });

  it('names unknown traits whose answers, whatever they are, decide it', () => {
    fc.assert(
      fc.property(
        condition,
        answers,
        fc.tuple(...ids.map(() => fc.boolean())),
        (one, given, values) => {
          const { applies, traits } = applicabilityOf(written(one), given);
          fc.pre(applies === 'undetermined');
          const asked = traits.filter((trait) => trait.needed);
          expect(asked.length).toBeGreaterThan(0);
          expect(asked.every((trait) => trait.answer === null)).toBe(true);
          const full = { ...given };
          for (const { id } of asked) full[id] = values[ids.indexOf(id)] === true;
          expect(applicabilityOf(written(one), full).applies).not.toBe('undetermined');
        },
      ),
    );
  });
});

describe('implied answers', () => {
  const traits = [
    { id: 'minorsUnder14', implies: ['minors', 'sensitivePI'] },
    { id: 'minors', implies: ['processesPersonalInfo'] },
    { id: 'sensitivePI', implies: ['processesPersonalInfo'] },
    { id: 'processesPersonalInfo', implies: [] },
  ];

  it('spread from true through the chain', () => {
    expect(withImplied({ minorsUnder14: true }, traits)).toEqual({
      minorsUnder14: true,
      minors: true,
      sensitivePI: true,
      processesPersonalInfo: true,
    });
  });

  it('do not follow from false, nor overwrite an answer, nor pass through it', () => {
    expect(withImplied({ minors: false }, traits)).toEqual({ minors: false });
    expect(withImplied({ minors: true, processesPersonalInfo: false }, traits)).toEqual({
      minors: true,
      processesPersonalInfo: false,
    });
    const chain = [
      { id: 'a', implies: ['b'] },
      { id: 'b', implies: ['c'] },
      { id: 'c', implies: [] },
    ];
    expect(withImplied({ a: true, b: false }, chain)).toEqual({ a: true, b: false });
  });

  it('report what cannot stand together, also through others', () => {
    expect(contradictionsIn({ minorsUnder14: true, processesPersonalInfo: false }, traits)).toEqual(
      [{ traitId: 'minorsUnder14', impliedId: 'processesPersonalInfo' }],
    );
    expect(contradictionsIn({ minors: false, processesPersonalInfo: true }, traits)).toEqual([]);
  });
});
