import type { TextPoint } from '#shared/domain/text/anchor.ts';
import { quoteBetween } from '#shared/domain/text/quote.ts';

/** A stretch of a version's text as the reader selected it; `quote` stands exactly between `start` and `end`. */
export type Passage = {
  readonly start: TextPoint;
  readonly end: TextPoint;
  readonly quote: string;
};

/** A rendered stretch of text: `start` and `end` are offsets into the text of `part` (page or block). */
export type RenderedRun = {
  readonly part: number;
  readonly start: number;
  readonly end: number;
};

/** The point that lies `unitsIn` UTF-16 units into a rendered run, never outside it. */
export function pointInRun(run: RenderedRun, unitsIn: number): TextPoint {
  const offset = Math.min(run.end, run.start + Math.max(0, unitsIn));
  return { part: run.part, offset };
}

/** Negative when `a` stands before `b`, positive when after, 0 when they are one place. */
export function comparePoints(a: TextPoint, b: TextPoint): number {
  return a.part - b.part || a.offset - b.offset;
}

/** A page or block with its text of record. */
type WithText = { readonly text: string };

/** Makes a passage of two points: ordered, without white space at its ends; null when nothing is left. */
export function passageBetween(
  parts: readonly WithText[],
  a: TextPoint,
  b: TextPoint,
): Passage | null {
  const [from, to] = comparePoints(a, b) <= 0 ? [a, b] : [b, a];
  const start = skipForward(parts, from, to);
  const end = skipBackward(parts, start, to);
  const found = quoteBetween(parts, start, end);
  return found === null || found.quote === '' ? null : { start, end, quote: found.quote };
}

const isBlank = (character: string | undefined): boolean =>
  character !== undefined && /\s/u.test(character);

function skipForward(parts: readonly WithText[], from: TextPoint, limit: TextPoint): TextPoint {
  let { part, offset } = from;
  while (comparePoints({ part, offset }, limit) < 0) {
    const text = parts[part]?.text ?? '';
    if (offset >= text.length) {
      part += 1;
      offset = 0;
    } else if (isBlank(text[offset])) offset += 1;
    else break;
  }
  return { part, offset };
}

function skipBackward(parts: readonly WithText[], limit: TextPoint, from: TextPoint): TextPoint {
  let { part, offset } = from;
  while (comparePoints(limit, { part, offset }) < 0) {
    const text = parts[part]?.text ?? '';
    if (offset === 0) {
      part -= 1;
      offset = (parts[part]?.text ?? '').length;
    } else if (isBlank(text[offset - 1])) offset -= 1;
    else break;
  }
  return { part, offset };
}
