import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sniff } from '../../electron/core/intake/sniff.ts';
import type { Extractor } from '../../electron/core/jobs/extractor.ts';
import { newExtractor } from './corpus.ts';
import { median, timed } from './timing.ts';

/** Highest memory of a process that reads all these files one after the other. */
export function benchMemory(files: readonly string[]): {
  readonly read: number;
  readonly highestMb: number;
} {
  const child = path.join(import.meta.dirname, 'readAll.ts');
  const { stdout, stderr } = spawnSync(process.execPath, [child, ...files], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as { read: number; highestMb: number }; // as readAll.ts prints it
}

/** Milliseconds for all files with one worker and with two, both warm, in turn. */
export async function benchTwoWorkers(
  files: readonly string[],
  rounds: number,
): Promise<{ readonly oneMs: number; readonly twoMs: number }> {
  const inputs = files.map((file) => {
    const bytes = readFileSync(file);
    return { bytes, kind: sniff(bytes, path.basename(file)).kind };
  });
  const readAll = (extractor: Extractor) => () =>
    Promise.all(inputs.map(({ bytes, kind }) => extractor.extract(bytes, kind)));
  const one = newExtractor(1);
  const two = newExtractor(2);
  const oneMs: number[] = [];
  const twoMs: number[] = [];
  try {
    for (let round = 0; round <= rounds; round++) {
      const [a, b] = [await timed(readAll(one)), await timed(readAll(two))];
      if (round === 0) continue; // warms both
      oneMs.push(a);
      twoMs.push(b);
    }
  } finally {
    await Promise.all([one.close(), two.close()]);
  }
  return { oneMs: median(oneMs), twoMs: median(twoMs) };
}
