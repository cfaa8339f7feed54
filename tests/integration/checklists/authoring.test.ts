import { describe, expect, test } from 'vitest';
import type { DraftItem } from '#shared/domain/library/checklistVersion.ts';
import { type DeskCore, failureOf, openWorkspace } from '../../helpers/deskCore.ts';

/** The bundled list that the tests make editions of. */
const listId = 'cl-project-secrecy';

async function bundled(desk: DeskCore) {
  const versions = await desk.call('checklist.versions', {});
  const found = versions.find((one) => one.checklistId === listId);
  if (!found) throw new Error('the bundled list is gone');
  return found;
}

async function beginEdition(desk: DeskCore) {
  const { id } = await bundled(desk);
  return desk.call('checklist.begin', { commandId: desk.id(), kind: 'edition', versionId: id });
}

function firstItem(items: readonly DraftItem[]): DraftItem {
  const [first] = items;
  if (!first) throw new Error('no items');
  return first;
}

const complete = {
  title: '约定运维人员名单',
  question: '合同是否约定运维人员名单的报备？',
  obligation: '运维人员变动的，事先报备。',
  bearer: '供应商',
  lookFor: '人员条款',
  typicalFinding: '未约定运维人员名单的报备',
  recommendation: '建议补充名单报备条款。',
  clause: '乙方应当在人员变动三日前书面报备。',
  penalty: { stateOrgan: '无', enterprise: '违约责任', cites: [] },
  docTypes: ['HT' as const],
  nature: 'policyOrUnverified' as const,
  needsConfirmation: true,
  confirmationNote: '内部制度，待核对',
  basis: [
    {
      code: 'CSL',
      law: '中华人民共和国网络安全法',
      cite: '《网络安全法》第二十三条',
      article: 23,
      paragraph: null,
      item: null,
      role: 'supporting' as const,
      verified: false,
      reason: '未逐款核对',
      keyword: null,
      lawVersion: null,
    },
  ],
};

describe('an edition of a bundled list', () => {
  test('publishes with one item changed, and only that hash differs', async () => {
    const desk = await openWorkspace();
    const before = await bundled(desk);
    const draft = await beginEdition(desk);
    expect(draft.problems).toEqual([]);
    const { id: itemId } = firstItem(draft.items);
    await desk.call('checklist.setItem', {
      commandId: desk.id(),
      draftId: draft.id,
      itemId,
      patch: { recommendation: '建议改写本条。' },
    });
    const published = await desk.call('checklist.publish', {
      commandId: desk.id(),
      draftId: draft.id,
    });
    expect(published).toMatchObject({
      checklistId: listId,
      order: before.order,
      items: before.items,
      origin: 'own',
      by: '林若川',
      basedOn: before.id,
      state: 'current',
    });
    const compared = await desk.call('checklist.compare', {
      fromId: before.id,
      toId: published.id,
    });
    expect(compared.counts).toEqual({ same: before.items - 1, changed: 1, added: 0, removed: 0 });
    const changed = compared.changes.filter(({ kind }) => kind === 'changed');
    expect(changed.map((one) => [one.itemId, one.fields])).toEqual([[itemId, ['recommendation']]]);
    expect((await bundled(desk)).id).toBe(published.id); // newest first
    const states = (await desk.call('checklist.versions', {}))
      .filter((one) => one.checklistId === listId)
      .map((one) => [one.origin, one.state]);
    expect(states).toEqual([
      ['own', 'current'],
      ['bundled', 'superseded'],
    ]);
    await desk.core.close();
  });

  test('says under which name undo takes each step back, and takes publishing back', async () => {
    const desk = await openWorkspace();
    const draft = await beginEdition(desk);
    const { id: itemId } = firstItem(draft.items);
    const set = (patch: Partial<DraftItem>) =>
      desk.call('checklist.setItem', { commandId: desk.id(), draftId: draft.id, itemId, patch });
    await set({ clause: '甲' });
    await set({ clause: '甲方' });
    await desk.call('checklist.publish', { commandId: desk.id(), draftId: draft.id });
    const undo = () => desk.call('history.undo', { commandId: desk.id() });
    expect((await desk.call('history.state', {})).undo?.command).toBe('checklist.publish');
    expect((await undo()).undo?.command).toBe('checklist.setItem');
    expect((await desk.call('checklist.versions', {})).some(({ origin }) => origin === 'own')).toBe(
      false,
    );
    expect(await desk.call('checklist.drafts', {})).toHaveLength(1);
    // Typing is one step.
    expect((await undo()).undo?.command).toBe('checklist.begin');
    expect(await desk.call('checklist.draft', { draftId: draft.id })).toMatchObject({
      items: draft.items,
    });
    await undo();
    expect(await desk.call('checklist.drafts', {})).toEqual([]);
    await desk.call('history.redo', { commandId: desk.id() });
    expect(await desk.call('checklist.draft', { draftId: draft.id })).toMatchObject({
      items: draft.items,
    });
    await desk.core.close();
  });

  test('a version that is out of use gives way to the one before it', async () => {
    const desk = await openWorkspace();
    const draft = await beginEdition(desk);
    const own = await desk.call('checklist.publish', { commandId: desk.id(), draftId: draft.id });
    const retired = await desk.call('checklist.retire', {
      commandId: desk.id(),
      versionId: own.id,
      isRetired: true,
    });
    expect(retired.state).toBe('retired');
    const versions = await desk.call('checklist.versions', {});
    expect(
      versions.find(({ state, checklistId }) => state === 'current' && checklistId === listId)
        ?.origin,
    ).toBe('bundled');
    await desk.call('history.undo', { commandId: desk.id() });
    expect((await bundled(desk)).state).toBe('current');
    await desk.core.close();
  });
});

