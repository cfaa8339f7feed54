import { create } from 'zustand';
import type { Output } from '#shared/contract/contract.ts';
import type { ChecklistVersion } from '#shared/domain/library/checklistVersion.ts';
import { whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { inTurn, type Resource, unread } from '../../client/resource.ts';

export type DraftSummary = Output<'checklist.drafts'>[number];

/** Every version of every checklist and every draft, read together so that they agree. */
export interface Versions {
  readonly versions: readonly ChecklistVersion[];
  readonly drafts: readonly DraftSummary[];
}

const begin: { readonly shelf: Resource<Versions> } = { shelf: unread };

export const useVersions = create<{ readonly shelf: Resource<Versions> }>()(() => begin);

let isWanted = false;

export const reloadVersions = inTurn(async () => {
  try {
    const [versions, drafts] = await Promise.all([
      client('checklist.versions', {}),
      client('checklist.drafts', {}),
    ]);
    if (isWanted) useVersions.setState({ shelf: { value: { versions, drafts }, failure: null } });
  } catch (failure) {
    if (isWanted) useVersions.setState(({ shelf }) => ({ shelf: { value: shelf.value, failure } }));
  }
});

/** Reads versions and drafts where no screen has yet; from then on they follow every change. */
export function wantVersions(): void {
  if (isWanted) return;
  isWanted = true;
  void reloadVersions();
}

/** The list as it stands on the shelf: its newest version first. */
export function versionsOf(versions: readonly ChecklistVersion[], checklistId: string) {
  return versions.filter((version) => version.checklistId === checklistId);
}

/** Takes a version out of use for new projects, or back. */
export async function retireVersion(versionId: string, isRetired: boolean): Promise<void> {
  await client('checklist.retire', { commandId: newCommandId(), versionId, isRetired });
  await reloadVersions();
}

const touching = ['checklistVersion', 'checklistDraft', 'draftItem', 'project'];

whenDataChanges(({ entities }) => {
  const isTouched = entities.length === 0 || entities.some((entity) => touching.includes(entity));
  if (isWanted && isTouched) void reloadVersions();
});

whenWorkspaceCloses(() => {
  isWanted = false;
  useVersions.setState(begin);
});
