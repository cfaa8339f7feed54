import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Output } from '#shared/contract/contract.ts';
import type { Ports } from '../../electron/core/ports.ts';
import { type DeskCore, openDesk, passphrase } from './deskCore.ts';
import { trustEachOther } from './twoDesks.ts';

/** A desk with an open, encrypted workspace. */
export async function openSealed(
  person: string,
  change: Partial<Ports> = {},
  dir?: string,
): Promise<DeskCore> {
  const desk = openDesk(dir, change);
  await desk.call('workspace.create', { name: `${person}的库`, person, passphrase });
  return desk;
}

/** Every two of them trust each other. */
export async function trustAll(desks: readonly DeskCore[]): Promise<void> {
  for (const [i, a] of desks.entries()) {
    for (const b of desks.slice(i + 1)) await trustEachOther(a, b);
  }
}

export interface FolderChoice {
  readonly projects?: string[];
  readonly isAutomatic?: boolean;
}

/** Points a desk at the folder and chooses whom it writes to. */
export function share(
  desk: DeskCore,
  folder: string,
  members: string[],
  choice: FolderChoice = {},
): Promise<Output<'sharedFolder.set'>> {
  return desk.call('sharedFolder.set', {
    commandId: desk.id(),
    source: desk.token({ kind: 'path', path: folder }),
    projects: choice.projects ?? null,
    members,
    isAutomatic: choice.isAutomatic ?? true,
  });
}

export function look(desk: DeskCore, isWhole = false): Promise<Output<'sharedFolder.sync'>> {
  return desk.call('sharedFolder.sync', { jobId: desk.id(), isWhole });
}

/** Everybody looks until nobody writes or takes in anything. */
export async function settle(desks: readonly DeskCore[]): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    let work = 0;
    for (const desk of desks) {
      const { taken, receipts, written, removed } = await look(desk);
      work += taken.length + receipts + written.length + removed;
    }
    if (work === 0) return;
  }
  throw new Error('the desks do not come to rest');
}

export const teamOf = (folder: string): string => path.join(folder, 'counsel-desk-team');

/** Names of the packages that lie there, by desk. */
export function packagesIn(folder: string): string[] {
  return readdirSync(teamOf(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes('counsel-handoff'))
    .sort();
}

export const deviceOf = async (desk: DeskCore): Promise<string> =>
  (await desk.call('workspace.info', {})).deviceId;
