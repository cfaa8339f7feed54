import { describe, expect, it } from 'vitest';
import { checkCitations, titlesOf } from '#shared/domain/citationCheck.ts';
import type { CitationContext } from '#shared/domain/citationContext.ts';
import { parseStatute } from '#shared/domain/parseStatute.ts';
import { pinnedFault } from '#shared/domain/pinnedCheck.ts';
import { compareStatutes } from '#shared/domain/statuteCompare.ts';
import { linesOfParagraphs } from '#shared/domain/statuteLines.ts';
import { articleLabel } from '#shared/domain/statuteText.ts';
import type { HeldVersion } from '#shared/domain/statuteVersion.ts';
import { library, names } from './lawNamesFixture.ts';

/** The catalogue alone: what the app knows before any text is imported. */
const bare: CitationContext = {
  names,
  instruments: library.instruments,
  renumbering: library.renumbering,
  held: [],
  day: '2026-11-23',
};

function verdicts(text: string, context = bare, titles: readonly string[] = []): string[] {
  return checkCitations([{ text }], context, titles).map(
    ({ quote, status, reason, current }) =>
      `${quote} ${status}${reason === null ? '' : `:${reason}`}${current === null ? '' : ` → ${current}`}`,
  );
}

describe('without any text of a law', () => {
  it.each<[string, string[]]>([
    ['按《网络安全法》第二十三条落实等级保护制度', ['《网络安全法》第二十三条 ok']],
    [
      '按《网络安全法》第二十一条落实等级保护制度',
      ['《网络安全法》第二十一条 stale:topic-moved → 《网络安全法》第二十三条'],
    ],
    [
      '《网络安全法》第二十一条关于等级保护制度的规定、第二十五条关于应急预案的规定',
      [
        '《网络安全法》第二十一条 stale:topic-moved → 《网络安全法》第二十三条',
        '第二十五条 stale:topic-moved → 《网络安全法》第二十七条',
      ],
    ],
    [
      '《网络安全法》第二十三条关于等级保护制度、第二十五条关于网络关键设备的规定',
      ['《网络安全法》第二十三条 ok', '第二十五条 ok'],
    ],
    ['依据《网络安全法》第二十五条执行', ['《网络安全法》第二十五条 ok:version-open']],
    ['依据《网络安全法》第一条', ['《网络安全法》第一条 ok']],
    [
      '依据《网络安全法》（2016年）第二十一条',
      ['《网络安全法》（2016年）第二十一条 stale:older-version-named → 《网络安全法》第二十三条'],
    ],
    ['依据《网络安全法》（2025年修正）第二十一条', ['《网络安全法》（2025年修正）第二十一条 ok']],
    ['依据《网络安全法》第九十条', ['《网络安全法》第九十条 nonexistent:article-missing']],
    ['依据《数据安全法》第五十六条', ['《数据安全法》第五十六条 nonexistent:article-missing']],
    [
      '《网络安全法》第八十条至第八十三条',
      ['《网络安全法》第八十条至第八十三条 nonexistent:article-missing'],
    ],
    ['《民法典》第五百零九条', ['《民法典》第五百零九条 ok']],
    ['《民法典》第一千二百六十一条', ['《民法典》第一千二百六十一条 nonexistent:article-missing']],
    [
      '按照《中华人民共和国合同法》第六十条',
      ['《中华人民共和国合同法》第六十条 unknown-law:repealed → 《民法典》合同编'],
    ],
    [
      '《中华人民共和国担保法》',
      ['《中华人民共和国担保法》 unknown-law:repealed → 《民法典》物权编、合同编'],
    ],
    ['原《合同法》第六十条已废止', ['《合同法》第六十条 ok:former-named']],
    ['《网络安全等级保护条例》第十条', ['《网络安全等级保护条例》第十条 unknown-law:not-issued']],
    [
      '《网络安全等级保护条例（征求意见稿）》第十条',
      ['《网络安全等级保护条例（征求意见稿）》第十条 ok:draft'],
    ],
    ['《中华人民共和国知识产权法》', ['《中华人民共和国知识产权法》 unknown-law:obsolete']],
    [
      '《中华人民共和国大数据法》第三条',
      ['《中华人民共和国大数据法》第三条 unknown-law:not-in-catalogue'],
    ],
    ['《中华人民共和国大数据法》', ['《中华人民共和国大数据法》 unknown-law:not-in-catalogue']],
    ['《滨海市数据管理办法》、《残疾人保障法》', ['《残疾人保障法》 ok']],
    [
      '核验《计算机信息系统安全专用产品销售许可证》',
      ['《计算机信息系统安全专用产品销售许可证》 unknown-law:obsolete'],
    ],
    ['已停止颁发计算机信息系统安全专用产品销售许可证', []],
    ['符合GB/T 22239-2008的要求', ['GB/T 22239-2008 unknown-law:obsolete']],
    [
      '《商用密码管理条例》（国务院令第273号）第七条',
      ['《商用密码管理条例》（国务院令第273号）第七条 stale:older-version-named'],
    ],
    [
      '依照《著作权法》第十七条关于委托作品的规定',
      ['《著作权法》第十七条 stale:topic-moved → 《著作权法》第十九条'],
    ],
    ['依照《著作权法》第十九条关于委托作品的规定', ['《著作权法》第十九条 ok']],
    [
      '涉密信息系统按《保守国家秘密法》第二十三条实行分级保护',
      ['《保守国家秘密法》第二十三条 stale:topic-moved → 《保守国家秘密法》第三十条'],
    ],
    ['涉密信息系统按《保守国家秘密法》第三十条实行分级保护', ['《保守国家秘密法》第三十条 ok']],
    ['合同法律风险由乙方承担', []],
    ['《劳动合同法》第十条', ['《劳动合同法》第十条 ok']],
  ])('%s', (text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });

  it('a plan that is what the older article demands says so by its title', () => {
    const text = '编制依据：《网络安全法》第二十五条。';
    const titles = titlesOf('应急预案.docx', [
      { text: '某平台网络安全事件应急预案\n（2026年修订）' },
    ]);
    expect(verdicts(text, bare, titles)).toEqual([
      '《网络安全法》第二十五条 stale:topic-moved → 《网络安全法》第二十七条',
    ]);
    expect(verdicts(text, bare, ['某平台验收报告'])).toEqual([
      '《网络安全法》第二十五条 ok:version-open',
    ]);
  });

  it('before the amendment took effect the older numbers stand', () => {
    const then = { ...bare, day: '2025-12-31' };
    expect(verdicts('按《网络安全法》第二十一条落实等级保护制度', then)).toEqual([
      '《网络安全法》第二十一条 ok',
    ]);
  });

  it('places are those of the part in which the citation stands', () => {
    const parts = ['甲方。', '依据　《网络安全法》第九十条。'].map((text) => ({ text }));
    const [found] = checkCitations(parts, bare);
    expect(found).toMatchObject({ part: 1, start: 3, end: 14, quote: '《网络安全法》第九十条' });
  });
});

