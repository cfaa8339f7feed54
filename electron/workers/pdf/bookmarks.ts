import type { PageText } from '#shared/domain/text/text.ts';
import type { PdfDocument } from './pdfjsNode.ts';

type Bookmark = NonNullable<PageText['bookmarks']>[number];

const mostBookmarks = 3_000;
const deepest = 9;
const longestTitle = 300;

/** One entry of pdf.js's outline, as far as it is used. */
interface OutlineItem {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly OutlineItem[];
}

/** Bookmarks by the index of the page that they lead to, in their own order; those that lead nowhere are left out. */
export async function readBookmarks(document: PdfDocument): Promise<Map<number, Bookmark[]>> {
  const byPage = new Map<number, Bookmark[]>();
  let left = mostBookmarks;
  const take = async (items: readonly OutlineItem[], level: number): Promise<void> => {
    for (const { title, dest, items: below } of items) {
      left -= 1;
      if (left < 0) return;
      const page = await pageOf(document, dest);
      const text = title.replace(/\s+/g, ' ').trim().slice(0, longestTitle);
      if (page !== null && text !== '') {
        const known = byPage.get(page);
        if (known === undefined) byPage.set(page, [[level, text]]);
        else known.push([level, text]);
      }
      if (level < deepest) await take(below, level + 1);
    }
  };
  try {
    await take((await document.getOutline()) ?? [], 1);
  } catch {
    return byPage; // a damaged outline ends where it is damaged; the text stands without it
  }
  return byPage;
}

interface PageReference {
  readonly num: number;
  readonly gen: number;
}

function isReference(value: unknown): value is PageReference {
  return (
    typeof value === 'object' &&
    value !== null &&
    'num' in value &&
    'gen' in value &&
    typeof value.num === 'number' &&
    typeof value.gen === 'number'
  );
}

async function pageOf(
  document: PdfDocument,
  dest: string | readonly unknown[] | null,
): Promise<number | null> {
  try {
    const explicit: unknown = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    const first: unknown = Array.isArray(explicit) ? explicit[0] : null;
    const index =
      typeof first === 'number'
        ? first
        : isReference(first)
          ? await document.getPageIndex(first)
          : -1;
    return Number.isInteger(index) && index >= 0 && index < document.numPages ? index : null;
  } catch {
    return null; // leads to a page that is not there
  }
}
