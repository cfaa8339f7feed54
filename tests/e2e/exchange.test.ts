import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import { runCli } from '../helpers/cli.ts';
import { type DeskUnderTest, hosts, withDesk } from './desk.ts';
import { exchangeScreen } from './screens/exchangeScreen.ts';
import { projectScreen } from './screens/projectScreen.ts';
import { projectsScreen } from './screens/projectsScreen.ts';
import { reviewScreen } from './screens/reviewScreen.ts';
import { workspaceScreen } from './screens/workspaceScreen.ts';

const messages = messagesFor('zh-CN');
const project = '智慧停车服务平台（一期）';
const item = { id: 'csl-mlps-grading', title: '等级保护对象与定级', number: '1.01' };
const own = '李明';
const colleague = '王芳';

for (const host of hosts)
  describe.skipIf(host.skipReason !== null /* said in the title */)(host.title, () => {
    const name =
      'two lawyers review the same item apart: one package there, one back, chosen in the preview, taken back';
    test(name, { timeout: 300_000 }, () =>
      withDesk(host, async (desk) => {
        const files = await begin(desk);
        const screen = exchangeScreen(desk.running.page, desk.running);
        await screen.goTo('people');
        writeFileSync(files.contact, await screen.contactFile());
        await screen.trust(files.colleagueContact, colleague);
        await screen.goTo('send');
        writeFileSync(files.there, await screen.send(colleague));
        await answer(files);
        await decide(desk, 'partial');
        await takeBack(desk, files);
      }),
    );

    const second =
      'a project is handed over and its copy shut, taken back, handed over again and handed back';
    test(second, { timeout: 300_000 }, () =>
      withDesk(host, async (desk) => {
        const files = await begin(desk);
        const screen = exchangeScreen(desk.running.page, desk.running);
        await screen.goTo('people');
        writeFileSync(files.contact, await screen.contactFile());
        await screen.goTo('send');
        await screen.trustDropped(files.colleagueContact, colleague);
        await screen.goTo('send');
        await screen.discardHandOver(project, colleague);
        await handOver(desk, files.there);
        await isShut(desk);
        await projectScreen(desk.running.page).takeBack();
        await projectScreen(desk.running.page).handedOver(colleague).waitFor({ state: 'hidden' });
        await handOver(desk, files.there);
        await answer(files, ['--hand-over', own]);
        await comesBack(desk, files);
      }),
    );
  });

type Files = Record<'workspace' | 'contact' | 'colleagueContact' | 'there' | 'back', string>;

/** The lawyer's desk with a project, and a colleague's on the command line. */
async function begin({ running: { page }, profileDir }: DeskUnderTest): Promise<Files> {
  const folder = path.join(path.dirname(profileDir), 'colleague');
  mkdirSync(folder);
  const files: Files = {
    workspace: path.join(folder, 'workspace'),
    contact: path.join(folder, 'own.counsel-contact'),
    colleagueContact: path.join(folder, 'colleague.counsel-contact'),
    there: path.join(folder, 'there.counsel-handoff'),
    back: path.join(folder, 'back.counsel-handoff'),
  };
  await colleagueRuns(files, ['init', '--no-encryption', '--person', colleague]);
  await colleagueRuns(files, ['handoff', 'keys', '--out', files.colleagueContact]);
  await workspaceScreen(page).create('一组', own, '停车 平台 数据 四个词');
  await projectsScreen(page).create(project, '市交通运输局');
  await projectScreen(page).heading(project).waitFor();
  return files;
}

async function colleagueRuns({ workspace }: Files, args: readonly string[]): Promise<void> {
  const run = await runCli(args, { workspace });
  expect([run.exitCode, run.stderr]).toEqual([0, '']);
}

/** The colleague takes the package in, decides the item otherwise and sends everything back. */
async function answer(files: Files, to = ['--to', own]): Promise<void> {
  await colleagueRuns(files, ['handoff', 'trust', files.contact]);
  await colleagueRuns(files, ['handoff', 'import', files.there]);
  await colleagueRuns(files, ['assess', project, item.id, '--verdict', 'not-met']);
  await colleagueRuns(files, ['handoff', 'export', project, '--out', files.back, ...to]);
}

