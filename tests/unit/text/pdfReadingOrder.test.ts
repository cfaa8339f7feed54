import { describe, expect, test } from 'vitest';
import { rectsFor } from '#shared/domain/text/geometry.ts';
import { foldParts, locateInFolded } from '#shared/domain/text/locateQuote.ts';
import { furnitureOf } from '#shared/domain/text/pageFurniture.ts';
import {
  acrossAll,
  column,
  dense,
  foot,
  heading,
  leading,
  lineOf,
  pageOf,
  prose,
  readPages,
  shuffled,
  size,
  texts,
} from '../../fixtures/drawnPage.ts';
import { makePdf, type PdfLine } from '../../fixtures/makePdf.ts';

describe('what is no column stays as it is drawn', () => {
  const numbers = ['（一）', '（二）', '（三）', '（四）', '（五）'];
  const hanging = numbers.flatMap((number, i): PdfLine[] =>
    column(110, 40, 3, i * 11)
      .map((line, k) => ({ ...line, y: 700 - i * 60 - k * leading }))
      .flatMap((line, k) => (k === 0 ? [{ ...line, text: number, x: 72 }, line] : [line])),
  );
  const contents = Array.from({ length: 12 }, (_, i): PdfLine[] => [
    {
      text: `第${'一二三四五六七八九十甲乙'.charAt(i)}章 ${prose.slice(i, i + 6 + (i % 5))}`,
      x: 72,
      y: 700 - i * 18,
      size,
    },
    { text: String(i * 7 + 1), x: 500, y: 700 - i * 18, size },
  ]).flat();
  const pairs = Array.from({ length: 10 }, (_, i): PdfLine[] => [
    { text: `${prose.slice(i * 3, i * 3 + 9 + (i % 3))}中心`, x: 72, y: 700 - i * leading, size },
    {
      text: prose.slice(i * 5, i * 5 + 8 + ((i * 2) % 7)),
      x: 320,
      y: 700 - i * leading,
      size,
    },
  ]).flat();
  const compared = [0, 1, 2, 3].flatMap((row) =>
    [72, 312].flatMap((x, i) =>
      column(x, 21, 3, row * 30 + i * 50).map((line, k) => ({
        ...line,
        y: 700 - row * 3 * leading - k * leading,
      })),
    ),
  );
  const sidebar = [...column(72, 28, 20, 0), ...column(400, 12, 8, 33)];

  const signatures = [
    '（盖章）：',
    '地址：某某市中山路',
    '法定代表人：',
    '开户银行：某某银行',
    '账号：',
    '日期：',
  ].flatMap((label, i): PdfLine[] => [
    { text: `甲方${label}`, x: 72, y: 300 - i * 20, size },
    { text: `乙方${label}`, x: 320, y: 300 - i * 20, size },
  ]);
  const scores = Array.from({ length: 9 }, (_, i): PdfLine[] => [
    { text: prose.slice(i * 4, i * 4 + 12), x: 72, y: 700 - i * leading, size },
    { text: '11010519491231002X'.repeat(2).slice(i, i + 18), x: 320, y: 700 - i * leading, size },
  ]).flat();

  test.each<[string, readonly PdfLine[]]>([
    ['hanging numbers', hanging],
    ['the block where both parties sign', signatures],
    ['a list of codes of one length', scores],
    ['a table of contents', contents],
    ['a list of names and offices', pairs],
    ['two versions side by side, drawn cell by cell', compared],
    ['a sidebar drawn after the text', sidebar],
    [
      'vertical text',
      [0, 1, 2, 3, 4, 5].flatMap((i) =>
        [0, 1].map((half) => ({
          text: prose.slice(i * 20, i * 20 + 18),
          x: 500 - i * 24,
          y: half === 0 ? 780 : 400,
          size,
          vertical: true,
        })),
      ),
    ],
  ])('%s', async (_, lines) => {
    const page = await pageOf(lines);
    expect(dense(page.text)).toBe(dense(texts(lines).join('')));
    const starts = page.runs.map(([start]) => start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });
});

describe('a page drawn in no order', () => {
  const lines = [heading, ...column(72, 40, 24, 0), foot];

  test('is read from top to bottom, and its quotes are found and outlined', async () => {
    const page = await pageOf(shuffled(lines));
    expect(lineOf(page)).toEqual(texts(lines));
    const quote = texts(lines.slice(4, 6)).join('');
    const [span] = locateInFolded(foldParts([page]), quote);
    if (span === undefined) throw new Error('the quote is not found');
    expect(rectsFor([page], span.start, span.end).map((rect) => rect.x)).toEqual([72, 72]);
  });

  test('is read column by column where it has columns', async () => {
    const [a, b] = [column(72, 21, 14, 0), column(312, 21, 12, 60)];
    const page = await pageOf(shuffled([...a, ...b]));
    expect(lineOf(page)).toEqual(texts([...a, ...b]));
  });

  test('puts the pieces of a line side by side', async () => {
    const pieces = lines.flatMap((line): PdfLine[] => {
      const half = { ...line, text: line.text.slice(20), x: (line.x ?? 0) + 20 * (line.size ?? 0) };
      return half.text === '' ? [line] : [{ ...line, text: line.text.slice(0, 20) }, half];
    });
    const page = await pageOf(shuffled(pieces));
    expect(dense(page.text)).toBe(dense(texts(lines).join('')));
  });

  test('stays as it is drawn where it is a drawing', async () => {
    const labels = Array.from({ length: 60 }, (_, i): PdfLine => ({
      text: i % 3 === 0 ? prose.slice(i, i + 5) : `${i * 7}m`,
      x: 40 + ((i * 137) % 480),
      y: 60 + ((i * 211) % 700),
      size,
    }));
    const page = await pageOf(labels);
    expect(dense(page.text)).toBe(dense(texts(labels).join('')));
  });
});

describe('whatever the order', () => {
  const at = (lines: readonly PdfLine[], y: number): PdfLine[] =>
    lines.map((line) => ({ ...line, y: line.y - 700 + y }));
  const pages: readonly (readonly [string, readonly PdfLine[]])[] = [
    ['columns', [heading, ...column(72, 21, 14, 0), ...column(312, 21, 12, 60), foot]],
    [
      'a table',
      [700, 640, 580].flatMap((y) => [
        ...at(column(72, 6, 3, y), y),
        ...at(column(160, 12, 2, y + 20), y),
        ...at(column(312, 20, 2, y + 50), y),
      ]),
    ],
    ['lines with gaps', [...column(72, 9, 20, 0), ...column(200, 5, 20, 50)]],
  ];

  test.each(pages)('no character of %s is lost or doubled', async (_, lines) => {
    const characters = (text: string): string => [...dense(text)].sort().join('');
    for (const order of [lines, lines.toReversed(), acrossAll(lines), shuffled(lines)]) {
      const page = await pageOf(order);
      expect(characters(page.text)).toBe(characters(texts(lines).join('')));
      const ends = page.runs.filter(([start, end]) => end > start);
      const covered = ends.toSorted((a, b) => a[0] - b[0]);
      expect(covered.every(([start], i) => start >= (covered[i - 1]?.[1] ?? 0))).toBe(true);
    }
  });
});

test('headers are known on pages whose runs do not rise', async () => {
  const bytes = makePdf({
    pages: [1, 2, 3].map((number) => [
      { text: '政务云平台建设方案', x: 72, y: 800, size },
      ...acrossAll(column(72, 21, 14, number * 3), column(312, 21, 12, 60 + number)),
      { text: `第 ${number} 页`, x: 280, y: 40, size },
    ]),
  });
  const pages = await readPages(bytes);
  expect(
    pages.every((page) => page.runs.some(([start], i) => start < (page.runs[i - 1]?.[0] ?? 0))),
  ).toBe(true);
  const furniture = furnitureOf(pages).map((stretches, i) =>
    stretches.map(([start, end]) => pages[i]?.text.slice(start, end).trim()),
  );
  expect(furniture).toEqual([1, 2, 3].map((number) => ['政务云平台建设方案', `第 ${number} 页`]));
});
