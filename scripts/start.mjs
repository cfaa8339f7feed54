import './lib/requireNode24.mjs';
import { spawn } from 'node:child_process';
const { buildStale, root } = await import('./lib/build.ts');
const { downloadElectron, findElectron, hasDisplay } = await import('./lib/electron.ts');
const { startServe } = await import('./lib/serve.ts');

const args = process.argv.slice(2);
await buildStale();
const electron = hasDisplay() ? (findElectron() ?? downloadElectron()) : null;
if (electron === null)
  await serve(hasDisplay() ? 'its binary could not be had' : 'there is no display');
else follow(spawn(electron, [root, ...args], { stdio: 'inherit' }));

/** The same app in a browser, with one line saying why and where. */
async function serve(reason) {
  const { child, url } = await startServe(args);
  console.log(`Electron cannot open (${reason}); the same app is served at ${url}`);
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
