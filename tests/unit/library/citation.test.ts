import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  articleExists,
  formatCitation,
  parseChineseNumeral,
  parseCitation,
  pin,
  toChineseNumeral,
  versionOf,
} from '#shared/domain/law/citation.ts';
import type { Instrument } from '#shared/domain/library/libraryFile.ts';

function instrument(fields: Partial<Instrument>): Instrument {
  return {
    code: 'CSL',
    title: '中华人民共和国网络安全法',
    citeTitle: '网络安全法',
    shortTitle: '网络安全法',
    aliases: ['网安法'],
    hierarchy: '法律',
    issuer: null,
    documentNumber: null,
    adopted: '2016-11-07',
    promulgated: '2016-11-07',
    effective: '2017-06-01',
    latestAmendment: '2025-10-28',
    amendmentEffective: '2026-01-01',
    provenance: {},
    articles: [1, 81],
    isTextChecked: true,
    status: 'in-force',
    repealedOn: null,
    note: '',
    ...fields,
  };
}

describe('Chinese numerals', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [23, '二十三'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [112, '一百一十二'],
    [463, '四百六十三'],
    [1000, '一千'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1164, '一千一百六十四'],
    [1258, '一千二百五十八'],
    [1260, '一千二百六十'],
  ])('writes %i as %s', (value, text) => {
    expect(toChineseNumeral(value)).toBe(text);
  });

  it('reads back every number that it writes up to 1260', () => {
    const numbers = Array.from({ length: 1260 }, (_, index) => index + 1);
    expect(numbers.map((value) => parseChineseNumeral(toChineseNumeral(value)))).toEqual(numbers);
  });

  it('reads back any number that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(parseChineseNumeral(toChineseNumeral(value))).toBe(value);
      }),
    );
  });

  it('writes different numbers differently', () => {
    const numbers = Array.from({ length: 9999 }, (_, index) => toChineseNumeral(index + 1));
    expect(new Set(numbers).size).toBe(9999);
  });

  it.each([
    ['〇', null],
    ['', null],
    ['零', null],
    ['一百一', null],
    ['一千一', null],
    ['一百零', null],
    ['二三', null],
    ['十十', null],
    ['23', null],
    ['第三', null],
    ['一百〇一', 101],
    ['一百十二', 112],
    ['两百', 200],
    ['一十', 10],
  ])('reads %j as %j', (text, value) => {
    expect(parseChineseNumeral(text)).toBe(value);
  });

  it.each([0, -1, 1.5, 10_000, Number.NaN])('does not write %d', (value) => {
    expect(() => toChineseNumeral(value)).toThrow(RangeError);
  });
});

describe('citations', () => {
  it.each([
    [{ article: 23, paragraph: null, item: null }, '《网络安全法》第二十三条'],
    [{ article: 61, paragraph: 1, item: null }, '《网络安全法》第六十一条第一款'],
    [{ article: 23, paragraph: null, item: 3 }, '《网络安全法》第二十三条第（三）项'],
    [{ article: 55, paragraph: 1, item: 12 }, '《网络安全法》第五十五条第一款第（十二）项'],
    [{ article: null, paragraph: null, item: null }, '《网络安全法》'],
  ])('of %j read %s, and back', (place, cite) => {
    expect(formatCitation(instrument({}), place)).toBe(cite);
    expect(parseCitation(cite)).toEqual({ title: '网络安全法', ...place });
  });

  it('write a standard without 《》', () => {
    const standard = instrument({ hierarchy: '推荐性标准', citeTitle: 'GB/T 22240-2020 定级指南' });
    const nowhere = { article: null, paragraph: null, item: null };
    expect(formatCitation(standard, nowhere)).toBe('GB/T 22240-2020 定级指南');
  });

  it.each(['网络安全法第二十三条', '《网络安全法》第23条', '《网络安全法》第一款', '《》第一条'])(
    'in another form are not read: %s',
    (cite) => {
      expect(parseCitation(cite)).toBeNull();
    },
  );

  it('are pinned with the version they were checked against', () => {
    const basis = {
      code: 'CSL',
      law: '中华人民共和国网络安全法',
      cite: '《网络安全法》第二十三条',
      article: 23,
      paragraph: null,
      item: null,
      role: 'direct' as const,
      verified: true,
      reason: null,
      keyword: '等级保护',
      lawVersion: '2025-10-28',
    };
    expect(pin(basis)).toEqual({
      code: 'CSL',
      cite: '《网络安全法》第二十三条',
      lawVersion: '2025-10-28',
      verified: true,
    });
  });
});

describe('an instrument', () => {
  it('dates its version by the latest amendment, else by promulgation', () => {
    const unamended = instrument({ latestAmendment: null, promulgated: '2024-09-24' });
    expect(versionOf(instrument({}))).toBe('2025-10-28');
    expect(versionOf(unamended)).toBe('2024-09-24');
  });

  it('knows which articles it has', () => {
    const contracts = instrument({ articles: [463, 988] });
    const unseen = instrument({ articles: null });
    expect([1, 81, 82, 0, 1.5].map((article) => articleExists(instrument({}), article))).toEqual([
      'yes',
      'yes',
      'no',
      'no',
      'no',
    ]);
    expect([462, 463, 988, 989].map((article) => articleExists(contracts, article))).toEqual([
      'no',
      'yes',
      'yes',
      'no',
    ]);
    expect(articleExists(unseen, 1)).toBe('unknown');
  });
});
