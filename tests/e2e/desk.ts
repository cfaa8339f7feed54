import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findChromium } from '../../scripts/lib/chromium.ts';
import { findElectron, hasDisplay } from '../../scripts/lib/electron.ts';
import { projectRoot } from '../helpers/importGraph.ts';
import { openInChromium } from './inChromium.ts';
import { openInElectron } from './inElectron.ts';

/** A running app: one page, and what differs between its hosts. */
export interface Running {
  readonly page: Page;
  /** Has the next file dialog answer with these files. */
  readonly chooseFiles: (files: readonly string[], ask: () => Promise<void>) => Promise<void>;
  /** The bytes of the file that `ask` makes the page save. */
  readonly savedFile: (ask: () => Promise<void>) => Promise<Uint8Array>;
  readonly end: () => Promise<void>;
}

export interface Place {
  readonly workspaceDir: string;
  readonly profileDir: string;
  readonly problems: string[];
}

export interface DeskUnderTest extends Place {
  running: Running;
  /** Closes the app and opens it again on the same workspace. */
  readonly reopen: () => Promise<void>;
  readonly end: () => Promise<void>;
}

interface Host {
  readonly name: string;
  readonly open: (place: Place) => Promise<Running>;
  /** Why this host cannot be tested here; null where it can. */
  readonly skipReason: string | null;
}

const chromium: Host = {
  name: 'Chromium on the loopback host',
  open: openInChromium,
  skipReason: findChromium() === null ? 'no Chromium was found and none could be installed' : null,
};
/** The window alone: what only Electron has is tested there. */
export const electron: Host = { name: 'Electron', open: openInElectron, skipReason: noElectron() };

function noElectron(): string | null {
  if (findElectron() === null)
    return 'the Electron binary is not here; set ELECTRON_OVERRIDE_DIST_PATH or install it';
  return hasDisplay() ? null : 'there is no display and no xvfb-run';
}

/** Both hosts of the app; each specification runs in both, and one that cannot run says why in its name. */
export const hosts = [chromium, electron].map((host) => ({
  ...host,
  title: host.skipReason === null ? host.name : `${host.name} (skipped: ${host.skipReason})`,
}));

/** Opens the app on a workspace folder of its own that does not exist yet. */
async function openDesk(host: Host): Promise<DeskUnderTest> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'counsel-desk-e2e-'));
  const place: Place = {
    workspaceDir: path.join(scratch, 'workspace'),
    profileDir: path.join(scratch, 'profile'),
    problems: [],
  };
  mkdirSync(place.profileDir);
  const desk = {
    ...place,
    running: await host.open(place),
    reopen: async () => {
      await desk.running.end();
      desk.running = await host.open(place);
    },
    end: async () => {
      await desk.running.end();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
  return desk;
}

/** Runs one specification on a desk of its own, and fails it for anything wrong in the console, on the network or in the host. */
export async function withDesk(
  host: Host,
  run: (desk: DeskUnderTest) => Promise<void>,
): Promise<void> {
  const desk = await openDesk(host);
  try {
    await run(desk);
    expect(desk.problems).toEqual([]);
  } catch (error) {
    await keepPicture(desk, `${host.name}-${expect.getState().currentTestName ?? ''}`);
    throw error;
  } finally {
    await desk.end();
  }
}

/** What the page showed when it went wrong, under out/e2e. */
async function keepPicture({ running, problems }: DeskUnderTest, name: string): Promise<void> {
  const file = path.join(
    projectRoot,
    'out',
    'e2e',
    `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`,
  );
  await running.page.screenshot({ path: file }).catch(() => undefined); // the page may be gone
  console.error(`picture: ${file}\nproblems: ${JSON.stringify(problems, null, 2)}`);
}
