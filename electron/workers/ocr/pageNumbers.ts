import { blankPage, type GreyPage } from './greyPage.ts';
import type { InkShape } from './inkShapes.ts';
import type { Leader } from './leaders.ts';
import type { PixelBox, PixelLine, PixelWord } from './tesseract.ts';

/** The number of a page behind a leader: where it stands on the page. */
export interface NumberPlace {
  readonly leader: Leader;
  readonly box: PixelBox;
  readonly figures: readonly InkShape[];
}

/** In inches: how far behind the last dot a page number may begin, how wide and high it may be, and the white left around the column. */
const behind = 0.4;
const widest = 0.7;
const highest = 0.3;
const margin = 0.2;

/** The numbers to which leaders lead, where something as small as a number stands there. */
export function numberPlaces(
  shapes: readonly InkShape[],
  leaders: readonly Leader[],
  dpi: number,
): NumberPlace[] {
  if (leaders.length === 0) return [];
  const dots = new Set(leaders.flatMap((leader) => leader.dots));
  const letters = shapes.filter((shape) => !dots.has(shape));
  return leaders.flatMap((leader): NumberPlace[] => {
    const figures = figuresBehind(leader, letters, dpi);
    return figures.length === 0 ? [] : [{ leader, figures, box: around(figures) }];
  });
}

function figuresBehind(leader: Leader, letters: readonly InkShape[], dpi: number): InkShape[] {
  const last = leader.dots.at(-1);
  if (last === undefined) return [];
  const reach = last.x1 + (behind + widest) * dpi;
  const found = letters
    .filter(({ x0, y0, y1 }) => x0 >= last.x1 - 1 && x0 <= reach && y0 <= last.y1 && y1 >= last.y0)
    .sort((a, b) => a.x0 - b.x0);
  const [first] = found;
  if (first === undefined || first.x0 > last.x1 + behind * dpi) return [];
  const { x0, y0, x1, y1 } = around(found);
  return x1 - x0 <= widest * dpi && y1 - y0 <= highest * dpi ? found : [];
}

function around(shapes: readonly InkShape[]): PixelBox {
  return {
    x0: Math.min(...shapes.map((one) => one.x0)),
    y0: Math.min(...shapes.map((one) => one.y0)),
    x1: Math.max(...shapes.map((one) => one.x1)),
    y1: Math.max(...shapes.map((one) => one.y1)),
  };
}

/** A column of nothing but the numbers, with where its corner stands on the page. */
export interface NumberColumn {
  readonly page: GreyPage;
  readonly x: number;
  readonly y: number;
}

export function numberColumn(
  page: GreyPage,
  places: readonly NumberPlace[],
  dpi: number,
): NumberColumn {
  const edge = Math.round(margin * dpi);
  const all = around(places.flatMap((place) => place.figures));
  const [x, y] = [all.x0 - edge, all.y0 - edge];
  const column = blankPage(all.x1 - all.x0 + 2 * edge, all.y1 - all.y0 + 2 * edge);
  for (const { box } of places) {
    // A pixel more all round takes the soft edge along.
    const from = Math.max(0, box.x0 - 1);
    const to = Math.min(page.width, box.x1 + 1);
    for (let row = Math.max(0, box.y0 - 1); row < Math.min(page.height, box.y1 + 1); row += 1) {
      const pixels = page.pixels.subarray(row * page.width + from, row * page.width + to);
      column.pixels.set(pixels, (row - y) * column.width + from - x);
    }
  }
  return { page: column, x, y };
}

const number = /^\d{1,4}$/u;

/**
 * Lines with the numbers as they were read in a column of their own, where the line has none behind its leader, or has
 * something that is no number there. Engines lose single figures that stand far from everything, and take them for letters.
 */
export function withNumbers(
  lines: readonly PixelLine[],
  read: readonly PixelLine[],
  column: NumberColumn,
  places: readonly NumberPlace[],
): PixelLine[] {
  const numbers = places.flatMap((place) => {
    const words = read
      .flatMap((line) => line.words)
      .filter(({ bbox }) => {
        const middle = (bbox.y0 + bbox.y1) / 2 + column.y;
        return middle >= place.box.y0 && middle <= place.box.y1;
      });
    const text = words.map((word) => word.text.trim()).join('');
    const confidence = Math.min(...words.map((word) => word.confidence));
    return number.test(text) ? [{ place, word: { text, confidence, bbox: place.box } }] : [];
  });
  return numbers.reduce<PixelLine[]>(
    (done, { place, word }) => done.map((line) => withNumber(line, place, word)),
    [...lines],
  );
}

function withNumber(line: PixelLine, { leader, box }: NumberPlace, word: PixelWord): PixelLine {
  const { y0, y1 } = line.bbox;
  // Of the line that the leader begins in: a sheet that lies askew has the number in the height of another.
  const middle = ((leader.dots[0]?.y0 ?? 0) + (leader.dots[0]?.y1 ?? 0)) / 2;
  if (middle < y0 || middle > y1 + (y1 - y0) * 0.2) return line;
  const isBehind = (one: PixelWord): boolean => one.bbox.x1 > box.x0 + 1;
  const there = line.words.filter(isBehind);
  const isRead = number.test(there.map((one) => one.text.trim()).join(''));
  // A word that reaches over the number's edges holds more than the number.
  const isMore = there.some(
    ({ bbox }) => bbox.x0 < leader.box.x1 - 2 || bbox.x1 > box.x1 + box.x1 - box.x0,
  );
  if (isRead || isMore) return line;
  return { ...line, words: [...line.words.filter((one) => !isBehind(one)), word] };
}
