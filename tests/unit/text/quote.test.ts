import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rectsFor } from '#shared/domain/text/geometry.ts';
import { foldParts, locateInFolded, locateQuote } from '#shared/domain/text/locateQuote.ts';
import type { PartText } from '#shared/domain/text/partText.ts';
import { placeOf } from '#shared/domain/text/place.ts';
import { quoteBetween } from '#shared/domain/text/quote.ts';
import type { PageText, TextRun } from '#shared/domain/text/text.ts';

const page = (text: string, number: number): PartText => ({
  text,
  label: null,
  page: number,
  blockPath: null,
});
const block = (text: string, label: string | null, index: number): PartText => ({
  text,
  label,
  page: null,
  blockPath: `body/${index}`,
});

describe('locateQuote', () => {
  const pages = [
    page('第一条 为了规\n范数据处理', 1),
    page('活动，保障数据安全。', 2),
    page('数据安全', 3),
  ];

  test('finds a quote across line and page ends, at its exact place', () => {
    const [span] = locateQuote(pages, '规范数据处理活动');
    expect(span).toEqual({ start: { part: 0, offset: 6 }, end: { part: 1, offset: 2 } });
  });

  test('gives every place of a quote that stands twice', () => {
    expect(locateQuote(pages, '数据安全')).toEqual([
      { start: { part: 1, offset: 5 }, end: { part: 1, offset: 9 } },
      { start: { part: 2, offset: 0 }, end: { part: 2, offset: 4 } },
    ]);
  });

  test.each(['规 范 数据处理', '⽹络', '', '   '])(
    'gives nothing for %j unless it stands there',
    (quote) => {
      expect(locateQuote([page('没有', 1)], quote)).toEqual([]);
    },
  );

  test('finds a quote copied with its automatic number', () => {
    const blocks = [block('总则', '第一章', 0), block('为了规范数据处理活动', '第一条', 1)];
    expect(locateQuote(blocks, '第一条 为了规范')).toEqual([
      { start: { part: 1, offset: 0 }, end: { part: 1, offset: 4 } },
    ]);
    expect(locateQuote(blocks, '第一条')).toEqual([]);
  });

  test('finds every stretch of a text again, also from parts folded once', () => {
    const piece = fc.constantFrom('甲方', '数据', 'ab ', '，', '1', '⺠', '㈠', '。\n', '乙');
    const parts = fc.array(
      fc.array(piece, { minLength: 1, maxLength: 8 }).map((p) => page(p.join(''), 1)),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(parts, fc.nat(), fc.nat(), (list, a, b) => {
        const starts = list.flatMap((part, i) =>
          Array.from({ length: part.text.length + 1 }, (_, offset) => ({ part: i, offset })),
        );
        const from = Math.min(a % starts.length, b % starts.length);
        const to = Math.max(a % starts.length, b % starts.length);
        const start = starts[from];
        const end = starts[to];
        if (start === undefined || end === undefined) throw new Error('points are inside');
        const quote = quoteBetween(list, start, end)?.quote ?? '';
        fc.pre(/[^\s，。]/.test(quote));
        expect(locateQuote(list, quote).length).toBeGreaterThan(0);
        expect(locateInFolded(foldParts(list), quote)).toEqual(locateQuote(list, quote));
      }),
    );
  });
});

describe('quoteBetween', () => {
  const parts = [page('甲乙丙', 1), page('丁戊', 2), page('己庚辛', 3)];
  test('joins parts by a line feed and gives what stands around', () => {
    expect(quoteBetween(parts, { part: 0, offset: 2 }, { part: 2, offset: 1 })).toEqual({
      quote: '丙\n丁戊\n己',
      prefix: '甲乙',
      suffix: '庚辛',
    });
  });
  test('keeps 32 units of context and no half characters', () => {
    const long = [page(`${'𠀀'.repeat(20)}x引文${'𠀀'.repeat(20)}`, 1)];
    const found = quoteBetween(long, { part: 0, offset: 41 }, { part: 0, offset: 43 });
    expect(found).toEqual({
      quote: '引文',
      prefix: `${'𠀀'.repeat(15)}x`,
      suffix: '𠀀'.repeat(16),
    });
  });
  test.each([
    [
      { part: 1, offset: 0 },
      { part: 0, offset: 0 },
    ],
    [
      { part: 0, offset: 4 },
      { part: 0, offset: 5 },
    ],
    [
      { part: 0, offset: 0 },
      { part: 3, offset: 0 },
    ],
  ])('refuses points that are not in the text (%j, %j)', (start, end) => {
    expect(quoteBetween(parts, start, end)).toBeNull();
  });
});

