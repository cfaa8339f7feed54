import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import { findElectron } from '../../scripts/lib/electron.ts';
import { runCli } from '../helpers/cli.ts';
import { projectRoot } from '../helpers/importGraph.ts';
import { electron } from './desk.ts';
import { launchElectron } from './inElectron.ts';
import { workspaceScreen } from './screens/workspaceScreen.ts';

const title =
  electron.skipReason === null
    ? 'opening by double click'
    : `opening by double click (skipped: ${electron.skipReason})`;
const passphrase = '停车 平台 数据 四个词';
const { receive, trust } = messagesFor('zh-CN').exchange;
const project = '智慧停车服务平台（一期）';
const colleague = '王芳';

describe.skipIf(electron.skipReason !== null /* said in the title */)(title, () => {
  let scratch: string;
  let app: ElectronApplication;
  const place = () => ({
    workspaceDir: path.join(scratch, 'workspace'),
    profileDir: path.join(scratch, 'profile'),
  });
  const at = (name: string): string => path.join(scratch, name);
  const opened = async (files: readonly string[] = []): Promise<Page> => {
    app = await launchElectron(place(), files);
    const page = await app.firstWindow();
    await page.waitForLoadState();
    return page;
  };
  beforeEach(async () => {
    scratch = mkdtempSync(path.join(tmpdir(), 'counsel-desk-opened-'));
    const workspace = at('colleague');
    const run = async (args: readonly string[]): Promise<void> => {
      expect((await runCli(args, { workspace })).exitCode).toBe(0);
    };
    await run(['init', '--no-encryption', '--person', colleague]);
    await run(['project', 'add', '--name', project]);
    await run(['handoff', 'export', '--out', at('项目 一.counsel-handoff')]);
    await run(['handoff', 'keys', '--out', at('王芳.counsel-contact')]);
  });
  afterEach(async () => {
    await app.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  test('a package waits for the workspace to be unlocked and is shown; a contact file comes to the open window', async () => {
    const first = await opened();
    await workspaceScreen(first).create('一组', '李明', passphrase);
    await app.close();
    const page = await opened([at('项目 一.counsel-handoff')]);
    await workspaceScreen(page).unlock(passphrase);
    const table = page.getByRole('table', { name: receive.projects });
    await table.getByRole('row', { name: project }).waitFor();
    await page.getByText(receive.unknownTitle(colleague)).waitFor();
    const file = at('王芳.counsel-contact');
    const args = [projectRoot, '--workspace', place().workspaceDir, file];
    const again = spawn(findElectron() ?? '', args, {
      env: { ...process.env, XDG_CONFIG_HOME: place().profileDir },
      stdio: 'ignore',
    });
    await page.getByRole('dialog', { name: trust.title(colleague) }).waitFor();
    if (again.exitCode === null) await once(again, 'exit');
    expect(again.exitCode).toBe(0);
    expect(await page.content()).not.toContain(scratch);
  });
});
