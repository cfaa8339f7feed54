import { describe, expect, test } from 'vitest';
import { arePackedRuns, packRuns, unpackRuns } from '#shared/domain/text/packedRuns.ts';
import {
  PageAssembler,
  type PdfFontStyle,
  type PdfTextItem,
} from '../../../electron/workers/pdf/pageItems.ts';
import { textFlag } from '../../../electron/workers/pdf/usableText.ts';

const style: PdfFontStyle = { ascent: 0.9, descent: -0.1, vertical: false };
const item = (str: string, y: number, change: Partial<PdfTextItem> = {}): PdfTextItem => ({
  str,
  transform: [10, 0, 0, 10, 50, y],
  width: str.length * 10,
  height: 10,
  fontName: 'f',
  hasEOL: false,
  ...change,
});

function assemble(items: readonly PdfTextItem[], fontStyle: PdfFontStyle | undefined = style) {
  const assembler = new PageAssembler();
  for (const one of items) assembler.add(one, fontStyle);
  return assembler.done();
}

describe('PageAssembler', () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e307, -1e307, Number.MAX_VALUE])(
    'keeps the text of an item that stands at %s, in runs that pass',
    (far) => {
      const { text, runs } = assemble([
        item('甲乙', 700, { transform: [far, 0, 0, far, far, far], width: far, height: far }),
        item('丙丁', 600),
      ]);
      expect(text.replace('\n', '')).toBe('甲乙丙丁');
      expect(arePackedRuns(packRuns(runs))).toBe(true);
      expect(unpackRuns(packRuns(runs))).toEqual(runs);
    },
  );

  test('makes one run of every item, empty ones too, and ends lines where they end', () => {
    const { text, runs } = assemble([
      item('甲乙', 700, { hasEOL: true }),
      item('', 700, { hasEOL: true }),
      item('⼈', 680),
      item('b', 600),
    ]);
    expect(text).toBe('甲乙\n人\nb');
    expect(runs.map(([start, end]) => text.slice(start, end))).toEqual(['甲乙', '', '人', 'b']);
    expect(runs[0]).toEqual([0, 2, 50, 699, 20, 10]);
  });

  test('keeps raised characters on their line', () => {
    expect(assemble([item('甲', 700), item('1', 704), item('乙', 700)]).text).toBe('甲1乙');
  });

  test('gives the box of turned and of vertical text', () => {
    const turned = assemble([item('ab', 100, { transform: [0, 10, -10, 0, 50, 100] })]);
    expect(turned.runs[0]).toEqual([0, 2, 41, 100, 10, 20]);
    const vertical = assemble([item('竖排', 700, { width: 10, height: 20 })], {
      ...style,
      vertical: true,
    });
    expect(vertical.runs[0]).toEqual([0, 2, 45, 680, 10, 20]);
  });

  test('keeps the text of an item without a sane place', () => {
    const { text, runs } = assemble(
      [item('甲', 1, { transform: [Number.NaN, 0, 0, 10, 0, 0] })],
      undefined,
    );
    expect([text, runs[0]?.every(Number.isFinite)]).toEqual(['甲', true]);
  });
});

describe('textFlag', () => {
  test.each([
    ['第一条 数据安全', null],
    ['1\n2\n3', null],
    ['一、总则 .......................................... 1', null],
    ['\uF0B7 甲方\n\uF0B7 乙方\n\uF0B7 丙', null],
    ['——————————', null],
    ['', 'no-text'],
    [' \n ', 'no-text'],
    ['\uE001\uE002\uE003\uE004', 'unusable-text'],
    ['\u0001\u0002\u0003 QMF', 'unusable-text'],
    ['\uFFFD\uFFFD\uFFFD数据', 'unusable-text'],
    ['\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD', 'unusable-text'],
    ['\u{20000}\u{20001} \uF0B7\uF0B7', 'unusable-text'],
    ['目录……………………3', null],
    ['䇴ᇑ㓶䍴ᒼ丨⨶', 'unusable-text'],
    ['人名用字：㑇、䶮，其余为常用字，不足以说明字体无法还原', null],
    ['!"#$%&\'()*+,-./ab', 'unusable-text'],
  ])('of %j is %s', (text, flag) => {
    expect(textFlag(text)).toBe(flag);
  });
});
