import type { GreyPage } from './greyPage.ts';
import type { InkShape } from './inkShapes.ts';
import type { PixelBox, PixelLine, PixelWord } from './tesseract.ts';

/** A row of dots that leads the eye from a title to its page number. */
export interface Leader {
  /** From left to right. */
  readonly dots: readonly InkShape[];
  /** Around all dots, in pixels. */
  readonly box: PixelBox;
}

/** In inches. A dot is about as high as wide; the dots of a row stand close together and level, but for a skewed sheet. */
const dotSize = { least: 0.006, most: 0.05 };
/** A dot fills its box; a small letter does not. */
const filled = 0.55;
const mostGap = 0.19;
/** Dots further apart than this are believed only where they are set with great care. */
const wideStep = 0.11;
const mostRise = 0.012;
/** Two ellipses (……), six dots, are a mark of ordinary text: a row of leaders has more. */
const fewestDots = 9;
/** On a page that has such rows anyway, a row beside a long title may be short. */
const fewestBesideOthers = 4;
const rowsOfContents = 3;
/** More are a scanner's grain. */
const mostDots = 40_000;

/** Rows of dots among the shapes of a page. */
export function findLeaders(shapes: readonly InkShape[], dpi: number): Leader[] {
  const dots = dotsOf(shapes, dpi);
  if (dots.length > mostDots) return [];
  const rows = rowsOf(dots, dpi)
    .map(trimmed)
    .filter((row) => isEven(row, dpi));
  const isContents = rows.filter((row) => row.length >= fewestDots).length >= rowsOfContents;
  const fewest = isContents ? fewestBesideOthers : fewestDots;
  return rows.filter((row) => row.length >= fewest).map((row) => ({ dots: row, box: boxOf(row) }));
}

function dotsOf(shapes: readonly InkShape[], dpi: number): InkShape[] {
  const least = dotSize.least * dpi;
  const most = dotSize.most * dpi;
  const isDot = ({ x0, y0, x1, y1, ink }: InkShape): boolean => {
    const long = Math.max(x1 - x0, y1 - y0);
    const short = Math.min(x1 - x0, y1 - y0);
    return long >= least && long <= most && long <= 2 * short && ink >= long * short * filled;
  };
  return shapes.filter(isDot).sort((a, b) => a.x0 - b.x0);
}

const middleOf = ({ y0, y1 }: InkShape): number => (y0 + y1) / 2;

/** Puts dots that follow each other into rows; a dot belongs to the row whose last one stands nearest on its left. */
function rowsOf(dots: readonly InkShape[], dpi: number): InkShape[][] {
  const rows: InkShape[][] = [];
  const open: InkShape[][] = [];
  for (const dot of dots) {
    let best: InkShape[] | null = null;
    for (let i = open.length - 1; i >= 0; i -= 1) {
      const row = open[i];
      const last = row?.at(-1);
      if (row === undefined || last === undefined) continue;
      if (dot.x0 - last.x1 > mostGap * dpi) {
        open.splice(i, 1);
        continue;
      }
      const isLevel = Math.abs(middleOf(dot) - middleOf(last)) <= Math.max(1.5, mostRise * dpi);
      if (isLevel && dot.x0 >= last.x1 && (best === null || last.x1 > (best.at(-1)?.x1 ?? 0)))
        best = row;
    }
    if (best === null) {
      best = [];
      rows.push(best);
      open.push(best);
    }
    best.push(dot);
  }
  return rows;
}

const stepsOf = (row: readonly InkShape[]): number[] =>
  row.slice(1).map((dot, i) => dot.x0 - (row[i]?.x0 ?? 0));

/** Without what stands at its ends and is none of its dots: a mark or the stroke of a letter beside it. */
function trimmed(row: readonly InkShape[]): readonly InkShape[] {
  const ink = median(row.map((dot) => dot.ink));
  const step = median(stepsOf(row));
  const isStranger = (dot: InkShape | undefined, next: InkShape | undefined): boolean =>
    dot !== undefined &&
    next !== undefined &&
    (dot.ink > ink * 2 || dot.ink * 2 < ink || Math.abs(next.x0 - dot.x0) > step * 1.6);
  let from = 0;
  let to = row.length;
  while (isStranger(row[from], row[from + 1])) from += 1;
  while (to > from && isStranger(row[to - 1], row[to - 2])) to -= 1;
  return row.slice(from, to);
}

/** The dots of a leader are evenly set; a sign of three dots repeats, so two distances may take turns. */
function isEven(row: readonly InkShape[], dpi: number): boolean {
  if (row.length < fewestBesideOthers) return false;
  const steps = stepsOf(row);
  const usual = median(steps);
  const [least, most] = usual > wideStep * dpi ? [0.75, 1.35] : [0.5, 1.9];
  const even = steps.filter((step) => step >= usual * least && step <= usual * most).length;
  return even >= steps.length * 0.8;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function boxOf(row: readonly InkShape[]): PixelBox {
  return {
    x0: Math.min(...row.map((dot) => dot.x0)),
    y0: Math.min(...row.map((dot) => dot.y0)),
    x1: Math.max(...row.map((dot) => dot.x1)),
    y1: Math.max(...row.map((dot) => dot.y1)),
  };
}

/** The page without its leaders: engines read rows of dots as letters, and lose the words beside them. */
export function withoutLeaders(page: GreyPage, leaders: readonly Leader[]): GreyPage {
  if (leaders.length === 0) return page;
  const { width, height } = page;
  const pixels = new Uint8Array(page.pixels);
  for (const dot of leaders.flatMap((leader) => leader.dots)) {
    // A pixel more all round takes the dot's soft edge along.
    const from = Math.max(0, dot.x0 - 1);
    const to = Math.min(width, dot.x1 + 1);
    for (let y = Math.max(0, dot.y0 - 1); y < Math.min(height, dot.y1 + 1); y += 1)
      pixels.fill(255, y * width + from, y * width + to);
  }
  return { width, height, pixels };
}

/** What stands in the text for a row of dots, however long. */
const leaderText = '……';

/** Puts each leader back between the words of its line, so that a title and its page number stay apart. */
export function withLeaders(lines: readonly PixelLine[], leaders: readonly Leader[]): PixelLine[] {
  const open = new Set(leaders);
  return lines.map((line) => {
    const own = [...open].filter(({ box }) => {
      const middle = (box.y0 + box.y1) / 2;
      return middle >= line.bbox.y0 && middle <= line.bbox.y1 + (line.bbox.y1 - line.bbox.y0) * 0.2;
    });
    for (const leader of own) open.delete(leader);
    return own.length === 0 ? line : { ...line, words: own.reduce(insert, line.words) };
  });
}

function insert(words: readonly PixelWord[], { box }: Leader): readonly PixelWord[] {
  const middle = (box.x0 + box.x1) / 2;
  const at = words.findIndex((word) => (word.bbox.x0 + word.bbox.x1) / 2 > middle);
  const index = at === -1 ? words.length : at;
  const beside = words[index] ?? words[index - 1];
  const leader = { text: leaderText, confidence: beside?.confidence ?? 0, bbox: box };
  return words.toSpliced(index, 0, leader);
}
