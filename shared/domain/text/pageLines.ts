import type { PageText } from './text.ts';
import { runsInTextOrder } from './textOrder.ts';

/** A line of a page's text with its place, in points. */
export interface PageLine {
  readonly start: number;
  readonly end: number;
  /** Distance of its middle from the nearer edge of the page, negative at the bottom. */
  readonly place: number;
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/** Outer strips at the left and right, as a share of the page's width. */
const sideShare = 0.15;
/** Share of the page's width from which a line is long. */
const longShare = 0.4;
/** Line heights from which print is too large to be the page's text. */
const stampHeights = 2.2;
/** Shortest and longest that is told from its box to run up or down or across, in characters. */
const shortestTurned = 4;
const longestStamp = 40;
const turnedShare = 2.5;
/** How wide upright print is, in its own heights. */
const widestHigh = 2;
/** Numbers that count lines: so many, each standing at most so many line heights below the one before. */
const fewestNumbers = 10;
const farthestNumber = 3;
const longestNumber = 6;

/** The lines of a page that stand at a known place, in the order of the text. */
export function linesOf(page: PageText): PageLine[] {
  const lines: PageLine[] = [];
  const runs = runsInTextOrder(page.runs);
  let run = 0;
  for (let start = 0; start < page.text.length;) {
    const found = page.text.indexOf('\n', start);
    const end = found < 0 ? page.text.length : found;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    let left = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    for (; run < runs.length; run++) {
      const [from, to, x, y, width, height] = runs[run] ?? [0, 0, 0, 0, 0, 0];
      if (from > end || (from === end && to > end)) break;
      if (to <= start || to <= from || height <= 0) continue; // empty runs stand anywhere
      low = Math.min(low, y);
      high = Math.max(high, y + height);
      left = Math.min(left, x);
      right = Math.max(right, x + width);
    }
    const middle = (low + high) / 2;
    if (end > start && Number.isFinite(middle)) {
      const fromTop = page.height - middle;
      const place = fromTop <= middle ? fromTop : -middle;
      lines.push({ start, end, place, left, right, height: high - low });
    }
    start = end + 1;
  }
  return lines;
}

/** What a page's text is like, to tell from it what is printed across or beside it. */
export interface Body {
  readonly count: number;
  /** Heights of all lines together. */
  readonly heights: number;
  /** Where its long lines begin and end; nothing is beside the text of a page without any. */
  readonly left: number;
  readonly right: number;
}

export function bodyOf(lines: readonly PageLine[], page: PageText): Body {
  let heights = 0;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    heights += line.height;
    if (line.right - line.left < page.width * longShare) continue;
    left = Math.min(left, line.left);
    right = Math.max(right, line.right);
  }
  return { count: lines.length, heights, left, right };
}

/** Whether a line may be printed across or beside the text: turned, far larger than it, or in the margin at a side. */
export function isStamp(line: PageLine, page: PageText, body: Body): boolean {
  const { start, end, left, right, height } = line;
  if (end - start > longestStamp || body.count < 2) return false;
  if (body.left < body.right && (right <= body.left || left >= body.right))
    return /\p{L}/u.test(page.text.slice(start, end));
  const usual = (body.heights - height) / (body.count - 1);
  if (height < usual * stampHeights) return false;
  return isTurned(line, page.text) || right - left >= height * widestHigh;
}

/** Whether a line is higher than its characters are wide, by more than letters are. */
function isTurned({ start, end, left, right, height }: PageLine, text: string): boolean {
  const words = text.slice(start, end).replace(/\s+/g, '');
  if (words.length < shortestTurned) return false;
  const wide = words.match(/[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/g)?.length ?? 0;
  return height >= (turnedShare * (right - left)) / (wide + (words.length - wide) / 2);
}

/** The numbers in the left margin that count the lines of a page, one below the other, without a line left out. */
export function numbersBesideLines(page: PageText, lines: readonly PageLine[]): PageLine[] {
  const found: PageLine[] = [];
  let own: PageLine[] = [];
  let before = 0;
  const take = (): void => {
    if (own.length >= fewestNumbers) found.push(...own);
    own = [];
  };
  for (const line of lines) {
    const number = numberOf(page, line);
    const last = own.at(-1);
    const goesOn =
      last !== undefined &&
      (number === before + 1 || number === 1) &&
      isBelow(line, last, page.height);
    if (!goesOn) take();
    if (Number.isFinite(number)) own.push(line);
    before = number;
  }
  take();
  return found;
}

function numberOf(page: PageText, line: PageLine): number {
  if (line.right > page.width * sideShare || line.end - line.start > longestNumber)
    return Number.NaN;
  const word = page.text.slice(line.start, line.end).trim();
  return /^\d{1,4}$/.test(word) ? Number(word) : Number.NaN;
}

function isBelow(line: PageLine, above: PageLine, pageHeight: number): boolean {
  const fromTop = ({ place }: PageLine): number => (place >= 0 ? place : pageHeight + place);
  const drop = fromTop(line) - fromTop(above);
  return drop > 0 && drop <= line.height * farthestNumber;
}
