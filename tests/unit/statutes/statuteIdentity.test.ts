import { describe, expect, it } from 'vitest';
import { parseStatute } from '#shared/domain/law/parseStatute.ts';
import {
  fileNameParts,
  identifyStatute,
  type KnownVersion,
} from '#shared/domain/law/statuteIdentity.ts';
import { linesOfParagraphs } from '#shared/domain/law/statuteLines.ts';
import { library } from './lawNamesFixture.ts';

const instruments = [...library.instruments.values()];
const known: KnownVersion[] = library.renumbering.laws.flatMap(({ code, from, to }) => [
  { code, ...from },
  { code, ...to },
]);
const identify = (fileName: string, ...paragraphs: string[]) =>
  identifyStatute(parseStatute(linesOfParagraphs(paragraphs)), fileName, instruments, known);

const csl = '中华人民共和国网络安全法';
const adopted = '（2016年11月7日第十二届全国人民代表大会常务委员会第二十四次会议通过）';
const last = '第一条　本法自2017年6月1日起施行。';

describe('the version of a file', () => {
  it.each<[string, string, string[], object]>([
    [
      'by the name of the national database',
      `${csl}_20251028.docx`,
      [csl, last],
      { versionDate: '2025-10-28', effectiveFrom: '2026-01-01', range: [1, 81] },
    ],
    [
      'by its note',
      `${csl}.docx`,
      [csl, adopted, last],
      { versionDate: '2016-11-07', effectiveFrom: '2017-06-01', range: [1, 79] },
    ],
    [
      'by the year in its name',
      `01_${csl}(2025修正).md`,
      [csl, adopted, last],
      { versionDate: '2025-10-28', effectiveFrom: '2026-01-01' },
    ],
    [
      'by the catalogue',
      '网络数据安全管理条例.md',
      ['网络数据安全管理条例', '第一条　甲。'],
      { versionDate: '2024-09-24', effectiveFrom: '2025-01-01', range: [1, 64] },
    ],
    [
      'of a newer amendment',
      `${csl}_20300101.docx`,
      [csl, last],
      { versionDate: '2030-01-01', effectiveFrom: null, range: [1, 0] },
    ],
    [
      'of one part of a code',
      '32_民法典_合同编.md',
      ['第三编　合同', '第四百六十三条　甲。'],
      { versionDate: '2020-05-28', range: [463, 988] },
    ],
    [
      'of a law outside the catalogue',
      '滨海市数据条例_20240102.txt',
      ['滨海市数据条例', '第一条　本条例自2024年3月1日起施行。'],
      { instrument: null, versionDate: '2024-01-02', effectiveFrom: '2024-03-01', range: null },
    ],
  ])('is told %s', (_, fileName, paragraphs, expected) => {
    expect(identify(fileName, ...paragraphs)).toMatchObject(expected);
  });

  it('keeps the day of effect apart from what the last article says', () => {
    const found = identify(`${csl}_20251028.docx`, csl, last);
    expect(found).toMatchObject({
      remarks: [{ code: 'effective-differs', line: null, detail: '2017-06-01' }],
    });
  });

  it('says what was assumed', () => {
    const codes = (fileName: string, ...paragraphs: string[]): unknown => {
      const found = identify(fileName, ...paragraphs);
      return typeof found === 'string' ? found : found.remarks.map(({ code }) => code);
    };
    expect(codes('网络数据安全管理条例.md', '网络数据安全管理条例', '第一条　甲。')).toEqual([
      'version-assumed',
    ]);
    expect(codes(`${csl}.docx`, csl, adopted, last)).toEqual(['older-than-catalogue']);
    expect(codes(`${csl}_20300101.docx`, csl, last)).toEqual([
      'newer-than-catalogue',
      'effective-unknown',
    ]);
    expect(codes('滨海市数据条例_20240102.txt', '滨海市数据条例', '第一条　甲。')).toEqual([
      'not-in-catalogue',
      'effective-unknown',
    ]);
  });

  it('is refused without a title or a day', () => {
    expect(identify('扫描件.pdf', '第一条　甲。')).toBe('statute-no-title');
    expect(identify('滨海市数据条例.txt', '滨海市数据条例', '第一条　甲。')).toBe(
      'statute-no-date',
    );
  });
});

it.each<[string, object]>([
  ['中华人民共和国网络安全法_20251028.docx', { title: csl, day: '2025-10-28', year: null }],
  ['01_中华人民共和国网络安全法(2025修正).md', { title: csl, day: null, year: '2025' }],
  ['01a_中华人民共和国网络安全法(2016).md', { title: csl, day: null, year: '2016' }],
  ['中华人民共和国网络安全法-2025-10-28.pdf', { title: csl, day: '2025-10-28', year: null }],
  [
    '中华人民共和国网络安全法_20251399.docx',
    { title: '中华人民共和国网络安全法_20251399', day: null, year: null },
  ],
])('a file name: %s', (name, expected) => {
  expect(fileNameParts(name)).toEqual(expected);
});