describe('placeOf', () => {
  const clauseAt = (parts: readonly PartText[], needle: string) => {
    const part = parts.findIndex((one) => one.text.includes(needle));
    return placeOf(parts, { part, offset: parts[part]?.text.indexOf(needle) ?? 0 }).clause;
  };
  const pages = [
    page(
      '第五章 数据安全\n第二十二条 乙方应当保密。\n（三）不得泄露；\n依照前款和\n第三十条的规定处理违约。',
      1,
    ),
    page('续上页的内容此处引用。\n第六章 附则\n一、本合同自签字起生效此处。', 2),
  ];
  test.each([
    ['乙方应当保密', '第二十二条'],
    ['不得泄露', '第二十二条'],
    ['违约', '第二十二条'],
    ['续上页的内容', '第二十二条'],
    ['数据安全', '第五章'],
    ['生效此处', '第六章 一、'],
  ])('names the clause of %s', (needle, clause) => {
    expect(clauseAt(pages, needle)).toBe(clause);
  });
  test('leads from the larger number to the smaller where there is no article', () => {
    const text =
      '二、技术要求\n（一）总体\n1. 甲\n2. 乙\n（二）安全\n1. 丙的内容\n（1）丁的内容\n3.5 戊的内容\n（2）庚的内容\n占比\n30.5% 己的内容';
    const clause = (needle: string) => clauseAt([page(text, 1)], needle);
    expect(['乙', '丙的', '丁的', '戊的', '庚的', '己的'].map(clause)).toEqual([
      '二、（一）2',
      '二、（二）1',
      '二、（二）1（1）',
      '3.5',
      '3.5（2）',
      '3.5（2）',
    ]);
  });
  test('uses automatic numbers of a word-processor file', () => {
    const blocks = [
      block('总则', '第一章', 0),
      block('合同标的', '第一条', 1),
      block('首付款', '（一）', 2),
      block('三十日内', null, 3),
    ];
    expect(placeOf(blocks, { part: 3, offset: 1 })).toEqual({
      page: null,
      clause: '第一条',
      blockPath: 'body/3',
    });
    expect(
      placeOf([block('a', '3.2.1', 0), block('b', '•', 1)], { part: 1, offset: 0 }).clause,
    ).toBe('3.2.1');
    expect(placeOf([block('无编号', null, 0)], { part: 0, offset: 0 }).clause).toBeNull();
  });
});

describe('rectsFor', () => {
  test('gives full-width characters the em that the page shows, and the rest to the narrow ones', () => {
    const line = '第二条 本条例';
    const page: PageText = {
      number: 1,
      label: null,
      text: `${line}\n所称口岸`,
      flags: [],
      width: 595,
      height: 842,
      runs: [
        [0, 7, 100, 700, 6 * 12 + 3, 14],
        [8, 12, 100, 680, 48, 14],
      ],
    };
    expect(rectsFor([page], { part: 0, offset: 4 }, { part: 0, offset: 5 })).toEqual([
      { page: 1, x: 139, y: 700, width: 12, height: 14 },
    ]);
  });

  const pageOf = (text: string, runs: TextRun[]): PageText => ({
    number: 1,
    label: null,
    text,
    flags: [],
    width: 595,
    height: 842,
    runs,
  });
  const at = (offset: number) => ({ part: 0, offset });

  test('cuts a run by full and half width', () => {
    const one = pageOf('甲乙丙丁', [[0, 4, 100, 700, 48, 12]]);
    expect(rectsFor([one], at(1), at(3))).toEqual([
      { page: 1, x: 112, y: 700, width: 24, height: 12 },
    ]);
  });
  test('gives one rectangle a line, over several runs and lines', () => {
    const two = pageOf('甲乙ab\n丙丁', [
      [0, 2, 100, 700, 24, 12],
      [2, 2, 0, 0, 0, 0],
      [2, 4, 124, 700, 12, 12],
      [5, 7, 100, 680, 24, 12],
    ]);
    expect(rectsFor([two], at(0), at(7))).toEqual([
      { page: 1, x: 100, y: 700, width: 36, height: 12 },
      { page: 1, x: 100, y: 680, width: 24, height: 12 },
    ]);
  });
  test('cuts vertical text from the top', () => {
    const tall = pageOf('竖排文字', [[0, 4, 294, 552, 12, 48]]);
    expect(rectsFor([tall], at(0), at(1))).toEqual([
      { page: 1, x: 294, y: 588, width: 12, height: 12 },
    ]);
  });
  test('goes on to the next page', () => {
    const a = pageOf('甲', [[0, 1, 1, 2, 3, 4]]);
    const b = { ...pageOf('乙', [[0, 1, 5, 6, 7, 8]]), number: 2 };
    expect(rectsFor([a, b], at(0), { part: 1, offset: 1 }).map((rect) => rect.page)).toEqual([
      1, 2,
    ]);
  });
});
