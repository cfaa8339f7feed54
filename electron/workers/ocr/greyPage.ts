import type { Matrix } from '../pdf/matrix.ts';
import { fadeSeals } from './seals.ts';

/** A page as a grey picture: one byte a pixel, 0 black to 255 white, rows from the top. */
export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** An image on its way onto a page; `alpha` is null where it covers fully. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
  readonly alpha: Uint8Array | null;
}

export function blankPage(width: number, height: number): GreyPage {
  return { width, height, pixels: new Uint8Array(width * height).fill(255) };
}

/** Weights of red, green and blue in grey, of 256. */
const weights = [77, 150, 29] as const;

function greyOf(data: ArrayLike<number>, count: number, step: 3 | 4): Uint8Array {
  const grey = new Uint8Array(count);
  const [red, green, blue] = weights;
  for (let i = 0, at = 0; i < count; i += 1, at += step) {
    grey[i] =
      ((data[at] ?? 0) * red + (data[at + 1] ?? 0) * green + (data[at + 2] ?? 0) * blue) >> 8;
  }
  return grey;
}

/** An image of one bit a pixel, rows padded to bytes; a set bit is white. */
export function fromBits(data: ArrayLike<number>, width: number, height: number): GreyImage {
  const grey = new Uint8Array(width * height);
  const rowBytes = (width + 7) >> 3;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const byte = data[y * rowBytes + (x >> 3)] ?? 0;
      grey[y * width + x] = (byte >> (7 - (x & 7))) & 1 ? 255 : 0;
    }
  }
  return { width, height, grey, alpha: null };
}

/** A stencil of one bit a pixel: where the bit is clear, `ink` is painted. */
export function fromStencil(
  data: ArrayLike<number>,
  width: number,
  height: number,
  ink: number,
): GreyImage {
  const { grey: bits } = fromBits(data, width, height);
  const alpha = bits.map((value) => 255 - value);
  return { width, height, grey: new Uint8Array(bits.length).fill(ink), alpha };
}

export function fromRgb(data: ArrayLike<number>, width: number, height: number): GreyImage {
  const grey = greyOf(data, width * height, 3);
  fadeSeals(grey, { data, step: 3, width, height });
  return { width, height, grey, alpha: null };
}

export function fromRgba(data: ArrayLike<number>, width: number, height: number): GreyImage {
  const count = width * height;
  const alpha = new Uint8Array(count);
  let isOpaque = true;
  for (let i = 0; i < count; i += 1) {
    const value = data[i * 4 + 3] ?? 255;
    alpha[i] = value;
    if (value !== 255) isOpaque = false;
  }
  const grey = greyOf(data, count, 4);
  fadeSeals(grey, { data, step: 4, width, height });
  return { width, height, grey, alpha: isOpaque ? null : alpha };
}

interface Sampler {
  readonly image: GreyImage;
  /** Source pixels that one page pixel spans, at least 1. */
  readonly spanX: number;
  readonly spanY: number;
}

/** Mean of the source pixels under one page pixel; where the image is larger than the page, the mean of four neighbours. */
function sample({ image, spanX, spanY }: Sampler, x: number, y: number): [number, number] {
  const { width, height, grey, alpha } = image;
  const left = Math.max(0, Math.min(width - 1, Math.round(x - spanX / 2)));
  const top = Math.max(0, Math.min(height - 1, Math.round(y - spanY / 2)));
  const right = Math.max(left + 1, Math.min(width, Math.round(x + spanX / 2)));
  const bottom = Math.max(top + 1, Math.min(height, Math.round(y + spanY / 2)));
  let sum = 0;
  let cover = 0;
  for (let row = top; row < bottom; row += 1) {
    for (let at = row * width + left; at < row * width + right; at += 1) {
      const weight = alpha === null ? 255 : (alpha[at] ?? 0);
      cover += weight;
      sum += (grey[at] ?? 0) * weight;
    }
  }
  if (cover === 0) return [0, 0];
  return [sum / cover, cover / ((right - left) * (bottom - top) * 255)];
}

/** Smooth between the four pixels around a point: what an image of few pixels needs, so that strokes stay strokes. */
function between(image: GreyImage, x: number, y: number): number {
  const { width, height, grey } = image;
  const fx = Math.max(0, Math.min(width - 1, x - 0.5));
  const fy = Math.max(0, Math.min(height - 1, y - 0.5));
  const left = Math.floor(fx);
  const top = Math.floor(fy);
  const right = Math.min(width - 1, left + 1);
  const below = Math.min(height - 1, top + 1);
  const tx = fx - left;
  const ty = fy - top;
  const upper = (grey[top * width + left] ?? 0) * (1 - tx) + (grey[top * width + right] ?? 0) * tx;
  const lower =
    (grey[below * width + left] ?? 0) * (1 - tx) + (grey[below * width + right] ?? 0) * tx;
  return upper * (1 - ty) + lower * ty;
}

