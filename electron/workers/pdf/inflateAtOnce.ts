import { inflateRawSync, inflateSync } from 'node:zlib';

/** A stream that inflates to more is left to pdf.js's own decoder, which grows step by step under the watch on memory. */
const mostBytes = 256 * 1024 * 1024;
const leastPiece = 16 * 1024;
const largestPiece = 1024 * 1024;

interface Piece {
  readonly done: boolean;
  readonly value?: Uint8Array;
}

/**
 * What pdf.js uses of `DecompressionStream`, inflating in one go. Node's own goes through three layers of streams and
 * another thread for each of a page's few kilobytes, which takes longer than reading the page.
 */
export class InflateAtOnce {
  readonly #format: string;
  readonly #given: Uint8Array[] = [];
  readonly #whenGiven: Promise<void>;
  #setGiven: () => void = () => undefined;
  #isTaken = false;

  constructor(format: string) {
    this.#format = format;
    this.#whenGiven = new Promise((resolve) => {
      this.#setGiven = resolve;
    });
  }

  get writable() {
    return {
      getWriter: () => ({
        write: async (bytes: Uint8Array): Promise<void> => {
          this.#given.push(bytes);
        },
        close: async (): Promise<void> => this.#setGiven(),
      }),
    };
  }

  get readable() {
    return { getReader: () => ({ read: () => this.#read() }) };
  }

  async #read(): Promise<Piece> {
    if (this.#isTaken) return { done: true };
    await this.#whenGiven;
    this.#isTaken = true;
    const [first, ...more] = this.#given;
    const bytes = more.length === 0 ? first : Buffer.concat(this.#given);
    const inflated = this.#inflate(bytes ?? new Uint8Array());
    // As plain bytes: slices of a Buffer share memory where pdf.js expects copies.
    const { buffer, byteOffset, length } = inflated;
    return { done: false, value: new Uint8Array(buffer, byteOffset, length) };
  }

  #inflate(bytes: Uint8Array): Buffer {
    const options = {
      chunkSize: Math.min(largestPiece, Math.max(leastPiece, bytes.length * 4)),
      maxOutputLength: mostBytes,
    };
    if (this.#format === 'deflate') return inflateSync(bytes, options);
    if (this.#format === 'deflate-raw') return inflateRawSync(bytes, options);
    throw new TypeError(`not inflated here: ${this.#format}`);
  }
}