function held(versionDate: string, effectiveFrom: string, ...texts: string[]): HeldVersion {
  const articles = texts.map((text, i) => `${articleLabel(i + 1)}　${text}`);
  const title = '滨海数据条例';
  return {
    version: {
      id: versionDate,
      lawCode: null,
      title,
      versionDate,
      effectiveFrom,
      effectiveTo: null,
    },
    hasParagraphs: true,
    articles: parseStatute(
      linesOfParagraphs([title, ...articles.flatMap((one) => one.split('\n'))]),
    ).articles,
  };
}

/** An invented law in two versions: two articles inserted, one revised, one deleted. */
const older = held(
  '2019-01-01',
  '2019-03-01',
  '为了规范数据处理，制定本条例。',
  '处理者应当建立数据分类分级保护制度，对重要数据进行备份并加密存储。',
  '运营单位应当制定网络安全事件应急预案，定期组织演练并向主管部门报告结果。',
  '本条例自2019年3月1日起施行。',
);
const newer = held(
  '2024-01-01',
  '2024-05-01',
  '为了规范数据处理，制定本条例。',
  '数据工作坚持统筹发展与安全的原则。',
  '鼓励公共信用体系和算力枢纽建设。',
  '处理者应当建立数据分类分级保护制度，对重要数据进行备份并加密存储。',
  '运营单位应当制定网络安全事件应急预案，每年组织演练并在十日内向主管部门报告结果。\n拒不报告的，给予警告。',
  '本条例自2019年3月1日起施行。',
);
const own = names.copy();
own.add('滨海数据条例', {
  code: null,
  title: '滨海数据条例',
  citeTitle: '滨海数据条例',
  articles: null,
  isRepealed: false,
  replacedBy: null,
});
const both: CitationContext = { ...bare, names: own, held: [older, newer] };

