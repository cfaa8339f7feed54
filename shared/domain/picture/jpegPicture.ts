import { AppError } from '../../contract/errors.ts';
import type { Orientation, Picture } from './picture.ts';
import { showingOfExif } from './tiffTags.ts';

interface Found {
  width: number;
  height: number;
  components: number;
  bits: number;
  orientation: Orientation;
  dpi: number | null;
  isAdobe: boolean;
  hasScan: boolean;
}

/** Baseline, extended and progressive with Huffman codes: what PDF's DCTDecode takes. */
const readFrames = [0xc0, 0xc1, 0xc2];
const otherFrames = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
const startOfScan = 0xda;
const centimetresPerInch = 2.54;

/** A JPEG by its markers. Throws AppError file-damaged, and file-image for forms that no viewer reads. */
export function readJpeg(bytes: Uint8Array): Picture {
  const found = markersOf(bytes);
  const colorSpace = colorSpaces[found.components];
  if (found.width * found.height === 0 || !found.hasScan) throw new AppError('file-damaged');
  if (colorSpace === undefined || found.bits !== 8)
    throw new AppError('file-image', { kind: 'JPEG' });
  const { width, height } = found;
  const piece = { x: 0, y: 0, width, height, data: bytes, filter: 'DCTDecode', parms: null };
  // Programs of Adobe store the four inks the other way round.
  const decode = found.components === 4 && found.isAdobe ? '[1 0 1 0 1 0 1 0]' : null;
  const samples = { colorSpace, tint: null, bits: 8, decode, pieces: [piece] };
  const { orientation, dpi } = found;
  return { format: 'jpeg', frames: [{ width, height, orientation, dpi, samples }] };
}

const colorSpaces: Readonly<Record<number, string>> = {
  1: '/DeviceGray',
  3: '/DeviceRGB',
  4: '/DeviceCMYK',
};

function markersOf(bytes: Uint8Array): Found {
  const found: Found = {
    width: 0,
    height: 0,
    components: 0,
    bits: 0,
    orientation: 1,
    dpi: null,
    isAdobe: false,
    hasScan: false,
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw new AppError('file-damaged');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (marker === startOfScan) {
      found.hasScan = true;
      return found;
    }
    const size = view.getUint16(at + 2);
    const segment = bytes.subarray(at + 4, at + 2 + size);
    if (size < 2 || at + 2 + size > bytes.length) throw new AppError('file-damaged');
    if (otherFrames.includes(marker)) throw new AppError('file-image', { kind: 'JPEG' });
    noteSegment(found, marker, segment);
    at += 2 + size;
  }
  throw new AppError('file-damaged');
}

const beginsWith = (segment: Uint8Array, text: string): boolean =>
  Array.from(text).every((char, i) => segment[i] === char.charCodeAt(0));

function noteSegment(found: Found, marker: number, segment: Uint8Array): void {
  const number = (at: number): number => ((segment[at] ?? 0) << 8) | (segment[at + 1] ?? 0);
  if (readFrames.includes(marker)) {
    found.bits = segment[0] ?? 0;
    found.height = number(1);
    found.width = number(3);
    found.components = segment[5] ?? 0;
  } else if (marker === 0xe0 && beginsWith(segment, 'JFIF\0')) {
    const unit = segment[7];
    const density = number(8);
    if (density > 0 && (unit === 1 || unit === 2))
      found.dpi ??= unit === 1 ? density : density * centimetresPerInch;
  } else if (marker === 0xe1 && beginsWith(segment, 'Exif\0\0')) {
    const said = showingOfExif(segment.subarray(6));
    found.orientation = said.orientation;
    found.dpi ??= said.dpi;
  } else if (marker === 0xee && beginsWith(segment, 'Adobe')) found.isAdobe = true;
}
