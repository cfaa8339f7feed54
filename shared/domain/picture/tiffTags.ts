import type { Orientation } from './picture.ts';

/** Values of an image file directory by tag: numbers as they stand, rationals as quotients; text and unknown types as bytes. */
export type Tags = ReadonlyMap<number, readonly number[]>;

export interface Directory {
  readonly tags: Tags;
  /** Offset of the next directory, 0 for none. */
  readonly next: number;
}

const sizes: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  16: 8,
};
/** A tag with more values than the largest picture has strips is damaged or hostile. */
const mostValues = 4_000_000;
const mostTags = 1_000;

/** A TIFF structure: a file, or the Exif block of another format. Offsets count from its first byte. */
export class TiffTags {
  readonly #view: DataView;
  readonly isLittleEndian: boolean;

  /** Throws RangeError where the bytes end too early, Error where they are no TIFF. */
  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const order = this.#view.getUint16(0);
    this.isLittleEndian = order === 0x4949;
    if (!this.isLittleEndian && order !== 0x4d4d) throw new Error('no TIFF');
    if (this.#view.getUint16(2, this.isLittleEndian) !== 42) throw new Error('no TIFF');
  }

  get first(): number {
    return this.#view.getUint32(4, this.isLittleEndian);
  }

  directory(at: number): Directory {
    const little = this.isLittleEndian;
    const count = this.#view.getUint16(at, little);
    if (count > mostTags) throw new Error('too many tags');
    const tags = new Map<number, readonly number[]>();
    for (let i = 0; i < count; i += 1) {
      const entry = at + 2 + i * 12;
      tags.set(this.#view.getUint16(entry, little), this.#values(entry));
    }
    return { tags, next: this.#view.getUint32(at + 2 + count * 12, little) };
  }

  #values(entry: number): number[] {
    const little = this.isLittleEndian;
    const type = this.#view.getUint16(entry + 2, little);
    const count = this.#view.getUint32(entry + 4, little);
    const size = sizes[type];
    if (size === undefined) return [];
    if (count > mostValues) throw new Error('too many values');
    const at = size * count <= 4 ? entry + 8 : this.#view.getUint32(entry + 8, little);
    return Array.from({ length: count }, (_, i) => this.#value(type, at + i * size));
  }

  #value(type: number, at: number): number {
    const little = this.isLittleEndian;
    switch (type) {
      case 3:
        return this.#view.getUint16(at, little);
      case 4:
        return this.#view.getUint32(at, little);
      case 5:
        return this.#view.getUint32(at, little) / this.#view.getUint32(at + 4, little);
      case 8:
        return this.#view.getInt16(at, little);
      case 9:
        return this.#view.getInt32(at, little);
      case 10:
        return this.#view.getInt32(at, little) / this.#view.getInt32(at + 4, little);
      case 16:
        return Number(this.#view.getBigUint64(at, little));
      default:
        return this.#view.getUint8(at);
    }
  }
}

const centimetresPerInch = 2.54;

/** Turning and resolution, where they are said in a way that makes sense. */
export function showingOf(tags: Tags): {
  readonly orientation: Orientation;
  readonly dpi: number | null;
} {
  const across = tags.get(282)?.[0] ?? 0;
  const unit = tags.get(296)?.[0] ?? 2;
  const dpi = unit === 3 ? across * centimetresPerInch : across;
  const isSaid = unit !== 1 && Number.isFinite(dpi) && dpi > 0;
  return { orientation: orientationOf(tags.get(274)?.[0]), dpi: isSaid ? dpi : null };
}

function orientationOf(value: number | undefined): Orientation {
  const known: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];
  return known.find((one) => one === value) ?? 1;
}

/** What the Exif block of a picture says; a damaged one says nothing. */
export function showingOfExif(block: Uint8Array): ReturnType<typeof showingOf> {
  try {
    const exif = new TiffTags(block);
    return showingOf(exif.directory(exif.first).tags);
  } catch {
    return { orientation: 1, dpi: null }; // damaged notes beside a picture do not make it unreadable
  }
}
