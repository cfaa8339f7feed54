import type { Extraction } from './text.ts';

/** A page (PDF) or block (all other formats) as a part in which a quote can stand; a `TextPoint` counts these parts. */
export interface PartText {
  readonly text: string;
  /** Automatic number (第一条), shown before the text and no part of it. */
  readonly label: string | null;
  readonly page: number | null;
  readonly blockPath: string | null;
}

/** Pages or blocks of an extraction as parts, in order. */
export function partsOf(extraction: Extraction): PartText[] {
  if (extraction.kind === 'pdf') {
    return extraction.pages.map(({ text, number }) => ({
      text,
      label: null,
      page: number,
      blockPath: null,
    }));
  }
  const isPaged = extraction.kind === 'ofd';
  return extraction.blocks.map(({ text, label, path }) => ({
    text,
    label,
    page: isPaged ? pageOfPath(path) : null,
    blockPath: path,
  }));
}

/** Number of the page that an OFD block stands on (`page/3/12`). */
function pageOfPath(path: string): number | null {
  const page = /^page\/(\d+)\//.exec(path)?.[1];
  return page === undefined ? null : Number(page);
}
