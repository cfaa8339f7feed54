import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, toFolded, toOriginal, toOriginalEnd } from '#shared/domain/text/fold.ts';
import { repairRadicals } from '#shared/domain/text/radicals.ts';

const samples = fc.constantFrom(
  '数据',
  '⺠',
  '⻔',
  '⼾',
  '㈠',
  '①',
  'Ａ',
  'ﬁ',
  '，',
  ',',
  ' ',
  '　',
  '\n',
  '\t',
  '\u200b',
  '\u202e',
  '\u00ad',
  '—',
  '－',
  '“',
  'A',
  'İ',
  'ſ',
  'é',
  '´',
  '𠀀',
  '豈',
  '㍿',
  '½',
  'x',
  '1',
  '。',
  '（',
  '한',
);
const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: samples },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('fold', () => {
  test.each([
    ['人⺠政府部⻔', '人民政府部门'],
    ['⼾籍', '户籍'],
    ['第二\n十二条　数据 安全', '第二十二条数据安全'],
    ['in the\n  year 2024 年', 'in the year 2024年'],
    ['ＡＢＣ（１）', 'abc(1)'],
    ['㈠总则', '(一)总则'],
    ['甲\u200b方\u00ad与\u202e乙方', '甲方与乙方'],
    ['2024－01—02', '2024-01-02'],
    ['“数据”，‘安全’', '"数据",\'安全\''],
    [' \n ', ''],
    ['', ''],
  ])('%j becomes %j', (original, folded) => {
    expect(fold(original).text).toBe(folded);
  });

  test('gives the way back to the original', () => {
    const folded = fold('条 ㈠ 数 据');
    expect(folded.text).toBe('条(一)数据');
    const at = folded.text.indexOf('数据');
    expect([toOriginal(folded, at), toOriginalEnd(folded, at + 2)]).toEqual([4, 7]);
    expect([toOriginal(folded, 2), toOriginalEnd(folded, 2), toOriginalEnd(folded, 4)]).toEqual([
      2, 3, 3,
    ]);
    expect(toFolded(folded, 4)).toBe(4);
  });

  test('folding twice equals folding once', () => {
    fc.assert(
      fc.property(text, (t) => {
        const once = fold(t).text;
        expect(fold(once).text).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('every folded unit maps into the original, in order, and back', () => {
    fc.assert(
      fc.property(text, (t) => {
        const folded = fold(t);
        let previous = 0;
        for (let i = 0; i < folded.text.length; i++) {
          const start = toOriginal(folded, i);
          const end = toOriginalEnd(folded, i + 1);
          expect(start).toBeGreaterThanOrEqual(previous);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(t.length);
          expect(toFolded(folded, start)).toBeLessThanOrEqual(i);
          previous = start;
        }
        for (let i = 1; i <= t.length; i++)
          expect(toFolded(folded, i)).toBeGreaterThanOrEqual(toFolded(folded, i - 1));
      }),
      { numRuns: 1000 },
    );
  });

  test('a quote cut from a text folds to a part of the folded text', () => {
    fc.assert(
      fc.property(fc.array(samples, { maxLength: 30 }), fc.nat(30), fc.nat(30), (parts, a, b) => {
        const t = parts.join('');
        const folded = fold(t);
        const from = Math.min(a, b, folded.text.length);
        const to = Math.min(Math.max(a, b), folded.text.length);
        // Half a character is none of either script.
        const cutsPair = [from, to].some((at) => /^[\uDC00-\uDFFF]/.test(folded.text.slice(at)));
        fc.pre(!cutsPair);
        const quote = t.slice(toOriginal(folded, from), toOriginalEnd(folded, to));
        if (from < to) expect(fold(quote).text).toContain(folded.text.slice(from, to).trim());
      }),
    );
  });
});

describe('repairRadicals', () => {
  test('maps one unit to one', () => {
    expect(repairRadicals('⼈⺠⽹络部⻔⼾')).toBe('人民网络部门户');
    fc.assert(
      fc.property(text, (t) => {
        expect(repairRadicals(t)).toHaveLength(t.length);
      }),
    );
  });
  test('leaves no Kangxi radical behind', () => {
    const all = Array.from({ length: 214 }, (_, i) => String.fromCharCode(0x2f00 + i)).join('');
    expect(repairRadicals(all)).not.toMatch(/[\u2F00-\u2FD5]/);
  });
});
