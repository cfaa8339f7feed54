import { describe, expect, test } from 'vitest';
import { defaultExtractLimits } from '#shared/domain/text/extractMessage.ts';
import { noRun } from '#shared/domain/text/text.ts';
import { readDocx } from '../../../electron/workers/docx/readDocx.ts';
import { makeDocx, paragraph, run, table, type DocxFixture } from '../../fixtures/makeDocx.ts';

function read(fixture: DocxFixture) {
  const extraction = readDocx(makeDocx(fixture), defaultExtractLimits, () => undefined);
  if (extraction.kind !== 'docx') throw new Error('a DOCX gives blocks');
  const { blocks, warnings } = extraction;
  return { blocks, warnings: warnings.map(({ code, count, where }) => [code, count, ...where]) };
}

const mark = (type: string, inner = '') =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inner}</w:fldChar></w:r>`;
const code = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const field = (instruction: string, form = '', result: string | null = null) =>
  mark('begin', form && `<w:ffData>${form}</w:ffData>`) +
  code(instruction) +
  (result === null ? '' : mark('separate') + result) +
  mark('end');

describe('fields that bring no result along show what Word shows', () => {
  const box = (state: string) => `<w:checkBox><w:sizeAuto/>${state}</w:checkBox>`;
  const choice = (chosen: string) =>
    `<w:ddList>${chosen}<w:listEntry w:val="公开招标"/><w:listEntry w:val="单一来源"/></w:ddList>`;
  test.each<[string, string, string]>([
    ['a sign in a circle', field('eq \\o\\ac(○,5)'), '⑤'],
    ['a character in a circle', field(' EQ \\o\\ac(○,密) '), '密'],
    [
      'a phonetic guide',
      field('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(zhāo),招)'),
      '招',
    ],
    ['a fraction', field('EQ \\f(1,2)'), '1/2'],
    ['a root', field('EQ \\r(3,8)'), '3√8'],
    ['a framed word', field('EQ \\x(合格)'), '合格'],
    [
      'a result inside an instruction',
      field(`eq \\o\\ac(○,</w:instrText></w:r>${field('=1', '', run('3'))}<w:r><w:instrText>)`),
      '③',
    ],
    ['a place to fill in', field('MACROBUTTON NoMacro [请填写采购预算]'), '[请填写采购预算]'],
    ['a symbol', field('SYMBOL 254 \\f "Wingdings" \\s 12'), '☑'],
    ['a ticked box', field('FORMCHECKBOX', box('<w:default w:val="0"/><w:checked/>')), '☒'],
    ['a box not ticked', field('FORMCHECKBOX', box('<w:default w:val="0"/>'), ''), '☐'],
    ['a box ticked to begin with', field('FORMCHECKBOX', box('<w:default w:val="1"/>')), '☒'],
    ['a choice', field('FORMDROPDOWN', choice('<w:result w:val="1"/>'), ''), '单一来源'],
    ['the first choice', field('FORMDROPDOWN', choice('')), '公开招标'],
    ['a result that is there', field('EQ \\f(1,2)', '', run('二分之一')), '二分之一'],
    ['a field that shows nothing', field('XE "索引"'), ''],
  ])('%s', (_, xml, shown) => {
    const { blocks } = read({ body: paragraph(run('前') + xml + run('后')) });
    expect(blocks.map(({ text }) => text)).toEqual([`前${shown}后`]);
  });

  test('in no time, however odd the instruction', () => {
    const odd = 'EQ \\o' + ' \\a  '.repeat(600) + '('.repeat(400);
    const started = performance.now();
    read({ body: paragraph(field(odd)) });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('and signs that stand in no run say so', () => {
    const { blocks } = read({ body: paragraph(run('甲') + field('EQ \\f(1,2)') + run('乙')) });
    expect(blocks[0]?.runs).toEqual([0, 0, 1, noRun, 4, 4]);
  });

  test('but numbers that only Word counts are remarked', () => {
    const { warnings } = read({ body: paragraph(field(' AUTONUMLGL ') + run('总则')) });
    expect(warnings).toEqual([['numbering-unresolved', 1, 'body/0']]);
  });
});

describe('equations', () => {
  const r = (text: string) => `<m:r><m:rPr><m:sty m:val="p"/></m:rPr><m:t>${text}</m:t></m:r>`;
  const part = (name: string, inner: string) => `<m:${name}>${inner}</m:${name}>`;
  test.each<[string, string]>([
    [part('f', part('num', r('1')) + part('den', r('2'))), '1/2'],
    [part('f', part('num', r('a+b')) + part('den', r('2'))), '(a+b)/2'],
    [part('sSup', part('e', r('x')) + part('sup', r('2'))), 'x^2'],
    [part('sSub', part('e', r('P')) + part('sub', r('min'))), 'P_(min)'],
    [
      part('rad', '<m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>' + part('e', r('x+1'))),
      '√(x+1)',
    ],
    [
      part('d', '<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>' + part('e', r('a'))),
      '[a]',
    ],
    [part('d', part('e', r('a−b'))) + r('×10%'), '(a−b)×10%'],
    [
      part(
        'nary',
        '<m:naryPr><m:chr m:val="∑"/></m:naryPr>' +
          part('sub', r('i')) +
          part('sup', r('n')) +
          part('e', r('x')),
      ),
      '∑_i^nx',
    ],
    [part('func', part('fName', r('min')) + part('e', r('A'))), 'min A'],
  ])('%s', (xml, shown) => {
    const { blocks } = read({
      body: paragraph(
        `${run('得分=')}<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${xml}</m:oMath>${run('。')}`,
      ),
    });
    expect(blocks[0]?.text).toBe(`得分=${shown}。`);
    expect(blocks[0]?.runs).toEqual([0, 0, 3, noRun, 3 + shown.length, 1]);
  });
});

describe('what is seen in Word and not read is remarked with its place', () => {
  test.each<[string, string, (string | number)[][]]>([
    [
      'a picture',
      '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>',
      [['images-unread', 1, 'body/1']],
    ],
    [
      'a picture in both readings, once',
      '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><a:blip r:embed="x"/></mc:Choice><mc:Fallback><w:pict><v:imagedata r:id="x"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>',
      [['images-unread', 1, 'body/1']],
    ],
    [
      'a reading over characters',
      `<w:r><w:ruby><w:rubyPr/><w:rt>${run('zhāo')}</w:rt><w:rubyBase>${run('招')}</w:rubyBase></w:ruby></w:r>`,
      [['parts-unread', 1, 'body/1']],
    ],
    [
      'a control',
      '<w:r><w:object><w:control r:id="x" w:name="CheckBox1"/></w:object></w:r>',
      [['parts-unread', 1, 'body/1']],
    ],
  ])('%s', (_, xml, warnings) => {
    const body = `${paragraph('前')}<w:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${xml}</w:p>`;
    expect(read({ body }).warnings).toEqual(warnings);
  });

  test('files taken in whole and subdocuments among them', () => {
    const body = `${paragraph('前')}<w:altChunk r:id="x"/><w:p><w:subDoc r:id="y"/></w:p>`;
    expect(read({ body }).warnings).toEqual([['parts-unread', 2, 'body', 'body/1']]);
  });
});

test('charts and diagrams give their lines', () => {
  const a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
  const value = (name: string, ...values: string[]) =>
    `<c:${name}><c:strRef><c:f>Sheet1!A1</c:f><c:strCache>${values.map((one, i) => `<c:pt idx="${i}"><c:v>${one}</c:v></c:pt>`).join('')}</c:strCache></c:strRef></c:${name}>`;
  const chart =
    `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ${a}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>分年</a:t></a:r><a:r><a:t>投资</a:t></a:r></a:p></c:rich></c:tx></c:title>` +
    `<c:ser>${value('tx', '投资额')}${value('cat', '一期', '二期')}${value('val', '120', '80')}</c:ser></c:chart></c:chartSpace>`;
  const diagram = `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" ${a}><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>立项</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p/></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>验收</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`;
  const { blocks } = read({
    body: paragraph('正文'),
    related: [
      { file: 'charts/chart1.xml', type: 'chart', xml: chart },
      { file: 'diagrams/data1.xml', type: 'diagramData', xml: diagram },
    ],
  });
  expect(blocks.map(({ path, kind, text }) => [path, kind, text])).toEqual([
    ['body/0', 'paragraph', '正文'],
    ['drawing/1/0', 'textbox', '分年投资'],
    ['drawing/1/1', 'textbox', '投资额：一期 120；二期 80'],
    ['drawing/2/0', 'textbox', '立项'],
    ['drawing/2/1', 'textbox', '验收'],
  ]);
});

