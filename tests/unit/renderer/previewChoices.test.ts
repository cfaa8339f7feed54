import { expect, it, vi } from 'vitest';
import type { Conflict, OpenedHandoff } from '#shared/domain/handoff/handoffReport.ts';

const call = vi.fn<(channel: string, input: unknown) => Promise<unknown>>();
vi.stubGlobal('window', { desk: { call, on: vi.fn() }, addEventListener: vi.fn() });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: vi.fn() });
vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('document', { addEventListener: vi.fn(), documentElement: {} });

const { chooseVersion, closePreview, useReceive } =
  await import('../../../renderer/features/exchange/receiveStore.ts');
const { openWaiting } = await import('../../../renderer/features/exchange/sharedFolderStore.ts');

const dispute: Conflict = {
  projectId: 'a',
  entity: 'assessment',
  entityId: 'a/1/item',
  field: 'note',
  kind: 'values',
  name: { item: null, number: null, title: null, titleEn: null, quote: null },
  sides: [],
};
const fingerprint = { digits: '00000 11111', chinese: '〇〇〇〇〇 一一一一一' };
const contact = { device: 'dev-1', person: '王芳', key: 'key', recipient: 'age1x' };
const opened: OpenedHandoff = {
  openId: 'o',
  packageId: 'p',
  createdAt: '2026-11-23T00:00:00.000Z',
  sender: { ...contact, status: 'trusted', fingerprint, contact },
  hint: null,
  isEncrypted: true,
  total: 1,
  new: 0,
  changed: 1,
  identical: 0,
  conflicts: [],
  unknown: [],
  gaps: [],
  parked: 0,
  contents: { new: 0, identical: 0, missing: 0 },
  projects: [],
  differences: [],
  moreDifferences: 0,
  notices: [],
  disputes: [dispute],
  names: {},
};

it('forgets what was chosen in one preview when another is shown', async () => {
  call.mockResolvedValue({ ok: true, value: opened });
  const choices = () => Object.values(useReceive.getState().choices);
  await openWaiting('dev-1/000001.counsel-handoff');
  chooseVersion(dispute, 'both');
  expect(choices()).toEqual(['both']);
  await openWaiting('dev-1/000002.counsel-handoff');
  expect([useReceive.getState().preview?.openId, choices()]).toEqual(['o', []]);
  chooseVersion(dispute, 'both');
  closePreview();
  expect(choices()).toEqual([]);
});
