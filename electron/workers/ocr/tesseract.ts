import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import { unpackModel } from './modelFile.ts';
import { linesOfTable } from './wordTable.ts';

/** Box in pixels of the picture, rows from the top. */
export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface PixelWord {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: PixelBox;
}

export interface PixelLine {
  readonly bbox: PixelBox;
  readonly words: readonly PixelWord[];
}

/** What stands on a picture, in reading order, and who read it. */
export interface Reading {
  readonly lines: readonly PixelLine[];
  readonly engine: string;
}

const Result = z.object({ tsv: z.string(), version: z.string() });

/** tesseract.js's own thread script, as far as it is used: packets in, packets out. */
interface Script {
  setAdapter(adapter: Record<string, unknown>): void;
  dispatchHandlers(packet: object, send: (packet: unknown) => void): void;
}

const Packet = z.object({ status: z.enum(['resolve', 'reject', 'progress']), data: z.unknown() });

/** LSTM only: what every current model holds. */
const lstmOnly = 1;
/** How the engine looks for lines: one block loses none of a noisy scan; columns and tables need its own analysis of the page. */
const layouts = { block: '6', analysed: '3' } as const;
export type Layout = keyof typeof layouts;

function refused(what: string): () => never {
  return () => {
    throw new Error(`the recognition engine asked for ${what}`);
  };
}

/**
 * Runs tesseract.js's script in this thread instead of in one of its own, with an adapter that has no network, no cache
 * and no files: the model comes as bytes.
 */
function loadScript(): Script {
  const require = createRequire(import.meta.url);
  const script = require('tesseract.js/src/worker-script/index.js') as Script;
  const fromPackage = createRequire(require.resolve('tesseract.js/package.json'));
  const core = path.dirname(fromPackage.resolve('tesseract.js-core/package.json'));
  script.setAdapter({
    getCore: () => Promise.resolve(fromPackage(path.join(core, coreFile)) as unknown),
    gunzip: refused('unpacking'),
    fetch: refused('the network'),
    readCache: refused('a file'),
    writeCache: refused('a file'),
    deleteCache: refused('a file'),
    checkCache: refused('a file'),
  });
  return script;
}

/** The one build that ships: relaxed SIMD, which Node 20 and every Electron from 33 on have. */
const coreFile = 'tesseract-core-relaxedsimd-lstm.js';

/** Tesseract in this thread, ready with one model. */
export class Tesseract {
  readonly #script: Script;

  private constructor(script: Script) {
    this.#script = script;
  }

  /** Errors: `ocr-model-damaged` where the bytes are no model. */
  static async start(model: {
    readonly name: string;
    readonly bytes: Uint8Array;
  }): Promise<Tesseract> {
    const data = unpackModel(model.bytes);
    const engine = new Tesseract(loadScript());
    await engine.#ask('load', { options: { lstmOnly, logging: false } });
    try {
      const options = { cacheMethod: 'none', gzip: false, lstmOnly: true };
      const langs = [{ code: model.name, data }];
      await engine.#ask('loadLanguage', { langs, options });
      await engine.#ask('initialize', { langs: model.name, oem: lstmOnly });
    } catch (cause) {
      throw new AppError('ocr-model-damaged', {}, { cause });
    }
    return engine;
  }

  /** Lines in reading order of a picture in a format that Leptonica knows; `isFigures` where nothing but figures stands on it. */
  async recognise(
    picture: Uint8Array,
    dpi: number,
    layout: Layout,
    isFigures = false,
  ): Promise<Reading> {
    const params = {
      tessedit_pageseg_mode: layouts[layout],
      user_defined_dpi: String(dpi),
      tessedit_char_whitelist: isFigures ? '0123456789' : '',
    };
    await this.#ask('setParameters', { params });
    const answer = await this.#ask('recognize', {
      image: picture,
      options: {},
      output: { text: false, tsv: true },
    });
    const { tsv, version } = Result.parse(answer);
    return { lines: linesOfTable(tsv), engine: `tesseract ${version}` };
  }

  #ask(action: string, payload: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#script.dispatchHandlers({ workerId: 'ocr', jobId: action, action, payload }, (raw) => {
        const { status, data } = Packet.parse(raw);
        if (status === 'resolve') resolve(data);
        else if (status === 'reject') reject(new Error(String(data)));
      });
    });
  }
}
