import type { ExtractWarning } from '#shared/domain/text/text.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';

const mostPlaces = 12;

/** Places as a person names them, each once; long lists are cut and say so. */
export function placeWords(where: readonly string[], count: number, text: Messages): string {
  const named = where.slice(0, mostPlaces).map((place) => placeName(place, text));
  const shown = [...new Set(named)].join(text.common.columnSeparator);
  const total = Math.max(count, where.length);
  return total > Math.min(where.length, mostPlaces)
    ? shown + text.documents.whereMore(total)
    : shown;
}

/** A page number, or a path of `BlockText`; what is neither (a part of the file, an encoding) stands as it is. */
function placeName(place: string, text: Messages): string {
  if (/^\d+$/.test(place)) return text.words.page(Number(place));
  const words = text.documents.places;
  const [story = '', of = '', ...rest] = place.split('/');
  const cell = /^r(\d+)\/c(\d+)/.exec(rest.join('/'));
  const inCell = cell === null ? '' : words.cell(Number(cell[1]), Number(cell[2]));
  const within = (outer: string): string => [outer, inCell].filter(Boolean).join(' ');
  if (story === 'comment') return words.comment;
  if (story === 'header' || story === 'footer') return words[story];
  if (!/^\d+$/.test(of)) return place;
  if (story === 'body') return within(words.paragraph(Number(of) + 1));
  if (story === 'sheet') return within(words.sheet(Number(of)));
  if (story === 'page') return text.words.page(Number(of));
  if (story === 'footnote' || story === 'endnote') return words[story](of);
  return place;
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
