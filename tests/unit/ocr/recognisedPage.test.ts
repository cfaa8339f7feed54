import { describe, expect, test } from 'vitest';
import { rectsFor } from '#shared/domain/text/geometry.ts';
import { foldParts, locateInFolded } from '#shared/domain/text/locateQuote.ts';
import { assembleRecognised } from '#shared/domain/recognition/recognisedPage.ts';
import type { RecognisedLine } from '#shared/domain/recognition/recognition.ts';
import { withRecognised } from '#shared/domain/recognition/recognitionStatus.ts';
import type { PageText } from '#shared/domain/text/text.ts';

/** Words of 12 units a character, one after the other on a line. */
function line(y: number, words: readonly string[], confidence = 90): RecognisedLine {
  let x = 72;
  return words.map((text) => {
    const width = text.length * 12;
    const box: [number, number, number, number] = [x, y, width, 12];
    x += width + 2;
    return { text, confidence, box };
  });
}

const pageOf = (lines: readonly RecognisedLine[]): PageText => {
  const { text, runs } = assembleRecognised(lines);
  return { number: 1, label: null, text, flags: ['recognised'], width: 595, height: 842, runs };
};

describe('recognised words become a page', () => {
  test('Chinese has no spaces between words, other scripts keep theirs', () => {
    const { text } = assembleRecognised([
      line(700, ['采购', '人', '委托', 'Counsel', 'Desk', '审查', '2026', '年']),
    ]);
    expect(text).toBe('采购人委托Counsel Desk审查2026年');
  });

  test('lines end in a line feed, and every run is the text of its word', () => {
    const lines = [line(700, ['第一', '条']), line(680, ['数据', '安全'])];
    const { text, runs } = assembleRecognised(lines);
    expect(text).toBe('第一条\n数据安全');
    expect(runs.map(([start, end]) => text.slice(start, end))).toEqual([
      '第一',
      '条',
      '数据',
      '安全',
    ]);
  });

  test('narrow marks between Chinese become wide, one unit for one; figures and English keep theirs', () => {
    const { text, runs } = assembleRecognised([
      line(700, ['责任', ';', '(', '二', ')', '金额', ':', '1,000.5', 'and', '(b)']),
    ]);
    expect(text).toBe('责任；（二）金额：1,000.5 and (b)');
    expect(runs.map(([start, end]) => text.slice(start, end))[3]).toBe('二');
  });

  test('confidence weighs by length; a page with nothing on it has none', () => {
    expect(assembleRecognised([line(700, ['一二三'], 90), line(680, ['四'], 50)]).confidence).toBe(
      80,
    );
    expect(assembleRecognised([])).toEqual({ text: '', runs: [], confidence: 0 });
  });

  test('a quote over a line end is found and outlined on both lines', () => {
    const page = pageOf([line(700, ['乙方', '应当']), line(680, ['删除', '数据'])]);
    const [place] = locateInFolded(foldParts([page]), '应当删除');
    if (place === undefined) throw new Error('not found');
    expect(rectsFor([page], place.start, place.end)).toEqual([
      { page: 1, x: 98, y: 700, width: 24, height: 12 },
      { page: 1, x: 72, y: 680, width: 24, height: 12 },
    ]);
  });
});

describe('remarks on a file follow what was recognised', () => {
  const scanned = { code: 'pages-without-text' as const, count: 3, where: ['1', '2', '3'] };

  test('recognised pages are no longer without text, and are named', () => {
    const left = withRecognised([scanned], [{ page: 2, was: 'no-text' }]);
    expect(left).toEqual([
      { ...scanned, count: 2, where: ['1', '3'] },
      { code: 'pages-recognised', count: 1, where: ['2'] },
    ]);
    expect(withRecognised(left, [{ page: 2, was: 'no-text' }]).at(-1)?.count).toBe(1);
  });

  test('a remark whose pages are all recognised goes; others stand', () => {
    const other = { code: 'comments' as const, count: 1, where: [] };
    const all = [1, 2, 3].map((page) => ({ page, was: 'no-text' as const }));
    expect(withRecognised([scanned, other], all).map((one) => one.code)).toEqual([
      'comments',
      'pages-recognised',
    ]);
    expect(withRecognised([scanned], [])).toEqual([scanned]);
  });
});
