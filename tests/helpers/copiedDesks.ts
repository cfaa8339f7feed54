import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { Ports } from '../../electron/core/ports.ts';
import { type DeskCore, openDesk, passphrase } from './deskCore.ts';
import { openSealed, settle, share, trustAll } from './folderDesks.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** Desks of which some are copies of one workspace; `close` closes those that are open. */
export class CopiedDesks {
  readonly #open = new Set<DeskCore>();

  async person(name: string): Promise<DeskCore> {
    const desk = await openSealed(name);
    this.#open.add(desk);
    return desk;
  }

  /** Two who trust each other and have exchanged through a folder what `begin` made at the first. */
  async team<T>(begin: (first: DeskCore) => Promise<T>) {
    const folder = temporaryFolder();
    const colleague = await this.person('周以宁');
    const first = await this.person('林若川');
    await trustAll([first, colleague]);
    const begun = await begin(first);
    await share(first, folder, ['周以宁']);
    await share(colleague, folder, ['林若川']);
    await settle([first, colleague]);
    return { folder, colleague, first, begun };
  }

  /** The same workspace a second time, as if its folder had been copied to another laptop. */
  async copyOf(
    desk: DeskCore,
    change: Partial<Ports> = {},
  ): Promise<{ readonly desk: DeskCore; readonly copy: DeskCore }> {
    const dir = path.join(temporaryFolder(), 'workspace');
    await this.#end(desk);
    cpSync(desk.dir, dir, { recursive: true });
    const reopened = { desk: openDesk(desk.dir), copy: openDesk(dir, change) };
    for (const one of Object.values(reopened)) await this.#unlock(one);
    return reopened;
  }

  /** The same desk after its program was ended and started. */
  async reopened(desk: DeskCore): Promise<DeskCore> {
    await this.#end(desk);
    const again = openDesk(desk.dir);
    await this.#unlock(again);
    return again;
  }

  async close(): Promise<void> {
    for (const desk of this.#open) await this.#end(desk);
  }

  async #unlock(desk: DeskCore): Promise<void> {
    this.#open.add(desk);
    await desk.call('workspace.unlock', { kind: 'passphrase', secret: passphrase });
  }

  async #end(desk: DeskCore): Promise<void> {
    this.#open.delete(desk);
    await desk.core.close();
  }
}

export const renew = (desk: DeskCore, source: string | null = null) =>
  desk.call('sharedFolder.renewDevice', { commandId: desk.id(), source });

export const namesOn = async (desk: DeskCore): Promise<string[]> =>
  (await desk.call('project.list', {})).map((one) => one.name).sort();

/** A project of that name and nothing in it. */
export async function addNamed(desk: DeskCore, name: string): Promise<string> {
  const fields = { name, client: '局', type: '建设', due: '2026-11-30' };
  const { id } = await desk.call('project.create', { commandId: desk.id(), fields, traits: {} });
  return id;
}

/** What was recomputed of the workspace fits. */
export const isSound = async (desk: DeskCore): Promise<void> =>
  expect(await desk.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
