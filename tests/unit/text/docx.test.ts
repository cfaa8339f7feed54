import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { defaultExtractLimits, type ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { BlockText, Extraction } from '#shared/domain/text/text.ts';
import { readDocx } from '../../../electron/workers/docx/readDocx.ts';
import {
  list,
  listDefinition,
  listLevel,
  makeDocx,
  numbered,
  paragraph,
  run,
  table,
  type DocxFixture,
} from '../../fixtures/makeDocx.ts';
import { makeZip } from '../../fixtures/makeZip.ts';

type Docx = Exclude<Extraction, { kind: 'pdf' | 'image' }>;

function readBytes(bytes: Uint8Array, limits: Partial<ExtractLimits> = {}): Docx {
  const extraction = readDocx(bytes, { ...defaultExtractLimits, ...limits }, () => undefined);
  if (extraction.kind !== 'docx') throw new Error('a DOCX gives blocks');
  return extraction;
}

const read = (fixture: DocxFixture): Docx => readBytes(makeDocx(fixture));
const brief = (blocks: readonly BlockText[]) =>
  blocks.map(({ path, kind, label, text }) => [path, kind, label, text]);

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('blocks', () => {
  test('give every story its place, in the order of reading', () => {
    const docx = read({
      title: '建设项目合同',
      body:
        paragraph('第一段') +
        paragraph('') +
        `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${paragraph('控件')}</w:sdtContent></w:sdt>` +
        table([
          [paragraph('表头'), paragraph('')],
          [paragraph('甲'), paragraph('乙') + table([[paragraph('嵌套')]]) + paragraph('')],
        ]),
      footnotes: `<w:footnote w:id="-1" w:type="separator">${paragraph('')}</w:footnote><w:footnote w:id="2">${paragraph('脚注')}</w:footnote>`,
      endnotes: `<w:endnote w:id="3">${paragraph('尾注')}</w:endnote>`,
      headers: [paragraph('页眉')],
      footers: [paragraph('页脚')],
      comments: `<w:comment w:id="7" w:author="甲">${paragraph('批注')}</w:comment>`,
    });
    expect(brief(docx.blocks)).toEqual([
      ['body/0', 'paragraph', null, '第一段'],
      ['body/2', 'paragraph', null, '控件'],
      ['body/3/r1/c1/0', 'cell', null, '表头'],
      ['body/3/r1/c2/0', 'cell', null, ''],
      ['body/3/r2/c1/0', 'cell', null, '甲'],
      ['body/3/r2/c2/0', 'cell', null, '乙'],
      ['body/3/r2/c2/1/r1/c1/0', 'cell', null, '嵌套'],
      ['footnote/2/0', 'footnote', null, '脚注'],
      ['endnote/3/0', 'endnote', null, '尾注'],
      ['header/1/0', 'header', null, '页眉'],
      ['footer/1/0', 'footer', null, '页脚'],
      ['comment/7/0', 'comment', null, '批注'],
    ]);
    expect(docx.meta).toEqual({
      Title: '建设项目合同',
      'part:body': 'word/document.xml',
      'part:footnote': 'word/footnotes.xml',
      'part:endnote': 'word/endnotes.xml',
      'part:header/1': 'word/header1.xml',
      'part:footer/1': 'word/footer1.xml',
      'part:comment': 'word/comments.xml',
    });
    expect(docx.characters).toBe(docx.blocks.reduce((sum, block) => sum + block.text.length, 0));
    expect(docx.warnings).toEqual([{ code: 'comments', count: 1, where: ['comment/7'] }]);
  });

  test('take headings and alignment from styles and their ancestors', () => {
    const docx = read({
      styles:
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 2"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="条"/><w:basedOn w:val="a"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="节"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>',
      body:
        paragraph('甲', '<w:pStyle w:val="b"/>') +
        paragraph('乙', '<w:pStyle w:val="c"/><w:jc w:val="both"/>') +
        paragraph('丙', '<w:outlineLvl w:val="0"/>') +
        paragraph('丁', '<w:pStyle w:val="a"/><w:outlineLvl w:val="9"/>'),
    });
    expect(docx.blocks.map(({ kind, level, align }) => [kind, level, align])).toEqual([
      ['heading', 2, 'center'],
      ['heading', 4, 'justify'],
      ['heading', 1, null],
      ['paragraph', 0, 'center'],
    ]);
  });

  test('take a text box once and put it behind its paragraph', () => {
    const box = (inner: string) => `<w:txbxContent>${paragraph(inner)}</w:txbxContent>`;
    const choice = `<mc:Choice Requires="wps"><wps:txbx>${box('框')}</wps:txbx></mc:Choice>`;
    const fallback = `<mc:Fallback><w:pict><v:textbox>${box('框')}</v:textbox></w:pict></mc:Fallback>`;
    const docx = read({
      body: paragraph(
        `${run('前')}<w:r><mc:AlternateContent>${choice}${fallback}</mc:AlternateContent></w:r>${run('后')}`,
      ),
    });
    expect(brief(docx.blocks)).toEqual([
      ['body/0', 'paragraph', null, '前后'],
      ['body/0/box1/0', 'textbox', null, '框'],
    ]);
  });

  test('keep what a run shows and drop field instructions', () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const docx = read({
      body:
        paragraph(
          '<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
        ) +
        paragraph(
          `${field('begin')}<w:r><w:instrText>REF x</w:instrText></w:r>${run('码')}${field('separate')}${run('第五条')}${field('end')}`,
        ) +
        paragraph(`${field('begin')}${run('未完')}`) +
        paragraph('仍在'),
    });
    expect(docx.blocks.map((block) => block.text)).toEqual(['一\t二\n\u2011☑', '第五条', '仍在']);
  });
});

