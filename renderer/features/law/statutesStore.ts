import { create } from 'zustand';
import type {
  CatalogueEntry,
  StatuteEntry,
  StatuteLine,
} from '#shared/domain/law/statuteReport.ts';
import { whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { inTurn, type Resource, unread } from '../../client/resource.ts';

/** The catalogue and the versions that are held, read together so that they agree. */
export interface Statutes {
  readonly catalogue: readonly CatalogueEntry[];
  readonly versions: readonly StatuteEntry[];
}

interface StatutesState {
  readonly statutes: Resource<Statutes>;
  /** What the last imports said of each file, newest import first. */
  readonly lines: readonly StatuteLine[];
}

const begin: StatutesState = { statutes: unread, lines: [] };

export const useStatutes = create<StatutesState>()(() => begin);
const { getState: get, setState: set } = useStatutes;

let isWanted = false;

export const reloadStatutes = inTurn(async () => {
  try {
    const [catalogue, versions] = await Promise.all([
      client('catalogue.list', {}),
      client('statute.list', {}),
    ]);
    if (isWanted) set({ statutes: { value: { catalogue, versions }, failure: null } });
  } catch (failure) {
    if (isWanted) set(({ statutes }) => ({ statutes: { value: statutes.value, failure } }));
  }
});

/** Reads the statutes where no screen has yet; from then on they follow every change. */
export function wantStatutes(): void {
  if (isWanted) return;
  isWanted = true;
  void reloadStatutes();
}

const statusOrder = ['refused', 'duplicate', 'added'] as const;

/** Adds the result of an import: what was refused comes first, since it asks for something to be done. */
export function addStatuteLines(lines: readonly StatuteLine[]): void {
  const rank = (line: StatuteLine) => statusOrder.indexOf(line.status);
  const sorted = [...lines].sort((a, b) => rank(a) - rank(b));
  set((state) => ({ lines: [...sorted, ...state.lines] }));
}

export function clearStatuteLines(): void {
  set({ lines: [] });
}

export async function removeStatute(versionId: string): Promise<void> {
  await client('statute.remove', { commandId: newCommandId(), versionId });
  await reloadStatutes();
}

/** Whether an event may have changed which texts are held. */
export function touchesStatutes(entities: readonly string[]): boolean {
  return entities.length === 0 || entities.includes('statuteVersion');
}

whenDataChanges((event) => {
  if (isWanted && get().statutes !== unread && touchesStatutes(event.entities))
    void reloadStatutes();
});

whenWorkspaceCloses(() => {
  isWanted = false;
  set(begin);
});
