import { inflateSync, constants } from 'node:zlib';

/** Bounds on what is unpacked of one file; past them what was found stands. */
const mostStreams = 5_000;
const mostBytesOfStream = 8 * 1024 * 1024;
const mostBytes = 48 * 1024 * 1024;
const mostObjects = 10_000;
const longestDictionary = 2_048;
const longestObject = 64 * 1024;

export interface PackedObject {
  /** Where its object stream lies in the file. */
  readonly at: number;
  readonly number: string;
  readonly body: string;
}

/**
 * Objects that hold `word` out of a PDF's object streams, in the order of the file. Streams that are encrypted, damaged,
 * or packed otherwise than by Flate are passed over.
 */
export function packedObjects(buffer: Buffer, word: string): PackedObject[] {
  const found: PackedObject[] = [];
  let left = mostBytes;
  let at = buffer.indexOf('/ObjStm', 0, 'latin1');
  for (
    let streams = 0;
    at >= 0 && streams < mostStreams && left > 0 && found.length < mostObjects;
    streams++
  ) {
    const stream = unpack(buffer, at);
    if (stream !== null) {
      left -= stream.bytes.length;
      found.push(...objectsWith(word, stream, at, mostObjects - found.length));
    }
    at = buffer.indexOf('/ObjStm', at + 7, 'latin1');
  }
  return found;
}

interface ObjectStream {
  readonly first: number;
  readonly count: number;
  readonly bytes: Buffer;
}

function unpack(buffer: Buffer, at: number): ObjectStream | null {
  const begin = buffer.lastIndexOf('obj', at, 'latin1');
  const stream = buffer.indexOf('stream', at, 'latin1');
  if (begin < 0 || stream < 0 || stream - begin > longestDictionary) return null;
  const dictionary = buffer.toString('latin1', begin, stream);
  const first = /\/First\s+(\d+)/.exec(dictionary)?.[1];
  const count = /\/N\s+(\d+)/.exec(dictionary)?.[1];
  if (first === undefined || count === undefined || /\/Predictor/.test(dictionary)) return null;
  const start = /^stream(?:\r\n|\n|\r)/.exec(buffer.toString('latin1', stream, stream + 8))?.[0];
  const end = buffer.indexOf('endstream', stream, 'latin1');
  const raw = buffer.subarray(stream + (start ?? 'stream').length, end < 0 ? undefined : end);
  const bytes = /\/Filter\b/.test(dictionary) ? inflated(raw, dictionary) : raw;
  return bytes === null ? null : { first: Number(first), count: Number(count), bytes };
}

function inflated(raw: Buffer, dictionary: string): Buffer | null {
  if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\s*(?:\]|\/|>>|$)/.test(dictionary)) return null;
  try {
    return inflateSync(raw, {
      finishFlush: constants.Z_SYNC_FLUSH, // what there is of a stream that was cut
      maxOutputLength: mostBytesOfStream,
      chunkSize: Math.min(1024 * 1024, Math.max(16 * 1024, raw.length * 4)),
    });
  } catch {
    return null;
  }
}

/** At most `most` objects of a stream, found by where the word stands in them. */
function objectsWith(
  word: string,
  { first, count, bytes }: ObjectStream,
  at: number,
  most: number,
): PackedObject[] {
  const found: PackedObject[] = [];
  let place = bytes.indexOf(word, 0, 'latin1');
  if (place < 0) return found;
  const starts = startsIn(bytes.toString('latin1', 0, first), first, count);
  for (let i = 0; i < starts.length && place >= 0 && found.length < most; i++) {
    const { number, start } = starts[i] ?? { number: '', start: 0 };
    const end = starts[i + 1]?.start ?? bytes.length;
    if (place >= end) continue;
    const body = bytes.toString('latin1', start, Math.min(end, start + longestObject));
    found.push({ at, number, body });
    place = bytes.indexOf(word, end, 'latin1');
  }
  return found;
}

/** The numbers of a stream's objects and where each begins, in rising order whatever the stream says. */
function startsIn(head: string, first: number, count: number) {
  const numbers = head.match(/\d+/g) ?? [];
  return Array.from({ length: Math.min(count, numbers.length >> 1) }, (_, i) => ({
    number: numbers[i * 2] ?? '',
    start: first + Number(numbers[i * 2 + 1]),
  })).sort((a, b) => a.start - b.start);
}
