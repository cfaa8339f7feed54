import type { TextRun } from './text.ts';

const numbersOfRun = 6;

/** The runs of a page one behind the other, as they go from a worker to the core: one block that is moved, not thousands of lists that are copied. */
export function packRuns(runs: readonly TextRun[]): Float64Array<ArrayBuffer> {
  const packed = new Float64Array(runs.length * numbersOfRun);
  let at = 0;
  for (const run of runs) {
    packed.set(run, at);
    at += numbersOfRun;
  }
  return packed;
}

/** The runs again, as they were packed. */
export function unpackRuns(packed: Float64Array): TextRun[] {
  const runs: TextRun[] = [];
  const number = (at: number): number => packed[at] ?? 0;
  for (let at = 0; at < packed.length; at += numbersOfRun) {
    runs.push([
      number(at),
      number(at + 1),
      number(at + 2),
      number(at + 3),
      number(at + 4),
      number(at + 5),
    ]);
  }
  return runs;
}

/** Whether a value is whole runs of finite numbers, with whole ones for their offsets. */
export function arePackedRuns(value: unknown): value is Float64Array {
  if (!(value instanceof Float64Array) || value.length % numbersOfRun !== 0) return false;
  return value.every((number, at) =>
    at % numbersOfRun < 2 ? Number.isSafeInteger(number) : Number.isFinite(number),
  );
}
