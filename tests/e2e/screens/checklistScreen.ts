import type { Locator, Page } from 'playwright-core';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import type { Running } from '../desk.ts';

const { checklists, common, projects } = messagesFor('zh-CN');

/** Checklists: the shelf, files of them, drafts, and what projects read. */
export const checklistScreen = (page: Page) => {
  const updates = page.getByRole('region', { name: checklists.updates.title });
  const dialog = page.getByRole('dialog', { name: checklists.updates.dialogTitle });
  return {
    /** By the main menu, which is on every screen. */
    open: async (): Promise<void> => {
      await page.getByRole('button', { name: common.nav.main }).click();
      await page.getByRole('menuitem', { name: common.commands.goLibrary }).click();
    },
    choose: async (title: string): Promise<void> => {
      await page
        .getByRole('navigation', { name: projects.library.title })
        .getByRole('link', { name: title })
        .first()
        .click();
      await page.getByRole('listbox', { name: title }).waitFor();
    },
    exportWorkbook: (running: Running): Promise<Uint8Array> =>
      running.savedFile(async () => {
        await page.getByRole('button', { name: checklists.actions.label }).click();
        await page.getByRole('menuitem', { name: checklists.actions.xlsx }).click();
      }),
    import: (running: Running, file: string): Promise<void> =>
      running.chooseFiles([file], () =>
        page.getByRole('button', { name: checklists.nav.importFile }).click(),
      ),
    counts: (same: number, changed: number, added: number, removed: number): Locator =>
      page.getByText(checklists.imports.counts(same, changed, added, removed)),
    refused: (file: string): Locator => page.getByText(checklists.imports.refused(file)),
    openDraft: (): Promise<void> =>
      page.getByRole('link', { name: checklists.imports.openDraft }).click(),
    /** Writes into a field of the item at hand; it saves itself. */
    write: async (field: string, text: string): Promise<void> => {
      const box = page.getByRole('textbox', { name: field, exact: true });
      await box.fill(text);
      await box.blur();
    },
    isComplete: (): Promise<void> => page.getByText(checklists.draft.noProblems).waitFor(),
    publish: async (): Promise<void> => {
      const { publish, publishTitle } = checklists.draft;
      await page.getByRole('button', { name: publish, exact: true }).click();
      await page
        .getByRole('alertdialog', { name: publishTitle })
        .getByRole('button', { name: publish, exact: true })
        .click();
      await page.getByRole('button', { name: checklists.actions.edition }).waitFor();
    },
    /** Looks at what a newer version would do to the project, and takes it. */
    update: async (): Promise<void> => {
      await updates.getByRole('button', { name: checklists.updates.open }).click();
      await dialog.getByRole('region', { name: checklists.updates.reopened }).waitFor();
      await dialog.getByRole('button', { name: checklists.updates.update, exact: true }).click();
      await updates.waitFor({ state: 'detached' });
    },
    effect: (carried: number, reopened: number, archived: number, added: number): Locator =>
      updates.getByText(checklists.updates.effect(carried, reopened, archived, added)),
    reopened: (): Locator => page.getByText(checklists.reopened.title),
  };
};
