import { describe, expect, test } from 'vitest';
import { guessUtf16 } from '#shared/domain/text/textEncoding.ts';
import { encodeGbk } from '../../fixtures/encodeGbk.ts';
import { brief, codeOf, read, warningsOf } from './reading.ts';

const source = '第一条  甲方应当支付价款。\r\n\r\n　　第二条 “乙方”abc';
const swapped = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const expected = [
  ['body/0', 'paragraph', null, '第一条  甲方应当支付价款。'],
  ['body/2', 'paragraph', null, '　　第二条 “乙方”abc'],
];

describe('plain text', () => {
  test.each<[string, Uint8Array, unknown[]]>([
    ['UTF-8', new Uint8Array(Buffer.from(source)), []],
    ['UTF-8 with its mark', new Uint8Array(Buffer.from(`\uFEFF${source}`)), []],
    ['UTF-16 little-endian with its mark', utf16(`\uFEFF${source}`), []],
    ['UTF-16 big-endian with its mark', swapped(`\uFEFF${source}`), []],
    ['UTF-16 little-endian', utf16(source), [['encoding-guessed', 1, 'UTF-16LE']]],
    ['UTF-16 big-endian', swapped(source), [['encoding-guessed', 1, 'UTF-16BE']]],
    ['GBK', encodeGbk(source), [['encoding-guessed', 1, 'GB18030']]],
  ])('in %s is read line by line, each exactly as it stands', (_, bytes, warnings) => {
    const text = read('txt', bytes);
    expect(brief(text)).toEqual(expected);
    expect(warningsOf(text)).toEqual(warnings);
    expect(text.characters).toBe(14 + 13);
  });

  test('GB 18030 beyond GBK is read', () => {
    const bytes = new Uint8Array([0xc9, 0xfa, 0x95, 0x32, 0x82, 0x36, 0x0a]); // 生𠀀
    expect(brief(read('txt', bytes))).toEqual([['body/0', 'paragraph', null, '生𠀀']]);
  });

  test('bytes that are no characters are shown as such and counted', () => {
    const text = read('txt', new Uint8Array([...encodeGbk('甲方'), 0xff, ...encodeGbk('乙方')]));
    expect(brief(text)).toEqual([['body/0', 'paragraph', null, '甲方\uFFFD乙方']]);
    expect(warningsOf(text)).toContainEqual(['undecodable-text', 1, 'gb18030']);
  });

  test('control characters and signs that turn the direction are marked', () => {
    const text = read('txt', '甲\u0001方\n合同\u202Efdp.exe');
    expect(brief(text)[0]?.[3]).toBe('甲\uFFFD方');
    expect(warningsOf(text)).toEqual([['bidi-controls', 1, 'body/1']]);
  });

  test('bounds are kept', () => {
    expect(codeOf(() => read('txt', '甲'.repeat(11), { characters: 10 }))).toBe('limit-characters');
    expect(codeOf(() => read('txt', '甲\n'.repeat(11), { blocks: 10 }))).toBe('limit-blocks');
  });
});

test('Chinese in GBK and English are no UTF-16', () => {
  expect(guessUtf16(encodeGbk('政务信息化项目采购需求，由甲方负责解释。'))).toBeNull();
  expect(guessUtf16(new Uint8Array(Buffer.from('A plain English text.')))).toBeNull();
});
