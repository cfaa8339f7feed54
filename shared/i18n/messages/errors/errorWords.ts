import type { ErrorCode, ErrorParams } from '../../../contract/errors.ts';

/** Words for every code; the parts of a room satisfy a part of it. */
export type ErrorWords = { readonly [C in ErrorCode]: (params: ErrorParams) => string };

/** The value under `key` as text; empty where it is missing. */
export const p = (params: ErrorParams, key: string): string => String(params[key] ?? '');

/** The time under `at`, as a person reads it; nothing where there is none. */
export function moment(language: string, params: ErrorParams): string {
  const at = Date.parse(p(params, 'at'));
  if (Number.isNaN(at)) return '—';
  // The day before the month, as the screens write it.
  const locale = language === 'en' ? 'en-GB' : language;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(at);
}
