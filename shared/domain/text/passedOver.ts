import type { TextPoint } from './anchor.ts';
import type { Stretch } from './text.ts';

/** Text without the given stretches, which rise and do not overlap. */
export function withoutStretches(text: string, stretches: readonly Stretch[] | undefined): string {
  if (stretches === undefined || stretches.length === 0) return text;
  return keptStretches(text.length, stretches)
    .map(([start, end]) => text.slice(start, end))
    .join('');
}

/** What is left of a text of this length when the given stretches are taken out. */
export function keptStretches(length: number, stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  let at = 0;
  for (const [start, end] of stretches) {
    if (start > at) kept.push([at, Math.min(start, length)]);
    at = Math.max(at, end);
  }
  if (at < length) kept.push([at, length]);
  return kept;
}

interface WithFurniture {
  readonly text: string;
  readonly furniture?: readonly Stretch[] | undefined;
}

const isWithin = (part: WithFurniture | undefined, offset: number): boolean =>
  part?.furniture?.some(([start, end]) => offset > start && offset < end) ?? false;

/**
 * Whether a passage runs on over a page end and so passes over the headers, footers and page numbers there: not where it
 * begins or ends in one of them, for then they are meant.
 */
export function isReadingOn(
  parts: readonly WithFurniture[],
  start: TextPoint,
  end: TextPoint,
): boolean {
  if (start.part === end.part) return false;
  return !isWithin(parts[start.part], start.offset) && !isWithin(parts[end.part], end.offset);
}
