import { furnitureOf } from '#shared/domain/text/pageFurniture.ts';
import type { SentPage } from '#shared/domain/text/extractMessage.ts';
import { unpackRuns } from '#shared/domain/text/packedRuns.ts';
import type { Extraction, ExtractWarning, PageText } from '#shared/domain/text/text.ts';

const listedPages = 50;

/** The pages of a PDF while they come in from the worker. */
export class PdfPages {
  readonly #pages: PageText[] = [];
  #warnings: readonly ExtractWarning[] = [];

  add(pages: readonly SentPage[], warnings: readonly ExtractWarning[]): void {
    for (const page of pages) this.#pages.push({ ...page, runs: unpackRuns(page.runs) });
    this.#warnings = warnings;
  }

  /** The whole reading; anything but a PDF as it is. */
  whole(extraction: Extraction): Extraction {
    if (extraction.kind !== 'pdf') return extraction;
    return { ...extraction, pages: withFurniture(this.#pages) };
  }

  /** What was read of `total` pages before the reading was cut short; null where that is nothing. */
  cutShort(total: number): Extraction | null {
    const read = this.#pages.length;
    if (!this.#pages.some((page) => page.text !== '')) return null;
    const unread = Array.from({ length: Math.max(0, total - read) }, (_, i) => read + 1 + i);
    const cut: ExtractWarning = {
      code: 'reading-cut',
      count: unread.length,
      where: unread.slice(0, listedPages).map(String),
    };
    return {
      kind: 'pdf',
      pages: [...withFurniture(this.#pages), ...unread.map(unreadPage)],
      characters: this.#pages.reduce((sum, page) => sum + page.text.length, 0),
      warnings: [cut, ...this.#warnings],
      meta: {},
    };
  }
}

function unreadPage(number: number): PageText {
  return { number, label: null, text: '', flags: ['page-failed'], width: 0, height: 0, runs: [] };
}

function withFurniture(pages: readonly PageText[]): PageText[] {
  const furniture = furnitureOf(pages);
  return pages.map((page, index) => {
    const own = furniture[index] ?? [];
    return own.length === 0 ? page : { ...page, furniture: own };
  });
}
