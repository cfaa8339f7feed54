import type { Fingerprint } from './handoffReport.ts';

const numerals = '〇一二三四五六七八九';

/**
 * A key hash as two people compare it aloud: six groups of five digits, each from five bytes of the hash modulo 100,000
 * (the way Signal makes its safety numbers), about 99 bits.
 */
export function fingerprintOf(hash: Uint8Array): Fingerprint {
  const groups = Array.from({ length: 6 }, (_, group) => {
    let value = 0;
    for (let i = 0; i < 5; i += 1) value = (value * 256 + (hash[group * 5 + i] ?? 0)) % 100_000;
    return String(value).padStart(5, '0');
  });
  const inNumerals = (digits: string): string =>
    Array.from(digits, (digit) => numerals[Number(digit)] ?? '').join('');
  return { digits: groups.join(' '), chinese: groups.map(inNumerals).join(' ') };
}
