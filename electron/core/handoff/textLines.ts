import { AppError } from '#shared/contract/errors.ts';
import { packageLimits } from './packageLimits.ts';

/** The JSON documents of an NDJSON part, one a line, each ended by a line feed. Errors: `handoff-damaged`, `handoff-invalid`. */
export function linesOf(bytes: Uint8Array, part: string): unknown[] {
  let whole: string;
  try {
    whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('handoff-damaged', { detail: part }, { cause });
  }
  if (whole === '') return [];
  const lines = whole.split('\n');
  if (lines.pop() !== '' || lines.length > packageLimits.changes) {
    throw new AppError('handoff-invalid', { place: part, detail: 'lines' });
  }
  return lines.map((line, index) => {
    try {
      if (line.length > packageLimits.lineBytes) throw new RangeError('line too long');
      return JSON.parse(line) as unknown;
    } catch (cause) {
      throw new AppError('handoff-invalid', { place: part, detail: `${index + 1}` }, { cause });
    }
  });
}
