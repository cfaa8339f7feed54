import { AppError } from '#shared/contract/errors.ts';

/** What a reader of RTF is told, in the order of the file. */
export interface RtfHandler {
  openGroup(): void;
  closeGroup(): void;
  /** A control word with its parameter, or a control symbol (`~`, `*`, …) under its sign. */
  control(word: string, parameter: number | null): void;
  /** A byte of text in the encoding of the font at hand. */
  byte(value: number): void;
}

const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const maxWord = 32;

const isLetter = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const hexOf = (byte: number): number =>
  isDigit(byte) ? byte - 0x30 : isLetter(byte) ? (byte | 0x20) - 0x57 : -1;

/** Reads RTF byte by byte; `\bin` data are skipped. Throws AppError limit-nesting. */
export function readTokens(bytes: Uint8Array, maxDepth: number, handler: RtfHandler): void {
  let at = 0;
  let depth = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === openBrace) {
      depth += 1;
      if (depth > maxDepth) throw new AppError('limit-nesting', { limit: maxDepth });
      handler.openGroup();
    } else if (byte === closeBrace) {
      depth -= 1;
      handler.closeGroup();
      // What follows the outermost group is no part of the document.
      if (depth <= 0) return;
    } else if (byte === backslash) at = readControl(bytes, at, handler);
    else if (byte !== 0x0a && byte !== 0x0d && byte !== 0) handler.byte(byte);
  }
}

function readControl(bytes: Uint8Array, start: number, handler: RtfHandler): number {
  const first = bytes[start] ?? 0;
  if (first === 0x27) {
    const value = hexOf(bytes[start + 1] ?? 0) * 16 + hexOf(bytes[start + 2] ?? 0);
    if (value >= 0 && value < 256) handler.byte(value);
    return start + 3;
  }
  if (!isLetter(first)) {
    handler.control(first === 0x0a || first === 0x0d ? 'par' : String.fromCharCode(first), null);
    return start + 1;
  }
  let at = start;
  while (at < bytes.length && at - start < maxWord && isLetter(bytes[at] ?? 0)) at += 1;
  const word = String.fromCharCode(...bytes.subarray(start, at));
  const isNegative = bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0);
  if (isNegative) at += 1;
  let parameter: number | null = null;
  for (let digits = 0; digits < 10 && isDigit(bytes[at] ?? 0); digits++, at++)
    parameter = (parameter ?? 0) * 10 + (bytes[at] ?? 0) - 0x30;
  if (bytes[at] === 0x20) at += 1;
  if (word === 'bin') return at + Math.max(0, parameter ?? 0);
  handler.control(word, parameter !== null && isNegative ? -parameter : parameter);
  return at;
}
