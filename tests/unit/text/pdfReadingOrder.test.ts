import { Buffer } from 'node:buffer';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, test } from 'vitest';
import { rectsFor } from '#shared/domain/text/geometry.ts';
import { foldParts, locateInFolded } from '#shared/domain/text/locateQuote.ts';
import { furnitureOf } from '#shared/domain/text/pageFurniture.ts';
import { defaultExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { PageText } from '#shared/domain/text/text.ts';
import { loadPdfjs, openPdf, type PdfjsModule } from '../../../electron/workers/pdf/pdfjsNode.ts';
import { readPdf } from '../../../electron/workers/pdf/readPdf.ts';
import { makePdf, type PdfLine } from '../../fixtures/makePdf.ts';

const assetsDir = path.join(import.meta.dirname, '../../../node_modules/pdfjs-dist');
let pdfjs: PdfjsModule;
beforeAll(async () => {
  pdfjs = await loadPdfjs();
});

async function read(bytes: Uint8Array): Promise<PageText[]> {
  const pages: PageText[] = [];
  await readPdf({
    pdfjs,
    bytes: new Uint8Array(bytes),
    assetsDir,
    limits: defaultExtractLimits,
    onProgress: () => undefined,
    onPages: (some) => void pages.push(...some),
  });
  return pages;
}

/** The strings of the first page's items in the order in which the file draws them. */
async function drawn(bytes: Uint8Array): Promise<string[]> {
  const document = await openPdf(pdfjs, new Uint8Array(bytes), assetsDir).promise;
  const content = await (await document.getPage(1)).getTextContent({ disableNormalization: true });
  return content.items.flatMap((item) => ('str' in item ? [item.str] : []));
}

/** Reads one page and holds its runs against the items that they must stand for one by one. */
async function pageOf(lines: readonly PdfLine[]): Promise<PageText> {
  const bytes = makePdf({ pages: [lines] });
  const [page] = await read(bytes);
  if (page === undefined) throw new Error('no page');
  const items = await drawn(bytes);
  expect(page.runs).toHaveLength(items.length);
  page.runs.forEach(([start, end], i) => {
    expect([items[i]?.trim(), '']).toContain(page.text.slice(start, end).trim());
  });
  return page;
}

const lineOf = (page: PageText): string[] => page.text.split('\n').map((line) => line.trim());

const size = 10;
const leading = 15;
const prose =
  '采购人应当在合同签订之日起七个工作日内将合同副本报同级财政部门备案并在指定媒体上公告合同主要条款但涉及国家秘密和商业秘密的内容除外供应商应当按照合同约定提供货物和服务不得转包未经采购人书面同意不得分包验收由采购人组织必要时可以邀请专家参加验收报告由各方签字后生效并作为付款依据逾期不付的按照约定承担违约责任数据处理活动应当遵守国家有关规定建立健全全流程管理制度';

/** Lines of a column: so many characters each, from different places of the text. */
function column(x: number, units: number, count: number, from: number): PdfLine[] {
  return Array.from({ length: count }, (_, i) => {
    const at = (from + i * units) % (prose.length - units);
    return { text: prose.slice(at, at + units), x, y: 700 - i * leading, size };
  });
}

/** The lines of all columns as a program draws them that goes down the page line by line. */
const acrossAll = (...columns: readonly (readonly PdfLine[])[]): PdfLine[] =>
  columns.flat().toSorted((a, b) => b.y - a.y || (a.x ?? 0) - (b.x ?? 0));

const texts = (lines: readonly PdfLine[]): string[] => lines.map((line) => line.text);
const left = column(72, 21, 14, 0);
const right = column(312, 21, 12, 60);
const heading: PdfLine = {
  text: '关于印发《政务信息系统采购管理办法》的通知及其附件全文（征求意见稿）',
  x: 90,
  y: 760,
  size: 12,
};
const foot: PdfLine = { text: '— 3 —', x: 280, y: 40, size };

describe('two columns of text', () => {
  test('drawn line by line across are read one after the other, the heading before, the foot behind', async () => {
    const page = await pageOf([heading, ...acrossAll(left, right), foot]);
    expect(lineOf(page)).toEqual(texts([heading, ...left, ...right, foot]));
  });

  test('drawn so give quotes over line ends, with rectangles in their own column', async () => {
    const page = await pageOf([heading, ...acrossAll(left, right), foot]);
    const quote = left
      .slice(3, 5)
      .map((line) => line.text)
      .join('');
    const [span] = locateInFolded(foldParts([page]), quote);
    if (span === undefined) throw new Error('the quote is not found');
    const rects = rectsFor([page], span.start, span.end);
    expect(rects.map(({ x, width }) => [x, Math.round(width)])).toEqual([
      [72, 210],
      [72, 210],
    ]);
    expect(rects[0]?.y).toBeGreaterThan(rects[1]?.y ?? Infinity);
  });

  test('the second of which is drawn first are read from the left', async () => {
    const page = await pageOf([...right, ...left]);
    expect(lineOf(page)).toEqual(texts([...left, ...right]));
  });

  test('broken by a heading across both are read above it, then below it', async () => {
    const below = (lines: readonly PdfLine[]): PdfLine[] =>
      lines.map((line) => ({ ...line, y: line.y - 260 }));
    const second = { ...heading, y: 462 };
    const [c, d] = [below(left.slice(0, 9)), below(right.slice(0, 9))];
    const page = await pageOf([...acrossAll(left, right), second, ...acrossAll(c, d)]);
    expect(lineOf(page)).toEqual(texts([...left, ...right, second, ...c, ...d]));
  });

  test('with a paragraph of its own in one of them stay whole', async () => {
    const spaced = left.map((line, i) => (i < 6 ? line : { ...line, y: line.y - leading }));
    const page = await pageOf(acrossAll(spaced, right));
    expect(lineOf(page)).toEqual(texts([...spaced, ...right]));
  });

  test('keep a line with a gap in it on one line', async () => {
    const pieces = left.flatMap((line, i): PdfLine[] =>
      i === 4
        ? [
            { ...line, text: '甲方（盖章）：' },
            { ...line, text: '日期：', x: 210 },
          ]
        : [line],
    );
    const page = await pageOf(acrossAll(pieces, right));
    const lines = left.map((line, i) => (i === 4 ? '甲方（盖章）： 日期：' : line.text));
    expect(lineOf(page)).toEqual([...lines, ...texts(right)]);
  });

  test('drawn one after the other stay as they are', async () => {
    const page = await pageOf([heading, ...left, ...right, foot]);
    expect(lineOf(page)).toEqual(texts([heading, ...left, ...right, foot]));
  });

  test('of English with ragged edges are told apart too', async () => {
    const words =
      'The supplier shall deliver the system within sixty days of signature and bears all risk until acceptance has been confirmed in writing by the purchaser or its agent'.split(
        ' ',
      );
    const document = new PDFDocument({ size: 'A4' });
    const done = new Promise<Buffer>((resolve) => {
      const chunks: Buffer[] = [];
      document.on('data', (chunk: Buffer) => chunks.push(chunk));
      document.on('end', () => resolve(Buffer.concat(chunks)));
    });
    document.font('Helvetica').fontSize(9);
    /** Ten lines of as many words as fit. */
    const wrapped = (from: number): string[] => {
      let next = from;
      return Array.from({ length: 10 }, () => {
        let line = '';
        for (;;) {
          const longer = `${line} ${words[next % words.length]}`.trim();
          if (document.widthOfString(longer) > 225) return line;
          line = longer;
          next += 1;
        }
      });
    };
    const [a, b] = [wrapped(0), wrapped(11)];
    a.forEach((line, i) => {
      document.text(line, 60, 100 + i * 12, { lineBreak: false });
      document.text(b[i] ?? '', 310, 100 + i * 12, { lineBreak: false });
    });
    document.end();
    const [page] = await read(await done);
    expect(page?.text.split('\n')).toEqual([...a, ...b]);
  });
});

describe('a table', () => {
  const xs = [72, 110, 230, 470] as const;
  /** Cells of a row, each a list of its lines; `centred` puts short cells in the middle of the row's height. */
  function rows(cells: readonly (readonly (readonly string[])[])[], centred = false): PdfLine[] {
    let y = 700;
    return cells.flatMap((row) => {
      const deepest = Math.max(...row.map((cell) => cell.length));
      const lines = row.flatMap((cell, i) => {
        const shift = centred ? ((deepest - cell.length) * 13) / 2 : 0;
        return cell.map((text, k) => ({ text, x: xs[i] ?? 72, y: y - shift - k * 13, size }));
      });
      y -= deepest * 13 + 10;
      return lines;
    });
  }
  const cells = [
    [['序号'], ['名称'], ['要求'], ['分值']],
    [
      ['1'],
      ['系统架构设计与部署', '方案'],
      ['提供完整的总体架构图和部署方案说明主要部', '件的冗余和扩展能力满足三年业务增长'],
      ['15'],
    ],
    [
      ['2'],
      ['数据安全'],
      [
        '明确数据分类分级要求制定数据全生命周期安',
        '全保护措施并说明个人信息的处理规则和出境',
        '情形',
      ],
      ['20'],
    ],
    [['3'], ['培训'], ['不少于三次'], ['5']],
    [['4'], ['售后服务和应急响', '应'], ['提供七乘二十四小时响应'], ['10']],
  ];
  const inOrder = cells.flatMap((row) =>
    row.every((cell) => cell.length === 1) ? [row.map((cell) => cell[0]).join(' ')] : row.flat(),
  );
  const words = (page: PageText): string => page.text.replace(/\s+/g, '');

  test.each([
    ['at the top of its cells', false],
    ['in the middle of its cells', true],
  ])('drawn line by line, text %s, is read cell by cell', async (_, centred) => {
    const page = await pageOf(acrossAll(rows(cells, centred)));
    expect(words(page)).toBe(inOrder.join('').replace(/\s+/g, ''));
    expect(page.text).toContain('序号 名称 要求 分值');
    expect(page.text).toContain('明确数据分类分级要求制定数据全生命周期安\n全保护措施');
  });

  test('drawn cell by cell stays as it is', async () => {
    const page = await pageOf(rows(cells));
    expect(words(page)).toBe(inOrder.join('').replace(/\s+/g, ''));
  });
});

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
    expect(page.text.replace(/\s+/g, '')).toBe(texts(lines).join('').replace(/\s+/g, ''));
    const starts = page.runs.map(([start]) => start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
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
  const pages = await read(bytes);
  expect(
    pages.every((page) => page.runs.some(([start], i) => start < (page.runs[i - 1]?.[0] ?? 0))),
  ).toBe(true);
  const furniture = furnitureOf(pages).map((stretches, i) =>
    stretches.map(([start, end]) => pages[i]?.text.slice(start, end).trim()),
  );
  expect(furniture).toEqual([1, 2, 3].map((number) => ['政务云平台建设方案', `第 ${number} 页`]));
});
