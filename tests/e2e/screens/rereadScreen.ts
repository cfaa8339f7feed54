import type { Locator, Page } from 'playwright-core';
import { messagesFor } from '#shared/i18n/catalogue.ts';

const { reread } = messagesFor('zh-CN').documents;

/** Texts that an older reader gave: the marks in the list of documents, and the dialog that reads them again. */
export const rereadScreen = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: reread.title });
  return {
    mark: (title: string): Locator => page.getByRole('button', { name: reread.markAria(title) }),
    all: (): Locator => page.getByRole('button', { name: reread.all, exact: true }),
    dialog,
    choice: (title: string, version: number): Locator =>
      dialog.getByRole('checkbox', { name: reread.choose(reread.version(title, version)) }),
    replace: (count: number): Locator =>
      dialog.getByRole('button', { name: reread.replace(count), exact: true }),
    done: (count: number): Locator => page.getByText(reread.done(count), { exact: true }),
    lost: (): Locator => page.getByText(reread.lost, { exact: true }),
    lostJump: (): Locator => page.getByText(reread.lostJump, { exact: true }),
  };
};
