import type { PageText, Stretch } from './text.ts';
import { runsInTextOrder } from './textOrder.ts';

/** Fewer pages than this show no pattern. */
const fewestPages = 3;
/** Share of the pages (of all, of the odd or of the even ones) on which a line must recur. */
const recurringShare = 0.6;
/** Headers and footers stand in the outer strips of the page. */
const stripShare = 0.15;
/** Lines looked at in each strip of a page; a full page of small print has no more that recur. */
const linesPerStrip = 8;
/** Points by which the same line may stand higher or lower on another page. */
const tolerance = 3;
const longestLine = 120;

interface Line {
  readonly start: number;
  readonly end: number;
  /** What recurs of it: what it says with its numbers masked, and the number that counts the pages in it. */
  readonly keys: readonly string[];
  /** Distance of its middle from the nearer edge of the page, negative at the bottom, in points. */
  readonly place: number;
}

/**
 * Headers, footers and page numbers of each page: lines in the outer strips that say the same (numbers masked) at the same
 * place on more than 60 % of all, of the odd or of the even pages, three pages at least. Nothing where no place is known.
 */
export function furnitureOf(pages: readonly PageText[]): Stretch[][] {
  if (pages.length < fewestPages) return pages.map(() => []);
  const lines = pages.map(edgeLines);
  const sightings = new Map<string, Sightings>();
  lines.forEach((onPage, page) => {
    for (const { keys, place } of onPage) {
      for (const key of keys) {
        const known = sightings.get(key);
        if (known === undefined)
          sightings.set(key, { list: [{ place, page }], verdicts: new Map() });
        else known.list.push({ place, page });
      }
    }
  });
  const enough = sharesOf(pages);
  const recurs = (key: string, place: number): boolean => {
    const { list, verdicts } = sightings.get(key) ?? { list: [], verdicts: new Map() };
    if (list.length < fewestPages) return false;
    let verdict = verdicts.get(place);
    if (verdict === undefined) {
      const near = list.filter((other) => Math.abs(other.place - place) <= tolerance);
      verdict = enough(new Set(near.map((other) => other.page)));
      verdicts.set(place, verdict);
    }
    return verdict;
  };
  return lines.map((onPage) =>
    onPage
      .filter((line) => line.keys.some((key) => recurs(key, line.place)))
      .map(({ start, end }): Stretch => [start, end])
      .sort((a, b) => a[0] - b[0]),
  );
}

/** Where lines that say the same stand, and what was found of each place: a header stands at one place all through. */
interface Sightings {
  readonly list: { readonly place: number; readonly page: number }[];
  readonly verdicts: Map<number, boolean>;
}

/** Pages without text (scans, blank backs) neither carry headers nor speak against them; no line is found on them. */
function sharesOf(pages: readonly PageText[]): (found: ReadonlySet<number>) => boolean {
  const isPrinted = pages.map((page) => page.text.trim() !== '');
  const size = (parity: number | null): number =>
    isPrinted.filter((is, index) => is && (parity === null || index % 2 === parity)).length;
  const sizes = { all: size(null), even: size(0), odd: size(1) };
  const isEnough = (count: number, of: number): boolean =>
    count >= fewestPages && count > of * recurringShare;
  return (found) => {
    let even = 0;
    for (const page of found) if (page % 2 === 0) even += 1;
    return (
      isEnough(found.size, sizes.all) ||
      isEnough(even, sizes.even) ||
      isEnough(found.size - even, sizes.odd)
    );
  };
}

/** The lines in the strips at the top and bottom, those nearest to the edge. */
function edgeLines(page: PageText, index: number): Line[] {
  const strip = page.height * stripShare;
  const lines = linesOf(page).flatMap(({ start, end, place }): Line[] => {
    if (Math.abs(place) > strip || end - start > longestLine) return [];
    const keys = keysOf(page.text.slice(start, end), index);
    return keys.length === 0 ? [] : [{ start, end, keys, place }];
  });
  const nearest = (some: Line[]): Line[] =>
    some.sort((a, b) => Math.abs(a.place) - Math.abs(b.place)).slice(0, linesPerStrip);
  return [
    ...nearest(lines.filter((line) => line.place >= 0)),
    ...nearest(lines.filter((line) => line.place < 0)),
  ];
}

/** The lines of a page that stand at a known place. */
function linesOf(page: PageText): Omit<Line, 'keys'>[] {
  const lines: Omit<Line, 'keys'>[] = [];
  const runs = runsInTextOrder(page.runs);
  let run = 0;
  for (let start = 0; start < page.text.length;) {
    const found = page.text.indexOf('\n', start);
    const end = found < 0 ? page.text.length : found;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (; run < runs.length; run++) {
      const [from, to, , y, , height] = runs[run] ?? [0, 0, 0, 0, 0, 0];
      if (from > end || (from === end && to > end)) break;
      if (to <= start || to <= from || height <= 0) continue; // empty runs stand anywhere
      low = Math.min(low, y);
      high = Math.max(high, y + height);
    }
    const middle = (low + high) / 2;
    if (end > start && Number.isFinite(middle)) {
      const fromTop = page.height - middle;
      lines.push({ start, end, place: fromTop <= middle ? fromTop : -middle });
    }
    start = end + 1;
  }
  return lines;
}

const pageNumber = /第[一二三四五六七八九十百零〇]+页|共[一二三四五六七八九十百零〇]+页/g;
const romanNumber = /^[-–—]?[ivxlc]{1,7}[-–—]?$/i;

/**
 * A line without white space and with one sign for every number; and, where it begins or ends with a number (56 第三章), by
 * how much that number is ahead of the page, so that a header that names the chapter is known by its page number.
 */
function keysOf(line: string, index: number): string[] {
  const dense = line.normalize('NFKC').replace(/\s+/g, '');
  if (dense === '') return [];
  if (romanNumber.test(dense)) return ['#'];
  const masked = dense.replace(/\d+/g, '#').replace(pageNumber, (word) => `${word.charAt(0)}#页`);
  const words = line.normalize('NFKC').trim().split(/\s+/);
  const edges = words.length < 2 ? [] : [words[0] ?? '', words.at(-1) ?? ''];
  const counting = edges
    .filter((word) => /^\d{1,4}$/.test(word))
    .map((word) => Number(word) - index);
  return [masked, ...counting.map((ahead) => `+${ahead}`)];
}
