import type { Page } from 'playwright-core';
import { messagesFor } from '#shared/i18n/catalogue.ts';

const { workspace } = messagesFor('zh-CN');

/** First run, recovery key and unlocking. */
export const workspaceScreen = (page: Page) => ({
  /** Makes an encrypted workspace and goes past the recovery key, which it returns. */
  create: async (name: string, person: string, passphrase: string): Promise<string> => {
    const words = workspace.firstRun;
    await page.getByLabel(words.name, { exact: true }).fill(name);
    await page.getByLabel(words.person, { exact: true }).fill(person);
    await page.getByLabel(words.passphrase, { exact: true }).fill(passphrase);
    await page.getByLabel(words.passphraseAgain, { exact: true }).fill(passphrase);
    await page.getByRole('button', { name: words.create }).click();
    const { title, label, confirm, next } = workspace.recoveryKey;
    await page.getByRole('heading', { name: title }).waitFor();
    const key = await page.getByText(`${label} · ${name}`).locator('xpath=..').innerText();
    await page.getByText(confirm).click();
    await page.getByRole('button', { name: next }).click();
    return key.replace(`${label} · ${name}`, '').replaceAll(/\s/g, '');
  },
  unlock: async (passphrase: string): Promise<void> => {
    const words = workspace.unlock;
    await page.getByLabel(words.passphrase, { exact: true }).fill(passphrase);
    await page.getByRole('button', { name: words.unlock, exact: true }).click();
  },
});
