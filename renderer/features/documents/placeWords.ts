import type { ExtractWarning } from '#shared/domain/text/text.ts';
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

/** What of a document was not searched: its places, then what has no place in its text (missing pages, unread pictures). */
export function unsearchedWords(
  where: readonly string[],
  warnings: readonly ExtractWarning[],
  text: Messages,
): string {
  const places = where.length === 0 ? [] : [placeWords(where, where.length, text)];
  const said = warnings.map(({ code, count }) => text.documents.warnings[code](count));
  return [...places, ...said].join(text.common.columnSeparator);
}
