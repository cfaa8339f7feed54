import type { PartFlag } from '#shared/domain/text.ts';

const letterOrDigit = /[\p{L}\p{N}]/gu;
// Han mapped into the private use area, control characters and U+FFFD are what fonts without ToUnicode leave.
const unmapped = /[\p{Cc}\p{Co}\p{Cn}\uFFFD]/gu;

/** Leader dots and rules of tables of contents and forms. */
const leaders = /([\p{P}\p{S}])\1{3,}/gu;
/** One sign of a symbol font in front of a line is a bullet. */
const bullets = /^[^\S\n]*\p{Co}(?!\p{Co})/gmu;

/** Share of letters and digits below which, and of unmapped characters above which, a page's text is of no use. */
const minimumReadable = 0.2;
const maximumUnmapped = 0.05;

/** What is wrong with a page's text as a whole: `no-text`, `unusable-text`, or nothing. */
export function textFlag(text: string): PartFlag | null {
  const dense = text.replace(bullets, '').replace(leaders, '').replace(/\s+/g, '');
  if (dense === '') return text.trim() === '' ? 'no-text' : null;
  const size = Array.from(dense).length;
  const readable = dense.match(letterOrDigit)?.length ?? 0;
  const bad = dense.match(unmapped)?.length ?? 0;
  return readable / size < minimumReadable || bad / size > maximumUnmapped ? 'unusable-text' : null;
}
