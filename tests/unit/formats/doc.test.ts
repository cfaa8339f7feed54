import { describe, expect, test } from 'vitest';
import {
  deleted,
  hidden,
  inserted,
  inTable,
  makeCompound,
  makeDoc,
  outline,
  rowEnd,
} from '../../fixtures/makeDoc.ts';
import { brief, codeOf, read, warningsOf } from './reading.ts';

const cell = '\u0007';

describe('DOC', () => {
  test('gives headings, tables, notes and text with fields resolved', () => {
    const bytes = makeDoc({
      body: [
        { text: '第一章 总则', paragraph: outline(1) },
        { text: '' },
        { text: '见\u0013 HYPERLINK "x" \u0014附件\u0015，甲\u001E乙\u000B换行\u0001' },
        { text: '序号', end: cell, paragraph: inTable },
        { text: '', end: cell, paragraph: inTable },
        { text: '', end: cell, paragraph: rowEnd },
        { text: '一', paragraph: inTable },
        { text: '二', end: cell, paragraph: inTable },
        { text: '乙方', end: cell, paragraph: inTable },
        { text: '', end: cell, paragraph: rowEnd },
        { text: '表后' },
      ],
      footnotes: ['\u0002脚注一', '\u0002脚注二'],
    });
    const text = read('doc', bytes);
    expect(brief(text)).toEqual([
      ['body/0', 'heading', null, '第一章 总则'],
      ['body/2', 'paragraph', null, '见附件，甲\u2011乙\n换行'],
      ['body/3/r1/c1/0', 'cell', null, '序号'],
      ['body/3/r1/c2/0', 'cell', null, ''],
      ['body/3/r2/c1/0', 'cell', null, '一'],
      ['body/3/r2/c1/1', 'cell', null, '二'],
      ['body/3/r2/c2/0', 'cell', null, '乙方'],
      ['body/4', 'paragraph', null, '表后'],
      ['footnote/1/0', 'footnote', null, '脚注一'],
      ['footnote/2/0', 'footnote', null, '脚注二'],
    ]);
    expect(text.blocks[0]?.level).toBe(1);
    expect(warningsOf(text)).toEqual([['images-unread', 1, 'body']]);
    expect(read('wps', bytes).kind).toBe('wps');
  });

  test('shows what Word shows of fields without a result, and says which it cannot', () => {
    const text = read(
      'doc',
      makeDoc({
        body: [
          { text: '按\u0013eq \\o\\ac(○,3)\u0015项\u0013 MACROBUTTON x [填写]\u0015' },
          { text: '同意\u0013 FORMCHECKBOX \u0001\u0014\u0015' },
          { text: '\u0013AUTONUM\u0015总则' },
        ],
      }),
    );
    expect(text.blocks.map((block) => block.text)).toEqual(['按③项[填写]', '同意', '总则']);
    expect(warningsOf(text)).toEqual([
      ['parts-unread', 1, 'body'],
      ['numbering-unresolved', 1, 'body'],
    ]);
  });

  test('marks revisions and hidden text, a mark of byte order in the text included', () => {
    const text = read(
      'doc',
      makeDoc({
        body: [
          { text: '\uFEFF三十日', characters: deleted },
          { text: '六十日', characters: inserted },
          { text: '隐藏', characters: hidden },
          { text: '不隐', characters: [0x3c, 0x08, 0x80] },
        ],
      }),
    );
    expect(text.blocks.map((block) => [block.text, block.flags])).toEqual([
      ['\uFEFF三十日', ['deleted']],
      ['六十日', ['inserted']],
      ['隐藏', ['hidden']],
      ['不隐', []],
    ]);
    expect(warningsOf(text)).toEqual([
      ['tracked-changes', 2, 'body/0', 'body/1'],
      ['hidden-text', 1, 'body/2'],
    ]);
  });

  test('what is no Word 97 file says what it is', () => {
    const body = [{ text: '甲方' }];
    expect(codeOf(() => read('doc', makeDoc({ body, flags: 0x0100 })))).toBe('file-encrypted');
    expect(codeOf(() => read('doc', makeDoc({ body, magic: 0xa5dc })))).toBe(
      'file-unsupported Word 6/95',
    );
    expect(codeOf(() => read('doc', makeDoc({ body, magic: 0x1234 })))).toBe('file-damaged');
    const works = makeCompound([['MatOST', Buffer.alloc(4096)]]);
    expect(codeOf(() => read('wps', works))).toBe('file-unsupported MS Works');
    const sheet = makeCompound([['Workbook', Buffer.alloc(4096)]]);
    expect(codeOf(() => read('doc', sheet))).toBe('file-unsupported XLS');
    expect(brief(read('doc', makeDoc({ body, mainName: 'WORDDOCUMENT' })))).toHaveLength(1);
  });

  test('a file that breaks off says so; bounds are kept', () => {
    const whole = makeDoc({
      body: Array.from({ length: 12 }, () => ({ text: '甲方应当支付'.repeat(20) })),
    });
    expect(codeOf(() => read('doc', whole.slice(0, 700)))).toBe('file-damaged');
    expect(codeOf(() => read('doc', whole, { characters: 100 }))).toBe('limit-characters');
    expect(codeOf(() => read('doc', whole, { blocks: 5 }))).toBe('limit-blocks');
  });

  test('a chain of sectors that runs in a circle is damage', () => {
    const bytes = makeDoc({ body: [{ text: '甲方' }] });
    const fat = new DataView(bytes.buffer, 512);
    fat.setInt32(4 * 3, 2, true);
    expect(codeOf(() => read('doc', bytes))).toBe('file-damaged');
  });
});
