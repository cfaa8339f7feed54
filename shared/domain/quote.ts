import type { TextPoint } from './anchor.ts';

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
}

function isInside(parts: readonly WithText[], point: TextPoint): boolean {
  const part = parts[point.part];
  return part !== undefined && point.offset >= 0 && point.offset <= part.text.length;
}

/**
 * The exact text between two points with what stands around it, parts joined by a line feed; null where the points are
 * none of these parts or not in order.
 */
export function quoteBetween(
  parts: readonly WithText[],
  start: TextPoint,
  end: TextPoint,
): QuoteText | null {
  if (!isInside(parts, start) || !isInside(parts, end)) return null;
  if (start.part > end.part || (start.part === end.part && start.offset > end.offset)) return null;
  return {
    quote: between(parts, start, end),
    prefix: before(parts, start),
    suffix: after(parts, end),
  };
}

function between(parts: readonly WithText[], start: TextPoint, end: TextPoint): string {
  const first = parts[start.part]?.text ?? '';
  if (start.part === end.part) return first.slice(start.offset, end.offset);
  const middle = parts.slice(start.part + 1, end.part).map((part) => part.text);
  const last = parts[end.part]?.text ?? '';
  return [first.slice(start.offset), ...middle, last.slice(0, end.offset)].join('\n');
}

function before(parts: readonly WithText[], point: TextPoint): string {
  let text = (parts[point.part]?.text ?? '').slice(0, point.offset);
  for (let part = point.part - 1; part >= 0 && text.length < contextUnits; part--) {
    text = `${parts[part]?.text ?? ''}\n${text}`;
  }
  const cut = text.slice(-contextUnits);
  return /^[\uDC00-\uDFFF]/.test(cut) ? cut.slice(1) : cut;
}

function after(parts: readonly WithText[], point: TextPoint): string {
  let text = (parts[point.part]?.text ?? '').slice(point.offset);
  for (let part = point.part + 1; part < parts.length && text.length < contextUnits; part++) {
    text = `${text}\n${parts[part]?.text ?? ''}`;
  }
  const cut = text.slice(0, contextUnits);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
