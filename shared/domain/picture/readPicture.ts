import { AppError } from '../../contract/errors.ts';
import { isBmp, readBmp, readWebp } from './bitmapHeaders.ts';
import { readJpeg } from './jpegPicture.ts';
import { mostPixels, type Picture, type PictureFormat } from './picture.ts';
import { readPng } from './pngPicture.ts';
import { readTiff } from './tiffPicture.ts';

/** Which format of picture the bytes begin as, of those that are read; null for anything else. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  const begins = (...signs: readonly number[]): boolean =>
    signs.every((sign, i) => bytes[i] === sign);
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (begins(0xff, 0xd8, 0xff)) return 'jpeg';
  if (begins(0x49, 0x49, 0x2a, 0x00) || begins(0x4d, 0x4d, 0x00, 0x2a)) return 'tiff';
  const isRiff = begins(0x52, 0x49, 0x46, 0x46);
  const isWebp = [0x57, 0x45, 0x42, 0x50].every((sign, i) => bytes[8 + i] === sign);
  if (isRiff && isWebp) return 'webp';
  return isBmp(bytes) ? 'bmp' : null;
}

const readers: Readonly<Record<PictureFormat, (bytes: Uint8Array) => Picture>> = {
  png: readPng,
  jpeg: readJpeg,
  tiff: readTiff,
  bmp: readBmp,
  webp: readWebp,
};

/**
 * A picture file by its structure; nothing is decoded. Throws AppError file-damaged, file-image (a form that is not read),
 * limit-pages, limit-pixels.
 */
export function readPicture(bytes: Uint8Array): Picture {
  const format = pictureFormat(bytes);
  if (format === null) throw new AppError('file-damaged');
  let picture: Picture;
  try {
    picture = readers[format](bytes);
  } catch (cause) {
    // A header that ends too early.
    throw cause instanceof AppError ? cause : new AppError('file-damaged', {}, { cause });
  }
  for (const { width, height } of picture.frames) {
    if (width * height === 0) throw new AppError('file-damaged');
    if (width * height > mostPixels) throw new AppError('limit-pixels', { width, height });
  }
  return picture;
}
