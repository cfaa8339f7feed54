import { beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  CatalogueEntry,
  ParsedCitation,
  StatuteEntry,
} from '#shared/domain/law/statuteReport.ts';
import { messagesFor } from '#shared/i18n/catalogue.ts';

/** What the core would answer, by the text it is asked to parse. */
const parsed = new Map<string, ParsedCitation[]>();
const call = vi.fn((channel: string, input: { text?: string }) =>
  Promise.resolve({
    ok: true,
    value: channel === 'citation.parse' ? (parsed.get(input.text ?? '') ?? []) : reading,
  }),
);
vi.stubGlobal('window', { desk: { call, on: vi.fn() }, addEventListener: vi.fn() });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: vi.fn() });
vi.stubGlobal('location', { hash: '' });
const { completions } = await import('../../../renderer/features/law/citationCompletion.ts');

const text = messagesFor('zh-CN');
const words = text.law.field;

const version: StatuteEntry = {
  id: 'v1',
  lawCode: 'CSL',
  title: '中华人民共和国网络安全法',
  versionDate: '2025-10-28',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  sha256: 'a'.repeat(64),
  fileName: 'a.docx',
  articleCount: 3,
  remarks: [],
  importedBy: '承办律师',
  importedAt: '2026-11-23T09:00:00.000Z',
  standing: 'in-force',
  hasParagraphs: true,
  isReadable: true,
};
const article = (number: number, label: string) => ({
  number,
  branch: 0,
  division: null,
  paragraphs: [{ text: `${label}的内容。`, items: [] }],
  label,
  text: `${label}的内容。`,
});
const reading = {
  version,
  divisions: [],
  articles: [article(2, '第二条'), article(3, '第三条'), article(23, '第二十三条')],
  appendix: [],
};
const entry = (code: string, citeTitle: string, versionIds: string[]): CatalogueEntry => ({
  code,
  title: citeTitle,
  citeTitle,
  hierarchy: '法律',
  status: 'in-force',
  version: '2025-10-28',
  effectiveFrom: null,
  articles: [1, 81],
  holding: versionIds.length > 0 ? 'present' : 'missing',
  versionIds,
  citedByItems: 0,
});
const statutes = {
  catalogue: [
    entry('CSL', '网络安全法', ['v1']),
    entry('NDR', '网络数据安全管理条例', []),
    entry('GB', 'GB/T 22239-2019 网络安全等级保护基本要求', []),
  ],
  versions: [version],
};
const citation = (quote: string, more: Partial<ParsedCitation>): ParsedCitation => ({
  start: 0,
  end: quote.length,
  quote,
  kind: 'resolved',
  law: '网络安全法',
  lawCode: 'CSL',
  article: 2,
  branch: 0,
  through: null,
  paragraph: null,
  item: null,
  subItem: null,
  cite: '《网络安全法》第二条',
  version: '2025-10-28',
  versionId: 'v1',
  against: 'text',
  text: '第二条的内容。',
  candidates: [],
  ...more,
});
const labels = async (typed: string) =>
  (await completions(typed, statutes, text)).map(({ kind, label }) => [kind, label]);

describe('completing a citation', () => {
  beforeEach(() => parsed.clear());

  it('offers the article typed and those that begin with its number, pinned to the version held', async () => {
    parsed.set('网安法第二条', [citation('网安法第二条', {})]);
    const offered = await completions('网安法 2', statutes, text);
    const pin = { code: 'CSL', lawVersion: '2025-10-28', verified: true };
    expect(offered).toEqual([
      {
        kind: 'cite',
        id: 'cite/《网络安全法》第二条',
        label: '《网络安全法》第二条',
        note: '第二条的内容。',
        pin: { ...pin, cite: '《网络安全法》第二条' },
      },
      {
        kind: 'cite',
        id: 'cite/《网络安全法》第二十三条',
        label: '《网络安全法》第二十三条',
        note: '第二十三条的内容。',
        pin: { ...pin, cite: '《网络安全法》第二十三条' },
      },
    ]);
  });

  it('offers laws by a few letters, the shortest name first, and a standard to be cited whole', async () => {
    expect(await labels('网安')).toEqual([
      ['law', words.law('《网络安全法》')],
      ['law', words.law('《网络数据安全管理条例》')],
      ['cite', 'GB/T 22239-2019 网络安全等级保护基本要求'],
    ]);
  });

  it('says that an article does not exist, and offers nothing to cite in its place', async () => {
    const cite = '《网络安全法》第九百条';
    parsed.set('网安法第九百条', [
      citation('网安法第九百条', { kind: 'nonexistent', article: 900, cite, text: null }),
    ]);
    const offered = await labels('网安法第九百条');
    expect(offered).toEqual([['note', words.nonexistent(cite)]]);
  });

  it('lets an unknown law be cited as typed, unverified and without a version', async () => {
    const typed = '《云屿市数据条例》第三条';
    parsed.set(typed, [
      citation(typed, { kind: 'unknown-law', lawCode: null, cite: null, against: null }),
    ]);
    const [only, ...rest] = await completions(typed, statutes, text);
    expect([only, rest]).toEqual([
      {
        kind: 'cite',
        id: 'unverified',
        label: words.unverified(typed),
        note: '',
        pin: { code: '', cite: typed, lawVersion: null, verified: false },
      },
      [],
    ]);
  });

  it('says so where nothing matches', async () => {
    expect([await labels('无此名'), await labels('  ')]).toEqual([[['note', words.nothing]], []]);
  });
});
