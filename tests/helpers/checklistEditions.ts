import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ChecklistVersion } from '#shared/domain/library/checklistVersion.ts';
import { resealed } from '../../electron/core/library/seal.ts';
import { appFolders } from '../../electron/host/folders.ts';
import { addProject, type DeskCore } from './deskCore.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** The bundled list that tests make editions of. */
export const listId = 'cl-project-secrecy';

/** The version that new projects begin with. */
export async function currentOf(desk: DeskCore, checklistId = listId): Promise<ChecklistVersion> {
  const versions = await desk.call('checklist.versions', {});
  const found = versions.find((one) => one.checklistId === checklistId && one.state === 'current');
  if (!found) throw new Error(`${checklistId} has no current version`);
  return found;
}

export interface EditionChange {
  readonly recommend?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
  readonly reverse?: boolean;
}

/** Publishes an edition of a list in which some recommendations read differently and some items are gone. */
export async function publishEdition(
  desk: DeskCore,
  change: EditionChange,
  checklistId = listId,
): Promise<ChecklistVersion> {
  const { id: versionId } = await currentOf(desk, checklistId);
  const draft = await desk.call('checklist.begin', {
    commandId: desk.id(),
    kind: 'edition',
    versionId,
  });
  const draftId = draft.id;
  for (const [itemId, recommendation] of Object.entries(change.recommend ?? {}))
    await desk.call('checklist.setItem', {
      commandId: desk.id(),
      draftId,
      itemId,
      patch: { recommendation },
    });
  for (const itemId of change.remove ?? [])
    await desk.call('checklist.removeItem', { commandId: desk.id(), draftId, itemId });
  if (change.reverse === true) {
    const { items } = await desk.call('checklist.draft', { draftId });
    const itemIds = items.map(({ id }) => id).reverse();
    await desk.call('checklist.reorder', { commandId: desk.id(), draftId, itemIds });
  }
  return desk.call('checklist.publish', { commandId: desk.id(), draftId });
}

/** A resources folder of a later program: one list reads differently in one item. */
export function laterResources(itemId: string, recommendation: string): string {
  const folder = path.join(temporaryFolder(), 'resources');
  cpSync(appFolders().resourcesDir, folder, { recursive: true });
  const lists = path.join(folder, 'checklists');
  for (const name of readdirSync(lists).filter((one) => one === `${listId}.json`)) {
    const file = JSON.parse(readFileSync(path.join(lists, name), 'utf8')) as Parameters<
      typeof resealed
    >[0] & { items: { id: string }[] };
    const items = file.items.map((item) =>
      item.id === itemId ? { ...item, recommendation } : item,
    );
    const later = resealed({ ...file, version: '2027.01-v1', reviewedOn: '2027-01-10', items });
    writeFileSync(path.join(lists, name), JSON.stringify(later));
  }
  return folder;
}

/** The items of the list in a project. */
export async function rowsOf(desk: DeskCore, projectId: string) {
  const rows = await desk.call('review.rows', { projectId });
  return rows.filter((row) => row.checklist === listId);
}

/** A verdict on one item: met. */
export async function assess(desk: DeskCore, projectId: string, itemId: string, note = '已核对') {
  return desk.call('review.assess', {
    commandId: desk.id(),
    projectId,
    itemId,
    patch: { verdict: 'met', note },
  });
}

/** A project with every item of the list answered. */
export async function answeredProject(desk: DeskCore) {
  const projectId = await addProject(desk);
  const ids = (await rowsOf(desk, projectId)).map((row) => row.itemId);
  for (const id of ids) await assess(desk, projectId, id);
  return { projectId, ids };
}
