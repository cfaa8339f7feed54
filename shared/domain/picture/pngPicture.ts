import { AppError } from '../../contract/errors.ts';
import type { Picture, PictureSamples } from './picture.ts';
import { showingOfExif } from './tiffTags.ts';

const inchesPerMetre = 39.3701;
const samplesOfColor: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly color: number;
  readonly isInterlaced: boolean;
}

interface Chunks {
  readonly header: Header;
  readonly data: readonly Uint8Array[];
  readonly palette: Uint8Array | null;
  readonly hasTransparency: boolean;
  readonly dpi: number | null;
  readonly exif: Uint8Array | null;
}

/** A PNG by its chunks; checksums are not computed. Throws AppError file-damaged. */
export function readPng(bytes: Uint8Array): Picture {
  const chunks = chunksOf(bytes);
  const { header } = chunks;
  const isPlain =
    (header.color === 0 || header.color === 2 || header.color === 3) && !header.isInterlaced;
  const said = chunks.exif === null ? null : showingOfExif(chunks.exif);
  const frame = {
    width: header.width,
    height: header.height,
    orientation: said?.orientation ?? 1,
    dpi: chunks.dpi ?? said?.dpi ?? null,
    samples: isPlain && !chunks.hasTransparency ? samplesOf(chunks) : null,
  };
  return { format: 'png', frames: [frame] };
}

function chunksOf(bytes: Uint8Array): Chunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let header: Header | null = null;
  let palette: Uint8Array | null = null;
  let exif: Uint8Array | null = null;
  let hasTransparency = false;
  let dpi: number | null = null;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const size = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const start = at + 8;
    if (start + size + 4 > bytes.length) break;
    const content = bytes.subarray(start, start + size);
    if (name === 'IHDR' && size >= 13) header = headerOf(view, start);
    else if (name === 'IDAT') data.push(content);
    else if (name === 'PLTE') palette = content;
    else if (name === 'tRNS') hasTransparency = true;
    else if (name === 'eXIf') exif = content;
    else if (name === 'pHYs' && size >= 9 && content[8] === 1)
      dpi = view.getUint32(start) / inchesPerMetre;
    else if (name === 'IEND') {
      if (header === null || data.length === 0) break;
      return { header, data, palette, hasTransparency, dpi, exif };
    }
    at = start + size + 4;
  }
  throw new AppError('file-damaged');
}

function headerOf(view: DataView, at: number): Header {
  return {
    width: view.getUint32(at),
    height: view.getUint32(at + 4),
    bits: view.getUint8(at + 8),
    color: view.getUint8(at + 9),
    isInterlaced: view.getUint8(at + 12) !== 0,
  };
}

function samplesOf({ header, data, palette }: Chunks): PictureSamples {
  const { width, height, bits, color } = header;
  const colors = samplesOfColor[color] ?? 1;
  const piece = {
    x: 0,
    y: 0,
    width,
    height,
    data: joined(data),
    filter: 'FlateDecode',
    parms: `<< /Predictor 15 /Colors ${colors} /BitsPerComponent ${bits} /Columns ${width} >>`,
  };
  return {
    colorSpace: colorSpaceOf(color, palette),
    tint: null,
    bits,
    decode: null,
    pieces: [piece],
  };
}

function colorSpaceOf(color: number, palette: Uint8Array | null): string {
  if (color === 0) return '/DeviceGray';
  if (color === 2) return '/DeviceRGB';
  const entries = Math.min(256, Math.floor((palette?.length ?? 0) / 3));
  if (palette === null || entries === 0) throw new AppError('file-damaged');
  return `[/Indexed /DeviceRGB ${entries - 1} <${hexOf(palette.subarray(0, entries * 3))}>]`;
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes that the samples of a PNG inflate to, rows with their filter bytes; null for other formats and interlaced pictures. */
export function pngInflatedBytes(bytes: Uint8Array): number | null {
  const { header } = chunksOf(bytes);
  if (header.isInterlaced) return null;
  const rowBits = header.width * header.bits * (samplesOfColor[header.color] ?? 4);
  return header.height * (1 + Math.ceil(rowBits / 8));
}

/** The compressed samples of a PNG in one piece. */
export function pngData(bytes: Uint8Array): Uint8Array {
  return joined(chunksOf(bytes).data);
}
