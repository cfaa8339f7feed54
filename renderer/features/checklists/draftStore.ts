import { create } from 'zustand';
import type { Input } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type {
  ChecklistDraft,
  ChecklistVersion,
  DraftItem,
} from '#shared/domain/library/checklistVersion.ts';
import { whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { inTurn, type Resource, unread } from '../../client/resource.ts';
import { typedTexts, useTypedTexts } from '../typedText/typedTexts.ts';

interface DraftState {
  readonly draftId: string | null;
  readonly draft: Resource<ChecklistDraft>;
  readonly itemId: string | null;
}

const begin: DraftState = { draftId: null, draft: unread, itemId: null };

export const useDraft = create<DraftState>()(() => begin);
const { getState: get, setState: set } = useDraft;

export const reloadDraft = inTurn(async () => {
  const { draftId } = get();
  if (draftId === null) return;
  try {
    const value = await client('checklist.draft', { draftId });
    if (get().draftId === draftId) take(value);
  } catch (failure) {
    if (get().draftId === draftId) set({ draft: { value: null, failure } });
  }
});

export function openDraft(draftId: string): void {
  if (get().draftId !== draftId) set({ ...begin, draftId });
  void reloadDraft();
}

export function chooseItem(itemId: string): void {
  set({ itemId });
}

/** Takes the draft as the core gave it back; keeps an item chosen. */
function take(value: ChecklistDraft): void {
  const { draftId, itemId } = get();
  if (draftId !== value.id) return;
  const isThere = value.items.some((item) => item.id === itemId);
  set({
    draft: { value, failure: null },
    itemId: isThere ? itemId : (value.items[0]?.id ?? null),
  });
}

type HeadPatch = Input<'checklist.setHead'>['patch'];
export type ItemPatch = Input<'checklist.setItem'>['patch'];

export async function setHead(draftId: string, patch: HeadPatch): Promise<void> {
  take(await client('checklist.setHead', { commandId: newCommandId(), draftId, patch }));
}

export async function setItem(draftId: string, itemId: string, patch: ItemPatch): Promise<void> {
  take(await client('checklist.setItem', { commandId: newCommandId(), draftId, itemId, patch }));
}

let lastChange: Promise<unknown> = Promise.resolve();

/**
 * Changes a part of an item that is saved as a whole (its bases, its penalty): one change after the other, each in what the core
 * holds by then, so that none brings back what another has just replaced.
 */
export function changeItem(
  draftId: string,
  itemId: string,
  change: (now: DraftItem) => ItemPatch,
): Promise<void> {
  const done = lastChange.then(async () => {
    const { items } = await client('checklist.draft', { draftId });
    const now = items.find(({ id }) => id === itemId);
    if (!now) throw new AppError('item-unknown', { item: itemId });
    await setItem(draftId, itemId, change(now));
  });
  lastChange = done.catch(() => undefined);
  return done;
}

/** Adds an item after the one at hand: empty, or like an item of any list. The new one is at hand then. */
export async function addItem(like: string | null): Promise<void> {
  const { draft, draftId, itemId } = get();
  if (draftId === null || draft.value === null) return;
  const before = new Set(draft.value.items.map((item) => item.id));
  const after = itemId ?? draft.value.items.at(-1)?.id ?? null;
  const next = await client('checklist.addItem', {
    commandId: newCommandId(),
    draftId,
    like,
    after,
  });
  take(next);
  const added = next.items.find((item) => !before.has(item.id));
  if (added) set({ itemId: added.id });
}

export async function removeItem(itemId: string): Promise<void> {
  const { draft, draftId } = get();
  if (draftId === null || draft.value === null) return;
  const at = draft.value.items.findIndex((item) => item.id === itemId);
  const neighbour = draft.value.items[at + 1] ?? draft.value.items[at - 1];
  const next = await client('checklist.removeItem', {
    commandId: newCommandId(),
    draftId,
    itemId,
  });
  set({ itemId: neighbour?.id ?? null });
  take(next);
}

/** Moves the item at hand one place up (-1) or down (1). */
export async function moveItem(itemId: string, step: 1 | -1): Promise<void> {
  const { draft, draftId } = get();
  if (draftId === null || draft.value === null) return;
  const itemIds = draft.value.items.map((item) => item.id);
  const from = itemIds.indexOf(itemId);
  const to = from + step;
  if (from === -1 || to < 0 || to >= itemIds.length) return;
  itemIds.splice(from, 1);
  itemIds.splice(to, 0, itemId);
  take(await client('checklist.reorder', { commandId: newCommandId(), draftId, itemIds }));
}

/** Publishes what is written, what is still being typed included; not while the screen shows words that could not be saved. */
export async function publishDraft(draftId: string): Promise<ChecklistVersion> {
  await typedTexts.flushAll();
  for (const [key, { status, error }] of Object.entries(useTypedTexts.getState().texts))
    if (status === 'failed' && isShown(key, draftId)) throw error;
  return client('checklist.publish', { commandId: newCommandId(), draftId });
}

/** Whether a field is one of the draft or of an item that it still has. */
function isShown(key: string, draftId: string): boolean {
  const [entity, ownerId, itemId] = key.split('/');
  if (ownerId !== draftId) return false;
  const items = get().draft.value?.items ?? [];
  return entity === 'checklistDraft' || items.some(({ id }) => id === itemId);
}

export async function discardDraft(draftId: string): Promise<void> {
  await client('checklist.discard', { commandId: newCommandId(), draftId });
}

const touching = ['checklistDraft', 'draftItem'];

whenDataChanges(({ entities }) => {
  const isTouched = entities.length === 0 || entities.some((entity) => touching.includes(entity));
  if (get().draftId !== null && isTouched) void reloadDraft();
});

whenWorkspaceCloses(() => set(begin));
