import { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageText } from '#shared/domain/text/text.ts';
import { textOrder } from '#shared/domain/text/textOrder.ts';
import { markAsRun } from '../domSelection.ts';
import { canvasRatio } from './pageLayout.ts';
import { maxCanvasPixels } from './pdfDocument.ts';
import { layRecognised } from './recognisedLayer.ts';

/** Work on a page that can be given up: `done` resolves when painted, and also when cancelled. */
export type Painting = { readonly done: Promise<void>; readonly cancel: () => void };

/** Paints a page into a canvas of `width` × `height` CSS pixels; the old picture stays until the new one is ready. */
export function paintCanvas(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  box: { readonly width: number; readonly height: number },
): Painting {
  const ratio = canvasRatio(box, globalThis.devicePixelRatio, maxCanvasPixels);
  const plain = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: (box.width * ratio) / plain.width });
  const fresh = document.createElement('canvas');
  fresh.width = Math.floor(box.width * ratio);
  fresh.height = Math.floor(box.height * ratio);
  const task = page.render({ canvas: fresh, viewport });
  const done = task.promise.then(
    () => {
      canvas.width = fresh.width;
      canvas.height = fresh.height;
      canvas.getContext('2d')?.drawImage(fresh, 0, 0);
      releaseCanvas(fresh);
    },
    (cause: unknown) => {
      releaseCanvas(fresh);
      if (!isCancelled(cause)) throw cause;
    },
  );
  return { done, cancel: () => task.cancel() };
}

/** Gives the memory of a canvas back at once instead of waiting for the collector. */
export function releaseCanvas(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

/**
 * Lays the selectable text over a page. The i-th text item of pdf.js is `runs[i]` of the text of record, so every run
 * element knows its offsets; items beyond the text of record (a page cut at the limit) are not selectable.
 */
export function layTextLayer(
  page: PDFPageProxy,
  container: HTMLElement,
  text: PageText,
  scale: number,
): Painting {
  if (text.flags.includes('recognised')) {
    layRecognised(page.getViewport({ scale }), container, text);
    container.append(endOfContent());
    return { done: Promise.resolve(), cancel: () => undefined };
  }
  let layer: TextLayer | null = null;
  let isCancelledEarly = false;
  const lay = async (): Promise<void> => {
    const content = await page.getTextContent({
      disableNormalization: true,
      includeMarkedContent: false,
    });
    if (isCancelledEarly) return;
    layer = new TextLayer({
      textContentSource: content,
      container,
      viewport: page.getViewport({ scale }),
    });
    await layer.render();
    nameRuns(layer.textDivs, text);
    putInTextOrder(layer.textDivs, text);
    container.append(endOfContent());
  };
  const done = lay().catch((cause: unknown) => {
    if (!isCancelled(cause)) throw cause;
  });
  return {
    done,
    cancel: () => {
      isCancelledEarly = true;
      layer?.cancel();
    },
  };
}

function nameRuns(divs: readonly HTMLElement[], text: PageText): void {
  for (const [index, div] of divs.entries()) {
    const run = text.runs[index];
    if (run === undefined) div.classList.add('is-beyond-text');
    else markAsRun(div, { part: text.number - 1, start: run[0], end: run[1] });
  }
}

/** Where the file draws across columns, a drag down one of them is to select that one: elements follow the text. */
function putInTextOrder(divs: readonly HTMLElement[], text: PageText): void {
  for (const index of textOrder(text.runs) ?? []) {
    const div = divs[index];
    const lineEnd = div?.nextElementSibling;
    div?.parentElement?.append(div, ...(lineEnd instanceof HTMLBRElement ? [lineEnd] : []));
  }
}

/** Keeps a drag below the last line from selecting the whole page, as pdf.js's own viewer does. */
function endOfContent(): HTMLElement {
  const end = document.createElement('div');
  end.className = 'endOfContent';
  return end;
}

function isCancelled(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    (cause.name === 'RenderingCancelledException' || cause.name === 'AbortException')
  );
}