describe('with two versions of a law', () => {
  it('aligns the articles by their words', () => {
    expect(compareStatutes(older.articles, newer.articles)).toEqual([
      { from: 1, to: [1], kind: 'same' },
      { from: 2, to: [4], kind: 'moved' },
      { from: 3, to: [5], kind: 'changed' },
      { from: 4, to: [6], kind: 'moved' },
      { from: null, to: [2], kind: 'new' },
      { from: null, to: [3], kind: 'new' },
    ]);
    expect(
      compareStatutes(newer.articles, older.articles).filter((one) => one.kind === 'deleted'),
    ).toEqual([
      { from: 2, to: [], kind: 'deleted' },
      { from: 3, to: [], kind: 'deleted' },
    ]);
  });

  it.each<[string, string[]]>([
    [
      '对重要数据进行备份并加密存储（《滨海数据条例》第二条）',
      ['《滨海数据条例》第二条 stale:topic-moved → 《滨海数据条例》第四条'],
    ],
    [
      '对重要数据进行备份并加密存储（《滨海数据条例》第四条）',
      ['《滨海数据条例》第四条 ok:version-open'],
    ],
    ['依据《滨海数据条例》第五条第二款', ['《滨海数据条例》第五条第二款 ok']],
    [
      '依据《滨海数据条例》第五条第三款',
      ['《滨海数据条例》第五条第三款 nonexistent:paragraph-missing'],
    ],
    [
      '依据《滨海数据条例》第五条第（一）项',
      ['《滨海数据条例》第五条第（一）项 nonexistent:item-missing'],
    ],
    ['依据《滨海数据条例》第七条', ['《滨海数据条例》第七条 nonexistent:article-missing']],
  ])('%s', (text, expected) => {
    expect(verdicts(text, both)).toEqual(expected);
  });

  it.each<[string, string | null, string | null]>([
    ['《滨海数据条例》第二条', '2019-01-01', 'outdated'],
    ['《滨海数据条例》第一条', '2019-01-01', null],
    ['《滨海数据条例》第四条', '2024-01-01', null],
    ['《滨海数据条例》第九条', '2024-01-01', 'unresolved'],
    ['《滨海市算力条例》第二条', null, 'unresolved'],
    ['《网络安全法》第二十一条', '2016-11-07', 'outdated'],
    ['《网络安全法》第二十三条', '2025-10-28', null],
    ['《网络安全法》第九十条', '2025-10-28', 'unresolved'],
    ['见上', null, 'unresolved'],
  ])('a finding that cites %s as of %s is %s', (cite, lawVersion, expected) => {
    expect(pinnedFault({ code: '', cite, lawVersion, verified: true }, both)).toBe(expected);
  });

  it('no basis of the bundled lists is at fault', () => {
    const bases = [...library.items.values()].flatMap((item) => item.basis);
    const faulty = bases.filter(({ code, cite, lawVersion, verified }) =>
      pinnedFault({ code, cite, lawVersion, verified }, bare),
    );
    expect(faulty.map(({ cite }) => cite)).toEqual([]);
  });
});
