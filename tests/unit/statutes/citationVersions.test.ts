import { describe, expect, it } from 'vitest';
import type { CitationContext } from '#shared/domain/law/citationContext.ts';
import { parseStatute } from '#shared/domain/law/parseStatute.ts';
import { pinnedFault } from '#shared/domain/law/pinnedCheck.ts';
import { compareStatutes } from '#shared/domain/law/statuteCompare.ts';
import { linesOfParagraphs } from '#shared/domain/law/statuteLines.ts';
import { articleLabel } from '#shared/domain/law/statuteText.ts';
import type { HeldVersion } from '#shared/domain/law/statuteVersion.ts';
import { bare, verdicts } from './citationFixture.ts';
import { library, names } from './lawNamesFixture.ts';

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
