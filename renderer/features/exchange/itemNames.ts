import { useEffect } from 'react';
import { create } from 'zustand';
import { whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import type { ItemNames } from './changeWords.ts';

const useNames = create<{ readonly names: ItemNames }>()(() => ({ names: {} }));

whenWorkspaceCloses(() => useNames.setState({ names: {} }));

async function loadNames(projectId: string): Promise<void> {
  // A project that is not here yet, or was removed, has no rows: its items go by their id.
  const rows = await client('review.rows', { projectId }).catch(() => []);
  const items = Object.fromEntries(rows.map((row) => [row.itemId, `${row.number} ${row.title}`]));
  useNames.setState(({ names }) => ({ names: { ...names, [projectId]: items } }));
}

/** Numbers and titles of the items of these projects, as soon as they are read. */
export function useItemNames(projectIds: readonly string[]): ItemNames {
  const wanted = [...new Set(projectIds)].sort().join('\n');
  useEffect(() => {
    const { names } = useNames.getState();
    for (const id of wanted.split('\n')) if (id !== '' && !names[id]) void loadNames(id);
  }, [wanted]);
  return useNames((state) => state.names);
}
