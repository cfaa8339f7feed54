import { AppError } from '#shared/contract/errors.ts';

/** Little-endian numbers of a stream; a read past its end is damage, not zero. */
export class WordBytes {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    this.#need(at, 1);
    return this.#view.getUint8(at);
  }

  u16(at: number): number {
    this.#need(at, 2);
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    this.#need(at, 4);
    return this.#view.getUint32(at, true);
  }

  /** The stretch from `at`; throws AppError file-damaged when it is not all there. */
  part(at: number, length: number): WordBytes {
    this.#need(at, length);
    return new WordBytes(this.bytes.subarray(at, at + length));
  }

  #need(at: number, length: number): void {
    if (at < 0 || length < 0 || at + length > this.bytes.length) throw new AppError('file-damaged');
  }
}

/** A property change: its code and where its operand lies. */
export interface Sprm {
  readonly code: number;
  readonly at: number;
  readonly size: number;
}

const variableSize = 6;
const operandSize: readonly number[] = [1, 1, 2, 4, 2, 2, 0, 3];
const sprmTDefTable = 0xd608;
const sprmPChgTabs = 0xc615;

/** The property changes of a group ([MS-DOC] 2.6); ends at the first that does not fit. */
export function* sprmsOf(group: WordBytes, from = 0): Generator<Sprm> {
  let at = from;
  while (at + 3 <= group.length) {
    const code = group.u16(at);
    const kind = code >> 13;
    let start = at + 2;
    let size = operandSize[kind] ?? 0;
    if (kind === variableSize) {
      if (code === sprmTDefTable) {
        if (start + 2 > group.length) return;
        size = group.u16(start) - 1;
        start += 2;
      } else {
        size = group.u8(start);
        // 255 means that the size is to be computed; nothing that is looked for follows it.
        if (code === sprmPChgTabs && size === 255) return;
        start += 1;
      }
    }
    if (size < 0 || start + size > group.length) return;
    yield { code, at: start, size };
    at = start + size;
  }
}