test('changes of a row or cell reach the tables inside it', () => {
  const inner = table([[paragraph('内')]]);
  const row = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${inner}${paragraph('外')}</w:tc></w:tr>`;
  const cells = `<w:tr><w:tc><w:tcPr><w:cellIns w:id="2"/></w:tcPr>${paragraph('增')}</w:tc><w:tc><w:tcPr><w:cellDel w:id="3"/></w:tcPr>${paragraph('删')}</w:tc><w:tc>${paragraph('留')}</w:tc></w:tr>`;
  const { blocks, warnings } = read({ body: `<w:tbl>${row}${cells}</w:tbl>` });
  expect(blocks.map(({ text, flags, row: whole }) => [text, whole, ...flags])).toEqual([
    ['内', undefined, 'deleted'],
    ['外', 'deleted', 'deleted'],
    ['增', undefined, 'inserted'],
    ['删', undefined, 'deleted'],
    ['留', undefined],
  ]);
  expect(warnings).toEqual([['tracked-changes', 1, 'body']]);
});

test('signs of notes keep their places, and take no letter', () => {
  const sign = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const { blocks } = read({
    body: paragraph(run('工期') + sign('footnote', 2) + run('九十日') + sign('endnote', 3)),
    footnotes: `<w:footnote w:id="2">${paragraph('日历日')}</w:footnote>`,
  });
  expect(blocks.map(({ text, notes }) => [text, notes])).toEqual([
    [
      '工期九十日',
      [
        [2, 'footnote/2'],
        [5, 'endnote/3'],
      ],
    ],
    ['日历日', undefined],
  ]);
});

test('signs of symbol fonts are shown, and those of unknown fonts remarked', () => {
  const fonts = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
  const { blocks, warnings } = read({
    body:
      paragraph(
        run('\uF0FE同意 \uF06F不同意', fonts('Wingdings')) + run('\uF052', fonts('Wingdings 2')),
      ) +
      paragraph(`<w:r><w:sym w:font="Wingdings" w:char="F083"/></w:r>${run('款')}`) +
      paragraph(run('\uF041', fonts('某厂图标'))),
  });
  expect(blocks.map(({ text }) => text)).toEqual(['☑同意 □不同意☑', '③款', '\uFFFD']);
  expect(warnings).toEqual([['undecodable-text', 1, 'body/2']]);
});

test('watermarks and WordArt are read', () => {
  const mark =
    '<w:r><w:pict><v:shape><v:textpath style="x" string="送审稿&#xA;不得外传"/></v:shape></w:pict></w:r>';
  const { blocks } = read({ body: paragraph('正文'), headers: [paragraph(run('页眉') + mark)] });
  expect(blocks.map(({ path, text, runs }) => [path, text, runs])).toEqual([
    ['body/0', '正文', [0, 0]],
    ['header/1/0', '页眉送审稿 不得外传', [0, 0, 2, noRun]],
  ]);
});
