import { largestImageShare } from './pageImages.ts';
import type { PdfjsModule, PdfPage } from './pdfjsNode.ts';

/** A page of text holds more than this; a stamp, a page number or a scanner's mark does not. */
const fewUnits = 40;
/** Share of the page from which an image is taken for a scan of it. */
const scanShare = 0.4;
/** Looking at images means decoding them; past this the answer for the last page is taken for the rest. */
const budgetMs = 2_000;

/** Tells pages that are scans with a few printed characters from short pages of text. */
export class ScanCheck {
  readonly #pdfjs: PdfjsModule;
  #spentMs = 0;
  #last = false;

  constructor(pdfjs: PdfjsModule) {
    this.#pdfjs = pdfjs;
  }

  /** Whether the page is an image with `units` UTF-16 units of text beside it; pages without any need no look. */
  async isScan(page: PdfPage, units: number): Promise<boolean> {
    if (units === 0 || units > fewUnits) return false;
    if (this.#spentMs > budgetMs) return this.#last;
    const start = performance.now();
    try {
      this.#last = (await largestImageShare(this.#pdfjs, page)) >= scanShare;
    } catch {
      // The text was read; that the drawing cannot be is no reason to doubt it.
      this.#last = false;
    }
    this.#spentMs += performance.now() - start;
    return this.#last;
  }
}
