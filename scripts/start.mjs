import './lib/requireNode24.mjs';
import { spawn } from 'node:child_process';
const { buildStale, root } = await import('./lib/build.ts');
const { downloadElectron, findElectron, hasDisplay } = await import('./lib/electron.ts');
const { startServe } = await import('./lib/serve.ts');

/** Electron that ends sooner never showed a window: a system library is missing, or it may not run here. */
const atOnceMs = 5000;
const args = process.argv.slice(2);

await buildStale();
if (!hasDisplay()) await serve('there is no display');
else {
  const electron = findElectron() ?? downloadElectron();
  if (electron === null) await serve('its binary could not be had');
  else open(electron);
}

function open(electron) {
  const startedMs = Date.now();
  const child = spawn(electron, [root, ...args], { stdio: 'inherit' });
  passSignals(child);
  child.on('error', (error) => void serve(error.message));
  child.on('exit', (code, signal) => {
    const endedAtOnce = Date.now() - startedMs < atOnceMs;
    if (code !== 0 && signal === null && endedAtOnce) void serve(`it ended with code ${code}`);
    else leave(code, signal);
  });
}

/** The same app in a browser, with one line saying why and where. */
async function serve(reason) {
  const { child, url } = await startServe(args).catch((error) => {
    console.error(`The app cannot start: ${error.message}`);
    process.exit(1);
  });
  passSignals(child);
  child.on('exit', leave);
  console.log(`Electron cannot open (${reason}); the same app is served at ${url}`);
}

function passSignals(child) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
}

function leave(code, signal) {
  process.exit(code ?? (signal === null ? 0 : 1));
}
