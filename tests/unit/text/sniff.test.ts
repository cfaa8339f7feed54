import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { sniff } from '../../../electron/core/intake/sniff.ts';
import { makeDocx, paragraph } from '../../fixtures/makeDocx.ts';
import { makePdf } from '../../fixtures/makePdf.ts';
import { makeZip } from '../../fixtures/makeZip.ts';

const pdf = makePdf({ pages: [[{ text: '甲', y: 700 }]] });
const docx = makeDocx({ body: paragraph('甲') });
const oleHead = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ole = (stream: string) =>
  new Uint8Array([...oleHead, ...Buffer.alloc(600), ...Buffer.from(stream, 'utf16le')]);
const text = (content: string) => new Uint8Array(Buffer.from(content));

function answer(bytes: Uint8Array, name: string): unknown {
  try {
    return sniff(bytes, name).kind;
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.params];
    throw error;
  }
}

describe('sniff', () => {
  test.each([
    [pdf, '合同.pdf', 'pdf'],
    [pdf, '合同.PDF', 'pdf'],
    [pdf, '合同', 'pdf'],
    [makePdf({ pages: [[]], junk: 'x'.repeat(1000) }), 'a.pdf', 'pdf'],
    [docx, '合同.docx', 'docx'],
    [docx, '宏.docm', 'docx'],
  ])('takes in what is a document (%#)', (bytes, name, kind) => {
    expect(answer(bytes, name)).toBe(kind);
  });

  test('opens a PDF whose header is damaged', () => {
    const damaged = pdf.slice();
    damaged[1] = 0;
    expect(answer(damaged, 'a.pdf')).toBe('pdf');
  });

  test.each<[string, Uint8Array, string, Record<string, string>]>([
    ['file-empty', new Uint8Array(0), 'a.pdf', {}],
    ['file-mismatch', pdf, 'a.docx', { actual: 'PDF', expected: '.docx' }],
    ['file-mismatch', docx, 'a.pdf', { actual: 'DOCX', expected: '.pdf' }],
    ['file-mismatch', docx, 'a.doc', { actual: 'DOCX', expected: '.doc' }],
    [
      'file-mismatch',
      text('\n<!DOCTYPE html><html></html>'),
      'a.docx',
      { actual: 'HTML', expected: '.docx' },
    ],
    ['file-mismatch', ole('WordDocument'), 'a.docx', { actual: 'DOC', expected: '.docx' }],
    ['file-mismatch', text('{\\rtf1 x}'), 'a.pdf', { actual: 'RTF', expected: '.pdf' }],
    ['file-mismatch', text('说明文字'), 'a.pdf', { actual: 'TXT', expected: '.pdf' }],
    ['file-encrypted', ole('EncryptedPackage'), 'a.docx', {}],
    ['file-unsupported', ole('WordDocument'), 'a.doc', { kind: 'DOC' }],
    ['file-unsupported', ole('WordDocument'), 'a.wps', { kind: 'WPS' }],
    ['file-unsupported', text('{\\rtf1 x}'), 'a.rtf', { kind: 'RTF' }],
    ['file-unsupported', text('{\\rtf1 x}'), 'a.doc', { kind: 'DOC' }],
    [
      'file-unsupported',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]),
      '扫描.png',
      { kind: 'PNG' },
    ],
    [
      'file-unsupported',
      makeZip([
        { name: '[Content_Types].xml', content: 'x' },
        { name: 'xl/workbook.xml', content: 'x' },
      ]),
      'a.xlsx',
      { kind: 'XLSX' },
    ],
    ['file-unsupported', makeZip([{ name: 'OFD.xml', content: 'x' }]), 'a.ofd', { kind: 'OFD' }],
    ['file-unsupported', makeZip([{ name: 'a.txt', content: 'x' }]), 'a.zip', { kind: 'ZIP' }],
    ['file-unsupported', text('普通文本'), '说明', { kind: 'TXT' }],
    ['file-damaged', new Uint8Array([0, 1, 2, 3, 0, 5, 6]), 'a.pdf', {}],
    ['file-damaged', docx.slice(0, 200), 'a.docx', {}],
  ])('answers %s (%#)', (code, bytes, name, params) => {
    expect(answer(bytes, name)).toEqual([code, { file: name, ...params }]);
  });
});
