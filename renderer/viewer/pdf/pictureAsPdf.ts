import { type DecodedPicture, picturePdf } from '#shared/domain/picture/picturePdf.ts';
import { readPicture } from '#shared/domain/picture/readPicture.ts';

/**
 * A picture file as the PDF that the reader shows, on the same pages as recognition used. Rejects where the file is damaged
 * or of a form that the page cannot decode.
 */
export async function pictureAsPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const picture = readPicture(bytes);
  const mustDecode = picture.frames.some((frame) => frame.samples === null);
  return picturePdf(picture, mustDecode ? await decode(bytes) : null);
}

/** Colours as they look on white paper. Turning is left to the pages, so that it is done once. */
async function decode(bytes: Uint8Array): Promise<DecodedPicture> {
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]), {
    imageOrientation: 'none',
  });
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data: rgba } = context.getImageData(0, 0, width, height);
  const data = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < data.length; from += 4, to += 3) {
    data[to] = rgba[from] ?? 255;
    data[to + 1] = rgba[from + 1] ?? 255;
    data[to + 2] = rgba[from + 2] ?? 255;
  }
  return { width, height, colors: 3, data };
}
