import type { PageRect, TextPoint } from './anchor.ts';
import { isReadingOn } from './passedOver.ts';
import type { PageText, Stretch, TextRun } from './text.ts';
import { runsInTextOrder } from './textOrder.ts';

const fullWidth =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFF}\u2014\u2026\u201C\u201D\u2018\u2019\u3000]/u;
const noWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;
const narrow = /[ iljtfrI.,:;'!|()[\]]/;
const wide = /[mwMW@%]/;

/** Estimated advance of a character in em; only the proportions inside one run matter. */
function advanceOf(char: string): number {
  if (noWidth.test(char)) return 0;
  if (fullWidth.test(char)) return 1;
  if (narrow.test(char)) return 0.3;
  return wide.test(char) ? 0.85 : 0.53;
}

function advance(text: string): number {
  let sum = 0;
  for (const char of text) sum += advanceOf(char);
  return sum;
}

/** Advances of a text's characters, the full-width ones and the others apart, in em. */
function advances(text: string): { readonly full: number; readonly narrow: number } {
  let full = 0;
  let narrow = 0;
  for (const char of text) {
    if (fullWidth.test(char)) full += 1;
    else narrow += advanceOf(char);
  }
  return { full, narrow };
}

/** By how much narrow characters may be wider or narrower than estimated before the em itself is doubted. */
const narrowLeast = 0.4;
const narrowMost = 2;

/**
 * Where in a run that is written from left to right its first `units` units end, in PDF units from its beginning. In a
 * run of both kinds full-width characters take one em each, and the others share what is left.
 */
function reach(text: string, units: number, width: number, em: number): number {
  const whole = advances(text);
  const before = advances(text.slice(0, units));
  const estimate = whole.full + whole.narrow;
  const scale = (width - whole.full * em) / (whole.narrow * em);
  if (whole.full > 0 && whole.narrow > 0 && scale >= narrowLeast && scale <= narrowMost)
    return (before.full + before.narrow * scale) * em;
  return estimate === 0 ? 0 : ((before.full + before.narrow) / estimate) * width;
}

/** Advance of a full-width character by the height of its run, as the page's runs of nothing else show it. */
function emsOf(page: PageText): (height: number) => number {
  const known = emsByPage.get(page);
  if (known !== undefined) return known;
  const byHeight = new Map<number, number[]>();
  for (const [start, end, , , width, height] of page.runs) {
    const text = page.text.slice(start, end);
    if (end - start < 2 || height > width * 1.5 || !onlyFullWidth.test(text)) continue;
    const widths = byHeight.get(height) ?? [];
    byHeight.set(height, widths);
    widths.push(width / Array.from(text).length);
  }
  const medians = new Map(
    Array.from(byHeight, ([height, widths]) => [height, median(widths)] as const),
  );
  const emOf = (height: number): number => medians.get(height) ?? height;
  emsByPage.set(page, emOf);
  return emOf;
}

const emsByPage = new WeakMap<PageText, (height: number) => number>();
const onlyFullWidth = new RegExp(`^(?:${fullWidth.source})+$`, 'u');

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Written downwards: its neighbours on the page are other columns. */
  readonly isVertical: boolean;
}

/** Rectangle of the units from `from` to `to` of a run's own text, cut in proportion to estimated advances. */
function boxWithin(run: TextRun, text: string, from: number, to: number, em: number): Box {
  const [, , x, y, width, height] = run;
  const whole = advance(text);
  const isVertical = height > width * 1.5 && fullWidth.test(text);
  if (whole === 0 || (from <= 0 && to >= text.length)) return { x, y, width, height, isVertical };
  const before = advance(text.slice(0, from)) / whole;
  const share = advance(text.slice(from, to)) / whole;
  if (isVertical) {
    return { x, y: y + height * (1 - before - share), width, height: height * share, isVertical };
  }
  // Turned text may run up or down, which the box does not tell: it is marked whole.
  if (height > width * 1.5 && text.length > 2) return { x, y, width, height, isVertical };
  const left = reach(text, from, width, em);
  return { x: x + left, y, width: reach(text, to, width, em) - left, height, isVertical };
}

/** Boxes that stand on one line and touch, or nearly so, are one. */
function joins(a: Box, b: Box): boolean {
  if (a.isVertical || b.isVertical) return false;
  const overlap = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const gap = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  return overlap > Math.min(a.height, b.height) * 0.6 && gap < Math.max(a.height, b.height);
}

function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    isVertical: false,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

function boxesOn(page: PageText, from: number, to: number, passedOver: readonly Stretch[]): Box[] {
  const boxes: Box[] = [];
  const emOf = emsOf(page);
  for (const run of runsInTextOrder(page.runs)) {
    const [start, end, , , width, height] = run;
    if (end <= from || start >= to || width <= 0 || height <= 0) continue;
    if (passedOver.some((stretch) => start >= stretch[0] && end <= stretch[1])) continue;
    const text = page.text.slice(start, end);
    const first = Math.max(0, from - start);
    const last = Math.min(end, to) - start;
    if (text.slice(first, last).trim() === '') continue;
    const box = boxWithin(run, text, first, last, emOf(height));
    const previous = boxes.at(-1);
    if (previous !== undefined && joins(previous, box))
      boxes[boxes.length - 1] = union(previous, box);
    else boxes.push(box);
  }
  return boxes;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * Rectangles that cover the text between two points, one for each line, in PDF units from the bottom left; headers and
 * footers at a page end between them are left out. `pages` are all pages of the document, from the first; a point's part is the index of its page.
 */
export function rectsFor(pages: readonly PageText[], start: TextPoint, end: TextPoint): PageRect[] {
  const rects: PageRect[] = [];
  const readsOn = isReadingOn(pages, start, end);
  for (let part = start.part; part <= end.part; part++) {
    const page = pages[part];
    if (page === undefined) continue;
    const from = part === start.part ? start.offset : 0;
    const to = part === end.part ? end.offset : page.text.length;
    for (const box of boxesOn(page, from, to, readsOn ? (page.furniture ?? []) : [])) {
      rects.push({
        page: page.number,
        x: round(box.x),
        y: round(box.y),
        width: round(box.width),
        height: round(box.height),
      });
    }
  }
  return rects;
}
