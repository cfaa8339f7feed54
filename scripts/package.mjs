import './lib/requireNode24.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
const { buildStale, root } = await import('./lib/build.ts');

await buildStale(true);
const builder = path.join(root, 'node_modules', 'electron-builder', 'cli.js');
const { status } = spawnSync(
  process.execPath,
  [builder, ...process.argv.slice(2), ...ownElectron()],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);

/** On a closed network the Electron to pack is the one that was brought along. */
function ownElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (folder === undefined) return [];
  const runtime = path.join(folder, 'runtime');
  return [`-c.electronDist=${existsSync(runtime) ? runtime : folder}`];
}
