import type { Locator, Page } from 'playwright-core';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import path from 'node:path';
import type { Running } from '../desk.ts';

const words = messagesFor('zh-CN').ocr;

/** Scanned pages: the panel of the documents screen, and what the reader says of recognised pages. */
export const ocrScreen = (page: Page) => ({
  withoutModel: (pages: number): Locator => page.getByText(words.noModelTitle(pages)),
  /** The window asks for the folder, a browser for the file in it. */
  chooseModel: async (running: Running, folder: string): Promise<void> => {
    const inFolder = page.getByRole('button', { name: words.chooseModel, exact: true });
    const asFile = page.getByRole('button', { name: words.chooseModelFile, exact: true });
    const isFolder = await inFolder.isVisible();
    await running.chooseFiles([isFolder ? folder : path.join(folder, 'chi_sim.traineddata')], () =>
      (isFolder ? inFolder : asFile).click(),
    );
  },
  done: (pages: number): Locator =>
    page.getByRole('region', { name: words.title }).getByText(words.summaryDone(pages)),
  notice: (): Locator => page.getByText(words.pageNotice),
  /** Selects recognised words over the picture, from the first to the last character of a quote. */
  selectInPage: async (quote: string): Promise<void> => {
    const layer = page.locator('.textLayer').first();
    await layer.locator('span').first().waitFor();
    await layer.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const chars: { node: Node; offset: number; char: string }[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        for (const [offset, char] of [...(node.textContent ?? '')].entries())
          chars.push({ node, offset, char });
      const start = chars
        .map(({ char }) => char)
        .join('')
        .indexOf(wanted);
      const [first, last] = [chars[start], chars[start + wanted.length - 1]];
      if (first === undefined || last === undefined) throw new Error(`not on the page: ${wanted}`);
      const range = document.createRange();
      range.setStart(first.node, first.offset);
      range.setEnd(last.node, last.offset + 1);
      const selection = document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    }, quote);
  },
});
