import { isUtf8 } from 'node:buffer';
import { AppError } from '#shared/contract/errors.ts';
import { packageLimits } from './packageLimits.ts';

const lineFeed = 0x0a;

/** The JSON documents of an NDJSON part, one a line, each ended by a line feed. Errors: `handoff-damaged`, `handoff-invalid`. */
export function linesOf(bytes: Uint8Array, part: string): unknown[] {
  if (!isUtf8(bytes)) throw new AppError('handoff-damaged', { detail: part });
  const lines: unknown[] = [];
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Line by line from the bytes: one text of the whole part would cost as much again as reading its lines.
  for (let start = 0; start < whole.length;) {
    const end = whole.indexOf(lineFeed, start);
    if (end < 0 || lines.length === packageLimits.changes) {
      throw new AppError('handoff-invalid', { place: part, detail: 'lines' });
    }
    lines.push(parsed(whole, start, end, `${lines.length + 1}`, part));
    start = end + 1;
  }
  return lines;
}

function parsed(whole: Buffer, start: number, end: number, detail: string, part: string): unknown {
  try {
    if (end - start > packageLimits.lineBytes) throw new RangeError('line too long');
    return JSON.parse(whole.toString('utf8', start, end)) as unknown;
  } catch (cause) {
    throw new AppError('handoff-invalid', { place: part, detail }, { cause });
  }
}
