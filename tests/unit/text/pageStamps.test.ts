import { describe, expect, test } from 'vitest';
import { foldParts, locateInFolded } from '#shared/domain/text/locateQuote.ts';
import { furnitureOf } from '#shared/domain/text/pageFurniture.ts';
import type { PageText, TextRun } from '#shared/domain/text/text.ts';

type Box = readonly [x: number, y: number, width: number, height: number];

/** A page of lines, each one run in its box. */
function pageOf(number: number, lines: readonly (readonly [string, Box])[]): PageText {
  const runs: TextRun[] = [];
  let at = 0;
  for (const [text, box] of lines) {
    runs.push([at, at + text.length, ...box]);
    at += text.length + 1;
  }
  const text = lines.map(([own]) => own).join('\n');
  return { number, label: null, text, flags: [], width: 595, height: 842, runs };
}

const furnitureIn = (pages: readonly PageText[]): string[][] =>
  furnitureOf(pages).map((own, i) =>
    own.map(([start, end]) => pages[i]?.text.slice(start, end) ?? ''),
  );

const sentence = [
  '供应商应当在三十日内向采购人提',
  '交全部技术资料并完成现场培训和',
  '验收工作，逾期的按照约定承担。',
];
/** The sentence goes on from page to page; `stamp` is drawn before it. */
const stamped = (stamp: readonly [string, Box]): PageText[] =>
  sentence.map((text, i) => pageOf(i + 1, [stamp, [text, [72, 500, 400, 11]]]));

describe('what is printed across or beside the text of every page', () => {
  test.each<[string, readonly [string, Box]]>([
    ['a watermark that runs up', ['内部资料', [150, 300, 170, 170]]],
    ['a large watermark', ['严禁外传资料', [100, 380, 360, 62]]],
    ['a line for the binding', ['装订线内不要答题', [20, 200, 11, 400]]],
    ['a mark in the side margin', ['密', [24, 420, 11, 11]]],
  ])('%s is kept apart, and the sentence is found over it', (_, stamp) => {
    const pages = stamped(stamp);
    expect(furnitureIn(pages)).toEqual(pages.map(() => [stamp[0]]));
    const furnished = pages.map((page, i) => ({ ...page, furniture: furnitureOf(pages)[i] ?? [] }));
    expect(
      locateInFolded(foldParts(furnished), '采购人提交全部技术资料并完成现场培训和验收'),
    ).toHaveLength(1);
  });

  test.each<[string, readonly [string, Box]]>([
    ['a line of the form of each page', ['甲方（盖章）：', [72, 300, 77, 11]]],
    ['a heading a little larger', ['评分表（技术部分）', [200, 600, 162, 18]]],
    ['a short word in Latin', ['Will', [72, 300, 14, 12]]],
  ])('%s is not', (_, line) => {
    expect(furnitureIn(stamped(line))).toEqual([[], [], []]);
  });

  test('a numbered row of a table in the side margin is not', () => {
    const pages = [1, 2, 3].map((number) =>
      pageOf(number, [
        [String(number + 4), [60, 420, 6, 11]],
        ['服务器', [120, 420, 33, 11]],
      ]),
    );
    expect(furnitureIn(pages)).toEqual([[], [], []]);
  });
});

describe('numbers that count the lines of a page', () => {
  const numbered = (count: number, pitch: number): PageText =>
    pageOf(1, [
      ...Array.from({ length: count }, (_, i): [string, Box] => [
        String(i + 1),
        [50, 760 - i * pitch, 10, 10],
      ]),
      ['供应商应当在三十日内提交资料', [72, 760, 400, 11]],
    ]);

  test('are kept apart', () => {
    expect(furnitureIn([numbered(24, 18)])[0]).toHaveLength(24);
  });

  test.each([
    ['a few numbers', numbered(6, 18)],
    ['the numbers of rows far apart', numbered(12, 50)],
  ])('%s are not', (_, page) => {
    expect(furnitureIn([page])).toEqual([[]]);
  });
});

describe('page numbers of documents of one or two pages', () => {
  const withFoot = (feet: readonly string[]): PageText[] =>
    feet.map((foot, i) =>
      pageOf(i + 1, [
        [sentence[i] ?? '', [72, 500, 400, 11]],
        [foot, [280, 40, 40, 11]],
      ]),
    );

  test.each([
    [['— 1 —', '— 2 —']],
    [['第 5 页 共 9 页', '第 6 页 共 9 页']],
    [['3/4', '4/4']],
    [['Page 1 of 2', 'Page 2 of 2']],
    [['－１－']],
  ])('%j are known where they count on', (feet) => {
    expect(furnitureIn(withFoot(feet))).toEqual(feet.map((foot) => [foot]));
  });

  test.each([[['1', '2']], [['— 4 —', '— 4 —']], [['— 1 —', '附件一']], [['— 7 —']], [['12/31']]])(
    '%j are left alone',
    (feet) => {
      expect(furnitureIn(withFoot(feet)).flat()).toEqual([]);
    },
  );
});
