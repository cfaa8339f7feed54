import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
} from 'docx';
import type { INumberingOptions, IStylesOptions } from 'docx';

/** Sizes in half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt, 五号 10.5 pt. */
const SIZE = { title: 44, body: 32, four: 28, small: 24, table: 21 } as const;
/** 28.9 pt exactly: 22 lines fill the 225 mm of the type area. */
const LINE = { line: 578, lineRule: LineRuleType.EXACT };
const INDENT_TWO = { firstLine: 640, firstLineChars: 200 };

const songTitle = font('方正小标宋简体');
const song = font('宋体');
const hei = font('黑体');
const kai = font('楷体_GB2312');
const fang = font('仿宋_GB2312');

/** A4 with the margins of GB/T 9704-2012: 天头 37, 下 35, 订口 28, 右 26 mm. */
export const memoPage = {
  size: { width: 11_906, height: 16_838 },
  margin: {
    top: convertMillimetersToTwip(37),
    bottom: convertMillimetersToTwip(35),
    left: convertMillimetersToTwip(28),
    right: convertMillimetersToTwip(26),
    header: convertMillimetersToTwip(20),
    footer: convertMillimetersToTwip(26),
  },
};

/** Width of the type area in twips. */
export const textWidth = convertMillimetersToTwip(156);

/** Lists of the memo: headings 一、（一） 1. and plain counted paragraphs. */
export const HEADINGS = 'memo-headings';
export const COUNTED = 'memo-counted';

function font(name: string): { ascii: string; hAnsi: string; cs: string; eastAsia: string } {
  return {
    ascii: 'Times New Roman',
    hAnsi: 'Times New Roman',
    cs: 'Times New Roman',
    eastAsia: name,
  };
}

function heading(level: number, name: string, face: ReturnType<typeof font>, bold: boolean) {
  return {
    id: `Heading${level}`,
    name,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { font: face, size: SIZE.body, bold, color: '000000' },
    paragraph: {
      spacing: { ...LINE, before: 0, after: 0 },
      indent: INDENT_TWO,
      alignment: AlignmentType.LEFT,
      outlineLevel: level - 1,
      keepNext: true,
      numbering: { reference: HEADINGS, level: level - 1 },
    },
  };
}

function style(id: string, name: string, run: object, paragraph: object) {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph };
}

const box = { style: BorderStyle.SINGLE, size: 6, space: 6, color: '000000' };
const none = { firstLine: 0, firstLineChars: 0 };
const tableLine = { line: 300, lineRule: LineRuleType.AT_LEAST, before: 20, after: 20 };

/** Named paragraph styles, the headings on Word's own Heading 1–3 so that its navigation pane shows them. */
export const memoStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: fang, size: SIZE.body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
    },
  },
  paragraphStyles: [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      run: { font: fang, size: SIZE.body },
      paragraph: { spacing: LINE, indent: INDENT_TWO, alignment: AlignmentType.BOTH },
    },
    style(
      'MemoTitle',
      'Memo Title',
      { font: songTitle, size: SIZE.title },
      {
        alignment: AlignmentType.CENTER,
        indent: none,
        spacing: { line: 700, lineRule: LineRuleType.EXACT, before: 0, after: 240 },
        keepNext: true,
      },
    ),
    heading(1, 'heading 1', hei, false),
    heading(2, 'heading 2', kai, false),
    heading(3, 'heading 3', fang, true),
    style('MemoNumber', 'Memo Number', {}, { alignment: AlignmentType.CENTER, indent: none }),
    style('MemoFlush', 'Memo Flush', {}, { indent: none }),
    style(
      'MemoQuote',
      'Memo Quote',
      { font: kai, size: SIZE.four },
      {
        indent: { ...none, left: 640, right: 320 },
        spacing: { line: 480, lineRule: LineRuleType.EXACT },
        border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: '7F7F7F' } },
      },
    ),
    style(
      'MemoQuotePlace',
      'Memo Quote Place',
      { size: SIZE.small },
      {
        indent: { ...none, left: 640 },
        spacing: { line: 440, lineRule: LineRuleType.EXACT, before: 60 },
        keepNext: true,
      },
    ),
    style(
      'MemoClause',
      'Memo Clause',
      { size: SIZE.four },
      {
        indent: { firstLine: 560, firstLineChars: 200, left: 320, right: 320 },
        spacing: { line: 480, lineRule: LineRuleType.EXACT },
        border: { top: box, bottom: box, left: box, right: box },
        keepLines: true,
      },
    ),
    style('MemoCounted', 'Memo Counted', {}, { numbering: { reference: COUNTED, level: 0 } }),
    style(
      'MemoTable',
      'Memo Table',
      { size: SIZE.table },
      { indent: none, spacing: tableLine, alignment: AlignmentType.LEFT },
    ),
    style(
      'MemoTableHead',
      'Memo Table Head',
      { font: hei, size: SIZE.table },
      { indent: none, spacing: tableLine, alignment: AlignmentType.CENTER, keepNext: true },
    ),
    style(
      'MemoGap',
      'Memo Gap',
      { size: 12 },
      { indent: none, spacing: { line: 160, lineRule: LineRuleType.EXACT } },
    ),
    style(
      'MemoHash',
      'Memo Hash',
      { size: 17, font: { ...fang, ascii: 'Courier New', hAnsi: 'Courier New' } },
      {
        indent: none,
        spacing: { line: 240, lineRule: LineRuleType.AT_LEAST, before: 20, after: 20 },
        alignment: AlignmentType.LEFT,
      },
    ),
    style(
      'MemoSignature',
      'Memo Signature',
      {},
      {
        alignment: AlignmentType.RIGHT,
        indent: { ...none, right: 640 },
        keepNext: true,
        keepLines: true,
      },
    ),
    style(
      'MemoDraftMark',
      'Memo Draft Mark',
      { font: hei, size: SIZE.small, color: '9A9A9A', characterSpacing: 40 },
      {
        alignment: AlignmentType.CENTER,
        indent: none,
        spacing: { line: 320, lineRule: LineRuleType.AT_LEAST },
      },
    ),
    style(
      'MemoPageNumber',
      'Memo Page Number',
      { font: song, size: SIZE.four },
      { indent: none, spacing: { line: 320, lineRule: LineRuleType.AT_LEAST } },
    ),
  ],
};

/** Automatic numbering: one multilevel list behind the three heading styles, one plain list restarted where it is used. */
export const memoNumbering: INumberingOptions = {
  config: [
    {
      reference: HEADINGS,
      levels: [
        headingLevel(0, LevelFormat.CHINESE_COUNTING_THOUSAND, '%1、'),
        headingLevel(1, LevelFormat.CHINESE_COUNTING_THOUSAND, '（%2）'),
        headingLevel(2, LevelFormat.DECIMAL, '%3.'),
      ],
    },
    {
      reference: COUNTED,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.LEFT,
          suffix: LevelSuffix.NOTHING,
          style: { paragraph: { indent: INDENT_TWO }, style: 'MemoCounted' },
        },
      ],
    },
  ],
};

function headingLevel(
  level: number,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
) {
  return {
    level,
    format,
    text,
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.NOTHING,
    style: { paragraph: { indent: INDENT_TWO }, style: `Heading${level + 1}` },
  };
}
