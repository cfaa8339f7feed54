import { crc32, inflateRawSync } from 'node:zlib';
import type { NativeZip } from '#shared/domain/text/zipFile.ts';
import { maxFileBytes } from './sourceEntry.ts';

/** Node's own inflating: a large member holds the core up for a tenth of the time that the portable one takes. */
export const nativeZip: NativeZip = {
  inflateAll: (packed, maxBytes) => {
    try {
      return inflateRawSync(packed, {
        maxOutputLength: Math.max(1, Math.min(maxBytes, maxFileBytes)),
      });
    } catch (error) {
      if (isTooLarge(error)) return null;
      throw error;
    }
  },
  crc32: (piece, before) => crc32(piece, before),
};

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
