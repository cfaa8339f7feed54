import type { ReaderMark } from './reader.ts';

/** One badge at the edge of the page: an item's number, once for each place however many quotes it has there. */
export type Badge = {
  readonly itemId: string;
  readonly number: string;
  readonly stance: ReaderMark['stance'];
  readonly isCurrent: boolean;
  readonly top: number;
};

/** Orders badges by height and drops repeats of an item that would stand within `nearness` of its own badge. */
export function badgesFor(
  places: readonly { readonly mark: ReaderMark; readonly top: number }[],
  nearness: number,
): readonly Badge[] {
  const badges: Badge[] = [];
  const ordered = [...places].sort(
    (a, b) => a.top - b.top || a.mark.itemNumber.localeCompare(b.mark.itemNumber),
  );
  for (const { mark, top } of ordered) {
    const isRepeat = badges.some(
      (badge) => badge.itemId === mark.itemId && Math.abs(badge.top - top) < nearness,
    );
    if (!isRepeat) {
      const { itemId, itemNumber: number, stance, isCurrent } = mark;
      badges.push({ itemId, number, stance, isCurrent, top });
    }
  }
  return badges;
}
