import type { Locator, Page } from 'playwright-core';
import { messagesFor } from '#shared/i18n/catalogue.ts';

const { common, exchange } = messagesFor('zh-CN');
const { nav } = common;
type Room = 'overview' | 'documents' | 'review' | 'findings' | 'memo';

/** The rooms of the project that is open. */
export const projectScreen = (page: Page) => ({
  heading: (name: string) => page.getByRole('heading', { name, exact: true, level: 1 }),
  /** The banner of a project that another person holds. */
  handedOver: (name: string): Locator =>
    page.getByRole('status').filter({ hasText: `移交给“${name}”` }),
  takeBack: async (): Promise<void> => {
    const { takeBack } = exchange.owner;
    await page.getByRole('button', { name: takeBack, exact: true }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: takeBack, exact: true })
      .click();
  },
  goTo: async (room: Room): Promise<void> => {
    const rooms = page.getByRole('navigation', { name: nav.label });
    // The link also carries a count.
    await rooms.getByRole('link', { name: new RegExp(`^${nav[room]}`) }).click();
    await rooms.locator('[aria-current=page]', { hasText: nav[room] }).waitFor();
  },
});
