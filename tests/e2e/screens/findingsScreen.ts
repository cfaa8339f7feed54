import type { Locator, Page } from 'playwright-core';
import { messagesFor } from '#shared/i18n/catalogue.ts';

const words = messagesFor('zh-CN').findings;

/** Every finding of the project. */
export const findingsScreen = (page: Page) => ({
  count: (count: number): Locator => page.getByRole('heading', { name: words.count(count) }),
  problem: (): Locator => page.getByRole('textbox', { name: words.problem }),
});
