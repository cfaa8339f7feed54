import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { messagesFor } from '#shared/i18n/catalogue.ts';

const { review, findings } = messagesFor('zh-CN');
const verdictKeys = { met: '1', partial: '2', 'not-met': '3' } as const;
export type Decided = keyof typeof verdictKeys;

/** The reading desk: items, document, item card. */
export const reviewScreen = (page: Page) => {
  const items = page.getByRole('listbox', { name: review.columns.items });
  const card = page.getByRole('complementary', { name: review.columns.card });
  const reader = page.getByRole('document');
  return {
    item: (title: string): Locator => items.getByRole('option', { name: title }),
    showAll: () => page.getByRole('button', { name: review.filters.all }).click(),
    openItem: async (title: string): Promise<void> => {
      await items.getByRole('option', { name: title }).click();
      await items.getByRole('option', { name: title, selected: true }).waitFor();
    },
    openDocument: async (title: string): Promise<void> => {
      // A select is named by its value and its label.
      const choose = new RegExp(` ${review.document.choose}$`);
      await page.getByRole('button', { name: choose }).click();
      await page.getByRole('option', { name: title }).click();
      // Until the choices have faded out, keys belong to them.
      await page.getByRole('dialog', { includeHidden: true }).waitFor({ state: 'detached' });
      await page.getByRole('document', { name: title }).waitFor();
    },
    /** Drags over the quote in the document and attaches it by its key. */
    attach: async (quote: string, evidenceAfter: number): Promise<void> => {
      await dragOver(page, reader, quote);
      await page.keyboard.press('e');
      await card.getByRole('region', { name: review.card.evidence(evidenceAfter) }).waitFor();
    },
    /** Goes to the end of the document and attaches its last sentence: no mouse. */
    attachLastSentence: async (quote: string, evidenceAfter: number): Promise<void> => {
      await page.keyboard.press('d');
      await page.keyboard.press('End');
      const isAtEnd = (box: HTMLElement | SVGElement): boolean =>
        box.scrollTop + box.clientHeight >= box.scrollHeight - 2;
      await expect.poll(() => page.locator('.reader-scroller').evaluate(isAtEnd)).toBe(true);
      await page.keyboard.press('s');
      await expect
        .poll(() => page.evaluate(() => document.getSelection()?.toString() ?? ''))
        .toContain(quote);
      await page.keyboard.press('e');
      await card.getByRole('region', { name: review.card.evidence(evidenceAfter) }).waitFor();
    },
    evidence: (quote: string): Locator =>
      card.getByRole('button', { name: review.evidence.jump(quote) }),
    decide: async (verdict: Decided): Promise<void> => {
      const name = review.card.shortVerdicts[verdict];
      await page.keyboard.press(verdictKeys[verdict]);
      await card.getByRole('radio', { name, exact: true, checked: true }).waitFor();
    },
    verdict: (verdict: Decided): Locator =>
      card.getByRole('radio', { name: review.card.shortVerdicts[verdict], exact: true }),
    writeNote: async (note: string): Promise<void> => {
      const field = card.getByRole('textbox', { name: review.card.note });
      await field.fill(note);
      await field.blur();
    },
    note: (): Locator => card.getByRole('textbox', { name: review.card.note }),
    /** Opens a finding on the item at hand, filled in from the item. */
    addFinding: async (): Promise<Locator> => {
      await page.keyboard.press('f');
      const problem = card.getByRole('textbox', { name: findings.problem });
      await problem.waitFor();
      return problem;
    },
    leaveField: () => page.keyboard.press('Escape'),
  };
};

/** From the first character of a quote to its last, with the mouse, as a lawyer does. */
async function dragOver(page: Page, reader: Locator, quote: string): Promise<void> {
  const text = reader.getByText(quote).last();
  await text.scrollIntoViewIfNeeded();
  const line = await text.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const start = (node.textContent ?? '').indexOf(wanted);
      if (start === -1) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const rects = [...range.getClientRects()];
      const [first, last] = [rects[0], rects.at(-1)];
      if (first === undefined || last === undefined) continue;
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right - 1, y: last.top + last.height / 2 },
      };
    }
    throw new Error(`not drawn as one text: ${wanted}`);
  }, quote);
  await page.mouse.move(line.from.x, line.from.y);
  await page.mouse.down();
  await page.mouse.move(line.to.x, line.to.y, { steps: 10 });
  await page.mouse.up();
}
