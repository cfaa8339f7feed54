import type { ChangeLine } from '#shared/domain/handoff/handoff.ts';
import type { LogTable } from '../changes/logTable.ts';

/** How far two copies of a workspace are known to have gone together, and where they are known to differ. */
export interface ForkBounds {
  /** The same at both up to here; 0 where nothing shows it. */
  readonly common: number;
  /** The smallest number that differs; null where none is known to. */
  readonly differs: number | null;
}

/** Compares points of the other copy's chain of this device with the one here. */
export function boundsOf(
  log: LogTable,
  device: string,
  points: readonly (readonly [seq: number, hash: string])[],
): ForkBounds {
  let common = 0;
  let differs: number | null = null;
  for (const [seq, hash] of points) {
    const here = log.hashAt(device, seq);
    if (here === hash) common = Math.max(common, seq);
    // A number that is not here is one that the other copy has written since.
    else differs = Math.min(differs ?? seq, seq);
  }
  return { common, differs };
}

/** The points that a package shows: each change's own hash, and that of the one before it. */
export function pointsOf(
  device: string,
  lines: readonly ChangeLine[],
): (readonly [number, string])[] {
  return lines
    .filter((line) => line.device === device)
    .flatMap((line): (readonly [number, string])[] => {
      const own = [line.seq, line.hash] as const;
      return line.seq > 1 ? [[line.seq - 1, line.prev] as const, own] : [own];
    });
}

export function joinBounds(a: ForkBounds, b: ForkBounds): ForkBounds {
  const differing = [a.differs, b.differs].filter((one) => one !== null);
  return {
    common: Math.max(a.common, b.common),
    differs: differing.length === 0 ? null : Math.min(...differing),
  };
}
