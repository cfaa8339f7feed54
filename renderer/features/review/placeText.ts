import type { QuotePlace } from '#shared/domain/text/anchor.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';

/** Where a quote stands, as a lawyer names it: document, version, page, clause. */
export function placeText(
  source: { readonly documentTitle: string; readonly versionNumber: number },
  place: QuotePlace,
  text: Messages,
): string {
  const isInTable = place.clause === null && (place.blockPath ?? '').includes('/r');
  return [
    `${source.documentTitle} ${text.words.versionNumber(source.versionNumber)}`,
    ...(place.page === null ? [] : [text.words.page(place.page)]),
    ...(place.clause === null ? [] : [place.clause]),
    ...(isInTable ? [text.review.evidence.inTable] : []),
  ].join(' · ');
}
