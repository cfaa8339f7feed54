import { Buffer } from 'node:buffer';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { rectsFor } from '#shared/domain/text/geometry.ts';
import { foldParts, locateInFolded } from '#shared/domain/text/locateQuote.ts';
import {
  acrossAll,
  column,
  foot,
  heading,
  leading,
  lineOf,
  pageOf,
  readPages,
  texts,
} from '../../fixtures/drawnPage.ts';
import type { PdfLine } from '../../fixtures/makePdf.ts';

const left = column(72, 21, 14, 0);
const right = column(312, 21, 12, 60);

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
    const [page] = await readPages(await done);
    expect(page?.text.split('\n')).toEqual([...a, ...b]);
  });
});

describe('columns of text', () => {
  test('are three where there are three', async () => {
    const three = [72, 232, 392].map((x, i) => column(x, 14, 12, i * 30));
    const page = await pageOf(acrossAll(...three));
    expect(lineOf(page)).toEqual(texts(three.flat()));
  });

  test('drawn so above and below a table are told from it, though a gutter of it meets theirs', async () => {
    const at = (lines: readonly PdfLine[], y: number): PdfLine[] =>
      lines.map((line) => ({ ...line, y: line.y - 700 + y }));
    const [a, b] = [left.slice(0, 9), at(column(312, 21, 9, 60), 700)];
    const row = (y: number): PdfLine[] => [
      ...at(column(72, 6, 2, y), y),
      ...at(column(160, 12, 2, y + 40), y),
      ...at(column(312, 21, 2, y + 80), y),
    ];
    const rows = [540, 500, 460, 420].map(row);
    const [c, d] = [at(left.slice(0, 9), 370), at(column(312, 21, 9, 90), 370)];
    const page = await pageOf([
      ...acrossAll(a, b),
      ...rows.flatMap((cells) => acrossAll(cells)),
      ...acrossAll(c, d),
    ]);
    expect(lineOf(page)).toEqual(texts([...a, ...b, ...rows.flat(), ...c, ...d]));
  });

  test('with words spaced out to both edges are columns still', async () => {
    const spaced = (x: number, from: number): PdfLine[] =>
      column(x, 18, 12, from).flatMap((line, i) =>
        i % 2 === 0
          ? [
              { ...line, text: line.text.slice(0, 6) },
              { ...line, text: line.text.slice(6, 12), x: x + 75 },
              { ...line, text: line.text.slice(12), x: x + 150 },
            ]
          : [{ ...line, text: line.text + line.text.slice(0, 3) }],
      );
    const [a, b] = [spaced(72, 0), spaced(312, 40)];
    const page = await pageOf(acrossAll(a, b));
    expect(page.text.replace(/\s+/g, '')).toBe(texts([...a, ...b]).join(''));
  });
});

describe('numbers that count the lines', () => {
  const lines = column(90, 40, 12, 0).map((line, i) =>
    i === 7 ? { ...line, text: '的除外。' } : line,
  );
  const numbers = lines.map((line, i): PdfLine => ({ ...line, text: String(i + 1), x: 60 }));

  test('are kept apart from the text that goes on over them', async () => {
    const page = await pageOf(acrossAll(numbers, lines));
    expect(lineOf(page)).toEqual(texts([...numbers, ...lines]));
  });

  test('are not seen in the numbers of a list', async () => {
    const list = numbers.flatMap((number, i): PdfLine[] => [
      number,
      { ...number, text: `${'甲乙丙丁戊己庚辛壬癸子丑'.charAt(i)}方应当备案`, x: 90 },
    ]);
    const page = await pageOf(list);
    expect(page.text).toContain('3 丙方应当备案');
  });
});
