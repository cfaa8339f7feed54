import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import type { Bridge } from '../../renderer/client/bridge.ts';
import { findElectron } from '../../scripts/lib/electron.ts';
import { projectRoot } from '../helpers/importGraph.ts';
import { electron } from './desk.ts';
import { launchElectron } from './inElectron.ts';
import { projectsScreen } from './screens/projectsScreen.ts';
import { workspaceScreen } from './screens/workspaceScreen.ts';

const title =
  electron.skipReason === null ? 'the window' : `the window (skipped: ${electron.skipReason})`;
const passphrase = '停车 平台 数据 四个词';

describe.skipIf(electron.skipReason !== null /* said in the title */)(title, () => {
  let scratch: string;
  let app: ElectronApplication;
  let page: Page;
  const place = () => ({
    workspaceDir: path.join(scratch, 'workspace'),
    profileDir: path.join(scratch, 'profile'),
  });
  beforeEach(async () => {
    scratch = mkdtempSync(path.join(tmpdir(), 'counsel-desk-shell-'));
    app = await launchElectron(place());
    page = await app.firstWindow();
    await page.waitForLoadState();
  });
  afterEach(async () => {
    await app.close();
    rmSync(scratch, { recursive: true, force: true });
  });
  const bridge = <T, A>(run: (desk: Bridge, argument: A) => Promise<T>, argument: A): Promise<T> =>
    page.evaluate(`(${run.toString()})(window.desk, ${JSON.stringify(argument)})`) as Promise<T>; // what run returns

  test.skipIf(process.platform !== 'linux' /* read from /proc */)(
    'the page runs in the sandbox of Chromium and sees no Node',
    async () => {
      const pid = await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
      );
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      expect(status).toMatch(/^Seccomp:\s+2$/m);
      expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
      const seen = await page.evaluate(() =>
        ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
      );
      expect(seen).toEqual([]);
    },
  );

  test('the page stays where it is and is granted nothing but writing to the clipboard', async () => {
    const isRefused = await page.evaluate(() => window.open('app://desk/index.html') === null);
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await page.evaluate(() => {
      location.href = 'app://desk.example.com/';
    });
    // Only the page that has the focus may write to the clipboard, and a display without a window manager gives it to none.
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.focus();
      window?.webContents.focus();
    });
    await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
    const asked = await page.evaluate(async () => [
      await Notification.requestPermission(),
      await navigator.clipboard.readText().then(
        () => 'read',
        () => 'refused',
      ),
      await navigator.clipboard.writeText('条款').then(
        () => 'written',
        () => 'refused',
      ),
    ]);
    expect({
      isRefused,
      asked,
      url: new URL(page.url()).host,
      windows: app.windows().length,
    }).toEqual({
      isRefused: true,
      asked: ['denied', 'refused', 'written'],
      url: 'desk',
      windows: 1,
    });
  });

  test('paths stay behind: a chosen file and one made by the page are tokens, a closed dialog is none', async () => {
    const file = path.join(scratch, '合同.pdf');
    writeFileSync(file, 'x');
    const answer = (canceled: boolean) =>
      app.evaluate(
        ({ dialog }, result) => {
          dialog.showOpenDialog = () => Promise.resolve(result);
        },
        { canceled, filePaths: [file] },
      );
    await answer(false);
    const chosen = await bridge((desk) => desk.pickSources('files'), null);
    await answer(true);
    const none = await bridge((desk) => desk.pickSources('folder'), null);
    const made = await bridge((desk) => desk.sourcesOf([new File(['text'], 'made.txt')]), null);
    expect([...chosen, ...made].map((token) => /^[\w-]{32}$/.test(token))).toEqual([true, true]);
    expect(none).toEqual([]);
  });

  test('an unknown channel is answered, not sent', async () => {
    const reply = await bridge((desk) => desk.call('project.destroy' as 'project.list', {}), null);
    expect(reply).toEqual({
      ok: false,
      error: { code: 'unknown-channel', params: { channel: 'project.destroy' } },
    });
  });

  test('when the core dies the person is asked, and a restarted core opens the workspace again', async () => {
    await workspaceScreen(page).create('一组', '承办律师', passphrase);
    await app.evaluate(({ app: self, dialog }) => {
      dialog.showMessageBox = (...args: unknown[]) => {
        Object.assign(self, { asked: args.at(-1) });
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
      const core = self.getAppMetrics().find(({ name }) => name === 'Counsel Desk Core');
      if (core !== undefined) process.kill(core.pid, 'SIGKILL');
    });
    await workspaceScreen(page).unlock(passphrase);
    await projectsScreen(page).waitFor();
    const asked = await app.evaluate(({ app: self }) => Reflect.get(self, 'asked') as unknown);
    const boxes = (['zh-CN', 'en'] as const).map((language) => {
      const words = messagesFor(language).shell;
      return expect.objectContaining({
        type: 'error',
        message: words.coreStopped,
        buttons: [words.restart, words.quit],
      }) as unknown;
    });
    expect(boxes).toContainEqual(asked);
  });

  test('started a second time it gives way to the first', () => {
    const { status } = spawnSync(
      findElectron() ?? '',
      [projectRoot, '--workspace', place().workspaceDir],
      {
        env: { ...process.env, XDG_CONFIG_HOME: place().profileDir },
        timeout: 20_000,
        stdio: 'ignore',
      },
    );
    expect(status).toBe(0);
    expect(app.windows()).toHaveLength(1);
  });
});
