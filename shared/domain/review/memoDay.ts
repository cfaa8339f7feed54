import { memoDocumentZh } from '../../i18n/messages/memoDocument.ts';

/** `2026-03-05` as a memo writes it, months and days without a leading zero; anything else is left as it is. */
export function memoDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (match === null) return day;
  return memoDocumentZh.day(Number(match[1]), Number(match[2]), Number(match[3]));
}
