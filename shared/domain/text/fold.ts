import { ideographOf } from './radicals.ts';

/**
 * Text in the form in which it is searched and compared, with the way back.
 *
 * `map` is a list of runs, three numbers each: folded start, original start, original length. A run's folded length is
 * the distance to the next run's folded start (or to the end). Equal lengths map unit by unit; unequal ones (㈠ → (一))
 * map as a whole. What lies between the original ranges of two runs was dropped. Runs rise strictly in both texts.
 */
export interface Folded {
  readonly text: string;
  readonly map: readonly number[];
  readonly originalLength: number;
}

const RUN = 3;
const dashes = /^[\u2010-\u2015\u2212\u2043\uFE58\uFE63\uFF0D]$/;
const doubleQuotes = /^[\u201C-\u201F]$/;
const singleQuotes = /^[\u2018-\u201B]$/;
// Control characters, and what is drawn as nothing: zero-width signs, soft hyphens, bidi controls, variation selectors.
const dropped = /^[\p{Cc}\p{Default_Ignorable_Code_Point}]$/u;
const whitespace = /^[\s\u0085]$/;
const cjk =
  /^[\u1100-\u11FF\u2E80-\u303F\u3040-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{3FFFF}]$/u;
const latin = /^\p{Script=Latin}$/u;

interface Form {
  /** Empty for what is dropped; one space for whitespace. */
  readonly out: string;
  readonly isSpace: boolean;
  readonly isCjk: boolean;
}

const forms = new Map<string, Form>();
const formsLimit = 20_000;

/** Folded form of one character (code point). */
function formOf(char: string): Form {
  const known = forms.get(char);
  if (known !== undefined) return known;
  const form = makeForm(char);
  if (forms.size < formsLimit) forms.set(char, form);
  return form;
}

function makeForm(char: string): Form {
  if (whitespace.test(char)) return { out: ' ', isSpace: true, isCjk: false };
  if (dropped.test(char)) return { out: '', isSpace: false, isCjk: false };
  const out = settle(char);
  if (out === '') return { out, isSpace: false, isCjk: false };
  if (out.trim() === '') return { out: ' ', isSpace: true, isCjk: false };
  return { out, isSpace: false, isCjk: cjk.test(char) || Array.from(out).some((c) => cjk.test(c)) };
}

/** Applies the mapping until nothing changes, so that folding twice equals folding once. */
function settle(char: string): string {
  let now = char;
  for (let pass = 0; pass < 4; pass++) {
    const next = Array.from(now, mapOne).join('');
    if (next === now) return now;
    now = next;
  }
  return now;
}

function mapOne(char: string): string {
  if (dropped.test(char)) return '';
  if (dashes.test(char)) return '-';
  if (doubleQuotes.test(char)) return '"';
  if (singleQuotes.test(char)) return "'";
  const normal = (ideographOf(char) ?? char).normalize('NFKC');
  // A compatibility form that opens up into space and mark (´) is kept: it would make words out of nothing.
  const plain = /^\s./u.test(normal) ? char : normal;
  return latin.test(plain) ? lowerIfExact(plain) : plain;
}

function lowerIfExact(char: string): string {
  const lower = char.toLowerCase();
  return lower.length === char.length ? lower : char;
}

/** Collects folded text and its runs; neighbouring unit-by-unit runs grow together. */
class FoldBuilder {
  readonly #chunks: string[] = [];
  readonly #map: number[] = [];
  #length = 0;
  /** Folded and original end of the last run, when it maps unit by unit; -1 otherwise. */
  #openFolded = -1;
  #openOriginal = -1;

  add(out: string, start: number, length: number): void {
    const isExact = out.length === length;
    if (isExact && this.#openFolded === this.#length && this.#openOriginal === start) {
      const last = this.#map.length - 1;
      this.#map[last] = (this.#map[last] ?? 0) + length;
    } else {
      this.#map.push(this.#length, start, length);
    }
    this.#chunks.push(out);
    this.#length += out.length;
    this.#openFolded = isExact ? this.#length : -1;
    this.#openOriginal = isExact ? start + length : -1;
  }

