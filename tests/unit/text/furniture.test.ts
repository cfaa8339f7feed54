import { describe, expect, test } from 'vitest';
import { rectsFor } from '#shared/domain/text/geometry.ts';
import { foldParts, locateInFolded, locateQuote } from '#shared/domain/text/locateQuote.ts';
import { furnitureOf } from '#shared/domain/text/pageFurniture.ts';
import { partsOf } from '#shared/domain/text/partText.ts';
import { placeOf } from '#shared/domain/text/place.ts';
import { quoteBetween } from '#shared/domain/text/quote.ts';
import type { BlockText, Extraction, PageText, TextRun } from '#shared/domain/text/text.ts';

interface Line {
  readonly text: string;
  readonly y: number;
}

/** A page of lines in the order given, each one run of ten points a character. */
function pageOf(number: number, lines: readonly Line[]): PageText {
  const runs: TextRun[] = [];
  let at = 0;
  for (const { text, y } of lines) {
    runs.push([at, at, 0, 400, 0, 10]); // readers of PDF report empty items between lines, placed anywhere
    runs.push([at, at + text.length, 72, y, text.length * 10, 10]);
    at += text.length + 1;
  }
  const text = lines.map((line) => line.text).join('\n');
  return { number, label: null, text, flags: [], width: 595, height: 842, runs };
}

const furnished = (pages: readonly PageText[]): PageText[] => {
  const found = furnitureOf(pages);
  return pages.map((page, i) => ({ ...page, furniture: found[i] ?? [] }));
};

const words = (page: PageText): string[] =>
  (page.furniture ?? []).map(([start, end]) => page.text.slice(start, end));

const body = ['本项目应当依法开展数', '据安全评估，评估报', '告由甲方留存备查。'];
const pages = furnished(
  body.map((text, i) =>
    pageOf(i + 1, [
      { text: '政务云平台建设方案', y: 800 },
      { text, y: 400 },
      { text: `第 ${i + 9} 页 共 ${body.length + 8} 页`, y: 30 },
    ]),
  ),
);
const extraction = {
  kind: 'pdf',
  pages,
  characters: 0,
  warnings: [],
  meta: {},
} satisfies Extraction;

describe('furnitureOf', () => {
  test('finds header and page number, whatever number it shows', () => {
    expect(pages.map(words)).toEqual([
      ['政务云平台建设方案', '第 9 页 共 11 页'],
      ['政务云平台建设方案', '第 10 页 共 11 页'],
      ['政务云平台建设方案', '第 11 页 共 11 页'],
    ]);
  });

  test('finds headers that alternate on left and right pages', () => {
    const book = furnished(
      Array.from({ length: 6 }, (_, i) =>
        pageOf(i + 1, [
          { text: i % 2 === 0 ? '采购文件' : '第一章 总则', y: 800 },
          { text: `正文${'甲乙丙丁戊己'.charAt(i)}`, y: 400 },
        ]),
      ),
    );
    expect(book.map(words)).toEqual(
      Array.from({ length: 6 }, (_, i) => [i % 2 === 0 ? '采购文件' : '第一章 总则']),
    );
  });

  test('knows a header that names the chapter by the page number in it', () => {
    const book = furnished(
      ['总则', '需求', '需求', '验收', '附则'].map((chapter, i) =>
        pageOf(i + 1, [
          { text: i % 2 === 0 ? `${i + 40} ${chapter}` : `${chapter} ${i + 40}`, y: 800 },
          { text: `${5 * i} 项${'甲乙丙丁戊'.charAt(i)}`, y: 790 },
        ]),
      ),
    );
    expect(book.map(words)).toEqual([
      ['40 总则'],
      ['需求 41'],
      ['42 需求'],
      ['验收 43'],
      ['44 附则'],
    ]);
  });

  test.each<[string, readonly (readonly Line[])[]]>([
    ['on two pages', [[{ text: '页眉', y: 800 }], [{ text: '页眉', y: 800 }]]],
    ['in the middle of the page', [1, 2, 3].map(() => [{ text: '甲方（盖章）', y: 400 }])],
    ['that stands elsewhere on each page', [740, 780, 820].map((y) => [{ text: '合计', y }])],
    [
      'on fewer than 60 % of the pages',
      [1, 2, 3, 4, 5, 6].map((i) => [
        { text: i < 4 ? '附件' : `第${'四五六'.charAt(i - 4)}章`, y: 800 },
      ]),
    ],
  ])('leaves alone a line %s', (_, list) => {
    expect(furnitureOf(list.map((lines, i) => pageOf(i + 1, lines))).flat()).toEqual([]);
  });

  test('does not let blank pages speak against a header', () => {
    const some = furnished([
      ...[1, 2, 3].map((i) => pageOf(i, [{ text: '保密', y: 810 }])),
      ...[4, 5, 6, 7].map((i) => pageOf(i, [])),
    ]);
    expect(some.map(words)).toEqual([['保密'], ['保密'], ['保密'], [], [], [], []]);
  });
});

