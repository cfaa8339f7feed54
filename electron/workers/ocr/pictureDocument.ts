import { AppError } from '#shared/contract/errors.ts';
import { type DecodedPicture, picturePdf } from '#shared/domain/picture/picturePdf.ts';
import { readPicture } from '#shared/domain/picture/readPicture.ts';
import { canvasModule } from './drawPage.ts';
import { fromRgba } from './greyPage.ts';

/**
 * A picture file as a PDF of its pictures. Errors: those of `readPicture`; `page-needs-drawing` where a form must be decoded
 * and no canvas is installed, `page-unreadable` where that fails.
 */
export async function pictureDocument(bytes: Uint8Array): Promise<Uint8Array> {
  const picture = readPicture(bytes);
  const mustDecode = picture.frames.some((frame) => frame.samples === null);
  return picturePdf(picture, mustDecode ? await decode(bytes) : null);
}

/** Grey samples as a viewer shows them on white paper; the size was held against the bounds before. */
async function decode(bytes: Uint8Array): Promise<DecodedPicture> {
  const module = canvasModule();
  if (module === null) throw new AppError('page-needs-drawing');
  const image = await module.loadImage(bytes).catch((cause: unknown) => {
    throw new AppError('page-unreadable', {}, { cause });
  });
  const { width, height } = image;
  if (width * height === 0) throw new AppError('page-unreadable');
  const context = module.createCanvas(width, height).getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, colors: 1, data: fromRgba(data, width, height).grey };
}
