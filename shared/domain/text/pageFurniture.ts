import type { PageText, Stretch } from './text.ts';
import { isStamp, bodyOf, linesOf, numbersBesideLines, type PageLine } from './pageLines.ts';

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

interface Line extends PageLine {
  /** What recurs of it: what it says with its numbers masked, and the number that counts the pages in it. */
  readonly keys: readonly string[];
}

/**
 * Headers, footers and page numbers of each page: lines in the outer strips that say the same (numbers masked) at the same
 * place on more than 60 % of all, of the odd or of the even pages, three pages at least; likewise what is printed across
 * or beside the text (watermarks, binding lines). Also the numbers that count the lines of a page, and plain page
 * numbers of documents of fewer pages. Nothing where no place is known.
 */
export function furnitureOf(pages: readonly PageText[]): Stretch[][] {
  const all = pages.map(linesOf);
  const recurring =
    pages.length < fewestPages ? plainPageNumbers(pages, all) : recurringLines(pages, all);
  return pages.map((page, i) => {
    const own = [...(recurring[i] ?? []), ...numbersBesideLines(page, all[i] ?? [])];
    const ends = new Map(own.map(({ start, end }) => [start, end]));
    return [...ends].sort((a, b) => a[0] - b[0]);
  });
}

function recurringLines(
  pages: readonly PageText[],
  all: readonly (readonly PageLine[])[],
): PageLine[][] {
  const lines = pages.map((page, i) => edgeLines(page, i, all[i] ?? []));
  const sightings = new Map<string, Sighting[]>();
  lines.forEach((onPage, page) => {
    for (const { keys, place } of onPage) {
      for (const key of keys) {
        const known = sightings.get(key);
        if (known === undefined) sightings.set(key, [{ place, page }]);
        else known.push({ place, page });
      }
    }
  });
  const enough = sharesOf(pages);
  const recurring = new Map(
    Array.from(sightings, ([key, list]) => [key, recurringPlaces(list, enough)] as const),
  );
  return lines.map((onPage) =>
    onPage.filter((line) => line.keys.some((key) => recurring.get(key)?.has(line.place))),
  );
}

/** Where, and on which page, a line that says the same stands. */
interface Sighting {
  readonly place: number;
  readonly page: number;
}

/** Whether lines on so many pages of even and of odd index recur. */
type IsEnough = (even: number, odd: number) => boolean;

/** The places around which the sightings are on enough pages; they are passed once from the lowest on, however many they are. */
function recurringPlaces(sightings: readonly Sighting[], enough: IsEnough): ReadonlySet<number> {
  const places = new Set<number>();
  if (sightings.length < fewestPages) return places;
  const sorted = sightings.toSorted((a, b) => a.place - b.place);
  /** Of the sightings near the place at hand: how many stand on each page, and on how many pages of either parity. */
  const onPage = new Map<number, number>();
  const pages: [even: number, odd: number] = [0, 0];
  const count = ({ page }: Sighting, by: 1 | -1): void => {
    const before = onPage.get(page) ?? 0;
    onPage.set(page, before + by);
    if (before === 0 || before + by === 0) pages[page % 2 === 0 ? 0 : 1] += by;
  };
  let first = 0;
  let next = 0;
  for (const { place } of sorted) {
    for (let one = sorted[next]; one !== undefined && one.place - place <= tolerance;) {
      count(one, 1);
      one = sorted[(next += 1)];
    }
    for (let one = sorted[first]; one !== undefined && place - one.place > tolerance;) {
      count(one, -1);
      one = sorted[(first += 1)];
    }
    if (enough(...pages)) places.add(place);
  }
  return places;
}

/** Pages without text (scans, blank backs) neither carry headers nor speak against them; no line is found on them. */
function sharesOf(pages: readonly PageText[]): IsEnough {
  const isPrinted = pages.map((page) => page.text.trim() !== '');
  const size = (parity: number | null): number =>
    isPrinted.filter((is, index) => is && (parity === null || index % 2 === parity)).length;
  const sizes = { all: size(null), even: size(0), odd: size(1) };
  const isEnough = (count: number, of: number): boolean =>
    count >= fewestPages && count > of * recurringShare;
  return (even, odd) =>
    isEnough(even + odd, sizes.all) || isEnough(even, sizes.even) || isEnough(odd, sizes.odd);
}

