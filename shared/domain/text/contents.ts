import type { BlockText, PageText } from './text.ts';

/** An entry of a document's contents: where it leads to (index of the page or block), how deep it stands, what it says. */
export interface ContentsEntry {
  readonly part: number;
  /** 1 for the highest. */
  readonly level: number;
  readonly title: string;
}

/** Contents of a document: the bookmarks of a PDF in the order of its pages, the headings of anything else. */
export function contentsOf(
  pages: readonly PageText[],
  blocks: readonly BlockText[],
): ContentsEntry[] {
  const bookmarks = pages.flatMap((page, part) =>
    (page.bookmarks ?? []).map(([level, title]) => ({ part, level, title })),
  );
  const headings = blocks.flatMap(({ level, label, text, kind }, part) => {
    const title = [label ?? '', text.replace(/\s+/g, ' ').trim()]
      .filter((word) => word !== '')
      .join(' ');
    return level === 0 || kind === 'header' || kind === 'footer' || title === ''
      ? []
      : [{ part, level, title }];
  });
  return [...bookmarks, ...headings];
}
