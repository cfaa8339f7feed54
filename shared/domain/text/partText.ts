import { type BlockText, type Extraction, isPaged, type Stretch } from './text.ts';

/** A page (PDF) or block (all other formats) as a part in which a quote can stand; a `TextPoint` counts these parts. */
export interface PartText {
  readonly text: string;
  /** Automatic number (第一条), shown before the text and no part of it. */
  readonly label: string | null;
  readonly page: number | null;
  readonly blockPath: string | null;
  /** Headers, footers and page numbers of a page. */
  readonly furniture?: readonly Stretch[] | undefined;
  /** Tracked deletions of a block: in the text of record, and not in what its readers take for the text. */
  readonly deleted?: readonly Stretch[] | undefined;
}

/** Pages or blocks of an extraction as parts, in order. */
export function partsOf(extraction: Extraction): PartText[] {
  if (isPaged(extraction)) {
    return extraction.pages.map(({ text, number, furniture }) => ({
      text,
      label: null,
      page: number,
      blockPath: null,
      ...(furniture !== undefined && { furniture }),
    }));
  }
  const hasPages = extraction.kind === 'ofd';
  return extraction.blocks.map(({ text, label, path, marks }) => {
    const deleted = deletedStretches(marks);
    return {
      text,
      label,
      page: hasPages ? pageOfPath(path) : null,
      blockPath: path,
      ...(deleted.length > 0 && { deleted }),
    };
  });
}

function deletedStretches(marks: BlockText['marks']): Stretch[] {
  return marks
    .filter(([, , mark]) => mark === 'deleted')
    .map(([start, end]): Stretch => [start, end])
    .sort((a, b) => a[0] - b[0]);
}

/** Number of the page that an OFD block stands on (`page/3/12`). */
function pageOfPath(path: string): number | null {
  const page = /^page\/(\d+)\//.exec(path)?.[1];
  return page === undefined ? null : Number(page);
}
