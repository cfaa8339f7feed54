import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteBetween } from '#shared/domain/text/quote.ts';
import { passageBetween, pointInRun } from '../../../renderer/viewer/passage.ts';

const parts = [{ text: '第一条 乙方负责运维。\n' }, { text: '' }, { text: '  保存期限为九十日' }];

describe('a selection becomes a passage', () => {
  test('inside one part it is exactly what stands there', () => {
    expect(passageBetween(parts, { part: 0, offset: 4 }, { part: 0, offset: 8 })).toEqual({
      start: { part: 0, offset: 4 },
      end: { part: 0, offset: 8 },
      quote: '乙方负责',
    });
  });

  test('drawn backwards it is the same passage', () => {
    const forwards = passageBetween(parts, { part: 0, offset: 4 }, { part: 2, offset: 6 });
    expect(passageBetween(parts, { part: 2, offset: 6 }, { part: 0, offset: 4 })).toEqual(forwards);
  });

  test('over parts, line feeds join them and white space at its ends is left out', () => {
    expect(passageBetween(parts, { part: 0, offset: 3 }, { part: 2, offset: 5 })).toEqual({
      start: { part: 0, offset: 4 },
      end: { part: 2, offset: 5 },
      quote: '乙方负责运维。\n\n\n  保存期',
    });
  });

  test('an end in the white space of the next part goes back to the last letter', () => {
    expect(passageBetween(parts, { part: 0, offset: 4 }, { part: 2, offset: 2 })).toEqual({
      start: { part: 0, offset: 4 },
      end: { part: 0, offset: 11 },
      quote: '乙方负责运维。',
    });
  });

  test('nothing but white space is no passage', () => {
    expect(passageBetween(parts, { part: 0, offset: 11 }, { part: 2, offset: 2 })).toBeNull();
    expect(passageBetween(parts, { part: 0, offset: 5 }, { part: 0, offset: 5 })).toBeNull();
  });

  test('whatever is selected, the core would read the same quote between the same points', () => {
    const text = fc.stringMatching(/^[甲乙 \n。a]{0,12}$/);
    const point = fc.record({ part: fc.nat(3), share: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(text, { minLength: 4, maxLength: 4 }), point, point, (texts, a, b) => {
        const pages = texts.map((each) => ({ text: each }));
        const place = ({ part, share }: { part: number; share: number }) => ({
          part,
          offset: Math.floor((texts[part] ?? '').length * share),
        });
        const passage = passageBetween(pages, place(a), place(b));
        if (passage === null) return;
        expect(passage.quote.trim()).toBe(passage.quote);
        expect(quoteBetween(pages, passage.start, passage.end)?.quote).toBe(passage.quote);
      }),
    );
  });
});

test('a point in a run never leaves the run', () => {
  const run = { part: 3, start: 10, end: 14 };
  expect([-2, 0, 3, 4, 9].map((units) => pointInRun(run, units).offset)).toEqual([
    10, 10, 13, 14, 14,
  ]);
});
