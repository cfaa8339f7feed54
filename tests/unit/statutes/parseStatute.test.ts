import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toChineseNumeral } from '#shared/domain/law/citation.ts';
import { parseStatute } from '#shared/domain/law/parseStatute.ts';
import { statuteFault } from '#shared/domain/law/statuteFaults.ts';
import { linesOfExtraction, linesOfParagraphs } from '#shared/domain/law/statuteLines.ts';
import { eventsOf, issuerOf } from '#shared/domain/law/statuteNotes.ts';
import { articleLabel, articleText } from '#shared/domain/law/statuteText.ts';

const parse = (...paragraphs: string[]) => parseStatute(linesOfParagraphs(paragraphs));

/** An invented law in the form in which the national database publishes. */
const official = [
  '中华人民共和国滨海数据法',
  '（2019年3月5日第九届滨海人民代表大会常务委员会第二次会议通过　根据2024年6月1日第十届滨海人民代表大会常务委员会第九次会议《关于修改〈中华人民共和国滨海数据法〉的决定》修正）',
  '目　　录',
  '第一章　总　　则',
  '第二章　数据安全',
  '　第一节　一般规定',
  '第三章　附　　则',
  '第一章　总　　则',
  '第一条　为了规范数据处理活动，制定本法。',
  '第二条　在本市开展数据处理活动，适用本法。',
  '依照本法第一条的规定执行。',
  '第二章　数据安全',
  '第一节　一般规定',
  '第三条　处理者应当履行下列义务：',
  '（一）建立制度；',
  '（二）采取下列措施之一：',
  '1.加密；',
  '2.备份。',
  '违反前款规定的，责令改正。',
  '第三章　附　　则',
  '第四条　本法自2019年6月1日起施行。',
];

describe('the form of the national database', () => {
  const statute = parse(...official);

  it('gives title, note, issuing body and days', () => {
    expect(statute.title).toBe('中华人民共和国滨海数据法');
    expect(statute.issuer).toBe('滨海人民代表大会常务委员会');
    expect(statute.events).toEqual([
      { day: '2019-03-05', kind: 'adopted' },
      { day: '2024-06-01', kind: 'amended' },
    ]);
  });

  it('skips the contents list and keeps the tree of divisions', () => {
    expect(statute.divisions).toEqual([
      { rank: '章', label: '第一章', title: '总则', parent: null },
      { rank: '章', label: '第二章', title: '数据安全', parent: null },
      { rank: '节', label: '第一节', title: '一般规定', parent: 1 },
      { rank: '章', label: '第三章', title: '附则', parent: null },
    ]);
    expect(statute.articles.map((one) => one.division)).toEqual([0, 0, 2, 3]);
  });

  it('counts 款 by natural paragraphs, 项 and 目 under them', () => {
    expect(statute.articles[2]?.paragraphs).toEqual([
      {
        text: '处理者应当履行下列义务：',
        items: [
          { number: 1, text: '建立制度；', subItems: [] },
          {
            number: 2,
            text: '采取下列措施之一：',
            subItems: [
              { number: 1, text: '加密；' },
              { number: 2, text: '备份。' },
            ],
          },
        ],
      },
      { text: '违反前款规定的，责令改正。', items: [] },
    ]);
  });

  it('takes an article number only at the start of a paragraph, and names its line', () => {
    expect(statute.articles.map((one) => one.number)).toEqual([1, 2, 3, 4]);
    expect(statute.lines).toEqual([9, 10, 14, 21]);
  });
});

describe('what conversion does to a text', () => {
  it('blanks of every width, invisible characters and blanks inside numbers', () => {
    const statute = parse('某办法', '\ufeff第 一 条\u2003甲\u200b方。', '\u00a0第二条\t乙方。');
    expect(statute.articles.map(articleText)).toEqual(['甲方。', '乙方。']);
  });

  it('a chapter heading left at the end of an article', () => {
    const statute = parse('某办法', '第一条　甲。第二章　监督', '第二条　乙。');
    expect(statute.articles.map(articleText)).toEqual(['甲。', '乙。']);
    expect(statute.divisions.map((one) => one.title)).toEqual(['监督']);
    expect(statute.remarks).toEqual([{ code: 'division-glued', line: 2, detail: '第二章　监督' }]);
  });

  it('a chapter heading that lost its number', () => {
    const statute = parse('某办法', '第一条　甲。', '监督检查', '第二条　乙。');
    expect(statute.articles.map(articleText)).toEqual(['甲。', '乙。']);
    expect(statute.remarks).toEqual([{ code: 'division-unnumbered', line: 3, detail: '监督检查' }]);
  });

  it('a heading that begins like a citation', () => {
    const statute = parse('某办法', '第一条　甲。', '第二章中标和合同', '第二条　乙。');
    expect(statute.divisions).toEqual([
      { rank: '章', label: '第二章', title: '中标和合同', parent: null },
    ]);
  });

  it('a cited article at the start of a wrapped line is none of its own', () => {
    const statute = parse('某办法', '第一条　依照', '第三条规定处罚。', '第二条　乙。');
    expect(statute.articles.map((one) => one.number)).toEqual([1, 2]);
  });

  it('numbers without a blank behind them', () => {
    const statute = parse('某办法', '第一条甲。', '第二条乙。', '第三条丙。');
    expect(statute.articles.map(articleText)).toEqual(['甲。', '乙。', '丙。']);
  });

  it('an annex after the last article', () => {
    const statute = parse('某条例', '第一条　甲。', '附：', '业务目录', '第一条　不是条文');
    expect(statute.articles).toHaveLength(1);
    expect(statute.appendix).toEqual(['附：', '业务目录', '第一条　不是条文']);
  });

  it('an order before the title', () => {
    const statute = parse(
      '中华人民共和国国务院令',
      '第790号',
      '《某网络条例》已经2024年8月30日国务院第40次常务会议通过，现予公布，自2025年1月1日起施行。',
      '某网络条例',
      '第一条　甲。',
    );
    expect(statute.title).toBe('某网络条例');
    expect(statute.documentNumber).toBe('中华人民共和国国务院令第790号');
    expect(statute.events).toEqual([
      { day: '2024-08-30', kind: 'adopted' },
      { day: '2025-01-01', kind: 'effective' },
    ]);
  });

  it('paragraphs joined into one are said to be unreliable', () => {
    const articles = Array.from({ length: 24 }, (_, i) => `${articleLabel(i + 1)}　甲。乙。丙。`);
    expect(parse('某办法', ...articles).remarks).toEqual([
      { code: 'paragraphs-unreliable', line: null, detail: '' },
    ]);
    const split = parse('某办法', ...articles, '另有规定的除外。');
    expect(split.remarks).toEqual([]);
  });

  it('lines of a PDF are joined, and their paragraphs are not relied on', () => {
    const page = { number: 1, label: null, flags: [], width: 1, height: 1, runs: [] };
    const text =
      '某办法\n第一条　为了规范本市数据处理活动，保障数据安\n全，制定本办法。\n- 1 -\n第二条　乙。';
    const source = linesOfExtraction({
      kind: 'pdf',
      pages: [{ ...page, text }],
      characters: text.length,
      warnings: [],
      meta: {},
    });
    const statute = parseStatute(source);
    expect(statute.articles.map(articleText)).toEqual([
      '为了规范本市数据处理活动，保障数据安全，制定本办法。',
      '乙。',
    ]);
    expect(statute.remarks.map((one) => one.code)).toEqual(['paragraphs-unreliable']);
  });
});