describe('a list of its own', () => {
  test('a copy has ids of its own and a number that no other list has', async () => {
    const desk = await openWorkspace();
    const { id, items } = await bundled(desk);
    const copy = await desk.call('checklist.begin', {
      commandId: desk.id(),
      kind: 'copy',
      versionId: id,
      titleZh: '本所政务云补充清单',
    });
    expect(copy.problems).toEqual([]);
    expect(copy.items).toHaveLength(items);
    const published = await desk.call('checklist.publish', {
      commandId: desk.id(),
      draftId: copy.id,
    });
    const all = await desk.call('checklist.versions', {});
    expect(all.filter(({ order }) => order === published.order)).toHaveLength(1);
    expect(published).toMatchObject({ titleEn: '本所政务云补充清单', order: 21, state: 'current' });
    const { items: own } = await desk.call('checklist.version', { versionId: published.id });
    expect(own[0]?.number).toBe('21.01');
    const { items: copied } = await desk.call('checklist.version', { versionId: id });
    const copiedIds = new Set(copied.map((item) => item.id));
    expect(own.filter((item) => copiedIds.has(item.id))).toEqual([]);
    await desk.core.close();
  });

  test('an empty list tells everything that is missing, and is refused until it is there', async () => {
    const desk = await openWorkspace();
    const empty = await desk.call('checklist.begin', {
      commandId: desk.id(),
      kind: 'empty',
      titleZh: '运维审查',
    });
    expect(empty.problems.map(({ code }) => code)).toEqual(['no-items']);
    const refused = desk.call('checklist.publish', { commandId: desk.id(), draftId: empty.id });
    expect(await failureOf(refused)).toEqual({
      code: 'checklist-incomplete',
      params: { title: '运维审查', count: 1, place: 'items' },
    });
    const { items, problems } = await desk.call('checklist.addItem', {
      commandId: desk.id(),
      draftId: empty.id,
      like: null,
      after: null,
    });
    const { id: itemId } = firstItem(items);
    expect(problems.every((one) => one.itemId === itemId && one.code === 'missing')).toBe(true);
    expect(problems.map(({ field }) => field)).toEqual([
      'title',
      'question',
      'obligation',
      'bearer',
      'lookFor',
      'typicalFinding',
      'recommendation',
      'clause',
      'penalty.stateOrgan',
      'penalty.enterprise',
      'docTypes',
      'basis',
    ]);
    const written = await desk.call('checklist.setItem', {
      commandId: desk.id(),
      draftId: empty.id,
      itemId,
      patch: { ...complete, question: '约定名单报备', when: 'outsourcedOps and noSuchTrait' },
    });
    expect(written.problems.map(({ code, field, found }) => [code, field, found])).toEqual([
      ['not-a-question', 'question', '约定名单报备'],
      ['unknown-trait', 'when', 'noSuchTrait'],
    ]);
    const done = await desk.call('checklist.setItem', {
      commandId: desk.id(),
      draftId: empty.id,
      itemId,
      patch: { question: complete.question, when: 'outsourcedOps' },
    });
    expect(done.problems).toEqual([]);
    const version = await desk.call('checklist.publish', {
      commandId: desk.id(),
      draftId: empty.id,
    });
    expect(version).toMatchObject({ primaryLaw: 'CSL', items: 1 });
    await desk.core.close();
  });

  test('each fault of a basis and of what follows from it is named with what would do', async () => {
    const desk = await openWorkspace();
    const empty = await desk.call('checklist.begin', {
      commandId: desk.id(),
      kind: 'empty',
      titleZh: '甲',
    });
    const added = await desk.call('checklist.addItem', {
      commandId: desk.id(),
      draftId: empty.id,
      like: null,
      after: null,
    });
    const { id: itemId } = firstItem(added.items);
    const [basis] = complete.basis;
    if (!basis) throw new Error('no basis');
    const faulty = { ...basis, article: 999, cite: '网安法第23条', reason: null };
    const { problems } = await desk.call('checklist.setItem', {
      commandId: desk.id(),
      draftId: empty.id,
      itemId,
      patch: {
        ...complete,
        basis: [
          { ...faulty, verified: true, keyword: '网络安全', lawVersion: '2016-11-07' },
          { ...faulty, code: 'NONE' },
        ],
        confirmationNote: null,
        when: 'outsourcedOps and (',
      },
    });
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'when unreadable-condition',
      'basis[0].cite cite-differs',
      'basis[0].article no-such-article',
      'basis[0].lawVersion bad-value',
      'basis[1].code unknown-law',
      'confirmationNote confirmation-without-note',
    ]);
    const blank = await desk.call('checklist.setItem', {
      commandId: desk.id(),
      draftId: empty.id,
      itemId,
      patch: { confirmationNote: ' ' },
    });
    expect(blank.problems.map(({ field }) => field)).toContain('confirmationNote');
    const cite = problems.find(({ code }) => code === 'cite-differs');
    expect([cite?.found, cite?.expected]).toEqual(['网安法第23条', '《网络安全法》第九百九十九条']);
    await desk.core.close();
  });

  test('items are put after one another, moved and taken out; undo brings them back', async () => {
    const desk = await openWorkspace();
    const draft = await beginEdition(desk);
    const order = draft.items.map(({ id }) => id);
    const [first = '', second = ''] = order;
    const added = await desk.call('checklist.addItem', {
      commandId: desk.id(),
      draftId: draft.id,
      like: first,
      after: first,
    });
    expect(added.items.map(({ id }) => id).toSpliced(1, 1)).toEqual(order);
    expect(added.items[1]).toEqual({ ...added.items[0], id: added.items[1]?.id });
    const reversed = added.items.map(({ id }) => id).reverse();
    const moved = await desk.call('checklist.reorder', {
      commandId: desk.id(),
      draftId: draft.id,
      itemIds: reversed,
    });
    expect(moved.items.map(({ id }) => id)).toEqual(reversed);
    const wrong = desk.call('checklist.reorder', {
      commandId: desk.id(),
      draftId: draft.id,
      itemIds: [first, second],
    });
    expect((await failureOf(wrong)).code).toBe('bad-input');
    const fewer = await desk.call('checklist.removeItem', {
      commandId: desk.id(),
      draftId: draft.id,
      itemId: first,
    });
    expect(fewer.items.map(({ id }) => id)).toEqual(reversed.filter((id) => id !== first));
    await desk.call('history.undo', { commandId: desk.id() });
    const back = await desk.call('checklist.draft', { draftId: draft.id });
    expect(back.items.map(({ id }) => id)).toEqual(reversed);
    await desk.core.close();
  });
});
