import type { Page } from 'playwright-core';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import type { Running } from '../desk.ts';

const words = messagesFor('zh-CN').documents;

/** Intake and the list of documents. */
export const documentsScreen = (page: Page) => ({
  /** Chooses files in the dialog and waits for the result of the intake. */
  add: async (running: Running, files: readonly string[]): Promise<void> => {
    await running.chooseFiles(files, () =>
      page.getByRole('button', { name: words.pickFiles }).first().click(),
    );
    await page.getByText(words.intake.title, { exact: true }).waitFor();
  },
  summary: (added: number, duplicate: number, refused: number) =>
    page.getByText(words.intake.summary(added, duplicate, refused)),
  row: (title: string) => page.getByRole('row', { name: title }).first(),
});
