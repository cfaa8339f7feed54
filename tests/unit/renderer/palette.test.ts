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
      hasNote: false,
      evidence: 0,
      findings: 0,
    },
  ],
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

  it('finds nothing where one word is missing', () => {
    expect(offered('日志 人脸')).toEqual([]);
  });
});
