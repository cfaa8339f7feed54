import { expect, it, vi } from 'vitest';
import type { Assessment } from '#shared/domain/review/assessment.ts';

const wishes: { projectId: string; note: string | undefined }[] = [];
let isReachable = false;
const call = vi.fn(
  (channel: string, input: { projectId: string; itemId: string; patch?: { note?: string } }) => {
    const { projectId, itemId, patch } = input;
    if (channel !== 'review.assess') return Promise.resolve({ ok: true, value: [] });
    if (!isReachable) {
      const error = { code: 'item-archived', params: { item: itemId } };
      return Promise.resolve({ ok: false, error });
    }
    wishes.push({ projectId, note: patch?.note });
    const value: Partial<Assessment> = { projectId, itemId, verdict: 'unreviewed', note: 'saved' };
    return Promise.resolve({ ok: true, value });
  },
);
vi.stubGlobal('window', { desk: { call, on: vi.fn() }, addEventListener: vi.fn() });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: vi.fn() });

const { saveNote } = await import('../../../renderer/features/review/reviewCommands.ts');
const { openReview } = await import('../../../renderer/features/review/reviewStore.ts');
const { typedTexts } = await import('../../../renderer/features/typedText/typedTexts.ts');

it('saves a note that could not be saved in its own project, whichever is open by then', async () => {
  await openReview('client-a', null);
  typedTexts.edit('note/client-a/it-1', '甲方的秘密', saveNote('client-a', 'it-1'));
  await openReview('client-b', null);
  expect(wishes).toEqual([]);
  isReachable = true;
  await typedTexts.flushAll();
  expect(wishes).toEqual([{ projectId: 'client-a', note: '甲方的秘密' }]);
});
