import { create } from 'zustand';
import type { Trait } from '#shared/domain/library/checklistItem.ts';
import { whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { type Resource, unread } from '../../client/resource.ts';

interface LibraryState {
  readonly traits: Resource<readonly Trait[]>;
}

const begin: LibraryState = { traits: unread };

export const useLibrary = create<LibraryState>()(() => begin);
whenWorkspaceCloses(() => useLibrary.setState(begin));

/** Traits ship with the program and do not change while it runs: read once. */
export async function loadTraits(): Promise<void> {
  if (useLibrary.getState().traits.value) return;
  try {
    const value = await client('library.traits', {});
    useLibrary.setState({ traits: { value, failure: null } });
  } catch (failure) {
    useLibrary.setState({ traits: { value: null, failure } });
  }
}
