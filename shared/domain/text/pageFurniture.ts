import type { PageText, Stretch } from './text.ts';

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
  const places = new Map<string, { readonly place: number; readonly page: number }[]>();
  lines.forEach((onPage, page) => {
    for (const { keys, place } of onPage) {
      for (const key of keys) {
        const known = places.get(key);
        if (known === undefined) places.set(key, [{ place, page }]);
        else known.push({ place, page });
      }
    }
  });
  const enough = sharesOf(pages);
  return lines.map((onPage) =>
    onPage
      .filter((line) =>
        line.keys.some((key) => {
          const same = (places.get(key) ?? []).filter(
            (other) => Math.abs(other.place - line.place) <= tolerance,
          );
          return enough(new Set(same.map((other) => other.page)));
        }),
      )
      .map(({ start, end }): Stretch => [start, end])
      .sort((a, b) => a[0] - b[0]),
  );
}

/** Pages without text (scans, blank backs) neither carry headers nor speak against them. */
function sharesOf(pages: readonly PageText[]): (found: ReadonlySet<number>) => boolean {
  const printed = pages.flatMap((page, index) => (page.text.trim() === '' ? [] : [index]));
  const groups = [
    printed,
    printed.filter((index) => index % 2 === 0),
    printed.filter((index) => index % 2 === 1),
  ];
  return (found) =>
    groups.some((group) => {
      const count = group.filter((index) => found.has(index)).length;
      return count >= fewestPages && count > group.length * recurringShare;
    });
}

/** The lines in the strips at the top and bottom, those nearest to the edge. */
function edgeLines(page: PageText, index: number): Line[] {
  const strip = page.height * stripShare;
  const lines = linesOf(page, index).filter((line) => Math.abs(line.place) <= strip);
  const nearest = (some: Line[]): Line[] =>
    some.sort((a, b) => Math.abs(a.place) - Math.abs(b.place)).slice(0, linesPerStrip);
  return [
    ...nearest(lines.filter((line) => line.place >= 0)),
    ...nearest(lines.filter((line) => line.place < 0)),
  ];
}

function linesOf(page: PageText, index: number): Line[] {
  const lines: Line[] = [];
  let run = 0;
  for (let start = 0; start < page.text.length;) {
    const found = page.text.indexOf('\n', start);
    const end = found < 0 ? page.text.length : found;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (; run < page.runs.length; run++) {
      const [from, to, , y, , height] = page.runs[run] ?? [0, 0, 0, 0, 0, 0];
      if (from > end || (from === end && to > end)) break;
      if (to <= start || to <= from || height <= 0) continue; // empty runs stand anywhere
      low = Math.min(low, y);
      high = Math.max(high, y + height);
    }
    const middle = (low + high) / 2;
    const keys = end - start > longestLine ? [] : keysOf(page.text.slice(start, end), index);
    if (keys.length > 0 && Number.isFinite(middle)) {
      const fromTop = page.height - middle;
      lines.push({ start, end, keys, place: fromTop <= middle ? fromTop : -middle });
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
