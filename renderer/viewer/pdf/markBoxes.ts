import type { PageRect } from '#shared/domain/text/anchor.ts';

/** A box on a page in fractions of its width and height, origin top left. */
export type FractionBox = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** What of pdf.js's `PageViewport` is needed to place a box; it knows rotation and crop box. */
export type PageView = {
  readonly width: number;
  readonly height: number;
  readonly convertToViewportPoint: (x: number, y: number) => readonly number[];
};

/** The boxes of an anchor on one page (counted from 1). */
export function boxesOnPage(
  rects: readonly PageRect[],
  page: number,
  view: PageView,
): readonly FractionBox[] {
  return rects
    .filter((rect) => rect.page === page)
    .map((rect) => {
      const [x1 = 0, y1 = 0] = view.convertToViewportPoint(rect.x, rect.y);
      const [x2 = 0, y2 = 0] = view.convertToViewportPoint(
        rect.x + rect.width,
        rect.y + rect.height,
      );
      return {
        left: Math.min(x1, x2) / view.width,
        top: Math.min(y1, y2) / view.height,
        width: Math.abs(x2 - x1) / view.width,
        height: Math.abs(y2 - y1) / view.height,
      };
    });
}

/** Pushes badges down so that none covers another: `tops` in any unit, ascending; each keeps `step` from the one before. */
export function spreadBadges(tops: readonly number[], step: number): readonly number[] {
  let floor = Number.NEGATIVE_INFINITY;
  return tops.map((top) => {
    floor = Math.max(top, floor + step);
    return floor;
  });
}