async function openItem({ running: { page } }: DeskUnderTest) {
  await page.evaluate(() => {
    location.hash = '#/projects';
  });
  await projectsScreen(page).open(project);
  await projectScreen(page).goTo('review');
  const review = reviewScreen(page);
  await review.showAll();
  await review.openItem(item.title);
  return review;
}

async function decide(desk: DeskUnderTest, verdict: 'partial'): Promise<void> {
  const review = await openItem(desk);
  await review.decide(verdict);
}

/** Sees what would come in, imports it, chooses the colleague's verdict and then takes the import back. */
async function takeBack(desk: DeskUnderTest, files: Files): Promise<void> {
  const screen = exchangeScreen(desk.running.page, desk.running);
  await screen.goTo('receive');
  await screen.open(files.back);
  const [fresh = 0, changed = 0, identical = 0, conflicts, total] = await screen.figures(project);
  expect([conflicts, total]).toEqual([1, fresh + changed + identical + 1]);
  await screen.left(1).waitFor();
  await screen.choose(`审查记录 · ${item.number} ${item.title} · 结论`, colleague);
  await screen.left(0).waitFor();
  await screen.import(colleague);
  await screen.openConflicts(1).waitFor({ state: 'hidden' });
  await (await openItem(desk)).verdict('not-met').and(checked(desk)).waitFor();
  await screen.goTo('log');
  await screen.undo(colleague);
  await (await openItem(desk)).verdict('partial').and(checked(desk)).waitFor();
}

async function handOver({ running }: DeskUnderTest, file: string): Promise<void> {
  const screen = exchangeScreen(running.page, running);
  await screen.goTo('send');
  writeFileSync(file, await screen.handOver(project, colleague));
}

/** The copy left behind says whose the project is, on every screen, and takes no verdict. */
async function isShut(desk: DeskUnderTest): Promise<void> {
  const { page } = desk.running;
  await openItem(desk);
  await projectScreen(page).handedOver(colleague).waitFor();
  await page.keyboard.press('1');
  await page.getByText(/由“王芳”承办，本库的副本只读，未作改动/).waitFor();
  const shut = async (locator: Locator) => expect(await locator.isDisabled()).toBe(true);
  await shut(page.getByRole('radio', { name: /^符合/ }));
  await shut(page.getByRole('button', { name: /^新问题/ }));
  expect(await page.getByRole('textbox', { name: '说明' }).getAttribute('readonly')).toBe('');
  const keys = page.getByText(messages.review.card.evidenceHint, { exact: true });
  const toRead = page.getByText(messages.review.empty.noEvidenceToRead, { exact: true });
  expect([await keys.count(), await toRead.count()]).toEqual([0, 1]);
  await projectScreen(page).goTo('overview');
  await projectScreen(page).handedOver(colleague).waitFor();
  await shut(page.getByRole('button', { name: '修改', exact: true }));
  await projectScreen(page).goTo('documents');
  await shut(page.getByRole('button', { name: '选择文件', exact: true }));
  expect(await page.getByText(messages.documents.drop).count()).toBe(0);
  await projectScreen(page).goTo('memo');
  await shut(page.getByRole('button', { name: '生成草稿' }));
  await projectScreen(page).goTo('findings');
  await projectScreen(page).handedOver(colleague).waitFor();
}

/** What the colleague did as the owner comes in, and with it the project. */
async function comesBack(desk: DeskUnderTest, files: Files): Promise<void> {
  const screen = exchangeScreen(desk.running.page, desk.running);
  await screen.goTo('people');
  await screen.openDropped(files.back);
  await screen.notice(`${project} → ${own}`).waitFor();
  await screen.import(colleague);
  const review = await openItem(desk);
  await review.verdict('not-met').and(checked(desk)).waitFor();
  await projectScreen(desk.running.page).handedOver(colleague).waitFor({ state: 'hidden' });
  await review.decide('met');
}

const checked = ({ running: { page } }: DeskUnderTest) =>
  page.getByRole('radio', { checked: true });
