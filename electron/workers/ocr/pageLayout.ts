import type { GreyPage } from './greyPage.ts';
import { inkLimit } from './inkShapes.ts';

/** A gutter is at least this part of the page's width; titles and page numbers may stand across it, in this part of the print's height. */
const gutterWidth = 0.02;
const gutterInk = 0.06;
/** A column of pixels runs through print where this part of the print's height is ink. */
const printInk = 0.02;
/** Less high print, as a part of the page, is no column. */
const leastHeight = 0.08;

/** Ink in each column of pixels, and the height from the first to the last row that has any. */
function inkByColumn(page: GreyPage): {
  readonly ink: Uint32Array;
  readonly inkedHeight: number;
} {
  const { width, height, pixels } = page;
  const limit = inkLimit(page);
  const ink = new Uint32Array(width);
  let [first, last] = [height, -1];
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      if ((pixels[at] ?? 255) >= limit) continue;
      ink[x] = (ink[x] ?? 0) + 1;
      last = y;
    }
    if (last === y && first === height) first = y;
  }
  return { ink, inkedHeight: Math.max(0, last - first + 1) };
}

/** Whether the page is set in two columns: a white band through its middle with print on both sides of it. */
export function hasColumns(page: GreyPage): boolean {
  const { width, height } = page;
  const { ink, inkedHeight } = inkByColumn(page);
  if (inkedHeight < height * leastHeight) return false;
  const isWhite = (x: number): boolean => (ink[x] ?? 0) <= inkedHeight * gutterInk;
  const inked = (from: number, to: number): number =>
    ink.subarray(from, to).filter((rows) => rows > inkedHeight * printInk).length /
    Math.max(1, to - from);
  const from = Math.floor(width * 0.38);
  const to = Math.ceil(width * 0.62);
  let band = 0;
  for (let x = from; x < to; x += 1) {
    band = isWhite(x) ? band + 1 : 0;
    if (band < width * gutterWidth) continue;
    const left = inked(Math.floor(width * 0.12), x - band);
    const right = inked(x + 1, Math.floor(width * 0.88));
    return left > 0.6 && right > 0.6;
  }
  return false;
}

/** Rules are fainter than print once a page is softened. */
const ruleBelow = 160;
/** Pixels to either side by which a rule may stray, for no sheet lies quite straight. */
const ruleStray = 2;
/** As parts of the page's height and width: longer than any letter or the side of a seal's ring, and apart as the columns of a table are. */
const ruleHeight = 0.07;
const ruleApart = 0.015;

/** Length of the longest upright run of dark pixels through each column, straying a little. */
function longestRuns({ width, height, pixels }: GreyPage): Uint32Array {
  const longest = new Uint32Array(width);
  const run = new Uint32Array(width);
  for (let y = 0; y < height; y += 1) {
    // How many columns from here on a dark pixel that was met still counts for.
    let near = 0;
    const row = y * width;
    for (let x = -ruleStray; x < width; x += 1) {
      const ahead = x + ruleStray;
      if (ahead < width && (pixels[row + ahead] ?? 255) < ruleBelow) near = 2 * ruleStray + 1;
      if (x >= 0) {
        const length = near > 0 ? (run[x] ?? 0) + 1 : 0;
        run[x] = length;
        if (length > (longest[x] ?? 0)) longest[x] = length;
      }
      near -= 1;
    }
  }
  return longest;
}

/** Whether upright rules stand on the page, as between the cells of a table. */
export function hasRules(page: GreyPage): boolean {
  const longest = longestRuns(page);
  let rules = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const [x, length] of longest.entries()) {
    if (length < page.height * ruleHeight) continue;
    if (x - last > page.width * ruleApart) rules += 1;
    last = x;
  }
  return rules >= 2;
}