  done(originalLength: number): Folded {
    return { text: this.#chunks.join(''), map: this.#map, originalLength };
  }
}

/**
 * Folds text for search and comparison: NFKC per character, radicals to ideographs, one form of dashes and quotation
 * marks, Latin in lower case, invisible characters dropped, whitespace dropped beside CJK and at both ends and collapsed
 * to one space elsewhere. Folding folded text changes nothing.
 */
export function fold(text: string): Folded {
  const builder = new FoldBuilder();
  let wasCjk = true; // whitespace at the start goes
  let spaceStart = -1;
  let spaceEnd = -1;
  for (let i = 0; i < text.length;) {
    const code = text.codePointAt(i) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    const form = formOf(size === 1 ? text.charAt(i) : text.slice(i, i + 2));
    if (form.isSpace) {
      if (spaceStart < 0) spaceStart = i;
      spaceEnd = i + size;
    } else if (form.out !== '') {
      if (spaceStart >= 0 && !wasCjk && !form.isCjk) {
        builder.add(' ', spaceStart, spaceEnd - spaceStart);
      }
      builder.add(form.out, i, size);
      spaceStart = -1;
      wasCjk = form.isCjk;
    }
    i += size;
  }
  return builder.done(text.length);
}

/** Index of the run that holds the folded offset; -1 before the first. */
function runAt(map: readonly number[], offset: number, field: 0 | 1): number {
  let low = 0;
  let high = map.length / RUN - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((map[middle * RUN + field] ?? 0) <= offset) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}

function foldedLengthOf(folded: Folded, run: number): number {
  const next = folded.map[(run + 1) * RUN] ?? folded.text.length;
  return next - (folded.map[run * RUN] ?? 0);
}

/**
 * Where in the original the folded unit at `offset` begins. At the end of the folded text: the end of the last
 * character that is in it.
 */
export function toOriginal(folded: Folded, offset: number): number {
  if (folded.map.length === 0) return 0;
  if (offset >= folded.text.length) return toOriginalEnd(folded, folded.text.length);
  const run = Math.max(0, runAt(folded.map, offset, 0));
  const foldedStart = folded.map[run * RUN] ?? 0;
  const start = folded.map[run * RUN + 1] ?? 0;
  const length = folded.map[run * RUN + 2] ?? 0;
  const isExact = length === foldedLengthOf(folded, run);
  return isExact ? start + Math.max(0, offset - foldedStart) : start;
}

/**
 * Where in the original the character ends whose folded form ends at or spans `offset`: the end of a match that ends
 * there, without what was dropped after it.
 */
export function toOriginalEnd(folded: Folded, offset: number): number {
  if (folded.map.length === 0 || offset <= 0) return toOriginalStart(folded);
  const last = Math.min(offset, folded.text.length) - 1;
  const run = Math.max(0, runAt(folded.map, last, 0));
  const foldedStart = folded.map[run * RUN] ?? 0;
  const start = folded.map[run * RUN + 1] ?? 0;
  const length = folded.map[run * RUN + 2] ?? 0;
  const isExact = length === foldedLengthOf(folded, run);
  return isExact ? start + (last - foldedStart) + 1 : start + length;
}

function toOriginalStart(folded: Folded): number {
  return folded.map[1] ?? 0;
}

/** Folded offset of the first folded unit that comes from the original at or after `offset`. */
export function toFolded(folded: Folded, offset: number): number {
  const run = runAt(folded.map, offset, 1);
  if (run < 0) return 0;
  const foldedStart = folded.map[run * RUN] ?? 0;
  const start = folded.map[run * RUN + 1] ?? 0;
  const length = folded.map[run * RUN + 2] ?? 0;
  const foldedLength = foldedLengthOf(folded, run);
  if (offset >= start + length) return foldedStart + foldedLength;
  if (length === foldedLength) return foldedStart + (offset - start);
  return offset === start ? foldedStart : foldedStart + foldedLength;
}
