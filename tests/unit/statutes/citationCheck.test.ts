import { describe, expect, it } from 'vitest';
import { checkCitations, titlesOf } from '#shared/domain/law/citationCheck.ts';
import type { CitationContext } from '#shared/domain/law/citationContext.ts';
import { parseStatute } from '#shared/domain/law/parseStatute.ts';
import { pinnedFault } from '#shared/domain/law/pinnedCheck.ts';
import { compareStatutes } from '#shared/domain/law/statuteCompare.ts';
import { linesOfParagraphs } from '#shared/domain/law/statuteLines.ts';
import { articleLabel } from '#shared/domain/law/statuteText.ts';
import type { HeldVersion } from '#shared/domain/law/statuteVersion.ts';
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
      [
        '《商用密码管理条例》（国务院令第273号）第七条 stale:obsolete → 《商用密码管理条例》（2023年修订）',
      ],
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

  it('a year before a title is no version where it tells when something happened', () => {
    expect(verdicts('自2017年《网络安全法》施行以来')).toEqual(['《网络安全法》 ok']);
    expect(verdicts('2016年《网络安全法》公布后')).toEqual(['《网络安全法》 ok']);
    expect(verdicts('依据《网络安全法》（2016年）')).toEqual([
      '《网络安全法》（2016年） stale:older-version-named → 《网络安全法》',
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

/** Sentences as drafters write them; the first list cites by numbers or instruments of the past, or none that exist. */
describe('sentences of drafters', () => {
  it.each([
    '涉密人员管理执行《中华人民共和国保守国家秘密法》第三十五条的规定',
    '拟公开信息应当依照《保密法》第二十九条进行保密审查',
    '依据《中华人民共和国保守国家秘密法》第二十四条，不得将涉密计算机接入互联网',
    '乙方从事涉密业务，应当符合《保守国家秘密法》第三十四条规定的条件，并签订保密协议',
    '违反保密义务的，依照《中华人民共和国保守国家秘密法》第四十八条追究责任，给予处分',
    '平台按照《中华人民共和国政府信息公开条例》第九条、第十条规定主动公开办事指南',
    '依申请公开的答复期限执行《政府信息公开条例》第二十四条，自收到申请之日起15个工作日内答复',
    '根据《中华人民共和国政府信息公开条例》第十四条建立发布保密审查机制',
    '密码产品符合《商用密码管理条例》（国务院令第273号）的要求',
    '依据国务院令第273号《商用密码管理条例》第八条',
    '依据1999年《商用密码管理条例》',
    '系统按《网络安全等级保护条例》第三级要求建设',
    '依据《网络安全法》第三十七条，数据不得出境，在境内存储',
    '采购网络产品和服务可能影响国家安全的，按《网络安全法》第三十五条申报国家安全审查',
    '网络安全法第四十二条规定，未经同意不得向他人提供个人信息，防止个人信息泄露',
    '违反上述约定的，按照《网络安全法》第五十九条处以罚款',
    '每年至少进行一次检测评估（网络安全法第三十八条）',
    '依据《中华人民共和国民法通则》第一百零六条',
    '依照《侵权责任法》第三十六条',
    '依照《中华人民共和国担保法》提供担保',
    '依据《数据安全法》第六十条',
    '依据《个人信息保护法》第八十条',
    '《民法典》第一千三百条',
    '依据《计算机软件保护条例》第三十五条',
    '安全产品须取得计算机信息系统安全专用产品销售许可证',
    '依据《信息安全等级保护管理办法（试行）》',
    '依据GB/T22239—2008《信息系统安全等级保护基本要求》',
    '依照《行政处罚法》第四十二条组织听证',
    '依据《网络安全法》（2016版）第四十一条',
  ])('is remarked on: %s', (text) => {
    expect(checkCitations([{ text }], bare).filter(({ status }) => status !== 'ok')).not.toEqual(
      [],
    );
  });

  it.each([
    '涉密人员管理执行《中华人民共和国保守国家秘密法》第四十三条的规定',
    '网站发布信息前按照《保守国家秘密法》第三十五条进行保密审查',
    '乙方应当遵守《中华人民共和国保守国家秘密法》第三十一条，不得将涉密信息设备接入互联网',
    '依据《中华人民共和国政府信息公开条例》第十七条建立公开审查机制',
    '按照《政府信息公开条例》第二十条主动公开采购结果',
    '《政府信息公开条例》第十四条、第十五条规定的不予公开信息不得展示',
    '《政府信息公开条例》第十四条规定国家秘密信息不予公开',
    '依据《商用密码管理条例》（国务院令第760号）第三十八条',
    '依据《商用密码管理条例》（2023年修订）第三十八条开展密评',
    '参照《网络安全等级保护条例（征求意见稿）》',
    '依据《网络安全法》第三十九条，数据应在境内存储',
    '按《网络安全法》第三十七条申报国家安全审查',
    '网络安全法第四十四条规定，未经同意不得向他人提供个人信息，防止泄露',
    '违反上述约定的，按照《网络安全法》第六十一条处以罚款',
    '依据《中华人民共和国网络安全法》第二十三条，履行安全保护义务',
    '按照《网络安全法》第二十四条要求持续提供安全维护，及时修补漏洞',
    '根据《网络安全法》第二十五条，采购的网络安全专用产品应当通过安全认证或者安全检测',
    '制定应急预案（《网络安全法》第二十七条）',
    '每年至少进行一次检测评估（网络安全法第四十条）',
    '《民法典》第五百七十七条 违约责任',
    '依照《民法典》第一千零三十四条保护个人信息',
    '依据《中华人民共和国政府采购法》第五十条',
    '《中华人民共和国招标投标法》第四十六条',
    '本合同依照《中华人民共和国民法典》签订，未尽事宜按合同法律关系处理',
    '建设工程合同法务审核',
    '《中华人民共和国劳动合同法》',
    '依据《关键信息基础设施安全保护条例》第十九条优先采购安全可信的网络产品和服务',
    '《国家政务信息化项目建设管理办法》（国办发〔2019〕57号）第二十五条',
    '《政务信息资源共享管理暂行办法》（国发〔2016〕51号）',
    '软件著作权归属按《著作权法》第十九条',
    '依据《计算机软件保护条例》第十一条',
    '依据《信息安全等级保护管理办法》（公通字〔2007〕43号）',
    '依据GB/T 22239-2019《网络安全等级保护基本要求》',
    '《中华人民共和国行政处罚法》第六十三条听证',
    '《反不正当竞争法》第九条商业秘密',
    '《档案法》第三十九条',
  ])('stands: %s', (text) => {
    expect(checkCitations([{ text }], bare).filter(({ status }) => status !== 'ok')).toEqual([]);
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
