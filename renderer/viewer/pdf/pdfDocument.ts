import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// The legacy worker as well: the page may run on a Chromium older than the modern build asks for.
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

/** Largest canvas the reader paints, in pixels: an A4 page at 300 % on a plain screen, a quarter of that at high density. */
export const maxCanvasPixels = 4096 * 4096;

export type OpenPdf = {
  readonly pages: Promise<PDFDocumentProxy>;
  /** Ends the loading task and its worker; safe to call twice. */
  readonly close: () => void;
};

/**
 * Opens a PDF from its bytes, asking for its password only where it has one; one loading task and one worker for each call, until `close`.
 */
export function openPdf(bytes: Uint8Array, askPassword: () => Promise<string | null>): OpenPdf {
  const asset = (folder: string): string => new URL(`./pdfjs/${folder}/`, document.baseURI).href;
  const task = pdfjs.getDocument({
    data: bytes,
    cMapUrl: asset('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: asset('standard_fonts'),
    wasmUrl: asset('wasm'),
    iccUrl: asset('iccs'),
    enableXfa: false,
    disableWorkerRendering: true,
    maxImageSize: 64 * 1024 * 1024,
    canvasMaxAreaInBytes: maxCanvasPixels * 4,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  let isAnswered = false;
  task.onPassword = (answer: (password: string | Error) => void): void => {
    const givenUp = new Error('no password opens this document');
    if (isAnswered) {
      answer(givenUp); // asked again: what is kept does not open it
      return;
    }
    isAnswered = true;
    askPassword().then(
      (password) => answer(password ?? givenUp),
      () => answer(givenUp),
    );
  };
  return {
    pages: task.promise,
    close: () => {
      void task.destroy().catch(() => undefined); // a task that never opened has nothing to tell
    },
  };
}
