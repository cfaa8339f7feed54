import { describe, expect, it } from 'vitest';
import { abbreviates, mayCite, spelledOut, splitTyped } from '#shared/domain/law/lawReading.ts';

describe('what is typed for a citation', () => {
  it.each([
    ['网安法 23', { law: '网安法', article: 23 }],
    ['网安法２３条', { law: '网安法', article: 23 }],
    ['网络安全法', { law: '网络安全法', article: null }],
    ['数安法第二十七条', { law: '数安法第二十七条', article: null }],
  ])('splits %s', (typed, expected) => {
    expect(splitTyped(typed)).toEqual(expected);
  });

  it('is spelled out for the grammar', () => {
    expect([spelledOut('网安法', 23), spelledOut('网安法', 0)]).toEqual([
      '网安法第二十三条',
      '网安法',
    ]);
  });

  it('finds a law by letters of its title in their order', () => {
    const found = ['网安法', '网络', '《网络安全法', '安网法', '数安法'].map((typed) =>
      abbreviates(typed, '网络安全法'),
    );
    expect(found).toEqual([true, true, true, false, false]);
  });

  it('sends only articles to the parser that may cite', () => {
    expect([
      mayCite('依照第二十三条处罚'),
      mayCite('依照《档案法》'),
      mayCite('国家保护数据'),
    ]).toEqual([true, true, false]);
  });
});
