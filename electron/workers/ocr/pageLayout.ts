import type { GreyPage } from './greyPage.ts';

const inkBelow = 128;
/** A gutter is at least this part of the page's width, and this part of its rows may have ink in it: a rule or a speck. */
const gutterWidth = 0.02;
const gutterInk = 0.01;

/** Whether the page is set in two columns: a white band through its middle with print on both sides of it. */
export function hasColumns({ width, height, pixels }: GreyPage): boolean {
  const ink = new Uint32Array(width);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      if ((pixels[y * width + x] ?? 255) < inkBelow) ink[x] = (ink[x] ?? 0) + 1;
  }
  const isWhite = (x: number): boolean => (ink[x] ?? 0) <= height * gutterInk;
  const inked = (from: number, to: number): number =>
    ink.subarray(from, to).filter((rows) => rows > height * 0.05).length / Math.max(1, to - from);
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
/** As parts of the page's height and width: taller than any letter, and apart as the columns of a table are. */
const ruleHeight = 0.035;
const ruleApart = 0.015;

/** Longest run of dark pixels in a column of the picture. */
function longestRun({ width, height, pixels }: GreyPage, x: number): number {
  let longest = 0;
  let run = 0;
  for (let y = 0; y < height; y += 1) {
    run = (pixels[y * width + x] ?? 255) < ruleBelow ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

/** Whether upright rules stand on the page, as between the cells of a table. */
export function hasRules(page: GreyPage): boolean {
  let rules = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (let x = 0; x < page.width; x += 1) {
    if (longestRun(page, x) < page.height * ruleHeight) continue;
    if (x - last > page.width * ruleApart) rules += 1;
    last = x;
  }
  return rules >= 2;
}