describe('numbering', () => {
  it('is read up to the last article of the Civil Code and beyond, with 之', () => {
    const all = Array.from({ length: 1260 }, (_, i) => `${articleLabel(i + 1)}　文。`);
    const statute = parse('民法', ...all, '第一千二百六十条之一　文。');
    expect(statute.articles).toHaveLength(1261);
    expect(statute.articles.at(-1)).toMatchObject({ number: 1260, branch: 1 });
    expect(statuteFault(statute, null)).toBeNull();
  });

  it.each<[string[], object | null]>([
    [['第一条　甲。', '第二条　乙。'], null],
    [
      ['第一条　甲。', '第三条　乙。'],
      { code: 'statute-gap', params: { line: 3, found: '第三条', expected: '第二条' } },
    ],
    [
      ['第一条　甲。', '第一条　乙。'],
      { code: 'statute-repeat', params: { line: 3, found: '第一条', expected: '第二条' } },
    ],
    [
      ['第二条　甲。'],
      { code: 'statute-gap', params: { line: 2, found: '第二条', expected: '第一条' } },
    ],
    [['第一条　甲。', '第一条之一　乙。', '第二条　丙。'], null],
    [
      ['第一条　甲。', '第一条之二　乙。'],
      { code: 'statute-gap', params: { line: 3, found: '第一条之二', expected: '第二条' } },
    ],
    [
      ['第一条', '第二条　乙。'],
      { code: 'statute-empty-article', params: { line: 2, found: '第一条' } },
    ],
    [[], { code: 'statute-no-articles', params: {} }],
  ])('%j → %j', (articles, expected) => {
    expect(statuteFault(parse('某办法', ...articles), null)).toEqual(expected);
  });

  it('is held against the number of articles that the version has', () => {
    const statute = parse('某办法', '第一条　甲。', '第二条　乙。');
    expect(statuteFault(statute, [1, 2])).toBeNull();
    expect(statuteFault(statute, [1, 3])).toEqual({
      code: 'statute-count',
      params: { found: '第二条', expected: '第三条' },
    });
  });

  it('finds any gap or repeat, wherever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 60 }), (count, at) => {
        const numbers = Array.from({ length: count }, (_, i) => i + 1).filter((n) => n !== at);
        const text = numbers.map((n) => `第${toChineseNumeral(n)}条　文。`);
        const isWhole = at > count - 1; // the last one missing is no gap
        const fault = statuteFault(parse('某办法', ...text), null);
        expect(fault?.code ?? null).toBe(isWhole ? null : 'statute-gap');
      }),
    );
  });
});

describe('a note under the title', () => {
  it.each<[string, object[]]>([
    [
      '2017年7月11日财政部令第87号公布　自2017年10月1日起施行',
      [
        { day: '2017-07-11', kind: 'promulgated' },
        { day: '2017-10-01', kind: 'effective' },
      ],
    ],
    [
      '二〇一六年十一月七日第十二届全国人民代表大会常务委员会第二十四次会议通过',
      [{ day: '2016-11-07', kind: 'adopted' }],
    ],
    [
      '2017年3月1日 《国务院关于修改和废止部分行政法规的决定》第一次修订',
      [{ day: '2017-03-01', kind: 'revised' }],
    ],
    ['1997年12月11日 国务院批准', [{ day: '1997-12-11', kind: 'approved' }]],
    ['2023年13月40日通过', []],
    ['2023年2月30日通过', []],
  ])('%s', (note, events) => {
    expect(eventsOf(note)).toEqual(events);
  });

  it('names the newest order', () => {
    const notes = [
      '1999年10月7日中华人民共和国国务院令第273号发布',
      '2023年4月27日中华人民共和国国务院令第760号修订',
    ];
    expect(issuerOf(notes)).toEqual({
      issuer: '国务院',
      documentNumber: '中华人民共和国国务院令第760号',
    });
  });
});
