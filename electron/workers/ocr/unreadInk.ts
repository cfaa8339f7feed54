import type { InkShape } from './inkShapes.ts';
import type { PixelLine } from './tesseract.ts';

/** Height or width of what may be a letter, in inches. */
const letter = { least: 0.045, most: 0.5 };
/** Pixels of a cell of the map by which words are found again. */
const cell = 8;

/** Part of the page's print, 0 to 1, that lies outside every recognised word: lines that were lost show here and nowhere else. */
export function unreadInk(
  shapes: readonly InkShape[],
  lines: readonly PixelLine[],
  dpi: number,
): number {
  const letters = shapes.filter(({ x0, x1, y0, y1 }) => {
    const size = Math.max(x1 - x0, y1 - y0);
    return size >= letter.least * dpi && size <= letter.most * dpi;
  });
  const covered = new Set<string>();
  const cellOf = (value: number): number => Math.floor(value / cell);
  for (const { bbox } of lines.flatMap((line) => line.words)) {
    for (let y = cellOf(bbox.y0); y <= cellOf(bbox.y1); y += 1)
      for (let x = cellOf(bbox.x0); x <= cellOf(bbox.x1); x += 1) covered.add(`${x} ${y}`);
  }
  let all = 0;
  let unread = 0;
  for (const { x0, x1, y0, y1, ink } of letters) {
    all += ink;
    if (!covered.has(`${cellOf((x0 + x1) / 2)} ${cellOf((y0 + y1) / 2)}`)) unread += ink;
  }
  return all === 0 ? 0 : unread / all;
}
