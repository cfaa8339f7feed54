import { describe, expect, test } from 'vitest';
import { makeRtf, rtfGbk, rtfText } from '../../fixtures/makeRtf.ts';
import { brief, codeOf, read, warningsOf } from './reading.ts';

const rtf = (content: string, head = '') => read('rtf', makeRtf(content, head));

describe('RTF', () => {
  test('gives every text its place, in the order of reading', () => {
    const text = rtf(
      `{\\info{\\title ${rtfText('合同')}}{\\author Li}}{\\header ${rtfText('页眉')}\\par}{\\footerf ${rtfText('页脚')}}` +
        `\\pard\\s1 ${rtfText('总则')}\\par\\pard{\\listtext ${rtfText('第一条')}\\tab}${rtfText('正文')}` +
        `{\\footnote\\chftn ${rtfText('脚注')}}{\\footnote\\ftnalt ${rtfText('尾注')}}` +
        `{\\*\\annotation ${rtfText('批注')}}${rtfText('续')}\\par\\par` +
        `{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt ${rtfText('框')}\\par}}{\\shprslt ${rtfText('框')}}}` +
        `{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt ${rtfText('链接')}}}`,
      `{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s2\\outlinelevel3 x;}}`,
    );
    expect(brief(text)).toEqual([
      ['body/0', 'heading', null, '总则'],
      ['body/1', 'paragraph', '第一条', '正文续'],
      ['textbox/1/0', 'textbox', null, '框'],
      ['body/3', 'paragraph', null, '链接'],
      ['footnote/1/0', 'footnote', null, '脚注'],
      ['endnote/1/0', 'endnote', null, '尾注'],
      ['header/1/0', 'header', null, '页眉'],
      ['footer/1/0', 'footer', null, '页脚'],
      ['comment/1/0', 'comment', null, '批注'],
    ]);
    expect(text.meta).toEqual({ Title: '合同', Author: 'Li' });
  });

  test('shows what Word shows of fields without a result, and says which it cannot', () => {
    const field = (instruction: string, result = '') =>
      `{\\field{\\*\\fldinst{ ${instruction}}}{\\fldrslt {${result}}}}`;
    const text = rtf(
      `${rtfText('按')}${field(rtfText('eq \\o\\ac(○,3)'))}${rtfText('项')}${field('REF x', rtfText('第五条'))}\\par` +
        `${rtfText('同意')}${field('FORMCHECKBOX {\\*\\formfield{\\fftype1}}')}\\par`,
    );
    expect(brief(text)).toEqual([
      ['body/0', 'paragraph', null, '按③项第五条'],
      ['body/1', 'paragraph', null, '同意'],
    ]);
    expect(warningsOf(text)).toEqual([['parts-unread', 1, 'field']]);
  });

  test('gives tables and tables in cells', () => {
    const row = '\\trowd\\cellx1\\cellx2';
    const text = rtf(
      `${row}\\pard\\intbl A\\cell\\pard\\intbl B1\\par B2\\cell\\row${row}\\pard\\intbl\\cell C` +
        `\\par\\pard\\intbl\\itap2 n\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}` +
        `\\pard\\intbl D\\cell\\row\\pard after\\par`,
    );
    expect(brief(text)).toEqual([
      ['body/0/r1/c1/0', 'cell', null, 'A'],
      ['body/0/r1/c2/0', 'cell', null, 'B1'],
      ['body/0/r1/c2/1', 'cell', null, 'B2'],
      ['body/0/r2/c1/0', 'cell', null, ''],
      ['body/0/r2/c2/0', 'cell', null, 'C'],
      ['body/0/r2/c2/1/r1/c1/0', 'cell', null, 'n'],
      ['body/0/r2/c2/2', 'cell', null, 'D'],
      ['body/1', 'paragraph', null, 'after'],
    ]);
  });

  test.each([
    ['bytes of GBK in a Chinese font', `\\f1 ${rtfGbk('甲方“乙方”')}`, '甲方“乙方”'],
    ['a trail byte that is a sign of RTF', `\\f1 \\'81\\'5c\\'81\\'7b`, '乗亄'],
    ['Unicode with what stands in for it', `\\uc2 \\u30002\\'bc\\'d7x\\uc0\\u26041 y`, '甲x方y'],
    ['a pair of surrogates', '\\uc0\\u-10176\\u-9216', '\u{20000}'],
    [
      'signs',
      `\\'93x\\'94\\emdash\\~\\_\\-\\{\\}\\\\\\tab|\\line|`,
      '“x”—\u00A0\u2011\u00AD{}\\\t|\n|',
    ],
    ['data in binary', `a\\bin4 }{\\\\b`, 'ab'],
    ['two ways of writing the same', `{\\upr{a}{\\*\\ud{${rtfText('甲')}}}}`, '甲'],
    ['words that every object knows', 'a\\constructor b\\toString {\\*\\valueOf x}c', 'abc'],
    ['unknown destinations', `{\\*\\unknown x}a{\\*\\fontemb x}`, 'a'],
  ])('reads %s', (_, content, text) => {
    expect(brief(rtf(content)).map((block) => block[3])).toEqual([text]);
  });

  test('GBK under fonts that name no character set follows the code page of the file', () => {
    const bytes = Buffer.from(
      `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset0 x;}}\\f0 ${rtfGbk('甲方')}}`,
      'latin1',
    );
    expect(brief(read('rtf', new Uint8Array(bytes)))).toEqual([
      ['body/0', 'paragraph', null, '甲方'],
    ]);
  });

  test('marks what is hidden, deleted and inserted; counts what is not read', () => {
    const text = rtf(
      'a{\\v b}{\\deleted c}{\\revised d}{\\b e}\\plain f\\par{\\pict 00ff}{\\object{\\*\\objdata 00}{\\result r}}',
    );
    expect(text.blocks.map(({ text: shown, marks }) => [shown, marks])).toEqual([
      [
        'abcdef',
        [
          [1, 2, 'hidden'],
          [2, 3, 'deleted'],
          [3, 4, 'inserted'],
          [4, 5, 'bold'],
        ],
      ],
      ['r', []],
    ]);
    expect(warningsOf(text)).toEqual([
      ['hidden-text', 1, 'body/0'],
      ['tracked-changes', 1, 'body/0'],
      ['images-unread', 1],
      ['embedded-files', 1],
    ]);
  });

  test('a file that breaks off keeps what is there and says so', () => {
    const whole = makeRtf(`\\pard ${rtfText('甲方')}\\par ${rtfText('乙方')}\\par`);
    const text = read('rtf', whole.slice(0, -6));
    expect([brief(text).length, warningsOf(text)]).toEqual([2, [['parts-unread', 1, 'end']]]);
  });

  test('bounds are kept', () => {
    expect(codeOf(() => rtf('{'.repeat(1_500)))).toBe('limit-nesting');
    expect(codeOf(() => read('rtf', makeRtf('a\\par '.repeat(20)), { blocks: 10 }))).toBe(
      'limit-blocks',
    );
    expect(codeOf(() => read('rtf', makeRtf('a'.repeat(20)), { characters: 10 }))).toBe(
      'limit-characters',
    );
  });
});
