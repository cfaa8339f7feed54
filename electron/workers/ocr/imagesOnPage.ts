import { type Matrix, multiply } from '../pdf/matrix.ts';
import type { PdfjsModule, PdfPage } from '../pdf/pdfjsNode.ts';
import {
  blankPage,
  fromBits,
  fromRgb,
  fromRgba,
  fromStencil,
  type GreyImage,
  type GreyPage,
  paint,
} from './greyPage.ts';

/** pdf.js's image data as it stands in Node, where no bitmap is made. */
interface ImageData {
  readonly width: number;
  readonly height: number;
  readonly kind?: number;
  readonly data: ArrayLike<number>;
}

function isImageData(value: unknown): value is ImageData {
  if (typeof value !== 'object' || value === null) return false;
  const { width, height, data } = value as Partial<Record<keyof ImageData, unknown>>;
  return typeof width === 'number' && typeof height === 'number' && ArrayBuffer.isView(data);
}

function isMatrix(value: unknown): value is Matrix {
  return (
    (Array.isArray(value) || ArrayBuffer.isView(value)) &&
    (value as ArrayLike<unknown>).length === 6
  );
}

/** An image and where it stands, in the order of painting. */
interface Placed {
  readonly source: unknown;
  readonly isStencil: boolean;
  readonly ink: number;
  readonly matrix: Matrix;
}

export interface PageImages {
  readonly images: readonly Placed[];
  /** Something else than images is painted: text that shows, lines, shadings. */
  readonly hasDrawing: boolean;
  /** Area of all images, as a part of the page's. */
  readonly share: number;
}

/** Images of a page in the pixels of `toPixels`. Takes stencils as painted in the fill colour of their place. */
export async function imagesOf(
  pdfjs: PdfjsModule,
  page: PdfPage,
  toPixels: Matrix,
  pageArea: number,
): Promise<PageImages> {
  const { OPS } = pdfjs;
  const { fnArray, argsArray } = await page.getOperatorList();
  const drawing = new Set<number>([
    OPS.rawFillPath,
    OPS.shadingFill,
    OPS.paintImageMaskXObjectGroup,
    OPS.paintInlineImageXObjectGroup,
    OPS.paintImageXObjectRepeat,
    OPS.paintImageMaskXObjectRepeat,
  ]);
  const images: Placed[] = [];
  const stack: { matrix: Matrix; ink: number; mode: number }[] = [];
  let now: { matrix: Matrix; ink: number; mode: number } = { matrix: toPixels, ink: 0, mode: 0 };
  let hasDrawing = false;
  let area = 0;
  const place = (source: unknown, isStencil: boolean): void => {
    const { matrix, ink } = now;
    images.push({ source, isStencil, ink, matrix });
    area += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
  };
  for (const [i, operation] of fnArray.entries()) {
    const args: unknown = argsArray[i];
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    switch (operation) {
      case OPS.save:
        stack.push(now);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push(now);
        if (isMatrix(list[0])) now = { ...now, matrix: multiply(now.matrix, list[0]) };
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        now = stack.pop() ?? now;
        break;
      case OPS.transform:
        if (isMatrix(args)) now = { ...now, matrix: multiply(now.matrix, args) };
        break;
      case OPS.setFillRGBColor:
        now = { ...now, ink: greyOfColor(list[0]) };
        break;
      case OPS.setTextRenderingMode:
        now = { ...now, mode: Number(list[0]) };
        break;
      case OPS.showText:
        // Mode 3 is the unseen text of a scan that was recognised before.
        if (now.mode !== 3) hasDrawing = true;
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        place(list[0], false);
        break;
      case OPS.paintImageMaskXObject:
        place(list[0], true);
        break;
      case OPS.constructPath:
        // A path that ends without paint only clips.
        if (list[0] !== OPS.endPath) hasDrawing = true;
        break;
      default:
        if (drawing.has(operation)) hasDrawing = true;
    }
  }
  return { images, hasDrawing, share: area / (pageArea || 1) };
}

function greyOfColor(color: unknown): number {
  const found = typeof color === 'string' ? /^#([\da-f]{6})$/iu.exec(color) : null;
  if (!found?.[1]) return 0;
  const value = Number.parseInt(found[1], 16);
  return ((value >> 16) * 77 + ((value >> 8) & 255) * 150 + (value & 255) * 29) >> 8;
}

/** Paints the images of a page in their order; those that pdf.js could not decode are left out. */
export async function paintImages(
  pdfjs: PdfjsModule,
  page: PdfPage,
  found: PageImages,
  size: { readonly width: number; readonly height: number },
): Promise<GreyPage> {
  const sheet = blankPage(size.width, size.height);
  for (const placed of found.images) {
    const image = toGrey(pdfjs, await resolve(page, placed.source), placed);
    if (image !== null) paint(sheet, image, placed.matrix);
  }
  return sheet;
}

/** The image data behind an id, an inline image, or a stencil that names its data. */
async function resolve(page: PdfPage, source: unknown): Promise<unknown> {
  if (typeof source === 'string') return await byId(page, source);
  if (typeof source === 'object' && source !== null && 'data' in source) {
    const { data } = source;
    if (typeof data === 'string') return await byId(page, data);
  }
  return source;
}

function byId(page: PdfPage, id: string): Promise<unknown> {
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((done) => {
    objects.get(id, done);
  });
}

function toGrey(pdfjs: PdfjsModule, data: unknown, placed: Placed): GreyImage | null {
  if (!isImageData(data) || data.width * data.height === 0) return null;
  const { width, height } = data;
  if (placed.isStencil) return fromStencil(data.data, width, height, placed.ink);
  const { ImageKind } = pdfjs;
  if (data.kind === ImageKind.GRAYSCALE_1BPP) return fromBits(data.data, width, height);
  if (data.kind === ImageKind.RGB_24BPP) return fromRgb(data.data, width, height);
  return data.kind === ImageKind.RGBA_32BPP ? fromRgba(data.data, width, height) : null;
}
