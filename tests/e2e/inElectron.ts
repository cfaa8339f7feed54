import { readFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import { expect } from 'vitest';
import { findElectron } from '../../scripts/lib/electron.ts';
import { projectRoot } from '../helpers/importGraph.ts';
import type { Place, Running } from './desk.ts';
import { watchPage } from './problems.ts';

/** Starts the app in Electron, its profile in a folder of its own. Chromium's sandbox stays on. */
export function launchElectron(
  place: Omit<Place, 'problems'>,
  files: readonly string[] = [],
): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: findElectron() ?? '',
    chromiumSandbox: true,
    args: [projectRoot, '--workspace', place.workspaceDir, ...files],
    env: { ...process.env, XDG_CONFIG_HOME: place.profileDir },
  });
}

export async function openInElectron(place: Place): Promise<Running> {
  const app = await launchElectron(place);
  const page = await app.firstWindow();
  watchPage(page, place.problems);
  await page.waitForLoadState();
  return {
    page,
    chooseFiles: async (files, ask) => {
      await answerDialog(app, files);
      await ask();
    },
    savedFile: async (ask) => {
      const file = path.join(place.profileDir, 'saved');
      const saved = saveNext(app, file);
      await app.evaluate(() => null); // answered after the line above, so the listener is there
      await ask();
      expect(await saved).toBe('completed');
      return readFileSync(file);
    },
    end: () => app.close(),
  };
}

function answerDialog(app: ElectronApplication, files: readonly string[]): Promise<void> {
  return app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
  }, files);
}

/** Sends the next download to a file instead of asking; ends with the state it came to. */
function saveNext(app: ElectronApplication, file: string): Promise<string> {
  return app.evaluate(
    ({ session }, savePath) =>
      new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (_event, item) => {
          item.setSavePath(savePath);
          item.once('done', (_done, state) => {
            resolve(state);
          });
        });
      }),
    file,
  );
}
