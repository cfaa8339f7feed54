/** Samples of a colour picture: three or four bytes a pixel, rows from the top. */
export interface ColourPicture {
  readonly data: ArrayLike<number>;
  readonly step: 3 | 4;
  readonly width: number;
  readonly height: number;
}

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** By how much red exceeds the other colours in stamping ink, and still does at its edges. */
const isRedBy = { ink: 60, edge: 20 } as const;
/** As parts of the picture's shorter side. A seal is larger than the letters of a red letterhead, and about as high as wide. */
const sealSize = { least: 0.12, most: 0.35 } as const;
const mostOblong = 1.5;
/** Share of its box that a seal's ring, star and letters fill at most; a fuller one is a panel, which may hold white print. */
const mostFilled = 0.55;
/** So many cells fit on the shorter side of the map in which seals are looked for. */
const cells = 200;
/** Print across a seal parts its red: cells so near belong together. */
const near = 2;

/**
 * Takes the red of seals out of a grey picture, whose colours are given: print under a seal stays and the seal becomes paper.
 * Red lines, letterheads and words stay as they are.
 */
export function fadeSeals(grey: Uint8Array, picture: ColourPicture): void {
  for (const box of sealsOf(picture)) fade(grey, picture, box);
}

function rednessAt({ data }: ColourPicture, at: number): number {
  return (data[at] ?? 0) - Math.max(data[at + 1] ?? 0, data[at + 2] ?? 0);
}

/** Boxes, in pixels, of connected red that has the size and shape of a seal. */
function sealsOf(picture: ColourPicture): Box[] {
  const { width, height, step } = picture;
  const shorter = Math.min(width, height);
  const cell = Math.max(2, Math.round(shorter / cells));
  const columns = Math.ceil(width / cell);
  const open = new Uint8Array(columns * Math.ceil(height / cell));
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      if (rednessAt(picture, (y * width + x) * step) > isRedBy.ink)
        open[Math.floor(y / cell) * columns + Math.floor(x / cell)] = 1;
    }
  }
  return connected(open, columns)
    .map(({ x0, y0, x1, y1 }) => ({
      x0: Math.max(0, (x0 - 1) * cell),
      y0: Math.max(0, (y0 - 1) * cell),
      x1: Math.min(width, (x1 + 2) * cell),
      y1: Math.min(height, (y1 + 2) * cell),
    }))
    .filter((box) => isSeal(box.x1 - box.x0, box.y1 - box.y0, shorter) && !isPanel(box, picture));
}

/** Whether most of a box is red, looked at in every other pixel of every other row. */
function isPanel({ x0, y0, x1, y1 }: Box, picture: ColourPicture): boolean {
  const { width, step } = picture;
  let red = 0;
  let all = 0;
  for (let y = y0; y < y1; y += 2) {
    for (let x = x0; x < x1; x += 2) {
      all += 1;
      if (rednessAt(picture, (y * width + x) * step) > isRedBy.ink) red += 1;
    }
  }
  return red > all * mostFilled;
}

function isSeal(wide: number, high: number, shorter: number): boolean {
  const least = Math.min(wide, high);
  const most = Math.max(wide, high);
  return (
    least >= shorter * sealSize.least &&
    most <= shorter * sealSize.most &&
    most <= least * mostOblong
  );
}

/** Boxes, in cells and with their last ones, of cells that belong together; takes them out of the map. */
function connected(open: Uint8Array, columns: number): Box[] {
  const boxes: Box[] = [];
  for (let start = open.indexOf(1); start !== -1; start = open.indexOf(1, start)) {
    const stack = [start];
    open[start] = 0;
    let [x0, y0, x1, y1] = [columns, open.length, 0, 0];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % columns;
      const y = (at - x) / columns;
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
      for (let dy = -near; dy <= near; dy += 1) {
        for (let dx = -near; dx <= near; dx += 1) {
          const next = at + dy * columns + dx;
          if (x + dx < 0 || x + dx >= columns || open[next] !== 1) continue;
          open[next] = 0;
          stack.push(next);
        }
      }
    }
    boxes.push({ x0, y0, x1, y1 });
  }
  return boxes;
}

/** Where red prevails, its own brightness stands for the pixel's: light for stamping ink, dark for print under it. */
function fade(grey: Uint8Array, picture: ColourPicture, { x0, y0, x1, y1 }: Box): void {
  const { width, step, data } = picture;
  for (let y = y0; y < y1; y += 1) {
    for (let x = x0; x < x1; x += 1) {
      const at = (y * width + x) * step;
      if (rednessAt(picture, at) > isRedBy.edge) grey[y * width + x] = data[at] ?? 255;
    }
  }
}
