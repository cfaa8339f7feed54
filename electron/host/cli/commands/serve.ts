import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { appFolders, chooseWorkspaceDir } from '../../folders.ts';
import { startLoopbackHost } from '../../loopbackHost.ts';
import type { CliCommand } from '../command.ts';
import { UsageError } from '../usageError.ts';

const usage = 'serve [--port N]';

/** The app in a browser on this machine. Runs until interrupted. */
export const serveCommand: CliCommand = {
  name: 'serve',
  usage,
  options: { port: { type: 'string' } },
  run: async ({ args, global, words }) => {
    const port = Number(args.text('port') ?? '0');
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port', usage);
    buildScreensOnce(words.cli.building);
    const host = await startLoopbackHost({
      workspaceDir: chooseWorkspaceDir(global.workspace),
      port,
    });
    const interrupted = new Promise<void>((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
    // Said last: whoever reads the address may interrupt at once.
    process.stdout.write(`${global.json ? JSON.stringify({ url: host.url }) : host.url}\n`);
    await interrupted;
    await host.close();
    return { json: null, lines: [] };
  },
};

/** A checkout may not be built yet; an installed app always is. */
function buildScreensOnce(note: string): void {
  const { webRoot } = appFolders();
  if (existsSync(path.join(webRoot, 'index.html'))) return;
  process.stderr.write(`${note}\n`);
  const script = path.resolve(webRoot, '..', '..', 'scripts', 'build.mjs');
  spawnSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
}
