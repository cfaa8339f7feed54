import { describe, expect, it, vi } from 'vitest';
import type { CatalogueEntry, StatuteEntry } from '#shared/domain/law/statuteReport.ts';

vi.stubGlobal('window', { desk: { call: vi.fn(), on: vi.fn() }, addEventListener: vi.fn() });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: vi.fn() });
vi.stubGlobal('location', { hash: '' });
const { holdingOf, isNeeded, lawRows, matchesFilter, officialFileName } =
  await import('../../../renderer/features/law/catalogueRows.ts');
const { targetOf } = await import('../../../renderer/features/law/citeTarget.ts');
const { pinned, withRepinned } = await import('../../../renderer/features/law/pinning.ts');

function entry(code: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    code,
    title: `中华人民共和国${code}法`,
    citeTitle: `${code}法`,
    hierarchy: '法律',
    status: 'in-force',
    version: '2025-01-02',
    effectiveFrom: '2025-03-01',
    articles: [1, 9],
    holding: 'missing',
    versionIds: [],
    citedByItems: 0,
    ...more,
  };
}

function version(
  id: string,
  lawCode: string | null,
  more: Partial<StatuteEntry> = {},
): StatuteEntry {
  return {
    id,
    lawCode,
    title: lawCode === null ? '云屿市数据管理条例' : `中华人民共和国${lawCode}法`,
    versionDate: '2025-01-02',
    effectiveFrom: null,
    effectiveTo: null,
    sha256: id,
    fileName: `${id}.docx`,
    articleCount: 9,
    remarks: [],
    importedBy: '承办律师',
    importedAt: '2026-11-23T09:00:00.000Z',
    standing: 'in-force',
    hasParagraphs: true,
    isReadable: true,
    ...more,
  };
}

const old = version('old', '乙', { versionDate: '2016-05-06', standing: 'superseded' });
const current = version('current', '乙');
const local = version('local', null);
const statutes = {
  catalogue: [
    entry('甲', { citedByItems: 1 }),
    entry('乙', { holding: 'present', versionIds: ['old', 'current'], citedByItems: 28 }),
    entry('丙', { citedByItems: 6 }),
    entry('丁', { status: 'repealed', citedByItems: 2 }),
  ],
  versions: [old, local, current],
};

describe('the list of statutes', () => {
  const rows = lawRows(statutes);

  it('puts what the checklists cite and miss first, then what they cite most', () => {
    expect(rows.map((row) => [row.id, holdingOf(row), isNeeded(row)])).toEqual([
      ['丙', 'missing', true],
      ['甲', 'missing', true],
      ['乙', 'present', false],
      ['丁', 'repealed', false],
      ['local', 'present', false],
    ]);
  });

  it('keeps versions newest first, and counts a law that no catalogue knows as held', () => {
    const held = rows.filter((row) => matchesFilter(row, 'held'));
    expect(held.map((row) => row.versions.map(({ id }) => id))).toEqual([
      ['current', 'old'],
      ['local'],
    ]);
  });

  it('names the file as the national database does', () => {
    expect(rows.slice(0, 1).map(officialFileName)).toEqual(['中华人民共和国丙法_20250102.docx']);
  });
});

describe('where a citation leads', () => {
  const at = (code: string, cite: string, lawVersion: string | null) => {
    const { version: found, isOtherHeld, href } = targetOf(statutes, { code, cite, lawVersion });
    return [found?.id ?? null, isOtherHeld, href];
  };

  it('is the version it was pinned to, else the one in force', () => {
    expect([
      at('乙', '《乙法》第二十一条', '2016-05-06'),
      at('', '《乙法》第三条第一款', null),
    ]).toEqual([
      ['old', false, '#/library/statute/old?article=21'],
      ['current', false, '#/library/statute/current?article=3'],
    ]);
  });

  it('is a law of its title alone, and an article with a 之 number', () => {
    expect(at('', '《云屿市数据管理条例》第四条之二', null)).toEqual([
      'local',
      false,
      '#/library/statute/local?article=4-2',
    ]);
  });

  it('is the part of a code that has the article', () => {
    const part = (code: string, articles: [number, number]) =>
      entry(code, { citeTitle: '民法典', articles, versionIds: [`${code}-text`] });
    const code = {
      catalogue: [part('总则', [1, 204]), part('合同', [463, 988])],
      versions: [version('总则-text', '总则'), version('合同-text', '合同')],
    };
    const cited = { code: '', cite: '《民法典》第五百七十七条', lawVersion: null };
    expect(targetOf(code, cited).version?.id).toBe('合同-text');
  });

  it('is the catalogue where the text cited is not held, saying whether another version is', () => {
    expect([
      at('丙', '《丙法》第一条', '2025-01-02'),
      at('乙', '《乙法》第一条', '2020-01-01'),
    ]).toEqual([
      [null, false, '#/library/statutes?law=%E4%B8%99'],
      [null, true, '#/library/statutes?law=%E4%B9%99'],
    ]);
  });
});

describe('pinning a citation', () => {
  const parsed = {
    start: 0,
    end: 5,
    quote: '乙法3条',
    kind: 'resolved' as const,
    law: '乙法',
    lawCode: '乙',
    article: 3,
    branch: 0,
    through: null,
    paragraph: null,
    item: null,
    subItem: null,
    cite: '《乙法》第三条',
    version: '2025-01-02',
    versionId: 'current',
    against: 'text' as const,
    text: '……',
    candidates: [],
  };
  const cited = { code: '乙', cite: '《乙法》第三条', lawVersion: '2025-01-02', verified: true };

  it('keeps the version where its text was read, and none where only the range is known', () => {
    expect([
      pinned(parsed),
      pinned({ ...parsed, against: 'range' }),
      pinned({ ...parsed, cite: null }),
    ]).toEqual([cited, { ...cited, lawVersion: null, verified: false }, null]);
  });

  it('replaces an outdated citation in its place and cites nothing twice', () => {
    const outdated = { ...cited, cite: '《乙法》第一条', lawVersion: '2016-05-06' };
    const other = { ...cited, cite: '《乙法》第九条' };
    expect(withRepinned([outdated, other, cited], outdated, cited)).toEqual([cited, other]);
  });
});
