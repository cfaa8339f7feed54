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

interface Counts {
  readable: number;
  farFetched: number;
  unmapped: number;
  other: number;
}

const unseen = 0;
const space = 1;
/** Punctuation and symbols, of which four alike and more in a row are leaders. */
const sign = 6;
const kinds = { readable: 2, farFetched: 3, unmapped: 4, other: 5 } as const;
/** Kind of every UTF-16 unit that is a character of its own, filled as they are met. */
const kindOfUnit = new Uint8Array(0x1_0000);

function makeKind(unit: number): number {
  const char = String.fromCharCode(unit);
  if (/\s/.test(char)) return space;
  const kind = kinds[makeClass(char)];
  return kind === kinds.other && /[\p{P}\p{S}]/u.test(char) ? sign : kind;
}

/** Halves of surrogate pairs and the private use area. */
const isRare = (unit: number): boolean => unit >= 0xd800 && unit <= 0xf8ff;

/** Counts unit by unit, which is most of the pages; null where a bullet of a symbol font or a rare character may stand. */
function countUnits(text: string): Counts | null {
  const found = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (isRare(unit)) return null;
    let kind = kindOfUnit[unit] ?? unseen;
    if (kind === unseen) {
      kind = makeKind(unit);
      kindOfUnit[unit] = kind;
    }
    let length = 1;
    if (kind === sign) {
      while (text.charCodeAt(at + length) === unit) length += 1;
      if (length < 4) found[kind] = (found[kind] ?? 0) + length;
    } else found[kind] = (found[kind] ?? 0) + 1;
    at += length;
  }
  const [, , readable = 0, farFetched = 0, unmapped = 0, other = 0, signs = 0] = found;
  return { readable, farFetched, unmapped, other: other + signs };
}

function countCharacters(text: string): Counts {
  const counts = { readable: 0, farFetched: 0, unmapped: 0, other: 0 };
  const dense = text.replace(bullets, '').replace(leaders, '').replace(/\s+/g, '');
  for (const char of dense) counts[classOf(char)] += 1;
  return counts;
}

/** What is wrong with a page's text as a whole: `no-text`, `unusable-text`, or nothing. */
export function textFlag(text: string): PartFlag | null {
  const count = countUnits(text) ?? countCharacters(text);
  const letters = count.readable + count.farFetched;
  const size = letters + count.unmapped + count.other;
  if (size === 0) return text.trim() === '' ? 'no-text' : null;
  const isUsable =
    letters / size >= minimumReadable &&
    count.unmapped / size <= maximumUnmapped &&
    count.farFetched / size <= maximumFarFetched;
  return isUsable ? null : 'unusable-text';
}
