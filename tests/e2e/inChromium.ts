import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from '../../scripts/lib/chromium.ts';
import { type Served, startServe } from '../../scripts/lib/serve.ts';
import { projectRoot } from '../helpers/importGraph.ts';
import type { Place, Running } from './desk.ts';
import { watchPage } from './problems.ts';

/** The built loopback host as its own process, unable to reach any network, and a browser on its URL. */
export async function openInChromium(place: Place): Promise<Running> {
  const { child, url } = await startHost(place);
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  watchPage(page, place.problems);
  await page.goto(url);
  return {
    page,
    chooseFiles: async (files, ask) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), ask()]);
      await chooser.setFiles([...files]);
    },
    savedFile: async (ask) => {
      const [download] = await Promise.all([page.waitForEvent('download'), ask()]);
      return readFileSync(await download.path());
    },
    end: async () => {
      await browser.close();
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function startHost(place: Place): Promise<Served> {
  const hook = path.join(projectRoot, 'tests', 'helpers', 'noNetwork.mjs');
  return startServe(['--workspace', place.workspaceDir], {
    nodeArgs: ['--import', hook],
    onErrorLine: (line) => {
      if (line.startsWith('NETWORK') || line.includes('"level":"error"'))
        place.problems.push(`host: ${line}`);
    },
  });
}
