/** Formats of pictures that are read as documents. */
export type PictureFormat = 'png' | 'jpeg' | 'tiff' | 'bmp' | 'webp';

/** How a picture is turned or mirrored for showing, as Exif and TIFF count it; 1 for as stored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** A part of a picture as it lies in the file, in a form that PDF knows; place and size in stored pixels from the top left. */
export interface PicturePiece {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** PDF's name of the filter, null for plain samples. */
  readonly filter: string | null;
  /** PDF's parameters of the filter, null for none. */
  readonly parms: string | null;
}

/** Samples of a picture in PDF's terms. */
export interface PictureSamples {
  /** In a space whose name ends in `@`, that sign stands for the function in `tint`. */
  readonly colorSpace: string;
  /** PostScript of a function that makes a colour of the samples, null for none. */
  readonly tint: string | null;
  readonly bits: number;
  /** PDF's Decode array, null for the usual one. */
  readonly decode: string | null;
  readonly pieces: readonly PicturePiece[];
}

/** One picture of a file. Sizes are in stored pixels, before it is turned. */
export interface PictureFrame {
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** Dots an inch as the file says; null where it says nothing. */
  readonly dpi: number | null;
  /** Null where the samples must be decoded first: a picture with transparency, interlaced, BMP, WebP. */
  readonly samples: PictureSamples | null;
}

export interface Picture {
  readonly format: PictureFormat;
  readonly frames: readonly PictureFrame[];
}

/** Bounds that end hostile pictures: pixels of one picture (A4 at 600 dots an inch has 35 million). */
export const mostPixels = 64 * 1024 * 1024;

/** Longest side of A4 in inches: what an unmarked photograph of a page is taken to show. */
const pageInches = 11.69;
/** Believable resolutions of a scan; programs that know nothing write 72 or 96. */
const scanDpi = { least: 120, most: 2400 };
const screenDpi = 96;
/** A picture of so many pixels on its longer side is taken for a page, where it is upright or from a camera; one in the shape of a sheet sooner. */
const pagePixels = 1900;
const sheetPixels = 1000;
const sheetShape = { least: 1.25, most: 1.55 };

/**
 * Dots an inch by which a picture becomes a page: what the file says where that is a scan's, else as if a large upright
 * picture showed one A4 page and any other a piece of the screen.
 */
export function pageDpi(format: PictureFormat, frame: PictureFrame): number {
  const { dpi } = frame;
  if (dpi !== null && dpi >= scanDpi.least && dpi <= scanDpi.most) return dpi;
  const [width, height] = isTurned(frame.orientation)
    ? [frame.height, frame.width]
    : [frame.width, frame.height];
  const longer = Math.max(width, height);
  const shape = height / width;
  const isSheet = longer >= sheetPixels && shape >= sheetShape.least && shape <= sheetShape.most;
  const isCamera = format === 'jpeg' || format === 'tiff';
  const isPage = isSheet || (longer >= pagePixels && (height > width || isCamera));
  return isPage ? Math.max(screenDpi, longer / pageInches) : screenDpi;
}

/** Whether width and height change places when the picture is shown. */
export function isTurned(orientation: Orientation): boolean {
  return orientation >= 5;
}

/** Width and height of the page that a picture becomes, in PDF units. */
export function pageSize(
  format: PictureFormat,
  frame: PictureFrame,
): { readonly width: number; readonly height: number } {
  const unit = 72 / pageDpi(format, frame);
  const [width, height] = isTurned(frame.orientation)
    ? [frame.height, frame.width]
    : [frame.width, frame.height];
  const round = (value: number): number => Math.max(1, Math.round(value * unit * 100) / 100);
  return { width: round(width), height: round(height) };
}
