/** UTF-16 is told apart by its halves on so many bytes. */
const probeSize = 8_192;

/**
 * Which UTF-16 a text without a byte order mark is written in, by statistics over its first 8 KiB: every unit a character
 * in use, most of them ASCII or Chinese. Null when it is neither.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, probeSize) & ~1;
  if (length < 4 || bytes.length % 2 !== 0) return null;
  const little = plausibility(bytes, length, 0);
  const big = plausibility(bytes, length, 1);
  if (Math.max(little, big) < 0.9) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

/** Share of units that are common in Chinese or English text; -1 when one is none at all. `high` is 1 for big-endian. */
function plausibility(bytes: Uint8Array, length: number, high: 0 | 1): number {
  let common = 0;
  let marks = 0;
  for (let at = 0; at < length; at += 2) {
    const upper = bytes[at + 1 - high] ?? 0;
    const lower = bytes[at + high] ?? 0;
    const unit = (upper << 8) | lower;
    if (unit === 0 || unit >= 0xfff0 || (unit < 0x20 && unit !== 9 && unit !== 10 && unit !== 13))
      return -1;
    // Spaces, line ends, ASCII and the full-width comma and stop show which half is which; Han alone would not.
    if (unit < 0x80 || unit === 0x3002 || unit === 0xff0c || unit === 0x3001) marks += 1;
    if (unit < 0x80 || (unit >= 0x4e00 && unit < 0x9fa6) || isPunctuation(unit)) common += 1;
  }
  return marks === 0 ? -1 : common / (length / 2);
}

const isPunctuation = (unit: number): boolean =>
  (unit >= 0x2010 && unit < 0x2050) ||
  (unit >= 0x3000 && unit < 0x3020) ||
  (unit >= 0xff00 && unit < 0xff60);
