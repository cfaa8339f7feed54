import type { TextRun } from './text.ts';

/**
 * Indexes of a page's runs as its text goes, null where that is how they stand: a PDF's runs are in the order in which
 * the file draws them, which may be line by line across columns.
 */
export function textOrder(runs: readonly TextRun[]): number[] | null {
  const isRising = runs.every((run, i) => run[0] >= (runs[i - 1]?.[0] ?? 0));
  if (isRising) return null;
  const start = (index: number): number => runs[index]?.[0] ?? 0;
  const end = (index: number): number => runs[index]?.[1] ?? 0;
  // Runs without text stand with what they lead to.
  return Array.from(runs, (_, i) => i).sort((a, b) => start(a) - start(b) || end(a) - end(b));
}

/** A page's runs as its text goes. */
export function runsInTextOrder(runs: readonly TextRun[]): readonly TextRun[] {
  return textOrder(runs)?.flatMap((index) => runs.slice(index, index + 1)) ?? runs;
}
