import { createRequire } from 'node:module';
import type * as NapiCanvas from '@napi-rs/canvas';
import type { PdfPage } from '../pdf/pdfjsNode.ts';
import { type GreyPage, fromRgba } from './greyPage.ts';

type CanvasModule = typeof NapiCanvas;
let loaded: CanvasModule | null | undefined;

/** The native canvas, or null where it is not installed for this platform. */
export function canvasModule(): CanvasModule | null {
  if (loaded === undefined) {
    try {
      loaded = createRequire(import.meta.url)('@napi-rs/canvas') as CanvasModule;
      // pdf.js sets these by itself only where it knows that it is in Node.
      const { DOMMatrix, ImageData, Path2D } = loaded;
      for (const [name, value] of Object.entries({ DOMMatrix, ImageData, Path2D })) {
        if (!(name in globalThis)) Object.assign(globalThis, { [name]: value });
      }
    } catch {
      loaded = null; // optional: pages that are pictures need none
    }
  }
  return loaded;
}

export function canDraw(): boolean {
  return canvasModule() !== null;
}

type RenderParameters = Parameters<PdfPage['render']>[0];

interface CanvasAndContext {
  canvas: NapiCanvas.Canvas | null;
  context: NapiCanvas.SKRSContext2D | null;
}

/** Makes pdf.js's auxiliary canvases, with no page around. */
export class CanvasFactory {
  create(width: number, height: number): CanvasAndContext {
    const module = canvasModule();
    if (module === null) throw new Error('no canvas');
    const canvas = module.createCanvas(Math.max(1, width), Math.max(1, height));
    return { canvas, context: canvas.getContext('2d') };
  }
  getNoAlphaContext(canvas: NapiCanvas.Canvas): NapiCanvas.SKRSContext2D {
    return canvas.getContext('2d', { alpha: false });
  }
  reset({ canvas }: CanvasAndContext, width: number, height: number): void {
    if (canvas === null) throw new Error('no canvas');
    canvas.width = width;
    canvas.height = height;
  }
  destroy(held: CanvasAndContext): void {
    held.canvas = null;
    held.context = null;
  }
}

/** Filters are colours of a screen; a page to be read needs none. */
export class FilterFactory {
  addFilter(): string {
    return 'none';
  }
  addHCMFilter(): string {
    return 'none';
  }
  addAlphaFilter(): string {
    return 'none';
  }
  addLuminosityFilter(): string {
    return 'none';
  }
  addKnockoutFilter(): string {
    return 'none';
  }
  addHighlightHCMFilter(): string {
    return 'none';
  }
  addSelectionHCMFilter(): string {
    return 'none';
  }
  addSelectionFilter(): string {
    return 'none';
  }
  createSelectionStyle(): null {
    return null;
  }
  destroy(): void {
    // Holds nothing.
  }
}

/** Draws a page as a viewer would: fonts without a map to characters and outlines become shapes that can be read. */
export async function drawPage(page: PdfPage, scale: number): Promise<GreyPage | null> {
  const module = canvasModule();
  if (module === null) return null;
  const viewport = page.getViewport({ scale });
  const width = Math.ceil(viewport.width);
  const height = Math.ceil(viewport.height);
  const canvas = module.createCanvas(width, height);
  // pdf.js asks for a canvas of a page; the native one has what it uses of it.
  const target = { canvas, viewport, background: '#ffffff' } as unknown as RenderParameters;
  await page.render(target).promise;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return { width, height, pixels: fromRgba(data, width, height).grey };
}
