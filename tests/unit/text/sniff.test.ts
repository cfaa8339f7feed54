import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { sniff } from '../../../electron/core/intake/sniff.ts';
import { makeDocx, paragraph } from '../../fixtures/makeDocx.ts';
import { barPicture } from '../../fixtures/makeScan.ts';
import { makePng, makeTiff } from '../../fixtures/makePicture.ts';
import { makePdf } from '../../fixtures/makePdf.ts';
import { makeZip } from '../../fixtures/makeZip.ts';

const pdf = makePdf({ pages: [[{ text: '甲', y: 700 }]] });
const docx = makeDocx({ body: paragraph('甲') });
const oleHead = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ole = (stream: string) =>
  new Uint8Array([...oleHead, ...Buffer.alloc(600), ...Buffer.from(stream, 'utf16le')]);
const xlsx = makeZip([
  { name: '[Content_Types].xml', content: 'x' },
  { name: 'xl/workbook.xml', content: 'x' },
]);
const text = (content: string) => new Uint8Array(Buffer.from(content));

function answer(bytes: Uint8Array, name: string): unknown {
  try {
    return sniff(bytes, name).kind;
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.params];
    throw error;
  }
}

const picture = barPicture({ width: 6, height: 8 }, { left: 1, top: 1, width: 3, height: 1 });

describe('sniff', () => {
  test.each([
    [pdf, '合同.pdf', 'pdf'],
    [pdf, '合同.PDF', 'pdf'],
    [pdf, '合同', 'pdf'],
    [makePdf({ pages: [[]], junk: 'x'.repeat(1000) }), 'a.pdf', 'pdf'],
    [docx, '合同.docx', 'docx'],
    [docx, '宏.docm', 'docx'],
    [ole('WordDocument'), '合同.doc', 'doc'],
    [ole('WORDDOCUMENT'), '合同.doc', 'doc'],
    [ole('WordDocument'), '合同.wps', 'wps'],
    [text('{\\rtf1 x}'), '合同.rtf', 'rtf'],
    [xlsx, '清单.xlsx', 'xlsx'],
    [makeZip([{ name: 'OFD.xml', content: 'x' }]), '公文.ofd', 'ofd'],
    [ole('EncryptedPackage'), '合同.docx', 'docx'],
    [ole('EncryptedPackage'), '报价.xlsx', 'xlsx'],
    [text('普通文本'), '说明', 'txt'],
    [text('普通文本'), '说明.txt', 'txt'],
    [new Uint8Array(Buffer.from('第一条，正文。\n', 'utf16le')), '说明.txt', 'txt'],
    [text('<html><p>甲'), '网页.txt', 'txt'],
    [text('# 标题'), '说明.md', 'md'],
    [text('<!DOCTYPE html><html></html>'), '网页.html', 'html'],
    [text('<p>片段</p>'), '网页.htm', 'html'],
    [makePng(picture), '扫描.png', 'image'],
    [makePng(picture), '扫描.jpg', 'image'],
    [makeTiff([{ picture }]), '扫描', 'image'],
    [text('BM25 是一种检索算法，本文件不是图片。'), '说明.txt', 'txt'],
  ])('takes in what is a document (%#)', (bytes, name, kind) => {
    expect(answer(bytes, name)).toBe(kind);
  });

  test.each([
    [text('{\\rtf1 x}'), '合同.doc', 'rtf', 'RTF'],
    [text('{\\rtf1 x}'), '合同.wps', 'rtf', 'RTF'],
    [text('<html><body>甲</body></html>'), '合同.doc', 'html', 'HTML'],
    [text('<table><tr><td>甲'), '清单.xls', 'html', 'HTML'],
    [text('MIME-Version: 1.0\n'), '合同.doc', 'html', 'MHT'],
    [ole('WordDocument'), '合同.rtf', 'doc', 'DOC'],
  ])(
    'reads what commonly lies under another name as what it is (%#)',
    (bytes, name, kind, real) => {
      const warning = { code: 'other-format-inside', count: 1, where: [real] };
      expect(sniff(bytes, name)).toEqual({ kind, warnings: [warning] });
    },
  );

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
    ['file-unsupported', ole('EncryptedPackage'), 'a.pptx', { kind: 'PPTX' }],
    ['file-mismatch', ole('EncryptedPackage'), 'a.pdf', { actual: 'OLE', expected: '.pdf' }],
    ['file-mismatch', ole('WordDocument'), 'a.txt', { actual: 'DOC', expected: '.txt' }],
    ['file-mismatch', xlsx, 'a.docx', { actual: 'XLSX', expected: '.docx' }],
    ['file-unsupported', ole('MatOST'), 'a.wps', { kind: 'MS Works' }],
    ['file-unsupported', ole('Other'), 'a.doc', { kind: 'OLE' }],
    ['file-unsupported', ole('Workbook'), 'a.et', { kind: 'ET' }],
    [
      'file-unsupported',
      new Uint8Array([0xdb, 0xa5, 0x2d, 0, 0, 0]),
      'a.doc',
      { kind: 'Word 1/2' },
    ],
    ['file-unsupported', text('<?xml version="1.0"?><w/>'), 'a.doc', { kind: 'XML' }],
    ['file-image', text('GIF89a'), '动图.gif', { kind: 'GIF' }],
    ['file-image', text('\0\0\0 ftypheic\0\0'), '照片.jpg', { kind: 'JPG' }],
    ['file-image', text('\0\0\0 ftypheic\0\0'), '照片', { kind: 'GIF/HEIC/BigTIFF' }],
    ['file-mismatch', makePng(picture), 'a.pdf', { actual: 'JPG/PNG/TIFF', expected: '.pdf' }],
    ['file-archive', makeZip([{ name: 'a.txt', content: 'x' }]), 'a.zip', { kind: 'ZIP' }],
    ['file-damaged', new Uint8Array([0, 1, 2, 3, 0, 5, 6]), 'a.pdf', {}],
    ['file-damaged', docx.slice(0, 200), 'a.docx', {}],
  ])('answers %s (%#)', (code, bytes, name, params) => {
    expect(answer(bytes, name)).toEqual([code, { file: name, ...params }]);
  });
});
