import type { GreyPage } from './greyPage.ts';

/** Side of a block, in pixels, whose paper is taken for one; every so many pixels of it are looked at. */
const block = 32;
const step = 4;
/** Dark things up to so many blocks wide, as a heading on black, are print and not a shadow. */
const reach = 4;
/** Paper whose darker parts have less than this part of the lighter ones' brightness is lit unevenly. */
const evenShare = 0.85;
/** Paper is never taken for darker than this part of the lightest: what is darker may be a panel with white print. */
const darkest = 0.25;

interface LightMap {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}

/**
 * The page as if light fell on it evenly: what a photograph's shadows and a book's fold need before ink is told from paper
 * by one limit. A page that is lit evenly stays as it is.
 */
export function evenLight(page: GreyPage): GreyPage {
  const paper = smoothed(closed(paperOf(page)));
  const sorted = Float32Array.from(paper.values).sort();
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 255;
  if (at(0.05) >= at(0.95) * evenShare) return page;
  return divided(page, paper, Math.max(1, at(0.95) * darkest));
}

/** Brightness of the paper in each block: what a quarter of its pixels exceed, for print covers less than half. */
function paperOf({ width, height, pixels }: GreyPage): LightMap {
  const columns = Math.max(1, Math.ceil(width / block));
  const rows = Math.max(1, Math.ceil(height / block));
  const values = new Float32Array(columns * rows);
  const seen = new Uint8Array((block / step) ** 2);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let count = 0;
      const bottom = Math.min(height, (row + 1) * block);
      const right = Math.min(width, (column + 1) * block);
      for (let y = row * block; y < bottom; y += step)
        for (let x = column * block; x < right; x += step)
          seen[count++] = pixels[y * width + x] ?? 255;
      const own = seen.subarray(0, count).sort();
      values[row * columns + column] = own[Math.floor(count * 0.75)] ?? 255;
    }
  }
  return { columns, rows, values };
}

type Choose = (values: readonly number[]) => number;

/** Each value of the map by its neighbours along both axes, itself among them. */
function neighbours(map: LightMap, distance: number, choose: Choose): LightMap {
  const { columns, rows } = map;
  const along = (from: Float32Array, size: number, stride: number, at: number): number => {
    const place = Math.floor(at / stride) % size;
    const values: number[] = [];
    for (let i = -distance; i <= distance; i += 1)
      if (place + i >= 0 && place + i < size) values.push(from[at + i * stride] ?? 255);
    return choose(values);
  };
  const across = map.values.map((_, at) => along(map.values, columns, 1, at));
  return { columns, rows, values: across.map((_, at) => along(across, rows, columns, at)) };
}

/** The map without dark places smaller than `reach` can bridge. */
function closed(map: LightMap): LightMap {
  const lightest = neighbours(map, reach, (values) => Math.max(...values));
  return neighbours(lightest, reach, (values) => Math.min(...values));
}

function smoothed(map: LightMap): LightMap {
  return neighbours(map, 1, (values) => values.reduce((sum, one) => sum + one, 0) / values.length);
}

/** Every pixel as a part of the paper's brightness at its place, which runs evenly between the middles of the blocks. */
function divided({ width, height, pixels }: GreyPage, paper: LightMap, least: number): GreyPage {
  const { columns, rows, values } = paper;
  const even = new Uint8Array(pixels.length);
  const line = new Float32Array(columns);
  for (let y = 0; y < height; y += 1) {
    const down = Math.max(0, Math.min(rows - 1, (y + 0.5) / block - 0.5));
    const upper = Math.floor(down) * columns;
    const lower = Math.min(rows - 1, Math.floor(down) + 1) * columns;
    const share = down - Math.floor(down);
    for (let i = 0; i < columns; i += 1) {
      const here = (values[upper + i] ?? 255) * (1 - share) + (values[lower + i] ?? 255) * share;
      line[i] = 255 / Math.max(least, here);
    }
    for (let x = 0; x < width; x += 1) {
      const right = Math.max(0, Math.min(columns - 1, (x + 0.5) / block - 0.5));
      const left = Math.floor(right);
      const from = line[left] ?? 1;
      const factor = from + ((line[Math.min(columns - 1, left + 1)] ?? 1) - from) * (right - left);
      const value = (pixels[y * width + x] ?? 255) * factor;
      even[y * width + x] = value > 255 ? 255 : value;
    }
  }
  return { width, height, pixels: even };
}
