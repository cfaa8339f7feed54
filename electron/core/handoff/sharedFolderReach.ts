import {
  joinVectors,
  meetVectors,
  missingFrom,
  type Vector,
} from '#shared/domain/changes/causality.ts';
import type { SentFile } from '../repo/sharedSentTable.ts';

/** A colleague with what they said to have of the project. */
export interface Reader {
  readonly key: string;
  readonly receipt: Vector;
}

/** What a colleague has once they have read this desk's files that lie in the folder, in their order. */
export function reachOf(reader: Reader, lying: readonly SentFile[]): Vector {
  return lying.reduce<Vector>((reached, file) => {
    const isReadable =
      file.recipients.includes(reader.key) && missingFrom(reached, file.from).length === 0;
    return isReadable ? joinVectors(reached, file.to) : reached;
  }, reader.receipt);
}

/** What every one of them has; nothing where there is nobody. */
export function meetOf(vectors: readonly Vector[]): Vector {
  const [first, ...rest] = vectors;
  return rest.reduce((all, one) => meetVectors(all, one), first ?? {});
}

const covers = (vector: Vector, needed: Vector): boolean =>
  missingFrom(vector, needed).length === 0;

/**
 * Files that nobody needs any more: what they hold everybody has or finds in the others, and every later file can be read
 * without them. One that holds no change goes when a later one says more.
 */
export function superseded(
  lying: readonly SentFile[],
  readers: readonly Reader[],
  lastNumber: number,
): SentFile[] {
  let left = [...lying];
  const gone: SentFile[] = [];
  for (const file of lying) {
    const without = left.filter((one) => one !== file);
    const isSaid = Object.keys(file.held).length > 0 || file.number < lastNumber;
    const isNeedless = readers.every((reader) => {
      const reached = reachOf(reader, without);
      const later = without.filter((one) => one.recipients.includes(reader.key));
      return covers(reached, file.held) && later.every((one) => covers(reached, one.from));
    });
    if (!isSaid || !isNeedless) continue;
    left = without;
    gone.push(file);
  }
  return gone;
}

/** A last run of small files that is worth writing as one: none of them much larger than what follows it. */
export function tailToMerge(lying: readonly SentFile[]): readonly SentFile[] {
  let size = 0;
  let first = lying.length;
  while (first > 0) {
    const file = lying[first - 1];
    if (!file || (size > 0 && file.sizeBytes > Math.max(2 * size, 65_536))) break;
    size += file.sizeBytes;
    first -= 1;
  }
  const tail = lying.slice(first);
  return tail.length >= mergeFrom ? tail : [];
}

const mergeFrom = 8;
