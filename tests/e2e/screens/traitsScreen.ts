import type { Page } from 'playwright-core';
import { messagesFor } from '#shared/i18n/catalogue.ts';

const { overview, traits } = messagesFor('zh-CN').projects;

/** The questions that decide which items apply. */
export const traitsScreen = (page: Page) => {
  const answers = (label: string) => page.getByRole('radiogroup', { name: traits.answerOf(label) });
  return {
    open: async (): Promise<void> => {
      await page
        .getByRole('link', { name: overview.openTraits })
        .or(page.getByRole('button', { name: overview.openTraits }))
        .first()
        .click();
    },
    answer: async (label: string, answer: 'yes' | 'no'): Promise<void> => {
      await answers(label).getByText(traits[answer], { exact: true }).click();
      await answers(label).getByRole('radio', { name: traits[answer], checked: true }).waitFor();
    },
  };
};
