import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../helpers/importGraph.ts';

const script = path.join(projectRoot, 'scripts', 'start.mjs');
const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...noDisplay } = process.env;
let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'counsel-desk-start-'));
});
afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** Starts the app and gives the reason and the address of its one line about loopback. */
async function served(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [script, '--workspace', path.join(scratch, 'workspace')], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const [, reason = '', url = ''] =
    /^Electron cannot open \((.+)\); the same app is served at (\S+)$/.exec(line) ?? [];
  return { child, reason, url };
}

async function interrupted(child: ChildProcess): Promise<number | null> {
  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

test('without a display one line says why, and the same app answers on loopback until it is interrupted', async () => {
  const { child, reason, url } = await served(noDisplay);
  expect(reason).toBe('there is no display');
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<div id="root">');
  expect(await interrupted(child)).toBe(0);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

describe.skipIf(process.platform === 'win32' /* the stand-in is a shell script */)(
  'with a display',
  () => {
    const withElectron = (lines: string) => {
      const electron = path.join(scratch, 'electron');
      writeFileSync(electron, `#!/bin/sh\n${lines}\n`);
      chmodSync(electron, 0o755);
      return { ...noDisplay, DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: scratch };
    };

    test('it is Electron that starts, with the same arguments', () => {
      const env = withElectron('echo "$@"');
      const { status, stdout } = spawnSync(process.execPath, [script, '--workspace', 'W'], {
        env,
        encoding: 'utf8',
      });
      expect({ status, stdout }).toEqual({ status: 0, stdout: `${projectRoot} --workspace W\n` });
    });

    test('an Electron that cannot run here gives way to loopback', async () => {
      const { child, reason, url } = await served(withElectron('exit 127'));
      expect(reason).toBe('it ended with code 127');
      expect((await fetch(url)).status).toBe(200);
      expect(await interrupted(child)).toBe(0);
    });

    test('without a binary it is loopback as well', async () => {
      const { child, reason } = await served({
        ...noDisplay,
        DISPLAY: ':0',
        ELECTRON_OVERRIDE_DIST_PATH: scratch,
      });
      expect(reason).toBe('its binary could not be had');
      expect(await interrupted(child)).toBe(0);
    });
  },
);
