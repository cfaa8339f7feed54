import type { Locator, Page } from 'playwright-core';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import type { Running } from '../desk.ts';

const words = messagesFor('zh-CN').memo;

/** What stands against issuing, and the memos written. */
export const memoScreen = (page: Page) => {
  const side = page.getByRole('complementary', { name: words.checks.title });
  const issue = side.getByRole('button', { name: words.issue });
  return {
    preview: (): Locator => page.getByRole('region', { name: words.preview }),
    canIssue: issue,
    acknowledgeAll: async (): Promise<void> => {
      await issue.waitFor();
      for (const box of await side.getByText(words.checks.acknowledge, { exact: true }).all())
        await box.click();
    },
    issue: async (): Promise<void> => {
      await issue.click();
      const question = page.getByRole('alertdialog', { name: words.issueTitle });
      await question.getByRole('button', { name: words.issue }).click();
      await side.getByText(words.list.issued, { exact: true }).waitFor();
    },
    issued: (): Locator => side.getByText(words.list.issued, { exact: true }),
    save: (running: Running): Promise<Uint8Array> =>
      running.savedFile(() =>
        side
          .getByRole('button', { name: words.list.downloadOf('') })
          .first()
          .click(),
      ),
  };
};
