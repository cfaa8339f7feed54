import { memoDocumentZh } from '../../i18n/messages/memoDocument.ts';
import type { MemoQuote } from './memo.ts';

const words = memoDocumentZh.findings;

/**
 * Where a quote stands, as a lawyer names it: 《合同》v1，第3页，第二十二条. Says beside it that the text was recognised, that
 * the quote is not found any more, and that the document was taken out.
 */
export function memoPlace(quote: MemoQuote): string {
  const page = quote.place.page === null ? '' : words.page(quote.place.page);
  const clause = quote.place.clause === null ? '' : words.clause(quote.place.clause);
  const stated = words.place(quote.documentTitle, quote.versionNumber, page, clause);
  const read = quote.isRecognised === true ? words.recognised(stated) : stated;
  const place = quote.isLost === true ? words.lost(read) : read;
  return quote.isDocumentRemoved === true ? words.removed(place) : place;
}
