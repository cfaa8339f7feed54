import { AppError } from '../../contract/errors.ts';
import type { Picture, PictureFrame, PicturePiece, PictureSamples } from './picture.ts';
import { hexOf, joined } from './pngPicture.ts';
import { showingOf, type Tags, TiffTags } from './tiffTags.ts';

const tag = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  offsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  counts: 279,
  planes: 284,
  faxOptions: 292,
  predictor: 317,
  palette: 320,
  extra: 338,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileCounts: 325,
  sampleFormat: 339,
  jpegTables: 347,
} as const;

/** Pictures of one file; more are hostile, or a film. */
const mostFrames = 2_000;

/**
 * The pictures of a TIFF: plain, fax, LZW, Deflate, PackBits and JPEG, in strips or tiles. Small previews are left out.
 * Throws AppError file-damaged, limit-pages, and file-image for forms that are not read.
 */
export function readTiff(bytes: Uint8Array): Picture {
  const frames: PictureFrame[] = [];
  const seen = new Set<number>();
  try {
    const file = new TiffTags(bytes);
    for (let at = file.first; at !== 0;) {
      if (seen.has(at)) throw new AppError('file-damaged');
      seen.add(at);
      if (seen.size > mostFrames) throw new AppError('limit-pages', { limit: mostFrames });
      const { tags, next } = file.directory(at);
      const isPreview = (one(tags, tag.subfile, 0) & 1) === 1;
      if (!isPreview) frames.push(frameOf(bytes, tags, file.isLittleEndian));
      at = next;
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('file-damaged', {}, { cause });
  }
  if (frames.length === 0) throw new AppError('file-damaged');
  return { format: 'tiff', frames };
}

const one = (tags: Tags, key: number, otherwise: number): number => tags.get(key)?.[0] ?? otherwise;

/** A form of the format that is not read; the words tell to convert it. */
const notRead = (): AppError => new AppError('file-image', { kind: 'TIFF' });

function frameOf(bytes: Uint8Array, tags: Tags, isLittleEndian: boolean): PictureFrame {
  const width = one(tags, tag.width, 0);
  const height = one(tags, tag.height, 0);
  if (width * height === 0) throw new AppError('file-damaged');
  const depths = tags.get(tag.bits) ?? [1];
  const bits = depths[0] ?? 1;
  const isOdd =
    depths.some((depth) => depth !== bits) ||
    ![1, 2, 4, 8, 16].includes(bits) ||
    (bits === 16 && isLittleEndian) ||
    one(tags, tag.planes, 1) !== 1 ||
    (tags.get(tag.sampleFormat) ?? []).some((format) => format !== 1);
  if (isOdd) throw notRead();
  const color = colorOf(tags, bits);
  const pieces = placesOf(tags, width, height).map((place) => pieceOf(bytes, tags, place, bits));
  return { width, height, ...showingOf(tags), samples: { ...color, bits, pieces } };
}

type Color = Pick<PictureSamples, 'colorSpace' | 'tint' | 'decode'>;

function colorOf(tags: Tags, bits: number): Color {
  const samples = one(tags, tag.samples, 1);
  const isFax = [2, 3, 4].includes(one(tags, tag.compression, 1));
  const kind = `${one(tags, tag.photometric, 0)}/${samples}`;
  switch (kind) {
    case '0/1':
      // The fax filter turns black and white itself.
      return plain('/DeviceGray', isFax ? null : '[1 0]');
    case '1/1':
      return plain('/DeviceGray');
    case '1/2':
      return overWhite('[/DeviceN [/K /A] /DeviceGray @]', grey, one(tags, tag.extra, 0));
    case '2/4':
      return overWhite('[/DeviceN [/R /G /B /A] /DeviceRGB @]', colored, one(tags, tag.extra, 0));
    case '2/3':
    case '6/3':
      return plain('/DeviceRGB');
    case '3/1':
      return plain(paletteOf(tags, bits));
    case '5/4':
      return plain('/DeviceCMYK');
    default:
      throw notRead();
  }
}

const plain = (colorSpace: string, decode: string | null = null): Color => ({
  colorSpace,
  tint: null,
  decode,
});

/** PostScript that lays samples over white paper: colours that hold their transparency already, and colours that do not. */
interface Tints {
  readonly associated: string;
  readonly apart: string;
}

const grey: Tints = {
  associated: '{1 exch sub add}',
  apart: '{exch 1 exch sub mul 1 exch sub}',
};
const colored: Tints = {
  associated:
    '{1 exch sub 4 -1 roll 1 index add 4 -1 roll 2 index add 4 -1 roll 3 index add 4 -1 roll pop}',
  apart: `{${[1, 2, 3].map((at) => `4 -1 roll 1 exch sub ${at} index mul 1 exch sub`).join(' ')} 4 -1 roll pop}`,
};

/** A sample more than the colour needs says how far it covers (1 and 2), or nothing that concerns a reader. */
function overWhite(colorSpace: string, tints: Tints, extra: number): Color {
  const tint = extra === 1 ? tints.associated : extra === 2 ? tints.apart : '{pop}';
  return { colorSpace, tint, decode: null };
}

function paletteOf(tags: Tags, bits: number): string {
  const values = tags.get(tag.palette) ?? [];
  const entries = 2 ** bits;
  if (bits > 8 || values.length < entries * 3) throw new AppError('file-damaged');
  const colors = Array.from({ length: entries * 3 }, (_, i) => {
    const value = values[(i % 3) * entries + Math.floor(i / 3)] ?? 0;
    return value >> 8;
  });
  return `[/Indexed /DeviceRGB ${entries - 1} <${hexOf(Uint8Array.from(colors))}>]`;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly offset: number;
  readonly count: number;
}

function placesOf(tags: Tags, width: number, height: number): Place[] {
  const isTiled = tags.has(tag.tileOffsets);
  const offsets = tags.get(isTiled ? tag.tileOffsets : tag.offsets) ?? [];
  const counts = tags.get(isTiled ? tag.tileCounts : tag.counts) ?? [];
  const rows = isTiled
    ? one(tags, tag.tileHeight, 0)
    : Math.min(height, one(tags, tag.rowsPerStrip, height));
  const across = isTiled ? one(tags, tag.tileWidth, 0) : width;
  if (rows <= 0 || across <= 0) throw new AppError('file-damaged');
  const perRow = Math.ceil(width / across);
  if (offsets.length < perRow * Math.ceil(height / rows) || counts.length < offsets.length)
    throw new AppError('file-damaged');
  return offsets.slice(0, perRow * Math.ceil(height / rows)).map((offset, i) => {
    const y = Math.floor(i / perRow) * rows;
    // The last strip ends with the picture; tiles are always whole and reach over its edge.
    const own = isTiled ? rows : Math.min(rows, height - y);
    return {
      x: (i % perRow) * across,
      y,
      width: across,
      height: own,
      offset,
      count: counts[i] ?? 0,
    };
  });
}

function pieceOf(bytes: Uint8Array, tags: Tags, place: Place, bits: number): PicturePiece {
  const { x, y, width, height, offset, count } = place;
  if (count === 0 || offset + count > bytes.length) throw new AppError('file-damaged');
  const data = bytes.subarray(offset, offset + count);
  return { x, y, width, height, ...codingOf(tags, place, data, bits) };
}

function codingOf(
  tags: Tags,
  { width, height }: Place,
  data: Uint8Array,
  bits: number,
): Pick<PicturePiece, 'data' | 'filter' | 'parms'> {
  const colors = one(tags, tag.samples, 1);
  const predicted = (filter: string) => {
    const predictor = one(tags, tag.predictor, 1);
    if (predictor > 2) throw notRead();
    const shape = `/Colors ${colors} /BitsPerComponent ${bits} /Columns ${width}`;
    return { data, filter, parms: predictor === 2 ? `<< /Predictor 2 ${shape} >>` : null };
  };
  switch (one(tags, tag.compression, 1)) {
    case 1:
      return { data, filter: null, parms: null };
    case 2:
      return fax(tags, data, `/K 0 /EncodedByteAlign true`, width, height);
    case 3:
      return fax(tags, data, `/K ${one(tags, tag.faxOptions, 0) & 1}`, width, height);
    case 4:
      return fax(tags, data, '/K -1', width, height);
    case 5:
      // Files of the first years hold the codes with their bits the other way round.
      if (data[0] === 0 && ((data[1] ?? 0) & 1) === 1) throw notRead();
      return predicted('LZWDecode');
    case 7: {
      const isRgb = one(tags, tag.photometric, 0) === 2;
      const parms = isRgb ? '<< /ColorTransform 0 >>' : null;
      return { data: withTables(tags, data), filter: 'DCTDecode', parms };
    }
    case 8:
    case 32946:
      return predicted('FlateDecode');
    case 32773:
      return { data, filter: 'RunLengthDecode', parms: null };
    default:
      throw notRead();
  }
}

function fax(
  tags: Tags,
  data: Uint8Array,
  coding: string,
  width: number,
  height: number,
): Pick<PicturePiece, 'data' | 'filter' | 'parms'> {
  const isBlackOne = one(tags, tag.photometric, 0) === 1;
  const isReversed = one(tags, tag.fillOrder, 1) === 2;
  const shape = `/Columns ${width} /Rows ${height} /BlackIs1 ${String(isBlackOne)}`;
  return {
    data: isReversed ? data.map(reversedBits) : data,
    filter: 'CCITTFaxDecode',
    parms: `<< ${coding} ${shape} >>`,
  };
}

function reversedBits(byte: number): number {
  let reversed = 0;
  for (let i = 0; i < 8; i += 1) reversed |= ((byte >> i) & 1) << (7 - i);
  return reversed;
}

/** A strip of JPEG data with the tables that all strips share put in front of it. */
function withTables(tags: Tags, data: Uint8Array): Uint8Array {
  const tables = tags.get(tag.jpegTables);
  if (tables === undefined || tables.length < 4) return data;
  return joined([Uint8Array.from(tables.slice(0, -2)), data.subarray(2)]);
}
