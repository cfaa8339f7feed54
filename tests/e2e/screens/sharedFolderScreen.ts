import type { Locator, Page } from 'playwright-core';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import type { Running } from '../desk.ts';

const { exchange, sharedFolder: words } = messagesFor('zh-CN');

/** The folder that the team shares, in the hand-off. */
export const sharedFolderScreen = (page: Page, running: Running) => {
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  return {
    browserOnly: (): Locator => page.getByText(words.browserOnly, { exact: true }),
    chooseMember: (name: string): Promise<void> =>
      page.locator('label').filter({ hasText: name }).click(),
    /** Chooses the folder in the system's dialog; the first look follows. */
    choose: async (folder: string): Promise<void> => {
      await running.chooseFiles([folder], () => button(words.choose).click());
      await page.getByText(words.saved, { exact: true }).waitFor();
    },
    inOrder: (): Locator =>
      page.getByRole('status').filter({ hasText: new RegExp(`^${words.state.reached}$`) }),
    copied: (): Locator => page.getByText(words.copiedTitle, { exact: true }),
    sync: (): Promise<void> => button(words.syncNow).click(),
    waiting: (count: number): Locator => page.getByRole('region', { name: words.waiting(count) }),
    look: async (name: string): Promise<void> => {
      await button(words.lookAt(name)).click();
      await page.getByRole('table', { name: exchange.receive.projects }).waitFor();
    },
    renew: async (): Promise<void> => {
      await page.getByRole('status').getByRole('button', { name: words.renew }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: words.renew }).click();
      await page.getByText(/已是新设备/).waitFor();
    },
  };
};
