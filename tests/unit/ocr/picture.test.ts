import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { pageSize } from '#shared/domain/picture/picture.ts';
import { picturePdf } from '#shared/domain/picture/picturePdf.ts';
import { readPicture } from '#shared/domain/picture/readPicture.ts';
import { defaultExtractLimits } from '#shared/domain/text/extractMessage.ts';
import { readPictureFile } from '../../../electron/workers/picture/readPictureFile.ts';
import { makePng, makeTiff, withOrientation } from '../../fixtures/makePicture.ts';
import { barPicture } from '../../fixtures/makeScan.ts';

const picture = barPicture({ width: 60, height: 80 }, { left: 5, top: 5, width: 40, height: 4 });
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** The least that a JPEG's markers can be: enough for its structure, not for a decoder. */
function jpegMarkers(frame = 0xc0): Uint8Array {
  const jfif = [0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 1, 0, 200, 0, 200, 0, 0];
  const size = [0xff, frame, 0, 17, 8, 0, 80, 0, 60, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1];
  return Uint8Array.from([0xff, 0xd8, ...jfif, ...size, 0xff, 0xda, 0, 2, 0xff, 0xd9]);
}

async function codeOf(bytes: Uint8Array, pages = 10): Promise<string> {
  try {
    const read = await readPictureFile(bytes, { ...defaultExtractLimits, pages });
    return `${read.kind} ${'pages' in read ? read.pages.length : 0}`;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

describe('a picture as a document', () => {
  test('is one page a picture, each without text and waiting for recognition', async () => {
    const bytes = makeTiff([{ picture }, { picture, isPreview: true }, { picture, dpi: 150 }]);
    expect(await readPictureFile(bytes, defaultExtractLimits)).toEqual({
      kind: 'image',
      characters: 0,
      pages: [
        {
          number: 1,
          label: null,
          text: '',
          flags: ['no-text'],
          width: 21.6,
          height: 28.8,
          runs: [],
        },
        {
          number: 2,
          label: null,
          text: '',
          flags: ['no-text'],
          width: 28.8,
          height: 38.4,
          runs: [],
        },
      ],
      warnings: [{ code: 'pages-without-text', count: 2, where: ['1', '2'] }],
      meta: { format: 'tiff', pixels: '60×80', dpi: '200' },
    });
  });

  test.each([
    ['a PNG that ends early', makePng(picture, { isCut: true }), 'file-damaged'],
    ['a PNG without its end', makePng(picture).subarray(0, 60), 'file-damaged'],
    [
      'a PNG of more pixels than are read',
      makePng(picture, { stated: { width: 50_000, height: 50_000 } }),
      'limit-pixels',
    ],
    [
      'a PNG that holds more than its size says',
      makePng(picture, { surplusBytes: 40_000_000 }),
      'limit-inflated',
    ],
    ['a TIFF whose strips lie outside', makeTiff([{ picture }]).subarray(0, 200), 'file-damaged'],
    ['a TIFF of a form that is not read', makeTiff([{ picture, compression: 6 }]), 'file-image'],
    [
      'a TIFF of more pictures than are read',
      makeTiff(Array.from({ length: 11 }, () => ({ picture }))),
      'limit-pages',
    ],
    ['an arithmetic JPEG', jpegMarkers(0xc9), 'file-image'],
    ['a JPEG without a scan', jpegMarkers().subarray(0, 30), 'file-damaged'],
    [
      'a BMP cut in its header',
      Buffer.from('BM' + '\0'.repeat(12) + '(\0\0\0' + '\0'.repeat(20), 'latin1'),
      'file-damaged',
    ],
    [
      'an animated WebP',
      Buffer.from(
        'RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x09\0\0\x09\0\0ANIM\0\0\0\0',
        'latin1',
      ),
      'file-image',
    ],
  ])('%s is refused for its reason', async (_, bytes, code) => {
    expect(await codeOf(new Uint8Array(bytes))).toBe(code);
  });

  test('a circle of directories ends', async () => {
    const bytes = makeTiff([{ picture }, { picture }]);
    const view = new DataView(bytes.buffer);
    const second = view.getUint32(8 + 2 + 12 * 12);
    view.setUint32(second + 2 + 12 * 12, 8);
    expect(await codeOf(bytes)).toBe('file-damaged');
  });
});

describe('the page that a picture becomes', () => {
  const sizeOf = (bytes: Uint8Array) => {
    const { format, frames } = readPicture(bytes);
    const [frame] = frames;
    return frame === undefined ? null : pageSize(format, frame);
  };

  test('has the size that the file says, where that is the resolution of a scan', () => {
    expect(sizeOf(makePng(picture, { dpi: 300 }))).toEqual({ width: 14.4, height: 19.2 });
    expect(sizeOf(makePng(picture, { dpi: 72 }))).toEqual({ width: 45, height: 60 });
    expect(sizeOf(makePng(picture))).toEqual({ width: 45, height: 60 });
  });

  test('is A4 high for an unmarked sheet', () => {
    const sheet = barPicture(
      { width: 1240, height: 1754 },
      { left: 0, top: 0, width: 9, height: 9 },
    );
    expect(sizeOf(makePng(sheet))?.height).toBeCloseTo(842, 0);
  });

  test('stands upright whichever way the camera was held', () => {
    expect(sizeOf(jpegMarkers())).toEqual({ width: 21.6, height: 28.8 });
    expect(sizeOf(withOrientation(jpegMarkers(), 6))).toEqual({ width: 28.8, height: 21.6 });
    const places = [1, 3, 6, 8].map((orientation) => {
      const pdf = text(picturePdf(readPicture(withOrientation(jpegMarkers(), orientation)), null));
      return /q (.*) cm/.exec(pdf)?.[1];
    });
    expect(places).toEqual([
      '21.6 0 0 28.8 0 0',
      '-21.6 0 0 -28.8 21.6 28.8',
      '0 -21.6 28.8 0 0 21.6',
      '0 21.6 -28.8 0 28.8 0',
    ]);
  });

  test('holds the samples as they are packed, strip by strip', () => {
    const bytes = makeTiff([{ picture, compression: 8, rowsPerStrip: 30 }]);
    const pdf = text(picturePdf(readPicture(bytes), null));
    expect(pdf.match(/\/Width 60 \/Height \d+/gu)).toEqual([
      '/Width 60 /Height 30',
      '/Width 60 /Height 30',
      '/Width 60 /Height 20',
    ]);
    expect(pdf).toContain('/Filter /FlateDecode');
  });

  test('takes decoded samples where PDF has no form for the file’s own', () => {
    const read = readPicture(makePng(picture, { hasAlpha: true }));
    expect(read.frames[0]?.samples).toBeNull();
    expect(() => picturePdf(read, null)).toThrow('decoded first');
    const decoded = { width: 60, height: 80, colors: 1 as const, data: picture.pixels };
    expect(text(picturePdf(read, decoded))).toContain('/ColorSpace /DeviceGray');
  });
});
