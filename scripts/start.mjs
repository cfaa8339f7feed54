import './lib/requireNode24.mjs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
const { buildStale, root } = await import('./lib/build.ts');
const { downloadElectron, findElectron, hasDisplay } = await import('./lib/electron.ts');

const args = process.argv.slice(2);
await buildStale();
const electron = hasDisplay() ? (findElectron() ?? downloadElectron()) : null;
if (electron === null) serve(hasDisplay() ? 'its binary could not be had' : 'there is no display');
else follow(spawn(electron, [root, ...args], { stdio: 'inherit' }));

/** The same app in a browser, with one line saying why and where. */
function serve(reason) {
  const child = spawn(process.execPath, [path.join(root, 'out', 'main', 'serve.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', (url) => {
    console.log(`Electron cannot open (${reason}); the same app is served at ${url}`);
  });
  follow(child);
}

function follow(child) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Could not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
}
