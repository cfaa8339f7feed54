import type { Messages } from '#shared/i18n/catalogue.ts';

const mostPlaces = 12;

/** Places as a person names them: page numbers as pages, block paths as they are; long lists are cut and say so. */
export function placeWords(where: readonly string[], count: number, text: Messages): string {
  const shown = where
    .slice(0, mostPlaces)
    .map((place) => (/^\d+$/.test(place) ? text.words.page(Number(place)) : place))
    .join(text.common.columnSeparator);
  const total = Math.max(count, where.length);
  return total > Math.min(where.length, mostPlaces)
    ? shown + text.documents.whereMore(total)
    : shown;
}