describe('a sentence that runs on over footer and header', () => {
  const parts = partsOf(extraction);
  const span = { start: { part: 0, offset: 17 }, end: { part: 1, offset: 15 } };

  test('is found, quoted without them, and outlined without them', () => {
    expect(locateQuote(parts, '开展数据安全评估')).toEqual([span]);
    expect(locateInFolded(foldParts(pages), '开展数据安全评估')).toEqual([span]);
    expect(quoteBetween(parts, span.start, span.end)).toEqual({
      quote: '开展数\n据安全评估',
      prefix: '本项目应当依法',
      suffix: '，评估报\n告由甲方留存备查。',
    });
    expect(rectsFor(pages, span.start, span.end)).toEqual([
      { page: 1, x: 142, y: 400, width: 30, height: 10 },
      { page: 2, x: 72, y: 400, width: 50, height: 10 },
    ]);
  });

  test('over three pages is found again from its own quote', () => {
    const end = { part: 2, offset: 13 };
    const quote = quoteBetween(parts, span.start, end)?.quote ?? '';
    expect(locateQuote(parts, quote)).toEqual([{ start: span.start, end }]);
  });

  test('does not hide the header itself, alone or where a passage begins in it', () => {
    expect(locateQuote(parts, '政务云平台建设方案')).toHaveLength(3);
    const start = { part: 0, offset: 3 };
    const end = { part: 1, offset: 12 };
    const quote = quoteBetween(parts, start, end)?.quote ?? '';
    expect(quote).toContain('共 11 页');
    expect(locateQuote(parts, quote)).toEqual([{ start, end }]);
  });

  test('is placed by the clause of the text, not by a running header', () => {
    const some = [
      pageOf(1, [
        { text: '第一章 总则', y: 800 },
        { text: '第三条 数据分级。', y: 500 },
      ]),
      pageOf(2, [
        { text: '第二章 附则', y: 800 },
        { text: '应当备案。', y: 500 },
      ]),
    ].map((page) => ({ ...page, furniture: [[0, 6] as [number, number]] }));
    const place = placeOf(partsOf({ ...extraction, pages: some }), { part: 1, offset: 9 });
    expect(place.clause).toBe('第三条');
  });
});

describe('a tracked deletion', () => {
  const marks: BlockText['marks'] = [
    [3, 5, 'deleted'],
    [5, 7, 'inserted'],
  ];
  const text = '质保期三年五年自验收起';
  const rest = { label: null, flags: [], level: 0, align: null };
  const parts = partsOf({
    kind: 'docx',
    blocks: [{ path: 'body/0', kind: 'paragraph', text, marks, ...rest }],
    characters: 11,
    warnings: [],
    meta: {},
  });

  test.each([
    ['质保期五年自验收', 0, 10],
    ['质保期三年五年', 0, 7],
    ['三年', 3, 5],
    ['五年', 5, 7],
  ])('stands within or beside %s', (quote, start, end) => {
    expect(locateQuote(parts, quote)).toEqual([
      { start: { part: 0, offset: start }, end: { part: 0, offset: end } },
    ]);
  });
});
