import type { GreyPage } from './greyPage.ts';

/** A connected piece of ink: its box in pixels (`x1`, `y1` exclusive) and how many of them are dark. */
export interface InkShape {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly ink: number;
}

/** Ink is darker than this part of the paper's own grey. */
const inkShare = 0.68;
/** A page with more is no print but a photograph or noise, in which shapes mean nothing. */
const mostShapes = 200_000;

/** Every so many pixels are enough to know the paper; a prime number meets no pattern of the page. */
const countedStep = 7;

/** Grey below which a pixel is ink, by the grey that is most frequent on the lighter half: the paper's. */
export function inkLimit({ pixels }: GreyPage): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < pixels.length; at += countedStep) {
    const value = pixels[at] ?? 255;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  let paper = 255;
  for (let value = 254; value >= 128; value -= 1) {
    if ((counts[value] ?? 0) > (counts[paper] ?? 0)) paper = value;
  }
  return Math.round(paper * inkShare);
}

/** Connected pieces of ink (eight neighbours), in the order of their highest pixel; empty where there are too many. */
export function inkShapes(page: GreyPage): InkShape[] {
  const { width, height, pixels } = page;
  const limit = inkLimit(page);
  const isOpen = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 1) isOpen[at] = (pixels[at] ?? 255) < limit ? 1 : 0;
  const shapes: InkShape[] = [];
  const stack: number[] = [];
  for (let start = 0; start < isOpen.length; start += 1) {
    if (isOpen[start] !== 1) continue;
    if (shapes.length === mostShapes) return [];
    isOpen[start] = 0;
    stack.push(start);
    let [x0, x1, y0, y1, ink] = [width, 0, height, 0, 0];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      ink += 1;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
      const right = x + 1 < width ? x + 1 : x;
      const below = y + 1 < height ? y + 1 : y;
      for (let ny = y === 0 ? 0 : y - 1; ny <= below; ny += 1) {
        for (let nx = x === 0 ? 0 : x - 1; nx <= right; nx += 1) {
          const next = ny * width + nx;
          if (isOpen[next] !== 1) continue;
          isOpen[next] = 0;
          stack.push(next);
        }
      }
    }
    shapes.push({ x0, y0, x1: x1 + 1, y1: y1 + 1, ink });
  }
  return shapes;
}
