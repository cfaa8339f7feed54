import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { launchChromium } from '../../scripts/lib/chromium.ts';
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

async function startHost(place: Place): Promise<{ child: ChildProcess; url: string }> {
  const hook = path.join(projectRoot, 'tests', 'helpers', 'noNetwork.mjs');
  const serve = path.join(projectRoot, 'out', 'main', 'serve.js');
  const child = spawn(
    process.execPath,
    ['--import', hook, serve, '--workspace', place.workspaceDir],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.startsWith('NETWORK') || line.includes('"level":"error"'))
      place.problems.push(`host: ${line}`);
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}`)));
  });
  return { child, url };
}
