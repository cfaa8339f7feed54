import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const packageDir = path.resolve(import.meta.dirname, '..', '..', 'node_modules', 'electron');
const failureNote = path.join(packageDir, '..', '.cache', 'electron-download-failed');
const downloadTimeoutMs = 120_000;
const retryAfterMs = 24 * 3_600_000;

const binaryName =
  process.platform === 'win32'
    ? 'electron.exe'
    : process.platform === 'darwin'
      ? 'Electron.app/Contents/MacOS/Electron'
      : 'electron';

/** Electron's binary where it already is: the folder named by `ELECTRON_OVERRIDE_DIST_PATH`, else the package's own. */
export function findElectron(): string | null {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(packageDir, 'dist');
  const binary = path.join(folder, binaryName);
  return existsSync(binary) ? binary : null;
}

/**
 * Lets the electron package fetch its binary, from `ELECTRON_MIRROR` where that is set. A failed try is not repeated for a day, so
 * that a closed network does not slow every start.
 */
export function downloadElectron(): string | null {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined || hasFailedLately()) return null;
  if (process.stdout.isTTY) console.log('Fetching Electron once (this needs the network) …');
  const { status } = spawnSync(process.execPath, [path.join(packageDir, 'install.js')], {
    stdio: 'ignore',
    timeout: downloadTimeoutMs,
  });
  const binary = status === 0 ? findElectron() : null;
  if (binary === null) noteFailure();
  else rmSync(failureNote, { force: true });
  return binary;
}

/** Whether a window can be shown. */
export function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

const mirror = (): string => process.env['ELECTRON_MIRROR'] ?? '';

function hasFailedLately(): boolean {
  const status = statSync(failureNote, { throwIfNoEntry: false });
  if (status === undefined || Date.now() - status.mtimeMs > retryAfterMs) return false;
  return readFileSync(failureNote, 'utf8') === mirror(); // another mirror deserves a try
}

function noteFailure(): void {
  try {
    writeFileSync(failureNote, mirror());
  } catch {
    // without the note the next start only tries again
  }
}
