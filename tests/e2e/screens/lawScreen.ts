import type { Locator, Page } from 'playwright-core';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import type { Running } from '../desk.ts';

const { law, common } = messagesFor('zh-CN');

/** The statutes: catalogue, import, reader, comparison. */
export const lawScreen = (page: Page) => {
  const detail = (title: string): Locator => page.getByRole('region', { name: title, exact: true });
  const text = (title: string): Locator =>
    page.getByRole('document', { name: law.reader.text(title) });
  return {
    open: async (): Promise<void> => {
      await page.getByRole('link', { name: common.nav.library }).click();
      await page.getByRole('link', { name: law.tabs.statutes, exact: true }).click();
    },
    import: (running: Running, files: readonly string[]): Promise<void> =>
      running.chooseFiles(files, () =>
        page.getByRole('button', { name: law.import.pickFiles }).first().click(),
      ),
    summary: (added: number, duplicate: number, refused: number): Locator =>
      page.getByText(law.import.summary(added, duplicate, refused)),
    /** Finds a law in the catalogue and shows its versions. */
    choose: async (title: string): Promise<void> => {
      await page.getByRole('searchbox', { name: law.statutes.search }).fill(title);
      await page.getByRole('row', { name: title }).click();
      await detail(title).waitFor();
    },
    compare: (title: string): Promise<void> =>
      detail(title).getByRole('link', { name: law.statutes.compare }).click(),
    read: async (title: string, day: string): Promise<void> => {
      await detail(title)
        .getByRole('link', { name: law.statutes.openVersion(day) })
        .click();
      await text(title).waitFor();
    },
    article: (title: string, start: string): Locator =>
      text(title).locator('.law-article').filter({ hasText: start }),
    /** Follows a link from one article to another. */
    follow: (title: string, link: string): Promise<void> =>
      text(title).getByRole('link', { name: link }).click(),
    find: async (typed: string): Promise<void> => {
      await page.keyboard.press('Control+f');
      await page.keyboard.type(typed);
    },
    hits: (at: number, count: number): Locator => page.getByText(law.reader.hits(at, count)),
    back: (): Promise<void> => page.getByRole('button', { name: law.reader.back }).click(),
    inserted: (): Locator =>
      page.getByRole('region', { name: law.comparison.title }).locator('ins'),
  };
};
