import { beforeEach, expect, it, vi } from 'vitest';
import type { Basis } from '#shared/domain/library/checklistItem.ts';
import type { ChecklistDraft, DraftItem } from '#shared/domain/library/checklistVersion.ts';

const basis = (cite: string): Basis => ({
  code: 'CSL',
  law: '中华人民共和国网络安全法',
  cite,
  article: 21,
  paragraph: null,
  item: null,
  role: 'direct',
  verified: true,
  reason: null,
  keyword: '等级保护',
  lawVersion: '2025-10-28',
});

const item: DraftItem = {
  id: 'it-1',
  title: '等级保护',
  question: '是否定级备案？',
  obligation: '',
  bearer: '',
  nature: 'mandatory',
  basis: [basis('第二十一条'), basis('第二十三条')],
  needsConfirmation: false,
  confirmationNote: null,
  lookFor: '',
  typicalFinding: '',
  recommendation: '',
  clause: '',
  severity: '一般',
  penalty: { stateOrgan: '', enterprise: '', cites: [] },
  docTypes: [],
  when: 'always',
  note: null,
  signals: null,
};

/** The draft as the core holds it; it answers after everything that is under way has been sent. */
let held: ChecklistDraft;
const call = vi.fn(async (channel: string, input: { patch?: Partial<DraftItem> }) => {
  if (channel === 'checklist.setHead')
    return { ok: false, error: { code: 'bad-input', params: { channel, detail: 'patch' } } };
  if (channel === 'checklist.setItem')
    held = { ...held, items: held.items.map((one) => ({ ...one, ...input.patch })) };
  const value = channel === 'checklist.publish' ? {} : held;
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { ok: true, value };
});
vi.stubGlobal('window', { desk: { call, on: vi.fn() }, addEventListener: vi.fn() });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: vi.fn() });

const store = await import('../../../renderer/features/checklists/draftStore.ts');
const { typedTexts } = await import('../../../renderer/features/typedText/typedTexts.ts');

beforeEach(async () => {
  held = {
    id: 'd-1',
    checklistId: 'cl-own-1',
    head: {
      titleZh: '清单',
      titleEn: '',
      primaryLaw: '',
      version: '2026.11-v1',
      effectiveDate: '2026-11-23',
      reviewedOn: '2026-11-23',
    },
    basedOn: null,
    items: [item],
    problems: [],
    by: '承办律师',
    at: '2026-11-23T09:00:00.000Z',
  };
  typedTexts.forgetAll();
  call.mockClear();
  store.openDraft('d-1');
  await store.reloadDraft();
});

it('keeps the words of one basis while another is taken away', async () => {
  const typed = store.changeItem('d-1', 'it-1', (now) => ({
    basis: now.basis.map((one) =>
      one.cite === '第二十三条' ? { ...one, keyword: '网络日志' } : one,
    ),
  }));
  const removed = store.changeItem('d-1', 'it-1', (now) => ({
    basis: now.basis.filter(({ cite }) => cite !== '第二十一条'),
  }));
  await Promise.all([typed, removed]);
  expect(held.items[0]?.basis).toEqual([{ ...basis('第二十三条'), keyword: '网络日志' }]);
});

it('goes on after a change that failed', async () => {
  const failed = store.changeItem('d-1', 'it-9', () => ({}));
  const next = store.changeItem('d-1', 'it-1', ({ penalty }) => ({
    penalty: { ...penalty, stateOrgan: '责令改正' },
  }));
  await expect(failed).rejects.toMatchObject({ code: 'item-unknown' });
  await next;
  expect(held.items[0]?.penalty.stateOrgan).toBe('责令改正');
});

it('does not publish other words than those on the screen', async () => {
  typedTexts.edit('checklistDraft/d-1/effectiveDate', '2026-13-01', (effectiveDate) =>
    store.setHead('d-1', { effectiveDate }),
  );
  await expect(store.publishDraft('d-1')).rejects.toMatchObject({ code: 'bad-input' });
  expect(call.mock.calls.map(([channel]) => channel)).not.toContain('checklist.publish');
});

it('publishes past what was typed into an item that is gone', async () => {
  typedTexts.edit('draftItem/d-1/it-9/title', '旧项', (title) =>
    store.changeItem('d-1', 'it-9', () => ({ title })),
  );
  await typedTexts.flushAll();
  await store.publishDraft('d-1');
  expect(call.mock.calls.map(([channel]) => channel)).toContain('checklist.publish');
});