describe('revisions and hidden text', () => {
  test('are marked with their exact ranges', () => {
    const docx = read({
      body:
        paragraph(
          `${run('期限')}<w:del w:id="1"><w:r><w:delText>三十日</w:delText></w:r></w:del><w:ins w:id="2">${run('六十日', '<w:b/>')}</w:ins>${run('内')}`,
        ) +
        paragraph(run('隐', '<w:vanish/>') + run('藏', '<w:vanish/>')) +
        paragraph(`<w:moveFrom w:id="3">${run('移走')}</w:moveFrom>`) +
        paragraph(
          run('正', '<w:b w:val="0"/><w:rPrChange w:id="9"><w:rPr><w:b/></w:rPr></w:rPrChange>'),
        ),
    });
    expect(docx.blocks.map(({ text, flags, marks }) => ({ text, flags, marks }))).toEqual([
      {
        text: '期限三十日六十日内',
        flags: [],
        marks: [
          [2, 5, 'deleted'],
          [5, 8, 'bold'],
          [5, 8, 'inserted'],
        ],
      },
      { text: '隐藏', flags: ['hidden'], marks: [[0, 2, 'hidden']] },
      { text: '移走', flags: ['deleted'], marks: [[0, 2, 'deleted']] },
      { text: '正', flags: [], marks: [] },
    ]);
    expect(docx.warnings).toEqual([
      { code: 'tracked-changes', count: 3, where: ['body/0', 'body/2'] },
      { code: 'hidden-text', count: 1, where: ['body/1'] },
    ]);
  });

  test('cover whole rows, and the properties of the mark of a paragraph are no revision of its text', () => {
    const row = `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${paragraph('删行')}</w:tc></w:tr><w:tr><w:tc>${paragraph('留行')}</w:tc></w:tr></w:tbl>`;
    const docx = read({
      body: row + paragraph(run('段'), '<w:rPr><w:ins w:id="2"/><w:vanish/></w:rPr>'),
    });
    expect(docx.blocks.map(({ text, flags }) => [text, flags])).toEqual([
      ['删行', ['deleted']],
      ['留行', []],
      ['段', []],
    ]);
  });
});

