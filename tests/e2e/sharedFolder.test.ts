import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import { runCli } from '../helpers/cli.ts';
import { type DeskUnderTest, hosts, withDesk } from './desk.ts';
import { exchangeScreen } from './screens/exchangeScreen.ts';
import { projectScreen } from './screens/projectScreen.ts';
import { projectsScreen } from './screens/projectsScreen.ts';
import { sharedFolderScreen } from './screens/sharedFolderScreen.ts';
import { workspaceScreen } from './screens/workspaceScreen.ts';

const project = '智慧停车服务平台（一期）';
const theirs = '政务云迁移二期';
const own = '李明';
const colleague = '王芳';
const passphrase = '停车 平台 数据 四个词';

for (const host of hosts)
  describe.skipIf(host.skipReason !== null /* said in the title */)(host.title, () => {
    const name =
      'two lawyers over one folder: written there, looked at, imported; a second copy of the workspace becomes a new device';
    test(name, { timeout: 420_000 }, () =>
      withDesk(host, async (desk) => {
        const files = await begin(desk);
        await setFolder(desk, files);
        await colleagueAnswers(files);
        await takeIn(desk);
        await becomeNewDevice(desk, files);
      }),
    );
  });

type Files = Record<'workspace' | 'contact' | 'colleagueContact' | 'folder' | 'copy', string>;

async function begin({ running, profileDir }: DeskUnderTest): Promise<Files> {
  const { page } = running;
  const root = path.join(path.dirname(profileDir), 'colleague');
  mkdirSync(path.join(root, '共享'), { recursive: true });
  const files: Files = {
    workspace: path.join(root, 'workspace'),
    contact: path.join(root, 'own.counsel-contact'),
    colleagueContact: path.join(root, 'colleague.counsel-contact'),
    folder: path.join(root, '共享'),
    copy: path.join(root, 'copy'),
  };
  await colleagueRuns(files, ['init', '--no-encryption', '--person', colleague]);
  await colleagueRuns(files, ['handoff', 'keys', '--out', files.colleagueContact]);
  await workspaceScreen(page).create('一组', own, passphrase);
  await projectsScreen(page).create(project, '市交通运输局');
  await projectScreen(page).heading(project).waitFor();
  const screen = exchangeScreen(page, running);
  await screen.goTo('people');
  writeFileSync(files.contact, await screen.contactFile());
  await screen.trust(files.colleagueContact, colleague);
  await colleagueRuns(files, ['handoff', 'trust', files.contact]);
  return files;
}

async function runs(workspace: string, args: readonly string[], secret = ''): Promise<void> {
  const run = await runCli(args, { workspace, passphrase: secret });
  expect([run.exitCode, run.stderr]).toEqual([0, '']);
}
const colleagueRuns = ({ workspace }: Files, args: readonly string[]): Promise<void> =>
  runs(workspace, args);

/** In the window by its dialog; a browser says that it cannot, and the command line can. */
async function setFolder(desk: DeskUnderTest, { folder }: Files): Promise<void> {
  await exchangeScreen(desk.running.page, desk.running).goTo('folder');
  const screen = sharedFolderScreen(desk.running.page, desk.running);
  const isWindow = await desk.running.page.evaluate(() => 'desk' in globalThis);
  if (isWindow) {
    await screen.chooseMember(colleague);
    await screen.choose(folder);
    await screen.inOrder().waitFor();
    return;
  }
  await screen.browserOnly().waitFor();
  await whileLocked(desk, () =>
    runs(desk.workspaceDir, ['handoff', 'folder', 'set', folder, '--to', colleague], passphrase),
  );
  await screen.sync();
  await screen.inOrder().waitFor();
}

/** A locked desk leaves its workspace to others: the command line, or whoever copies it. */
async function whileLocked({ running }: DeskUnderTest, run: () => Promise<void>): Promise<void> {
  const { page } = running;
  await page.keyboard.press('Control+Shift+L');
  await page
    .getByLabel(messagesFor('zh-CN').workspace.unlock.passphrase, { exact: true })
    .waitFor();
  await run();
  await workspaceScreen(page).unlock(passphrase);
  await exchangeScreen(page, running).goTo('folder');
}

/** Has the project from the folder, and writes one of their own there. */
async function colleagueAnswers(files: Files): Promise<void> {
  const set = ['handoff', 'folder', 'set', files.folder, '--to', own, '--automatic'];
  await colleagueRuns(files, set);
  await colleagueRuns(files, ['handoff', 'folder', 'sync']);
  await colleagueRuns(files, ['project', 'show', project]);
  await colleagueRuns(files, ['project', 'add', '--name', theirs]);
  await colleagueRuns(files, ['handoff', 'folder', 'sync']);
}

async function takeIn({ running }: DeskUnderTest): Promise<void> {
  const { page } = running;
  const screen = sharedFolderScreen(page, running);
  await screen.sync();
  await screen.waiting(1).waitFor();
  await screen.look(colleague);
  const exchange = exchangeScreen(page, running);
  const figures = await exchange.figures(theirs);
  expect(figures.at(-1)).toBeGreaterThan(0);
  await exchange.import(colleague);
  await exchange.goTo('folder');
  await screen.waiting(1).waitFor({ state: 'hidden' });
}

/** The workspace is copied, the copy writes into the folder, and this one makes itself known as another. */
async function becomeNewDevice(desk: DeskUnderTest, files: Files): Promise<void> {
  await whileLocked(desk, async () => {
    cpSync(desk.workspaceDir, files.copy, { recursive: true });
    await runs(files.copy, ['project', 'add', '--name', '只在第二台'], passphrase);
    await runs(files.copy, ['handoff', 'folder', 'sync'], passphrase);
  });
  const screen = sharedFolderScreen(desk.running.page, desk.running);
  await screen.sync();
  await screen.copied().waitFor();
  await screen.renew();
  await screen.copied().waitFor({ state: 'hidden' });
  await screen.sync();
  await screen.inOrder().waitFor();
}
