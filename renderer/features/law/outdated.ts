import { create } from 'zustand';
import type { ImpactEntry } from '#shared/domain/law/statuteReport.ts';
import { whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { inTurn } from '../../client/resource.ts';
import type { ChangeKind } from './changeKinds.ts';
import type { Cited } from './citeTarget.ts';
import { touchesStatutes } from './statutesStore.ts';

/** What became of a citation that is pinned to a version no longer in force. */
export interface Outdated {
  readonly kind: ChangeKind;
  /** What to cite now; null for a deleted article. */
  readonly current: string | null;
}

interface OutdatedState {
  /** By citation and the version it is pinned to; null until read. */
  readonly outdated: ReadonlyMap<string, Outdated> | null;
}

const begin: OutdatedState = { outdated: null };
export const useOutdated = create<OutdatedState>()(() => begin);

let isWanted = false;

const read = inTurn(async () => {
  // A mark less is no harm: a citation is shown as it is written where the impact cannot be read.
  const impacts = await client('statute.impact', {}).catch(() => []);
  const entries = impacts.flatMap((impact) => impact.entries);
  if (isWanted) useOutdated.setState({ outdated: new Map(entries.flatMap(told)) });
});

function told({ isOutdated, cite, pinned, change, current }: ImpactEntry): [string, Outdated][] {
  if (!isOutdated || change.kind === 'same') return [];
  return [[outdatedKey({ cite, lawVersion: pinned }), { kind: change.kind, current }]];
}

export function outdatedKey({ cite, lawVersion }: Pick<Cited, 'cite' | 'lawVersion'>): string {
  return `${cite}@${lawVersion ?? ''}`;
}

/** Reads what is outdated where no screen has yet; from then on it follows findings and texts. */
export function wantOutdated(): void {
  if (isWanted) return;
  isWanted = true;
  void read();
}

whenDataChanges(({ entities }) => {
  if (isWanted && (touchesStatutes(entities) || entities.includes('finding'))) void read();
});
whenWorkspaceCloses(() => {
  isWanted = false;
  useOutdated.setState(begin);
});
