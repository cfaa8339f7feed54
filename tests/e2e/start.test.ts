import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../helpers/importGraph.ts';

const start = path.join(projectRoot, 'scripts', 'start.mjs');
let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'counsel-desk-start-'));
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

test('without a display one line says why, and the same app answers on loopback until it is interrupted', async () => {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const child = spawn(process.execPath, [start, '--workspace', path.join(scratch, 'workspace')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const [, reason, url] =
    /^Electron cannot open \((.+)\); the same app is served at (\S+)$/.exec(line) ?? [];
  expect(reason).toBe('there is no display');
  const page = await fetch(url ?? '');
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<div id="root">');

  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(0);
  await expect(fetch(url ?? '')).rejects.toThrow('fetch failed');
});

test.skipIf(process.platform === 'win32' /* the stand-in is a shell script */)(
  'with a display and a binary it is Electron that starts, with the same arguments',
  () => {
    const electron = path.join(scratch, 'electron');
    writeFileSync(electron, '#!/bin/sh\necho "$@"\nexit 7\n');
    chmodSync(electron, 0o755);
    const { status, stdout } = spawnSync(process.execPath, [start, '--workspace', 'W'], {
      env: { ...process.env, DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: scratch },
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 7, stdout: `${projectRoot} --workspace W\n` });
  },
);
