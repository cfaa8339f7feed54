import type { QuotePlace, TextPoint } from './anchor.ts';
import type { PartText } from './partText.ts';

const numerals = '[一二三四五六七八九十百千零〇两\\d０-９]+';
const article = new RegExp(`^(第\\s*${numerals}\\s*条(?:之[一二三四五六七八九十]+)?)`);
const chapter = new RegExp(`^(第\\s*${numerals}\\s*(?:编|章|节|部分|篇))`);
const lesser = new RegExp(
  `^(（\\s*${numerals}\\s*）|\\(\\s*${numerals}\\s*\\)|[一二三四五六七八九十]+(?=、)|\\d+(?:\\.\\d+){1,5}|\\d+(?=[、．]|\\.\\s)|[①-⑳])`,
);
/** What follows a number that is cited in running text, not one that heads its clause. */
const citedAfter = /^(?:规定|的|第|款|项|和|及|或|至|以|、|，|；|所|之规定|中)/;
const endsSentence = /[。；：:;！？]\s*$/;

const farthestLines = 4_000;

/**
 * How a lawyer names the place: page, block path, and the clause that the point stands in. The clause is the nearest
 * article (第二十二条) before it; where a chapter is nearer, the chapter with the smaller number under it; else the
 * nearest smaller number ((三), 3.2). Null when nothing numbers the place.
 */
export function placeOf(parts: readonly PartText[], start: TextPoint): QuotePlace {
  const part = parts[start.part];
  return {
    page: part?.page ?? null,
    clause: clauseBefore(parts, start),
    blockPath: part?.blockPath ?? null,
  };
}

interface Line {
  readonly text: string;
  /** The line before ended its sentence, or there is none in the part: a number here is likely a heading. */
  readonly isAfterStop: boolean;
}

function clauseBefore(parts: readonly PartText[], start: TextPoint): string | null {
  let small: string | null = null;
  let left = farthestLines;
  for (let index = start.part; index >= 0; index--) {
    const part = parts[index];
    if (part === undefined) continue;
    for (const line of linesBackwards(
      part,
      index === start.part ? start.offset : part.text.length,
    )) {
      if (left-- <= 0) return small;
      const found = numberOf(line);
      if (found === null) continue;
      if (found.rank === 'article') return found.number;
      if (found.rank === 'chapter')
        return small === null ? found.number : `${found.number}${small}`;
      small ??= found.number;
    }
  }
  return small;
}

/** The lines of a part from the one that holds `offset` backwards; the automatic number heads the first. */
function* linesBackwards(part: PartText, offset: number): Generator<Line> {
  const next = part.text.indexOf('\n', offset);
  const lines = part.text.slice(0, next < 0 ? part.text.length : next).split('\n');
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] ?? '';
    const before = lines[i - 1];
    yield {
      text: line.trim(),
      isAfterStop: before === undefined || endsSentence.test(before) || before.trim().length < 20,
    };
  }
  if (part.label !== null) yield { text: `${part.label} `, isAfterStop: true };
}

interface ClauseNumber {
  readonly rank: 'article' | 'chapter' | 'small';
  readonly number: string;
}

function numberOf(line: Line): ClauseNumber | null {
  for (const [rank, pattern] of [
    ['article', article],
    ['chapter', chapter],
    ['small', lesser],
  ] as const) {
    const number = pattern.exec(line.text)?.[1];
    if (number === undefined) continue;
    const rest = line.text.slice(number.length);
    const isHeading = rank === 'small' ? line.isAfterStop : heads(rest, line.isAfterStop);
    return isHeading ? { rank, number: number.replace(/\s+/g, '') } : null;
  }
  return null;
}

function heads(rest: string, isAfterStop: boolean): boolean {
  if (rest === '' || /^[\s：:【［[（(]/.test(rest)) return true;
  return isAfterStop && !citedAfter.test(rest);
}
