import type { Anchor } from '#shared/domain/text/anchor.ts';
import type { ReaderPlace } from '../reader.ts';

/** Size of a page in PDF units. */
export type PageSize = { readonly width: number; readonly height: number };

/** Where a page stands in the scroller, in CSS pixels. */
export type PageBox = {
  readonly index: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

export type PageLayout = {
  readonly boxes: readonly PageBox[];
  readonly width: number;
  readonly height: number;
};

/** Space above, between and below pages, in CSS pixels. */
export const pageGap = 16;
/** Widest factor that "fit to width" takes: beyond it a line of an A4 page is too long to read. */
export const widestFit = 1.6;
/** 72 PDF units are an inch, an inch is 96 CSS pixels: 100 % shows a page in its printed size. */
export const pixelsPerUnit = 96 / 72;

/** Stacks pages at a factor (1 for printed size). */
export function layOutPages(sizes: readonly PageSize[], factor: number): PageLayout {
  let top = pageGap;
  let width = 0;
  const boxes = sizes.map((size, index): PageBox => {
    const box = {
      index,
      top,
      width: Math.floor(size.width * factor * pixelsPerUnit),
      height: Math.floor(size.height * factor * pixelsPerUnit),
    };
    top += box.height + pageGap;
    width = Math.max(width, box.width);
    return box;
  });
  return { boxes, width, height: top };
}

/** The factor at which the usual page fills `columnWidth` (CSS pixels), scrollbar and margins already taken off. */
export function fitFactor(sizes: readonly PageSize[], columnWidth: number): number {
  const widths = sizes.map((size) => size.width).sort((a, b) => a - b);
  // The median, so that one landscape drawing does not make every other page small.
  const usual = widths[Math.floor(widths.length / 2)] ?? 595;
  return Math.max(0.25, Math.min(widestFit, columnWidth / (usual * pixelsPerUnit)));
}

/** Index of the page at `y` (CSS pixels from the top of the scroller's content); 0 for an empty layout. */
export function pageAt(layout: PageLayout, y: number): number {
  let low = 0;
  let high = layout.boxes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((layout.boxes[middle]?.top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The page at `y` and how far it is scrolled past. */
export function placeAt(layout: PageLayout, y: number): ReaderPlace {
  const part = pageAt(layout, y);
  const box = layout.boxes[part];
  return { part, share: box === undefined ? 0 : (y - box.top) / Math.max(1, box.height) };
}

/** Where a place stands, in CSS pixels from the top of the content; 0 when its page is not in the layout. */
export function topOf(layout: PageLayout, place: ReaderPlace): number {
  const box = layout.boxes[place.part];
  return box === undefined ? 0 : box.top + place.share * box.height;
}

/** Indexes of the pages to draw: those in view, one more on each side, and those that hold the selection. */
export function pagesToDraw(
  layout: PageLayout,
  scrollTop: number,
  viewHeight: number,
  kept: readonly number[],
): readonly number[] {
  if (layout.boxes.length === 0) return [];
  const first = Math.max(0, pageAt(layout, scrollTop) - 1);
  const last = Math.min(layout.boxes.length - 1, pageAt(layout, scrollTop + viewHeight) + 1);
  const inView = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const others = kept.filter((index) => index < first || index > last);
  return [...inView, ...others.filter((index) => index in layout.boxes)].sort((a, b) => a - b);
}

/** Factor between CSS and canvas pixels that keeps a canvas under `maxPixels`. */
export function canvasRatio(box: PageSize, deviceRatio: number, maxPixels: number): number {
  return Math.min(deviceRatio, Math.sqrt(maxPixels / Math.max(1, box.width * box.height)));
}

/** Where a quote begins, in CSS pixels from the corner of the pages; the top of its page where it has no boxes. */
export function anchorSpot(
  anchor: Anchor,
  layout: PageLayout,
  pages: readonly PageSize[],
): { readonly top: number; readonly left: number } {
  const first = anchor.rects[0];
  const index = first === undefined ? anchor.start.part : first.page - 1;
  const box = layout.boxes[index];
  const size = pages[index];
  if (box === undefined || size === undefined) return { top: 0, left: 0 };
  if (first === undefined) return { top: box.top, left: 0 };
  return {
    top: box.top + (1 - (first.y + first.height) / size.height) * box.height,
    left: (layout.width - box.width) / 2 + (first.x / size.width) * box.width,
  };
}