/** An image that stands upright and has about one pixel for each of the page's: rows are copied, which most scans allow. */
function copyRows(page: GreyPage, image: GreyImage, matrix: Matrix): void {
  const [a, , , d, e, f] = matrix;
  const left = Math.max(0, Math.round(e));
  const right = Math.min(page.width, Math.round(e + a));
  const columns = Array.from({ length: Math.max(0, right - left) }, (_, i) =>
    Math.min(image.width - 1, Math.max(0, Math.floor(((left + i + 0.5 - e) / a) * image.width))),
  );
  const from = Uint32Array.from(columns);
  const top = Math.max(0, Math.round(f + d));
  const bottom = Math.min(page.height, Math.round(f));
  for (let y = top; y < bottom; y += 1) {
    const down = Math.floor((1 - (y + 0.5 - f) / d) * image.height);
    const row = Math.min(image.height - 1, Math.max(0, down)) * image.width;
    const at = y * page.width + left;
    for (let x = 0; x < from.length; x += 1) {
      page.pixels[at + x] = image.grey[row + (from[x] ?? 0)] ?? 255;
    }
  }
}

/** Whether an image stands upright with as many pixels as the page has there, within one in a hundred. */
function fitsPixels(image: GreyImage, [a, b, c, d]: Matrix): boolean {
  const isUpright = Math.abs(b) < 0.5 && Math.abs(c) < 0.5 && a > 0 && d < 0;
  const isSame = (of: number, span: number): boolean => Math.abs(of / span - 1) < 0.01;
  return image.alpha === null && isUpright && isSame(image.width, a) && isSame(image.height, -d);
}

/** Paints an image, which fills the unit square of the space that `matrix` maps to the page's pixels (rows from the top). */
export function paint(page: GreyPage, image: GreyImage, matrix: Matrix): void {
  const [a, b, c, d, e, f] = matrix;
  const determinant = a * d - b * c;
  if (!Number.isFinite(determinant) || Math.abs(determinant) < 1e-6) return;
  if (fitsPixels(image, matrix)) {
    copyRows(page, image, matrix);
    return;
  }
  const spanX = image.width / Math.max(1, Math.hypot(a, b));
  const spanY = image.height / Math.max(1, Math.hypot(c, d));
  const isEnlarged = spanX < 1.2 && spanY < 1.2 && image.alpha === null;
  const sampler = { image, spanX: Math.max(1, spanX), spanY: Math.max(1, spanY) };
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const left = Math.max(0, Math.floor(Math.min(...xs)));
  const right = Math.min(page.width, Math.ceil(Math.max(...xs)));
  const top = Math.max(0, Math.floor(Math.min(...ys)));
  const bottom = Math.min(page.height, Math.ceil(Math.max(...ys)));
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const dx = x + 0.5 - e;
      const dy = y + 0.5 - f;
      const u = (d * dx - c * dy) / determinant;
      const v = (a * dy - b * dx) / determinant;
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      // The unit square stands upright, its rows from the bottom.
      const at = y * page.width + x;
      const sx = u * image.width;
      const sy = (1 - v) * image.height;
      if (isEnlarged) page.pixels[at] = between(image, sx, sy);
      else {
        const [grey, cover] = sample(sampler, sx, sy);
        page.pixels[at] = grey * cover + (page.pixels[at] ?? 255) * (1 - cover);
      }
    }
  }
}

/**
 * The page softened by one pixel, (1 2 1) both ways: a scanner's grain, which the engine takes for marks, fades, and
 * strokes stay.
 */
export function soften({ width, height, pixels }: GreyPage): GreyPage {
  const across = new Uint16Array(pixels.length);
  const softened = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    for (let x = 0; x < width; x += 1) {
      const at = row + x;
      const before = pixels[x === 0 ? at : at - 1] ?? 255;
      const after = pixels[x === width - 1 ? at : at + 1] ?? 255;
      across[at] = before + 2 * (pixels[at] ?? 255) + after;
    }
  }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const above = across[y === 0 ? at : at - width] ?? 0;
      const below = across[y === height - 1 ? at : at + width] ?? 0;
      softened[at] = (above + 2 * (across[at] ?? 0) + below + 8) >> 4;
    }
  }
  return { width, height, pixels: softened };
}

/** The page as a portable grey map (PGM), which the engine reads without a decoder. */
export function toPgm({ width, height, pixels }: GreyPage): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(header.length + pixels.length);
  file.set(header);
  file.set(pixels, header.length);
  return file;
}
