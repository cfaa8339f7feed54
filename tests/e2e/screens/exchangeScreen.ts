import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type ExchangeRoom, exchangeHref } from '../../../renderer/app/exchangeRoutes.ts';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import type { Running } from '../desk.ts';

const { common, exchange } = messagesFor('zh-CN');
const { people, trust, send, receive, open, log } = exchange;

/** The hand-off: people, sending, receiving, the log. */
export const exchangeScreen = (page: Page, running: Running) => {
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const buildHandOver = async (project: string, name: string): Promise<void> => {
    await page.getByText(send.chosen, { exact: true }).click();
    await page.locator('label').filter({ hasText: project }).click();
    await page.locator('label').filter({ hasText: name }).click();
    await page.getByText(send.handOver, { exact: true }).click();
    await button(send.prepare).click();
    await page.getByText(send.newOwner, { exact: true }).waitFor();
  };
  return {
    goTo: async (room: ExchangeRoom): Promise<void> => {
      await page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        exchangeHref({ page: 'exchange', room, projectId: null }),
      );
      await page
        .getByRole('link', { name: exchange.rooms[room] })
        .and(page.locator('[aria-current="page"]'))
        .waitFor();
    },
    contactFile: (): Promise<Uint8Array> =>
      running.savedFile(() => button(people.exportContact).click()),
    /** Imports a contact file and confirms that the fingerprints were compared. */
    trust: async (file: string, name: string): Promise<void> => {
      await running.chooseFiles([file], () => button(people.importContact).click());
      const dialog = page.getByRole('dialog', { name: trust.title(name) });
      await dialog.getByText(trust.confirm).click();
      await dialog.getByRole('button', { name: trust.trust, exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
      await button(people.revokeOf(name)).waitFor();
    },
    /** Drops a contact file on the room that is open, and confirms that the fingerprints were compared. */
    trustDropped: async (file: string, name: string): Promise<void> => {
      await drop(page, file);
      const dialog = page.getByRole('dialog', { name: trust.title(name) });
      await dialog.getByText(trust.confirm).click();
      await dialog.getByRole('button', { name: trust.trust, exact: true }).click();
      await button(people.revokeOf(name)).waitFor();
    },
    /** Drops a package on the room that is open; it is shown in the room where packages come in. */
    openDropped: async (file: string): Promise<void> => {
      await drop(page, file);
      await page.getByRole('table', { name: receive.projects }).waitFor();
    },
    /** Builds a package for one contact and saves it. */
    send: async (name: string): Promise<Uint8Array> => {
      await page.locator('label').filter({ hasText: name }).click();
      await button(send.prepare).click();
      await page.getByText(send.isEncrypted, { exact: true }).waitFor();
      return running.savedFile(() => button(send.save).click());
    },
    /** Makes a contact the owner of the chosen project with the package, which is saved and marked as sent. */
    handOver: async (project: string, name: string): Promise<Uint8Array> => {
      await buildHandOver(project, name);
      const bytes = await running.savedFile(() => button(send.save).click());
      await button(send.markSent).click();
      await button(send.markSent).waitFor({ state: 'hidden' });
      await page.locator('main').getByRole('button', { name: common.close, exact: true }).click();
      return bytes;
    },
    /** Builds the same and lets it go unsaved. */
    discardHandOver: async (project: string, name: string): Promise<void> => {
      await buildHandOver(project, name);
      await button(send.discard).click();
      await page.getByText(exchange.owner.takenBack(project)).waitFor();
    },
    open: async (file: string): Promise<void> => {
      await running.chooseFiles([file], () => button(receive.pick).click());
      await page.getByRole('table', { name: receive.projects }).waitFor();
    },
    /** The figures of a project: new, changed, identical, conflicts, total. */
    figures: async (project: string): Promise<readonly number[]> => {
      const cells = page
        .getByRole('table', { name: receive.projects })
        .getByRole('row', { name: project })
        .getByRole('cell');
      return (await cells.allInnerTexts()).map(Number);
    },
    import: async (name: string): Promise<void> => {
      await button(receive.import).click();
      await page.getByText(exchange.summary.done(name)).waitFor();
    },
    notice: (detail: string): Locator => page.getByRole('status').filter({ hasText: detail }),
    /** How many disagreements of the preview are not chosen yet. */
    left: (count: number): Locator => page.getByText(receive.left(count), { exact: true }),
    openConflicts: (count: number): Locator =>
      page.getByRole('region', { name: open.title(count) }),
    choose: (subject: string, by: string): Promise<void> =>
      button(open.chooseOf(subject, by)).click(),
    undo: async (name: string): Promise<void> => {
      await button(log.undoOf(name)).click();
      await page
        .getByRole('alertdialog')
        .getByRole('button', { name: log.undo, exact: true })
        .click();
      await page.getByRole('cell', { name: /撤销$/ }).waitFor();
    },
  };
};

async function drop(page: Page, file: string): Promise<void> {
  const handed = [path.basename(file), readFileSync(file).toString('base64')] as const;
  const dataTransfer = await page.evaluateHandle(([name, content]) => {
    const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], name));
    return transfer;
  }, handed);
  await page.getByRole('region').first().dispatchEvent('drop', { dataTransfer });
}
