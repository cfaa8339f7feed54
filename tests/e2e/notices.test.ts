import { describe, expect, test } from 'vitest';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import { hosts, withDesk } from './desk.ts';
import { projectsScreen } from './screens/projectsScreen.ts';
import { workspaceScreen } from './screens/workspaceScreen.ts';

const passphrase = '停车 平台 数据 四个词';
const project = '智慧停车';
const zh = messagesFor('zh-CN');
const en = messagesFor('en');

for (const host of hosts)
  describe.skipIf(host.skipReason !== null /* said in the title */)(host.title, () => {
    test('a notice leaves with its page, follows the language, and undo stays on the keyboard', () =>
      withDesk(host, async ({ running: { page } }) => {
        await workspaceScreen(page).create('一组', '承办律师', passphrase);
        await projectsScreen(page).waitFor();
        await projectsScreen(page).create(project, '云溪市大数据局');
        const made = page.getByText(zh.projects.list.created(project));
        await made.waitFor();
        await page.evaluate(() => {
          location.hash = '#/projects';
        });
        await made.waitFor({ state: 'hidden', timeout: 3_000 }); // by itself it stays twice as long

        await page.getByRole('button', { name: zh.projects.list.menu(project) }).click();
        await page.getByRole('menuitem', { name: zh.common.remove }).click();
        const confirm = page.getByRole('alertdialog', { name: zh.projects.list.removeTitle });
        await confirm.getByRole('button', { name: zh.common.remove }).click();
        await page.getByText(zh.projects.list.removed(project)).waitFor();
        await page.keyboard.press('Control+k');
        await page.keyboard.type(zh.common.commands.useEnglish);
        await page.keyboard.press('Enter');
        await page.getByText(en.projects.list.removed(project)).waitFor();

        await page.keyboard.press('Control+z');
        await page.getByRole('row', { name: project }).waitFor();
        // What the notice of the removal offered would now do something else.
        await page.getByText(en.projects.list.removed(project)).waitFor();
        await page.getByRole('button', { name: en.common.commands.redo }).waitFor();
        expect(await page.getByRole('button', { name: en.common.commands.undo }).count()).toBe(0);
      }));
  });
