import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { InflateAtOnce } from './inflateAtOnce.ts';
import { loadWorkerHalf } from './workerHalf.ts';

export type PdfjsModule = typeof Pdfjs;
export type PdfDocument = Pdfjs.PDFDocumentProxy;
export type PdfPage = Pdfjs.PDFPageProxy;
export type PdfLoadingTask = Pdfjs.PDFDocumentLoadingTask;

const folders = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
  wasmUrl: 'wasm',
} as const;

interface AssetRequest {
  readonly kind: string;
  readonly filename: string;
}

function isKnownFolder(kind: string): kind is keyof typeof folders {
  return Object.hasOwn(folders, kind);
}

/** Reads pdf.js's CMaps, fonts and decoders from the given folder only; a name with a path in it is refused. */
function makeAssetReader(assetsDir: string) {
  return class AssetReader {
    async fetch({ kind, filename }: AssetRequest): Promise<Uint8Array> {
      if (!isKnownFolder(kind) || path.basename(filename) !== filename) {
        throw new Error('unknown pdf.js asset');
      }
      return new Uint8Array(await readFile(path.join(assetsDir, folders[kind], filename)));
    }
  };
}

interface ChunkMessage {
  readonly chunk: object;
}

/** A chunk of text items on its way from pdf.js's worker half to its other half in the same thread. */
function isTextChunk(value: unknown): value is ChunkMessage {
  if (typeof value !== 'object' || value === null || !('chunk' in value)) return false;
  const { chunk } = value;
  return typeof chunk === 'object' && chunk !== null && 'items' in chunk && 'styles' in chunk;
}

type CloneOptions = Parameters<typeof structuredClone>[1];

/** A copy of a plain object of plain values, or of such objects, as most messages are; null for anything else. */
function copyOfPlain(value: unknown, depth = 2): object | null {
  if (typeof value !== 'object' || value === null || depth === 0) return null;
  if (Object.getPrototypeOf(value) !== Object.prototype) return null;
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    const isPlain = part === null || (typeof part !== 'object' && typeof part !== 'function');
    const own: unknown = isPlain ? part : copyOfPlain(part, depth - 1);
    if (own === null && part !== null) return null;
    copy[name] = own;
  }
  return copy;
}

/**
 * pdf.js copies every message between its halves deeply. Text items are made for one message and not touched again, so
 * a shallow copy gives the same; it spares a tenth of the time. Everything else but plain objects is copied as before.
 */
function copyMessagesCheaply(): void {
  const deep = globalThis.structuredClone;
  const copy = (value: unknown, options?: CloneOptions): unknown => {
    if (isTextChunk(value)) return { ...value, chunk: { ...value.chunk } };
    const own = options?.transfer === undefined ? copyOfPlain(value) : null;
    return own ?? deep(value, options);
  };
  Object.assign(globalThis, { structuredClone: copy });
}

/** What a thread does with the pages: only read their text, or also draw them. */
export interface PdfjsUse {
  readonly isDrawing: boolean;
}

/**
 * Loads pdf.js for a thread without DOM. Its worker half is given by global, so that the same code runs in plain Node
 * and in Electron's utility process, where pdf.js believes that it is in a page and would look for `document`.
 */
export async function loadPdfjs(
  { isDrawing }: PdfjsUse = { isDrawing: false },
): Promise<PdfjsModule> {
  Object.assign(globalThis, { pdfjsWorker: await loadWorkerHalf(isDrawing) });
  Object.assign(globalThis, { DecompressionStream: InflateAtOnce });
  copyMessagesCheaply();
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** What drawing a page needs beside what reading its text does. */
export interface DrawingFactories {
  readonly CanvasFactory: object;
  readonly FilterFactory: object;
}

/** What only some openings need. */
type OpenExtras = Partial<DrawingFactories> & { readonly password?: string };

/** Opens a document for reading text: no scripts, no forms engine, no fonts or images handed to a page. */
export function openPdf(
  pdfjs: PdfjsModule,
  bytes: Uint8Array,
  assetsDir: string,
  extras: OpenExtras = {},
): PdfLoadingTask {
  const root = assetsDir.endsWith('/') ? assetsDir : `${assetsDir}/`;
  return pdfjs.getDocument({
    data: bytes,
    BinaryDataFactory: makeAssetReader(assetsDir),
    // pdf.js only asks whether these are set; the reader above goes by kind and file name.
    cMapUrl: `${root}cmaps/`,
    standardFontDataUrl: `${root}standard_fonts/`,
    wasmUrl: `${root}wasm/`,
    cMapPacked: true,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    ...extras,
  });
}
