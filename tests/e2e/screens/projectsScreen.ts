import type { Page } from 'playwright-core';
import { messagesFor } from '#shared/i18n/catalogue.ts';

const { list, form } = messagesFor('zh-CN').projects;

/** The list of projects and the form that makes one. */
export const projectsScreen = (page: Page) => ({
  waitFor: () => page.getByRole('button', { name: list.create }).waitFor(),
  create: async (name: string, client: string): Promise<void> => {
    await page.getByRole('button', { name: list.create }).first().click();
    const dialog = page.getByRole('dialog', { name: form.createTitle });
    await dialog.getByLabel(form.name, { exact: true }).fill(name);
    await dialog.getByLabel(form.client, { exact: true }).fill(client);
    await dialog.getByRole('button', { name: form.create, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  },
  open: async (name: string): Promise<void> => {
    await page.getByRole('link', { name }).or(page.getByRole('row', { name })).first().click();
  },
});
