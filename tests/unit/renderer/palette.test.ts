import { describe, expect, it, vi } from 'vitest';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import type { Command } from '../../../renderer/app/commands.ts';

vi.stubGlobal('location', { hash: '' });
const { paletteSections } = await import('../../../renderer/app/paletteEntries.ts');

const text = messagesFor('zh-CN');
const command = (id: string, label: string, over: Partial<Command> = {}): Command => ({
  id,
  group: 'edit',
  label: () => label,
  run: () => undefined,
  ...over,
});
const content = {
  commands: [
    command('palette.open', '查找与命令'),
    command('history.undo', '撤销', { shortcut: 'mod+z' }),
    command('review.hidden', '不能做', { when: () => false }),
  ],
  projects: [],
  documents: [],
  rows: [
    {
      itemId: 'csl-log-6months',
      number: '1.06',
      checklist: 'cl-csl',
      title: '网络日志留存不少于六个月',
      question: '文件是否要求留存网络日志？',
      severity: '重大' as const,
      needsConfirmation: false,
      why: { applies: 'yes' as const, traits: [] },
      verdict: 'unreviewed' as const,
      reopened: null,
      hasNote: false,
      evidence: 0,
      findings: 0,
    },
  ],
  statutes: [],
  projectId: 'p1',
};
const offered = (typed: string) =>
  paletteSections(content, typed, text).map((section) => [
    section.id,
    section.entries.map((entry) => `${entry.label} ${entry.keys ?? ''}`.trim()),
  ]);

describe('the palette', () => {
  it('offers what can be done now before anything was typed, and not itself', () => {
    expect(offered('')).toEqual([['commands', ['撤销 Ctrl+Z']]]);
  });

  it('finds items by number, title and question, all words in any order', () => {
    const item = [['items', ['1.06 网络日志留存不少于六个月']]];
    expect([offered('1.06'), offered('六个月 日志'), offered('是否要求')]).toEqual([
      item,
      item,
      item,
    ]);
  });

  it('finds the texts of laws by title, once something was typed', () => {
    const statute = {
      id: 'v1',
      lawCode: 'CSL',
      title: '中华人民共和国网络安全法',
      versionDate: '2025-10-28',
      effectiveFrom: '2026-01-01',
      effectiveTo: null,
      sha256: 'a',
      fileName: 'a.docx',
      articleCount: 81,
      remarks: [],
      importedBy: '承办律师',
      importedAt: '2026-11-23T09:00:00.000Z',
      standing: 'in-force' as const,
      hasParagraphs: true,
      isReadable: true,
    };
    const unreadable = { ...statute, id: 'v2', isReadable: false };
    const found = (typed: string) =>
      paletteSections({ ...content, statutes: [statute, unreadable] }, typed, text).flatMap(
        ({ id, entries }) => (id === 'statutes' ? entries.map((entry) => entry.note) : []),
      );
    expect([found('网络安全法'), found('')]).toEqual([['2025-10-28 版 现行有效'], []]);
  });

  it('finds nothing where one word is missing', () => {
    expect(offered('日志 人脸')).toEqual([]);
  });
});
