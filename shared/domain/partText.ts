import type { Extraction } from './text.ts';

/** A page (PDF) or block (DOCX) as a part in which a quote can stand; a `TextPoint` counts these parts. */
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
  return extraction.blocks.map(({ text, label, path }) => ({
    text,
    label,
    page: null,
    blockPath: path,
  }));
}
