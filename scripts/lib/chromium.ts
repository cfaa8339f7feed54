import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A Chromium to test with: `CHROMIUM_PATH`, one on the PATH, or Playwright's own. */
export function findChromium(): string | null {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : null;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, chromium.executablePath()].find((file) => existsSync(file)) ?? null;
}

/** Chromium's own sandbox is off for root alone, under whom it cannot start with it. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

/** Installs Chromium and a Chinese font where that is allowed: by apt as root, else Playwright's own build. */
export function installChromium(): string | null {
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (isRoot && hasApt) {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  } else {
    const cli = path.resolve(import.meta.dirname, '../../node_modules/playwright-core/cli.js');
    run(process.execPath, [cli, 'install', 'chromium']);
  }
  return findChromium();
}

function apt(...args: readonly string[]): void {
  run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args]);
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