/** The lines in the strips at the top and bottom, those nearest to the edge, and what is printed across or beside the text. */
function edgeLines(page: PageText, index: number, all: readonly PageLine[]): Line[] {
  const strip = page.height * stripShare;
  const body = bodyOf(all, page);
  const lines: Line[] = [];
  const stamps: Line[] = [];
  for (const line of all) {
    if (line.end - line.start > longestLine) continue;
    const isEdge = Math.abs(line.place) <= strip;
    if (!isEdge && !isStamp(line, page, body)) continue;
    const text = page.text.slice(line.start, line.end);
    if (isEdge) lines.push({ ...line, keys: keysOf(text, index) });
    else stamps.push({ ...line, keys: [`@${dense(text)}`] });
  }
  const nearest = (some: Line[]): Line[] =>
    some
      .filter((line) => line.keys.length > 0)
      .sort((a, b) => Math.abs(a.place) - Math.abs(b.place))
      .slice(0, linesPerStrip);
  return [
    ...nearest(lines.filter((line) => line.place >= 0)),
    ...nearest(lines.filter((line) => line.place < 0)),
    ...stamps,
  ];
}

/** What is a page number and nothing else: 第 3 页 共 40 页, — 3 —, 3/40, Page 3 of 40. */
const plainNumber =
  /^(?:第(\d{1,4})页(?:[,，/]?共\d{1,4}页)?|[-–—]+(\d{1,4})[-–—]+|(\d{1,4})\/\d{1,4}|page(\d{1,4})(?:of\d{1,4})?)$/i;

/** Page numbers that count on from page to page, at one place, where there are too few pages for lines to recur. */
function plainPageNumbers(
  pages: readonly PageText[],
  all: readonly (readonly PageLine[])[],
): PageLine[][] {
  const found = pages.map((page, i) =>
    (all[i] ?? []).flatMap((line) => {
      if (Math.abs(line.place) > page.height * stripShare) return [];
      const [, ...numbers] = plainNumber.exec(dense(page.text.slice(line.start, line.end))) ?? [];
      const number = numbers.find((one) => one !== undefined);
      return number === undefined ? [] : [{ line, ahead: Number(number) - i }];
    }),
  );
  const isOnAll = ({ line, ahead }: { line: PageLine; ahead: number }): boolean =>
    found.every((own) =>
      own.some((one) => one.ahead === ahead && Math.abs(one.line.place - line.place) <= tolerance),
    );
  const counts = (ahead: number): boolean => pages.length > 1 || ahead === 1;
  return found.map((own) =>
    own.filter((one) => counts(one.ahead) && isOnAll(one)).map(({ line }) => line),
  );
}

const dense = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

const pageNumber = /第[一二三四五六七八九十百零〇]+页|共[一二三四五六七八九十百零〇]+页/g;
const romanNumber = /^[-–—]?[ivxlc]{1,7}[-–—]?$/i;

/**
 * A line without white space and with one sign for every number; and, where it begins or ends with a number (56 第三章), by
 * how much that number is ahead of the page, so that a header that names the chapter is known by its page number.
 */
function keysOf(line: string, index: number): string[] {
  const normal = line.normalize('NFKC');
  const words = normal.replace(/\s+/g, '');
  if (words === '') return [];
  if (romanNumber.test(words)) return ['#'];
  const masked = words.replace(/\d+/g, '#').replace(pageNumber, (word) => `${word.charAt(0)}#页`);
  const parts = normal.trim().split(/\s+/);
  const edges = parts.length < 2 ? [] : [parts[0] ?? '', parts.at(-1) ?? ''];
  const counting = edges
    .filter((word) => /^\d{1,4}$/.test(word))
    .map((word) => Number(word) - index);
  return [masked, ...counting.map((ahead) => `+${ahead}`)];
}
