import { create } from 'zustand';
import type { Output } from '#shared/contract/contract.ts';
import type { ChecklistItem, Trait } from '#shared/domain/library/checklistItem.ts';
import { whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { type Resource, unread } from '../../client/resource.ts';

export type Library = Output<'library.checklists'>;

interface LibraryState {
  readonly library: Resource<Library>;
  readonly traits: Resource<readonly Trait[]>;
  /** Items as they were read, by id. */
  readonly items: Readonly<Record<string, ChecklistItem>>;
}

const begin: LibraryState = { library: unread, traits: unread, items: {} };

export const useLibrary = create<LibraryState>()(() => begin);
whenWorkspaceCloses(() => useLibrary.setState(begin));

/** The library ships with the program and does not change while it runs: read once. */
export async function loadLibrary(): Promise<void> {
  if (useLibrary.getState().library.value) return;
  try {
    const value = await client('library.checklists', {});
    useLibrary.setState({ library: { value, failure: null } });
  } catch (failure) {
    useLibrary.setState({ library: { value: null, failure } });
  }
}

export async function loadTraits(): Promise<void> {
  if (useLibrary.getState().traits.value) return;
  try {
    const value = await client('library.traits', {});
    useLibrary.setState({ traits: { value, failure: null } });
  } catch (failure) {
    useLibrary.setState({ traits: { value: null, failure } });
  }
}

/** Reads the items of a checklist that are not known yet. */
export async function loadItems(itemIds: readonly string[]): Promise<void> {
  const missing = itemIds.filter((itemId) => !(itemId in useLibrary.getState().items));
  const read = await Promise.all(missing.map((itemId) => client('library.item', { itemId })));
  useLibrary.setState(({ items }) => ({
    items: { ...items, ...Object.fromEntries(read.map((item) => [item.id, item])) },
  }));
}
