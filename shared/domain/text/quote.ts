import type { TextPoint } from './anchor.ts';
import { isReadingOn, withoutStretches } from './passedOver.ts';
import type { Stretch } from './text.ts';

/** UTF-16 units of context kept on each side of a quote. */
const contextUnits = 32;

export interface QuoteText {
  readonly quote: string;
  /** Up to 32 units before and after, parts joined by a line feed, never half a surrogate pair. */
  readonly prefix: string;
  readonly suffix: string;
}

interface WithText {
  readonly text: string;
  readonly furniture?: readonly Stretch[] | undefined;
}

function isInside(parts: readonly WithText[], point: TextPoint): boolean {
  const part = parts[point.part];
  return part !== undefined && point.offset >= 0 && point.offset <= part.text.length;
}

/**
 * The exact text between two points with what stands around it, parts joined by a line feed and, where it runs on over a
 * page end, without the header and footer there; null where the points are none of these parts or not in order.
 */
export function quoteBetween(
  parts: readonly WithText[],
  start: TextPoint,
  end: TextPoint,
): QuoteText | null {
  if (!isInside(parts, start) || !isInside(parts, end)) return null;
  if (start.part > end.part || (start.part === end.part && start.offset > end.offset)) return null;
  const pieceOf = isReadingOn(parts, start, end) ? runningText : wholeText;
  return {
    quote: between(parts, start, end, pieceOf),
    prefix: before(parts, start),
    suffix: after(parts, end),
  };
}

type PieceOf = (part: WithText | undefined, from: number, to?: number) => string;

const wholeText: PieceOf = (part, from, to) => part?.text.slice(from, to) ?? '';

/** A piece of a part without its headers and footers. */
const runningText: PieceOf = (part, from, to = part?.text.length ?? 0) => {
  const inside = part?.furniture?.flatMap(([start, end]): Stretch[] => {
    const cut: Stretch = [Math.max(start, from) - from, Math.min(end, to) - from];
    return cut[1] > cut[0] ? [cut] : [];
  });
  const piece = wholeText(part, from, to);
  if (inside === undefined || inside.length === 0) return piece;
  // The line ends around what was taken out stand for nothing.
  return withoutStretches(piece, inside)
    .replace(/\n{2,}/g, '\n')
    .replace(/^\n|\n$/g, '');
};

function between(
  parts: readonly WithText[],
  start: TextPoint,
  end: TextPoint,
  pieceOf: PieceOf,
): string {
  if (start.part === end.part) return pieceOf(parts[start.part], start.offset, end.offset);
  return parts
    .slice(start.part, end.part + 1)
    .map((part, i, all) =>
      pieceOf(part, i === 0 ? start.offset : 0, i === all.length - 1 ? end.offset : undefined),
    )
    .join('\n');
}

function before(parts: readonly WithText[], point: TextPoint): string {
  let text = runningText(parts[point.part], 0, point.offset);
  for (let part = point.part - 1; part >= 0 && text.length < contextUnits; part--) {
    text = `${runningText(parts[part], 0)}\n${text}`;
  }
  const cut = text.slice(-contextUnits);
  return /^[\uDC00-\uDFFF]/.test(cut) ? cut.slice(1) : cut;
}

function after(parts: readonly WithText[], point: TextPoint): string {
  let text = runningText(parts[point.part], point.offset);
  for (let part = point.part + 1; part < parts.length && text.length < contextUnits; part++) {
    text = `${text}\n${runningText(parts[part], 0)}`;
  }
  const cut = text.slice(0, contextUnits);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
