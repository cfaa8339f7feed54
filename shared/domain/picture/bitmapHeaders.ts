import { AppError } from '../../contract/errors.ts';
import type { Picture, PictureFormat, PictureFrame } from './picture.ts';
import { showingOfExif } from './tiffTags.ts';

/** Formats of which only the header is read here: their samples are left to a decoder. */

const inchesPerMetre = 39.3701;
const headerSizes = [12, 40, 52, 56, 64, 108, 124];

const framed = (format: PictureFormat, frame: Omit<PictureFrame, 'samples'>): Picture => ({
  format,
  frames: [{ ...frame, samples: null }],
});

/** Whether the bytes begin as a bitmap of Windows does; two letters alone would take in any text that begins with BM. */
export function isBmp(bytes: Uint8Array): boolean {
  if (bytes.length < 26 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return false;
  return headerSizes.includes(viewOf(bytes).getUint32(14, true));
}

/** Throws AppError file-damaged. */
export function readBmp(bytes: Uint8Array): Picture {
  const view = viewOf(bytes);
  const isOld = view.getUint32(14, true) === 12;
  if (!isBmp(bytes) || (!isOld && bytes.length < 54)) throw new AppError('file-damaged');
  const width = isOld ? view.getUint16(18, true) : Math.abs(view.getInt32(18, true));
  const height = isOld ? view.getUint16(20, true) : Math.abs(view.getInt32(22, true));
  if (width * height === 0) throw new AppError('file-damaged');
  const perMetre = isOld ? 0 : view.getInt32(38, true);
  const dpi = perMetre > 0 ? perMetre / inchesPerMetre : null;
  return framed('bmp', { width, height, orientation: 1, dpi });
}

/** Throws AppError file-damaged, and file-image for a film: it would be read by its first picture alone. */
export function readWebp(bytes: Uint8Array): Picture {
  const view = viewOf(bytes);
  let exif: Uint8Array | null = null;
  let size: { readonly width: number; readonly height: number } | null = null;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > bytes.length) throw new AppError('file-damaged');
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'ANIM') throw new AppError('file-image', { kind: 'WebP' });
    if (name === 'EXIF') exif = chunk;
    size ??= webpSize(name, chunk);
    at += 8 + length + (length & 1);
  }
  if (size === null || size.width * size.height === 0) throw new AppError('file-damaged');
  const block = exif !== null && exif[0] === 0x45 ? exif.subarray(6) : exif; // some begin with “Exif”
  const said = block === null ? null : showingOfExif(block);
  return framed('webp', { ...size, orientation: said?.orientation ?? 1, dpi: said?.dpi ?? null });
}

function webpSize(
  name: string,
  chunk: Uint8Array,
): { readonly width: number; readonly height: number } | null {
  const view = viewOf(chunk);
  if (name === 'VP8X' && chunk.length >= 10) {
    const number = (at: number): number => view.getUint16(at, true) | ((chunk[at + 2] ?? 0) << 16);
    return { width: number(4) + 1, height: number(7) + 1 };
  }
  if (name === 'VP8 ' && chunk.length >= 10)
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  if (name === 'VP8L' && chunk.length >= 5) {
    const packed = view.getUint32(1, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  return null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
