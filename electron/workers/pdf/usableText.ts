import type { PartFlag } from '#shared/domain/text/text.ts';

const letterOrDigit = /^[\p{L}\p{N}]$/u;
// Han mapped into the private use area, control characters and U+FFFD are what fonts without ToUnicode leave.
const unmapped = /^[\p{Cc}\p{Co}\p{Cn}\uFFFD]$/u;

/** Leader dots and rules of tables of contents and forms. */
const leaders = /([\p{P}\p{S}])\1{3,}/gu;
/** One sign of a symbol font in front of a line is a bullet. */
const bullets = /^[^\S\n]*\p{Co}(?!\p{Co})/gmu;

/**
 * Letters that Chinese, English or the scripts of China's minorities do not use: extension A, Syriac to Samaritan,
 * Ethiopic to Khmer, Limbu to Vedic, Glagolitic to Ethiopic extended, Vai to Meetei. Fonts whose map back to characters
 * is shifted give a mixture of them, readable to no one.
 */
const farFetched =
  /^[\u3400-\u4DBF\u0700-\u08FF\u1200-\u17FF\u1900-\u1CFF\u2C00-\u2DDF\uA500-\uABFF]$/u;

/** Share of letters and digits below which, and of unmapped characters above which, a page's text is of no use. */
const minimumReadable = 0.2;
const maximumUnmapped = 0.05;
const maximumFarFetched = 0.15;

type CharClass = 'readable' | 'farFetched' | 'unmapped' | 'other';
const classes = new Map<string, CharClass>();

function makeClass(char: string): CharClass {
  if (farFetched.test(char)) return 'farFetched';
  if (letterOrDigit.test(char)) return 'readable';
  return unmapped.test(char) ? 'unmapped' : 'other';
}

/** Pages repeat the same few thousand characters; each is looked up once. */
function classOf(char: string): CharClass {
  let found = classes.get(char);
  if (found === undefined) {
    found = makeClass(char);
    classes.set(char, found);
  }
  return found;
}

/** What is wrong with a page's text as a whole: `no-text`, `unusable-text`, or nothing. */
export function textFlag(text: string): PartFlag | null {
  const dense = text.replace(bullets, '').replace(leaders, '').replace(/\s+/g, '');
  if (dense === '') return text.trim() === '' ? 'no-text' : null;
  const count = { readable: 0, farFetched: 0, unmapped: 0, other: 0 };
  for (const char of dense) count[classOf(char)] += 1;
  const letters = count.readable + count.farFetched;
  const size = letters + count.unmapped + count.other;
  const isUsable =
    letters / size >= minimumReadable &&
    count.unmapped / size <= maximumUnmapped &&
    count.farFetched / size <= maximumFarFetched;
  return isUsable ? null : 'unusable-text';
}
