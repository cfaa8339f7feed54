import { describe, expect, test } from 'vitest';
import { formatValue } from '../../../electron/workers/xlsx/cellFormat.ts';
import { makeXlsx, rows } from '../../fixtures/makeXlsx.ts';
import { makeZip } from '../../fixtures/makeZip.ts';
import { brief, codeOf, read, warningsOf } from './reading.ts';

describe('XLSX', () => {
  test('gives a heading for each sheet and its cells as they are shown', () => {
    const book = read(
      'xlsx',
      makeXlsx({
        strings: [
          '<t>项目</t>',
          '<r><t>甲</t></r><r><t>方</t></r><rPh sb="0" eb="1"><t>jia</t></rPh>',
          '<t>第一行_x000D_\n第二行</t>',
        ],
        formats: ['General', 'yyyy"年"m"月"d"日"', '#,##0.00', '0.0%'],
        sheets: [
          {
            name: '报价表',
            content:
              '<cols><col min="4" max="4" hidden="1"/></cols>' +
              rows(
                '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>',
                '<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" s="1"><v>46349</v></c><c r="C3" s="2"><v>1234567.5</v></c><c r="D3"><v>7</v></c></row>',
                '<row r="4" hidden="1"><c r="A4" t="inlineStr"><is><t>内联</t></is></c></row>',
                '<row r="5"><c r="A5" t="str"><f>A1&amp;"x"</f><v>项目x</v></c><c r="B5" s="3"><f>1/3</f><v>0.3333</v></c><c r="C5"><f>NOW()</f></c><c r="D5"/><c r="E5" t="b"><v>1</v></c><c r="F5" t="e"><v>#REF!</v></c></row>',
                '<row><c><v>0.1</v></c><c t="s"><v>99</v></c></row>',
              ) +
              '<mergeCells><mergeCell ref="A1:B1"/></mergeCells><headerFooter><oddHeader>&amp;C&amp;"宋体"&amp;12机密 第 &amp;P 页</oddHeader></headerFooter>',
            comments: [['B3', '请核对']],
            drawing:
              '<xdr:sp><xdr:txBody><a:p><a:r><a:t>文本框</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:pic/><xdr:graphicFrame/>',
          },
          {
            name: '底稿',
            state: 'hidden',
            content: rows('<row r="1"><c r="B1"><v>42</v></c></row>'),
          },
        ],
      }),
    );
    expect(brief(book)).toEqual([
      ['sheet/1', 'heading', null, '报价表'],
      ['sheet/1/r1/c1', 'cell', null, '项目'],
      ['sheet/1/r1/c3', 'cell', null, '甲方'],
      ['sheet/1/r3/c1', 'cell', null, '第一行\n第二行'],
      ['sheet/1/r3/c2', 'cell', null, '2026年11月23日'],
      ['sheet/1/r3/c3', 'cell', null, '1,234,567.50'],
      ['sheet/1/r3/c4', 'cell', null, '7'],
      ['sheet/1/r4/c1', 'cell', null, '内联'],
      ['sheet/1/r5/c1', 'cell', null, '项目x'],
      ['sheet/1/r5/c2', 'cell', null, '33.3%'],
      ['sheet/1/r5/c5', 'cell', null, 'TRUE'],
      ['sheet/1/r5/c6', 'cell', null, '#REF!'],
      ['sheet/1/r6/c1', 'cell', null, '0.1'],
      ['header/1/0', 'header', null, '机密 第  页'],
      ['comment/1/r3-c2', 'comment', null, '请核对'],
      ['sheet/1/box1/0', 'textbox', null, '文本框'],
      ['sheet/2', 'heading', null, '底稿'],
      ['sheet/2/r1/c2', 'cell', null, '42'],
    ]);
    expect(
      book.blocks.filter((block) => block.flags.includes('hidden')).map((block) => block.text),
    ).toEqual(['7', '内联', '底稿', '42']);
    expect(warningsOf(book)).toEqual([
      ['hidden-text', 4, 'sheet/1/r3/c4', 'sheet/1/r4/c1', 'sheet/2', 'sheet/2/r1/c2'],
      ['parts-unread', 2, 'sheet/1/r5/c3', 'sheet/1'],
      ['comments', 1, 'comment/1/r3-c2'],
      ['images-unread', 1, 'sheet/1'],
    ]);
  });

  test('dates count from 1904 where the workbook says so', () => {
    const content = rows('<row r="1"><c r="A1" s="0"><v>44887</v></c></row>');
    const book = read(
      'xlsx',
      makeXlsx({ is1904: true, formats: ['yyyy-mm-dd'], sheets: [{ name: 'x', content }] }),
    );
    expect(brief(book)[1]?.[3]).toBe('2026-11-23');
  });

  test.each([
    [0, 'General', '0'],
    [0.1 + 0.2, 'General', '0.3'],
    [123456789012345, 'General', '123456789012345'],
    [1.005, '0.00', '1.01'],
    [-1234.5, '#,##0.00', '-1,234.50'],
    [-5, '0.00;[Red](0.00)', '(5.00)'],
    [0, '0.0;-0.0;"零"', '零'],
    [1234567, '#,##0,', '1,235'],
    [0.256, '0%', '26%'],
    [12345.678, '0.00E+00', '1.23E+04'],
    [7, '00000', '00007'],
    [0.5, '#.##', '.5'],
    [1200, '¥#,##0.00', '¥1,200.00'],
    [1200, '[$¥-804]#,##0.00_);[Red]\\([$¥-804]#,##0.00\\)', '¥1,200.00'],
    [3, '"第"0"条"', '第3条'],
    [46349, 'yyyy/m/d', '2026/11/23'],
    [46349, 'yyyy"年"mm"月"dd"日" aaaa', '2026年11月23日 星期一'],
    [46349.75, 'yyyy-mm-dd hh:mm:ss', '2026-11-23 18:00:00'],
    [46349.75, 'h:mm AM/PM', '6:00 下午'],
    [46349.5, 'm/d/yy h:mm', '11/23/26 12:00'],
    [1.5, '[h]:mm:ss', '36:00:00'],
    [59, 'yyyy/m/d', '1900/2/28'],
    [-1, 'yyyy/m/d', '-1'],
    [5, ';;;', ''],
    [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
    [-1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-1,234.50'],
    [0.0000001, 'General', '1E-07'],
    [123456, '[>=10000]0!.0,"万";0', '12.3万'],
    [1234, '[>=10000]0,"千";0"元"', '1234元'],
    [40000, '[>=10000]0,"千";0"元"', '40千'],
    [1234.56, '0"元"0.0', '1234.56'],
    [0.125, '0.0" "%', '12.5 %'],
    [13812345678, '000-0000-0000', '138-1234-5678'],
    [46349, '[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二六年十一月二十三日'],
    [1020304.5, '[DBNum2][$-804]General', '壹佰零贰万零叁佰零肆.伍'],
    [0.0000001, '[DBNum2][$-804]General', '1E-07'],
    [100000000, '[DBNum2][$-804]General"元整"', '壹亿元整'],
    [5, '@', '5'],
    [5, '@"元"', '5元'],
  ])('shows %d as %s does', (value, code, shown) => {
    expect(formatValue(value, code, false)).toBe(shown);
  });

  test('a sheet of too many cells is cut and says where', () => {
    const row = (number: number) => `<row r="${number}">${'<c><v>1</v></c>'.repeat(1_000)}</row>`;
    const content = rows(...Array.from({ length: 61 }, (_, i) => row(i + 1)));
    const book = read('xlsx', makeXlsx({ sheets: [{ name: '数据', content }] }));
    expect([book.blocks.length, book.blocks.at(-1)?.flags, warningsOf(book)]).toEqual([
      60_002,
      ['truncated'],
      [['truncated', 1, 'sheet/1']],
    ]);
  });

  test('many sheets share the blocks of the file and are all named', () => {
    const content = rows(...Array.from({ length: 50 }, () => '<row><c><v>1</v></c></row>'));
    const sheets = ['一', '二', '三'].map((name) => ({ name, content }));
    const book = read('xlsx', makeXlsx({ sheets }), { blocks: 100 });
    expect(book.blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual([
      '一',
      '二',
      '三',
    ]);
    expect(book.blocks.filter(({ kind }) => kind === 'cell')).toHaveLength(60);
    expect(warningsOf(book)).toEqual([['truncated', 2, 'sheet/2', 'sheet/3']]);
  });

  test('damage, other kinds and bombs have their reasons', () => {
    const many = rows(`<row r="1">${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`);
    const repeated = makeXlsx({
      strings: [`<t>${'甲'.repeat(1_000)}</t>`],
      sheets: [{ name: 'x', content: many }],
    });
    expect(codeOf(() => read('xlsx', repeated, { characters: 50_000 }))).toBe('limit-characters');
    expect(codeOf(() => read('xlsx', repeated, { inflatedBytes: 1_000 }))).toBe('limit-inflated');
    expect(codeOf(() => read('xlsx', repeated, { entries: 3 }))).toBe('limit-entries');
    expect(codeOf(() => read('xlsx', makeZip([{ name: 'xl/x.xml', content: 'x' }])))).toBe(
      'file-damaged',
    );
    const deep = makeXlsx({ sheets: [{ name: 'x', content: '<a>'.repeat(1_500) }] });
    expect(codeOf(() => read('xlsx', deep))).toBe('limit-nesting');
    const twice = { name: 'xl/workbook.xml', content: 'x' };
    expect(codeOf(() => read('xlsx', makeXlsx({ sheets: [], extra: [twice] })))).toBe(
      'file-ambiguous',
    );
  });
});

describe('what cells show besides numbers', () => {
  test.each<[string, string]>([
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2026年11月23日'],
    ['[$-x-sysdate]dddd, mmmm dd, yyyy', '2026年11月23日'],
    ['[$-F400]h:mm:ss\\ AM/PM', '18:00:00'],
    ['dddd, mmmm d', 'Monday, November 23'],
    ['mmmmm-yy', 'N-26'],
    ['[$-804]mmmm ddd', '十一月 周一'],
    ['[$-409]d-mmm-yy;@', '23-Nov-26'],
  ])('%s', (code, shown) => {
    expect(formatValue(46_349.75, code, false)).toBe(shown);
  });

  test('an empty text that a formula gives is known, a result that is missing is not', () => {
    const content = rows(
      '<row r="1"><c r="A1" t="str"><f>IF(1,"","x")</f><v></v></c><c r="B1"><f>NOW()</f></c></row>',
    );
    const book = read('xlsx', makeXlsx({ sheets: [{ name: 'x', content }] }));
    expect(warningsOf(book)).toEqual([['parts-unread', 1, 'sheet/1/r1/c2']]);
  });

  test('controls are said to be unread', () => {
    const related = [['ctrlProp', '../ctrlProps/ctrlProp1.xml']] as const;
    const book = read('xlsx', makeXlsx({ sheets: [{ name: 'x', content: rows(), related }] }));
    expect(warningsOf(book)).toEqual([['parts-unread', 1, 'sheet/1']]);
  });

  test('charts of a newer form, of which only titles are read, are said to be unread', () => {
    const relations =
      '<Relationships><Relationship Id="r1" Type="x/chartEx" Target="../charts/chartEx1.xml"/></Relationships>';
    const book = read(
      'xlsx',
      makeXlsx({
        sheets: [{ name: 'x', content: rows(), drawing: '<xdr:graphicFrame/>' }],
        extra: [
          { name: 'xl/charts/chartEx1.xml', content: '<cx:chartSpace xmlns:cx="cx"/>' },
          { name: 'xl/drawings/_rels/drawing1.xml.rels', content: relations },
        ],
      }),
    );
    expect(warningsOf(book)).toEqual([['parts-unread', 1, 'sheet/1']]);
  });

  test('charts give their lines', () => {
    const chart =
      '<c:chartSpace xmlns:c="c" xmlns:a="a"><c:ser><c:tx><c:strRef><c:strCache><c:pt><c:v>报价</c:v></c:pt></c:strCache></c:strRef></c:tx>' +
      '<c:val><c:numRef><c:numCache><c:pt><c:v>98</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:chartSpace>';
    const relations =
      '<Relationships><Relationship Id="r1" Type="x/chart" Target="../charts/chart1.xml"/></Relationships>';
    const book = read(
      'xlsx',
      makeXlsx({
        sheets: [{ name: 'x', content: rows(), drawing: '<xdr:graphicFrame/><xdr:graphicFrame/>' }],
        extra: [
          { name: 'xl/charts/chart1.xml', content: chart },
          { name: 'xl/drawings/_rels/drawing1.xml.rels', content: relations },
        ],
      }),
    );
    expect(brief(book)).toEqual([
      ['sheet/1', 'heading', null, 'x'],
      ['sheet/1/chart1/0', 'textbox', null, '报价：98'],
    ]);
    expect(warningsOf(book)).toEqual([['parts-unread', 1, 'sheet/1']]);
  });
});
