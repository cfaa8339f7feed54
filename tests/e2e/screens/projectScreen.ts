import type { Page } from 'playwright-core';
import { messagesFor } from '#shared/i18n/catalogue.ts';

const { nav } = messagesFor('zh-CN').common;
type Room = 'overview' | 'documents' | 'review' | 'findings' | 'memo';

/** The rooms of the project that is open. */
export const projectScreen = (page: Page) => ({
  heading: (name: string) => page.getByRole('heading', { name, exact: true, level: 1 }),
  goTo: async (room: Room): Promise<void> => {
    const rooms = page.getByRole('navigation', { name: nav.label });
    // The link also carries a count.
    await rooms.getByRole('link', { name: new RegExp(`^${nav[room]}`) }).click();
    await rooms.locator('[aria-current=page]', { hasText: nav[room] }).waitFor();
  },
});
