import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CitationMention, parseCitations } from '#shared/domain/law/citationGrammar.ts';
import { names } from './lawNamesFixture.ts';

/** `CSL 23/1#3`: law, article, paragraph, item; `~` before the last article of a range, `^` before a 之 number. */
function short({ name, laws, place }: CitationMention): string {
  const [law] = laws;
  const who =
    laws.length === 0 ? `?${name}` : laws.length > 1 ? 'CC' : (law?.code ?? law?.citeTitle);
  const { article, branch, through, paragraph, item, subItem } = place;
  const where = [
    article === null ? '' : ` ${article}`,
    branch === 0 ? '' : `^${branch}`,
    through === null ? '' : `~${through}`,
    paragraph === null ? '' : `/${paragraph}`,
    item === null ? '' : `#${item}`,
    subItem === null ? '' : `.${subItem}`,
  ];
  return `${who}${where.join('')}`;
}

const read = (text: string): string => parseCitations(text, names).map(short).join(', ');

describe('a citation is read as lawyers write it', () => {
  it.each<[string, string]>([
    // full and short titles
    ['《中华人民共和国网络安全法》第二十三条', 'CSL 23'],
    ['《网络安全法》第二十三条', 'CSL 23'],
    ['《网安法》第二十三条', 'CSL 23'],
    ['网络安全法第二十三条', 'CSL 23'],
    ['中华人民共和国网络安全法第二十三条', 'CSL 23'],
    ['网安法第23条', 'CSL 23'],
    ['网安法23条', 'CSL 23'],
    ['数安法27条', 'DSL 27'],
    ['个保法第五十一条', 'PIPL 51'],
    ['关基条例第十九条', 'CII 19'],
    ['政采法实施条例第十八条', 'GPR 18'],
    ['《政府采购法实施条例》第十八条', 'GPR 18'],
    ['政府采购法实施条例第十八条', 'GPR 18'],
    ['《中华人民共和国政府采购法实施条例》第十八条', 'GPR 18'],
    ['财政部令第87号第十七条', 'M87 17'],
    ['根据网络安全法的第二十三条', 'CSL 23'],
    ['《网络安全法》中第二十三条', 'CSL 23'],
    ['《网络安全法》之第二十三条', 'CSL 23'],
    // paragraphs, items and what is under them
    ['《网络安全法》第二十三条第一款', 'CSL 23/1'],
    ['《网络安全法》第二十三条第一款第（三）项', 'CSL 23/1#3'],
    ['《网络安全法》第二十三条第（三）项', 'CSL 23#3'],
    ['《网络安全法》第二十三条第(三)项', 'CSL 23#3'],
    ['《网络安全法》第二十三条第三项', 'CSL 23#3'],
    ['《网络安全法》第二十三条（三）项', 'CSL 23#3'],
    ['《网络安全法》第二十三条第3项', 'CSL 23#3'],
    ['《网络安全法》第23条第1款第3项', 'CSL 23/1#3'],
    ['《网络安全法》第２３条第１款', 'CSL 23/1'],
    ['《政府采购法》第二十二条第一款第（三）项第2目', 'GPL 22/1#3.2'],
    ['《中华人民共和国刑法》第二百八十六条之一', '刑法 286^1'],
    ['《中华人民共和国刑法》第二百八十六条之一第一款', '刑法 286^1/1'],
    // lists
    ['《数据安全法》第二十一条、第二十七条', 'DSL 21, DSL 27'],
    ['《数据安全法》第二十一条和第二十七条', 'DSL 21, DSL 27'],
    ['《数据安全法》第二十一条及第二十七条', 'DSL 21, DSL 27'],
    ['《数据安全法》第二十一条以及第二十七条', 'DSL 21, DSL 27'],
    ['《数据安全法》第二十一、二十七条', 'DSL 21, DSL 27'],
    ['数安法第21、27条', 'DSL 21, DSL 27'],
    ['《数据安全法》第二十一条、第二十七条和第三十条', 'DSL 21, DSL 27, DSL 30'],
    ['《个人信息保护法》第二十三条第一款、第二款', 'PIPL 23/1, PIPL 23/2'],
    ['《个人信息保护法》第二十三条第一、二款', 'PIPL 23/1, PIPL 23/2'],
    ['《网络安全法》第二十三条第（三）项、第（四）项', 'CSL 23#3, CSL 23#4'],
    ['《网络安全法》第二十三条第（三）、（四）项', 'CSL 23#3, CSL 23#4'],
    ['《网络安全法》第二十三条第三项和第四项', 'CSL 23#3, CSL 23#4'],
    ['《个人信息保护法》第二十三条第一款、第三十条第二款', 'PIPL 23/1, PIPL 30/2'],
    [
      '《网络安全法》第二十一条关于等级保护制度的规定、第二十五条关于应急预案的规定',
      'CSL 21, CSL 25',
    ],
    ['《网络安全法》第二十三条的规定和第二十七条', 'CSL 23, CSL 27'],
    ['《网络安全法》第二十三条、《数据安全法》第二十七条', 'CSL 23, DSL 27'],
    ['《网络安全法》《数据安全法》《个人信息保护法》', 'CSL, DSL, PIPL'],
    // ranges
    ['《网络安全法》第二十一条至第二十三条', 'CSL 21~23'],
    ['《网络安全法》第二十一至二十三条', 'CSL 21~23'],
    ['《网络安全法》第21-23条', 'CSL 21~23'],
    ['《网络安全法》第二十一条至第二十三条、第二十七条', 'CSL 21~23, CSL 27'],
    // versions
    ['《中华人民共和国网络安全法》（2016年）第二十一条', 'CSL 21'],
    ['《网络安全法》（2025年修正）第二十三条第一款', 'CSL 23/1'],
    ['《网络安全法（2025修正）》第二十三条', 'CSL 23'],
    ['2016年《网络安全法》第二十一条', 'CSL 21'],
    ['《商用密码管理条例》（国务院令第760号）第五条', 'CRY 5'],
    ['《商用密码管理条例》〔2023年修订〕第五条', 'CRY 5'],
    ['网络安全法[2025年修正]第二十三条', 'CSL 23'],
    // codes in parts
    ['《民法典》第五百零九条', 'CC 509'],
    ['《民法典》第一千一百六十五条第一款', 'CC 1165/1'],
    ['民法典第509条', 'CC 509'],
    ['《民法典》合同编第五百零九条', 'CC 509'],
    ['民法典合同编第509条第1款', 'CCC 509/1'],
    // back references
    ['根据《数据安全法》的规定，该法第四十二条另有要求', 'DSL, DSL 42'],
    ['《数据安全法》第二十一条要求分类；同法第二十七条要求制度', 'DSL 21, DSL 27'],
    ['《网络数据安全管理条例》已施行，该条例第十一条', 'NDSR, NDSR 11'],
    ['《网络安全法》第二十三条；该条第三项规定日志', 'CSL 23, CSL 23#3'],
    ['《网络安全法》第二十三条，同条第一款', 'CSL 23, CSL 23/1'],
    ['《政府采购法》及其实施条例第十八条', 'GPL, GPR 18'],
    [
      '《中华人民共和国网络安全法》（以下简称《安全法》）第一条。《安全法》第二十三条',
      'CSL 1, CSL 23',
    ],
    ['《中华人民共和国数据安全法》（以下简称“数据法”）。依数据法第二十七条', 'DSL, DSL 27'],
    // typography
    ['《网络安全法》 第 二十三 条 第 一 款', 'CSL 23/1'],
    ['《网络安全法》\n第二十三条', 'CSL 23'],
    ['《网络\u200b安全法》第二十三条', 'CSL 23'],
    ['《网络安全法》第廿三条', 'CSL'],
    ['⽹络安全法第二十三条', 'CSL 23'],
    // unknown laws
    ['《中华人民共和国大数据法》第五条', '?中华人民共和国大数据法 5'],
    ['中华人民共和国大数据法第五条', '?中华人民共和国大数据法 5'],
    ['《滨海市政务数据管理办法》第七条', '?滨海市政务数据管理办法 7'],
    // national laws that the catalogue leaves out
    ['《残疾人保障法》第三十八条', '残疾人保障法 38'],
    ['《中华人民共和国劳动合同法》第十条', '劳动合同法 10'],
  ])('%s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('what is no citation of law', () => {
  it.each([
    '本合同第五条约定的服务',
    '本协议第三条第二款',
    '按第五条执行',
    '第二十一条至第二十三条',
    '前款规定的材料',
    '本办法第五条',
    '该法第四十二条',
    '《软件开发合同》第五条',
    '《数据处理协议》第3条',
    '《项目实施方案》第二章',
    '《检测方法》（HJ 76-2017）',
    '网络安全法律风险',
    '合同法务',
    '共有第23条记录',
  ])('%s', (text) => {
    expect(read(text)).toBe('');
  });

  it('a clause of the contract after a law', () => {
    expect(read('依据《网络安全法》第二十三条和本合同第五条')).toBe('CSL 23');
    expect(read('依据《网络安全法》第二十三条，第五条另行约定')).toBe('CSL 23');
  });
});

describe('the version that a document names', () => {
  it.each<[string, Partial<CitationMention['mark']>]>([
    ['《网络安全法》（2016年）第二十一条', { year: 2016 }],
    ['《网络安全法》（2025年修正）第二十三条', { year: 2025 }],
    ['《网络安全法》（2016年11月7日通过，2025年10月28日修正）第二十三条', { year: 2025 }],
    ['2016年《网络安全法》第二十一条', { year: 2016 }],
    ['2016版网络安全法第二十一条', { year: 2016 }],
    ['《商用密码管理条例》（国务院令第273号）第五条', { documentNumber: '国务院令第273号' }],
    ['原《合同法》第六十条', { isFormer: true }],
    ['修订前的《保密法》第二十四条', { isFormer: true }],
    ['《网络安全等级保护条例（征求意见稿）》第五条', { isDraft: true }],
    ['《网络安全等级保护条例》（草案）第五条', { isDraft: true }],
    ['《网络安全法》第二十三条', {}],
    ['《网络安全法》（以下简称网安法）第二十三条', {}],
  ])('%s', (text, expected) => {
    const none = { year: null, documentNumber: null, isDraft: false, isFormer: false };
    expect(parseCitations(text, names)[0]?.mark).toEqual({ ...none, ...expected });
  });
});

describe("in a law's own text", () => {
  const law = names.named('网络安全法')[0];
  if (!law) throw new Error('the catalogue has this law');

  it.each<[string, string]>([
    ['违反本法第二十三条、第二十七条规定', 'CSL 23, CSL 27'],
    ['依照前款的规定处罚', 'CSL 61/1'],
    ['有前条规定的行为', 'CSL 60'],
    ['依照本条第一款处罚', 'CSL 61/1'],
  ])('%s', (text, expected) => {
    const found = parseCitations(text, names, { law, article: 61, paragraph: 2 });
    expect(found.map(short).join(', ')).toBe(expected);
  });
});

describe('offsets', () => {
  const cites = ['《网络安全法》第二十三条', '数安法27条', '《个人信息保护法》第２３条第（一）项'];
  const noise = fc.constantFrom(
    '甲方',
    ' ',
    '\n',
    '\u3000',
    '，',
    'ＡＢＣ',
    '\u200b',
    '㈠',
    'a b',
    '⽤户',
  );

  it('of a citation are those of its words in the original, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.array(noise, { maxLength: 12 }),
        fc.constantFrom(...cites),
        fc.array(noise, { maxLength: 12 }),
        (before, cite, after) => {
          const text = `${before.join('')}。${cite}。${after.join('')}`;
          const found = parseCitations(text, names);
          expect(found.map((one) => one.quote)).toEqual([cite]);
          expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([cite]);
        },
      ),
    );
  });

  it('never leave the text, and are in order, for any text made of the grammar’s pieces', () => {
    const piece = fc.constantFrom(
      '《',
      '》',
      '网络安全法',
      '第',
      '二十三',
      '23',
      '条',
      '款',
      '项',
      '（',
      '）',
      '、',
      '至',
      '之一',
      '该法',
      '本法',
      '以下简称',
      '的',
      '。',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, quote } of parseCitations(text, names)) {
          expect(quote).toBe(text.slice(start, end));
          expect(end).toBeGreaterThan(start);
          expect(end).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });
});
