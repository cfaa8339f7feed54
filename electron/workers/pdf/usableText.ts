import type { PartFlag } from '#shared/domain/text.ts';

const letterOrDigit = /^[\p{L}\p{N}]$/u;
// Han mapped into the private use area, control characters and U+FFFD are what fonts without ToUnicode leave.
const unmapped = /^[\p{Cc}\p{Co}\p{Cn}\uFFFD]$/u;

/** Leader dots and rules of tables of contents and forms. */
const leaders = /([\p{P}\p{S}])\1{3,}/gu;
/** One sign of a symbol font in front of a line is a bullet. */
const bullets = /^[^\S\n]*\p{Co}(?!\p{Co})/gmu;

/** Share of letters and digits below which, and of unmapped characters above which, a page's text is of no use. */
const minimumReadable = 0.2;
const maximumUnmapped = 0.05;

type CharClass = 'readable' | 'unmapped' | 'other';
const classes = new Map<string, CharClass>();

/** Pages repeat the same few thousand characters; each is looked up once. */
function classOf(char: string): CharClass {
  let found = classes.get(char);
  if (found === undefined) {
    found = letterOrDigit.test(char) ? 'readable' : unmapped.test(char) ? 'unmapped' : 'other';
    classes.set(char, found);
  }
  return found;
}

/** What is wrong with a page's text as a whole: `no-text`, `unusable-text`, or nothing. */
export function textFlag(text: string): PartFlag | null {
  const dense = text.replace(bullets, '').replace(leaders, '').replace(/\s+/g, '');
  if (dense === '') return text.trim() === '' ? 'no-text' : null;
  const count = { readable: 0, unmapped: 0, other: 0 };
  for (const char of dense) count[classOf(char)] += 1;
  const size = count.readable + count.unmapped + count.other;
  const isUsable =
    count.readable / size >= minimumReadable && count.unmapped / size <= maximumUnmapped;
  return isUsable ? null : 'unusable-text';
}
