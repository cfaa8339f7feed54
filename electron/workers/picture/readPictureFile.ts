import { createInflate } from 'node:zlib';
import { AppError } from '#shared/contract/errors.ts';
import { pageSize, type Picture } from '#shared/domain/picture/picture.ts';
import { pngData, pngInflatedBytes } from '#shared/domain/picture/pngPicture.ts';
import { readPicture } from '#shared/domain/picture/readPicture.ts';
import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { Extraction, PageText } from '#shared/domain/text/text.ts';
import { WarningLog } from '../warnings.ts';

/**
 * A picture file as pages without text, one a picture, which wait for recognition. Errors: file-damaged, file-image (a form
 * that is not read), limit-pages, limit-pixels, limit-inflated (a PNG that holds more than its size says).
 */
export async function readPictureFile(
  bytes: Uint8Array,
  limits: ExtractLimits,
): Promise<Extraction> {
  const picture = readPicture(bytes);
  if (picture.frames.length > limits.pages)
    throw new AppError('limit-pages', { limit: limits.pages });
  if (picture.format === 'png') await checkPng(bytes);
  const warnings = new WarningLog();
  const pages = picture.frames.map((frame, i): PageText => {
    warnings.add('pages-without-text', String(i + 1));
    const { width, height } = pageSize(picture.format, frame);
    const number = i + 1;
    return { number, label: null, text: '', flags: ['no-text'], width, height, runs: [] };
  });
  return { kind: 'image', pages, characters: 0, warnings: warnings.list(), meta: metaOf(picture) };
}

function metaOf({ format, frames }: Picture): Record<string, string> {
  const [first] = frames;
  return {
    format,
    ...(first === undefined ? {} : { pixels: `${first.width}×${first.height}` }),
    ...(first?.dpi == null ? {} : { dpi: String(Math.round(first.dpi)) }),
  };
}

/** A few bytes more than the size says are what careless writers leave behind. */
const slackBytes = 64 * 1024;

/** Inflates the samples without keeping them: as many as the size says must come, and not many more. */
function checkPng(bytes: Uint8Array): Promise<void> {
  const expected = pngInflatedBytes(bytes);
  if (expected === null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const inflate = createInflate();
    let inflated = 0;
    const fail = (error: AppError): void => {
      inflate.destroy();
      reject(error);
    };
    inflate.on('data', (chunk: Uint8Array) => {
      inflated += chunk.length;
      if (inflated > expected + slackBytes)
        fail(new AppError('limit-inflated', { limit: `${Math.ceil(expected / 1024)} KB` }));
    });
    inflate.on('end', () => {
      if (inflated < expected) reject(new AppError('file-damaged'));
      else resolve();
    });
    inflate.on('error', (cause) => fail(new AppError('file-damaged', {}, { cause })));
    inflate.end(pngData(bytes));
  });
}
