import { guessUtf16 } from '#shared/domain/text/textEncoding.ts';
import type { WarningLog } from '../warnings.ts';

const marks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Encoding of a byte order mark, null without one. */
export function encodingOfMark(bytes: Uint8Array): string | null {
  return marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Text of bytes in an encoding that is marked, stated, or found out: byte order mark, then strict UTF-8, then UTF-16 by
 * statistics, then what the file states (`stated`, a label), then GB 18030, in which Windows in Chinese writes. A stated
 * encoding other than UTF-8 goes before UTF-16 and after UTF-8, because files outlive their statements. A guess and bytes that are no
 * characters are remarked on.
 */
export function decodeText(
  bytes: Uint8Array,
  warnings: WarningLog,
  stated: string | null = null,
): string {
  const encoding = encodingOf(bytes, warnings, stated);
  const text = new TextDecoder(encoding).decode(bytes);
  const lost = text.split('\uFFFD').length - 1;
  if (lost > 0) warnings.add('undecodable-text', encoding, lost);
  return text;
}

function encodingOf(bytes: Uint8Array, warnings: WarningLog, stated: string | null): string {
  const marked = encodingOfMark(bytes);
  if (marked !== null) return marked;
  if (isUtf8(bytes) && !bytes.includes(0)) return 'utf-8';
  const named = stated === null ? null : knownEncoding(stated);
  if (named !== null && named !== 'utf-8') return named;
  const guessed = guessUtf16(bytes) ?? 'gb18030';
  warnings.add('encoding-guessed', guessed.toUpperCase());
  return guessed;
}

/** The encoding under its name in the Encoding standard; GB 18030 for its subsets, null for a label that is none. */
export function knownEncoding(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label.trim());
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}
