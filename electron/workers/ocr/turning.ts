import type { GreyPage } from './greyPage.ts';
import { inkLimit } from './inkShapes.ts';

/** Degrees clockwise by which a picture is turned to stand upright. */
export type Turn = 0 | 90 | 180 | 270;

/** The picture turned clockwise. */
export function turnPage(page: GreyPage, turn: Turn): GreyPage {
  if (turn === 0) return page;
  const { width, height, pixels } = page;
  const size = turn === 180 ? { width, height } : { width: height, height: width };
  const turned = new Uint8Array(pixels.length);
  // Where the first pixel goes, and how far a step to the right and a step down lead from there.
  const [first, right, down] =
    turn === 180
      ? [pixels.length - 1, -1, -width]
      : turn === 90
        ? [height - 1, height, -1]
        : [(width - 1) * height, -height, 1];
  for (let y = 0, from = 0; y < height; y += 1) {
    for (let x = 0, to = first + y * down; x < width; x += 1, from += 1, to += right)
      turned[to] = pixels[from] ?? 255;
  }
  return { ...size, pixels: turned };
}

/** A point of the turned picture in the pixels of the one that was turned, whose size is given. */
export function turnBack(
  turn: Turn,
  { width, height }: { readonly width: number; readonly height: number },
): (x: number, y: number) => readonly [number, number] {
  switch (turn) {
    case 0:
      return (x, y) => [x, y];
    case 90:
      return (x, y) => [y, height - x];
    case 180:
      return (x, y) => [width - x, height - y];
    case 270:
      return (x, y) => [width - y, x];
    default:
      return neverTurn(turn);
  }
}

function neverTurn(turn: never): never {
  throw new Error(`no such turn: ${String(turn)}`);
}

/** Lines of print leave white between them; how much more columns of pixels differ than rows do, before it is believed. */
const sidewaysShare = 1.25;

/** Whether print seems to run up or down the picture: a guess that only says what to try first. */
export function looksSideways(page: GreyPage): boolean {
  const limit = inkLimit(page);
  const { width, height, pixels } = page;
  const rows = new Float64Array(height);
  const columns = new Float64Array(width);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      if ((pixels[at] ?? 255) >= limit) continue;
      rows[y] = (rows[y] ?? 0) + 1;
      columns[x] = (columns[x] ?? 0) + 1;
    }
  }
  return unevenness(columns) > unevenness(rows) * sidewaysShare;
}

/** Variance between the first and the last inked line, in units of the squared mean. */
function unevenness(ink: Float64Array): number {
  const from = ink.findIndex((value) => value > 0);
  const inked =
    from < 0 ? ink.subarray(0, 0) : ink.subarray(from, ink.findLastIndex((v) => v > 0) + 1);
  const mean = inked.reduce((sum, value) => sum + value, 0) / Math.max(1, inked.length);
  if (mean === 0) return 0;
  return inked.reduce((sum, value) => sum + (value / mean - 1) ** 2, 0) / inked.length;
}

/** Part of the height that a sample takes; its edges may move by a quarter of that to pass between lines. */
const sampleShare = 1 / 7;

/** The band of rows with the most ink, cut between lines: enough to tell whether a picture is the right way up. */
export function sampleOf(page: GreyPage): GreyPage {
  const { width, height, pixels } = page;
  const limit = inkLimit(page);
  const ink = new Float64Array(height);
  for (let y = 0; y < height; y += 1) {
    for (let at = y * width; at < (y + 1) * width; at += 1)
      if ((pixels[at] ?? 255) < limit) ink[y] = (ink[y] ?? 0) + 1;
  }
  const rows = Math.max(1, Math.round(height * sampleShare));
  const densest = densestBand(ink, rows);
  const top = palestRow(ink, densest, rows / 4);
  const bottom = Math.max(top + 1, palestRow(ink, densest + rows, rows / 4));
  return {
    width,
    height: bottom - top,
    pixels: pixels.subarray(top * width, bottom * width),
  };
}

function densestBand(ink: Float64Array, rows: number): number {
  let sum = ink.subarray(0, rows).reduce((total, value) => total + value, 0);
  let best = sum;
  let top = 0;
  for (let y = rows; y < ink.length; y += 1) {
    sum += (ink[y] ?? 0) - (ink[y - rows] ?? 0);
    if (sum > best) [best, top] = [sum, y - rows + 1];
  }
  return top;
}

function palestRow(ink: Float64Array, near: number, reach: number): number {
  const from = Math.max(0, Math.round(near - reach));
  const to = Math.min(ink.length, Math.round(near + reach));
  let palest = from;
  for (let y = from; y <= to; y += 1) {
    // Past the last row nothing is cut.
    if ((ink[y] ?? 0) < (ink[palest] ?? 0)) palest = y;
  }
  return palest;
}
