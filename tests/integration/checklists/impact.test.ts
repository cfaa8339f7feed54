import { expect, test } from 'vitest';
import { currentOf, listId } from '../../helpers/checklistEditions.ts';
import { failureOf, openWorkspace } from '../../helpers/deskCore.ts';

/** As the law of 2016 was cited. */
const older = {
  code: 'CSL',
  law: '中华人民共和国网络安全法',
  cite: '《网络安全法》第二十一条',
  article: 21,
  paragraph: null,
  item: null,
  role: 'direct' as const,
  verified: true,
  reason: null,
  keyword: '网络安全等级保护制度',
  lawVersion: '2016-11-07',
};

test('what a renumbered law touches is found in lists and drafts, and taken over into an edition', async () => {
  const desk = await openWorkspace();
  const { id: versionId } = await currentOf(desk);
  const draft = await desk.call('checklist.begin', {
    commandId: desk.id(),
    kind: 'edition',
    versionId,
  });
  const draftId = draft.id;
  const [item] = draft.items;
  const itemId = item?.id ?? '';
  const cites = ['《网络安全法》第二十一条'];
  const edited = await desk.call('checklist.setItem', {
    commandId: desk.id(),
    draftId,
    itemId,
    patch: {
      basis: [older, ...(item?.basis ?? [])],
      nature: 'mandatory',
      penalty: { stateOrgan: '责令改正', enterprise: '责令改正', cites },
    },
  });
  expect(edited.problems.map(({ field, code }) => [field, code])).toEqual([
    ['basis[0].lawVersion', 'bad-value'],
  ]);

  const [impact] = await desk.call('statute.impact', { law: '网络安全法' });
  const inDraft = impact?.entries.filter((one) => one.draftId === draftId) ?? [];
  expect(
    inDraft.map((one) => [one.kind, one.id, one.part, one.cite, one.isOutdated, one.current]),
  ).toEqual([
    ['item', itemId, 'basis', '《网络安全法》第二十一条', true, '《网络安全法》第二十三条'],
    ['item', itemId, 'penalty', '《网络安全法》第二十一条', true, '《网络安全法》第二十三条'],
  ]);
  // The program's own lists cite the law as it stands, in their penalties too.
  const bundled = impact?.entries.filter((one) => one.kind === 'item' && one.draftId === null);
  expect(bundled?.some(({ part }) => part === 'penalty')).toBe(true);
  expect(bundled?.filter(({ isOutdated }) => isOutdated)).toEqual([]);

  const accepted = await desk.call('checklist.acceptImpact', {
    commandId: desk.id(),
    itemId,
    draftId: null,
    cite: '《网络安全法》第二十一条',
    current: '《网络安全法》第二十三条',
  });
  expect(accepted.id).toBe(draftId); // the edition in work goes on
  expect(accepted.problems).toEqual([]);
  expect(accepted.items[0]?.basis[0]).toEqual({
    ...older,
    cite: '《网络安全法》第二十三条',
    article: 23,
    lawVersion: '2025-10-28',
  });
  expect(accepted.items[0]?.penalty.cites).toEqual(['《网络安全法》第二十三条']);
  expect((await desk.call('history.state', {})).undo?.command).toBe('checklist.acceptImpact');
  await desk.call('history.undo', { commandId: desk.id() });
  expect((await desk.call('checklist.draft', { draftId })).items).toEqual(edited.items);
  await desk.core.close();
});

test('penalties keep paragraph and item of an article that was renumbered, and name no article twice', async () => {
  const desk = await openWorkspace();
  const { id: versionId } = await currentOf(desk);
  const begun = { commandId: desk.id(), kind: 'edition' as const, versionId };
  const { id: draftId, items } = await desk.call('checklist.begin', begun);
  const [item] = items;
  const itemId = item?.id ?? '';
  const cite = '《网络安全法》第二十一条第二款第（三）项';
  const moved = '《网络安全法》第二十三条第二款第（三）项';
  const penalty = { stateOrgan: '', enterprise: '', cites: [cite, moved] };
  const patch = { penalty };
  await desk.call('checklist.setItem', { commandId: desk.id(), draftId, itemId, patch });
  const current = '《网络安全法》第二十三条';
  const order = { commandId: desk.id(), itemId, draftId, cite, current };
  const accepted = await desk.call('checklist.acceptImpact', order);
  expect(accepted.items[0]?.penalty.cites).toEqual([moved]);
  await desk.core.close();
});

test('without a draft one is begun; a citation that the item does not make, or that stands nowhere, is refused', async () => {
  const desk = await openWorkspace();
  const { checklists } = await desk.call('library.checklists', {});
  const itemId = checklists.find(({ id }) => id === 'cl-csl')?.items[0] ?? '';
  const item = await desk.call('library.item', { itemId });
  const cite = item.basis[0]?.cite ?? '';
  const order = { itemId, draftId: null, cite, current: '《网络安全法》第二十三条' };
  for (const wrong of [
    { ...order, cite: '《网络安全法》第一条' },
    { ...order, current: '《网络安全法》第九百条' },
    { ...order, current: '没有这部法' },
  ]) {
    const refused = desk.call('checklist.acceptImpact', { commandId: desk.id(), ...wrong });
    expect((await failureOf(refused)).code).toBe('bad-input');
  }
  expect(await desk.call('checklist.drafts', {})).toEqual([]);
  const draft = await desk.call('checklist.acceptImpact', { commandId: desk.id(), ...order });
  expect(draft.checklistId).toBe('cl-csl');
  expect(draft.items.find(({ id }) => id === itemId)?.basis[0]?.cite).toBe(order.current);
  await desk.call('history.undo', { commandId: desk.id() });
  expect(await desk.call('checklist.drafts', {})).toEqual([]);
  expect(await currentOf(desk, listId)).toMatchObject({ origin: 'bundled' });
  await desk.core.close();
});