describe('automatic numbers', () => {
  const labels = (numbering: string, body: string, styles?: string): (string | null)[] =>
    read({ numbering, body, ...(styles === undefined ? {} : { styles }) }).blocks.map(
      (block) => block.label,
    );
  const legal = listDefinition(
    0,
    listLevel(0, 'chineseCountingThousand', '第%1章'),
    listLevel(1, 'chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/>'),
    listLevel(2, 'chineseCounting', '（%3）'),
    listLevel(3, 'decimal', '%1.%2.%4', '<w:isLgl/>'),
  );
  const at = (level: number, numId = 1) => paragraph('x', numbered(numId, level));

  test('count levels, restart them or go on as the definition says', () => {
    expect(
      labels(legal + list(1, 0), [0, 1, 1, 2, 2, 0, 1, 2, 3].map((level) => at(level)).join('')),
    ).toEqual([
      '第一章',
      '第一条',
      '第二条',
      '（一）',
      '（二）',
      '第二章',
      '第三条',
      '（一）',
      '2.3.1',
    ]);
  });

  test('go on over lists of one definition and start over where told', () => {
    const one = listDefinition(0, listLevel(0, 'decimal', '%1.'));
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    expect(
      labels(
        one + list(1, 0) + list(2, 0) + list(3, 0, override),
        [at(0), at(0), at(0, 2), at(0, 3), at(0, 3), at(0, 0), at(0, 9)].join(''),
      ),
    ).toEqual(['1.', '2.', '3.', '5.', '6.', null, null]);
  });

  test('come through styles, whose level the definition names', () => {
    const definition = listDefinition(
      0,
      listLevel(0, 'chineseCounting', '%1、', '<w:pStyle w:val="top"/>'),
      listLevel(1, 'decimal', '%2)', '<w:pStyle w:val="sub"/>'),
    );
    const style = (id: string, extra = '') =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${extra}</w:style>`;
    const numId = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const styled = (id: string, extra = '') => paragraph('x', `<w:pStyle w:val="${id}"/>${extra}`);
    expect(
      labels(
        definition + list(1, 0),
        styled('top') +
          styled('sub') +
          styled('heir') +
          styled('top', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
          styled('top'),
        style('top', numId) + style('sub', numId) + style('heir', '<w:basedOn w:val="sub"/>'),
      ),
    ).toEqual(['一、', '1)', '2)', null, '二、']);
  });

  test('show bullets as signs and say which format is not known', () => {
    const definition = listDefinition(
      0,
      listLevel(0, 'bullet', '\uF0B7'),
      listLevel(1, 'bullet', '■'),
      listLevel(2, 'thaiCounting', '%3'),
    );
    const docx = read({ numbering: definition + list(1, 0), body: at(0) + at(1) + at(2) });
    expect(docx.blocks.map((block) => block.label)).toEqual(['•', '■', '1']);
    expect(docx.warnings).toEqual([{ code: 'numbering-unresolved', count: 1, where: ['body/2'] }]);
  });
});

describe('odd packages', () => {
  test('are read when only their names or encoding are unusual', () => {
    const body = paragraph('正文');
    expect(read({ body, mainPart: 'document2.xml' }).blocks[0]?.text).toBe('正文');
    const utf16 = (xml: string) =>
      new Uint8Array(Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'));
    expect(read({ body, encodeMain: utf16 }).blocks[0]?.text).toBe('正文');
    const renamed = (xml: string) =>
      new Uint8Array(Buffer.from(xml.replaceAll('w:', 'ns0:').replaceAll(':w=', ':ns0=')));
    expect(read({ body, encodeMain: renamed }).blocks[0]?.text).toBe('正文');
    const control = (xml: string) => new Uint8Array(Buffer.from(xml.replace('正文', '正\u0001文')));
    expect(read({ body, encodeMain: control }).blocks[0]?.text).toBe('正\uFFFD文');
  });

  test('have macros and embedded files remarked', () => {
    const extra = [
      { name: 'word/vbaProject.bin', content: 'x' },
      { name: 'word/embeddings/oleObject1.bin', content: 'x' },
    ];
    expect(read({ body: paragraph('x'), extra }).warnings.map((one) => one.code)).toEqual([
      'macros',
      'embedded-files',
    ]);
  });

  const dtd = (xml: string) =>
    new Uint8Array(Buffer.from(xml.replace('?>\n', '?><!DOCTYPE x [<!ENTITY a "b">]>')));
  test.each<[string, string, () => Uint8Array, Partial<ExtractLimits>]>([
    [
      'a password',
      'file-encrypted',
      () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]),
      {},
    ],
    [
      'two parts of one name',
      'file-ambiguous',
      () =>
        makeDocx({ body: paragraph('x'), extra: [{ name: 'Word/document.xml', content: 'y' }] }),
      {},
    ],
    ['too many parts', 'limit-entries', () => makeDocx({ body: paragraph('x') }), { entries: 2 }],
    [
      'too much when inflated',
      'limit-inflated',
      () => makeDocx({ body: paragraph('x'.repeat(100_000)) }),
      { inflatedBytes: 50_000 },
    ],
    [
      'too many characters',
      'limit-characters',
      () => makeDocx({ body: paragraph('x'.repeat(1000)) }),
      { characters: 999 },
    ],
    [
      'too many paragraphs',
      'limit-blocks',
      () => makeDocx({ body: '<w:p/>'.repeat(50) }),
      { blocks: 49 },
    ],
    [
      'too deep nesting',
      'limit-nesting',
      () => makeDocx({ body: `${'<w:sdt>'.repeat(2000)}${'</w:sdt>'.repeat(2000)}` }),
      {},
    ],
    ['a DTD', 'file-damaged', () => makeDocx({ body: paragraph('x'), encodeMain: dtd }), {}],
    ['broken XML', 'file-damaged', () => makeDocx({ body: '<w:p><w:r>' }), {}],
    [
      'no main part',
      'file-damaged',
      () => makeZip([{ name: '_rels/.rels', content: '<Relationships/>' }]),
      {},
    ],
    [
      'a checksum that does not fit',
      'file-damaged',
      () => makeZip([{ name: '_rels/.rels', content: '<a/>', crcError: 1 }]),
      {},
    ],
    [
      'a cut-off archive',
      'file-damaged',
      () => makeDocx({ body: paragraph('x') }).slice(0, 300),
      {},
    ],
  ])('with %s end with %s', (_, code, make, limits) => {
    expect(codeOf(() => readBytes(make(), limits))).toBe(code);
  });

  test('with names that every object inherits are read like any other', () => {
    const odd = '<constructor><toString/></constructor>';
    const docx = read({
      body: paragraph(`${odd}${run('正文')}`, '<w:jc w:val="constructor"/>' + numbered(1)),
      numbering: listDefinition(0, listLevel(0, 'constructor', '%1.')) + list(1, 0),
    });
    expect(docx.blocks.map(({ text, label, align, marks }) => [text, label, align, marks])).toEqual(
      [['正文', '1.', null, []]],
    );
  });

  test('with stated sizes that lie are read by what they hold', () => {
    const body = paragraph('真实内容');
    const main = makeDocx({
      body,
      extra: [{ name: 'word/unused.bin', content: 'x'.repeat(5000), statedSize: 1 }],
    });
    expect(readBytes(main).blocks[0]?.text).toBe('真实内容');
  });
});
