import type { QuotePlace, TextPoint } from './anchor.ts';
import type { PartText } from './partText.ts';
import { withoutStretches } from './passedOver.ts';

const numerals = '[一二三四五六七八九十百千零〇两\\d０-９]+';
const article = new RegExp(`^(第\\s*${numerals}\\s*条(?:之[一二三四五六七八九十]+)?)`);
const chapter = new RegExp(`^(第\\s*${numerals}\\s*(?:编|章|节|部分|篇))`);
/** An annex counts anew: what stands in it belongs to none of the articles before it. */
const annex = new RegExp(`^(附(?:件|录|表)\\s*(?:${numerals}|[A-Z](?![A-Za-z])))`);
/** Numbers under an article or chapter, from the larger to the smaller. */
const steps: readonly RegExp[] = [
  /^([一二三四五六七八九十]+、)/,
  new RegExp(`^(（\\s*[一二三四五六七八九十]+\\s*）|\\(\\s*[一二三四五六七八九十]+\\s*\\))`),
  /^(\d+)(?:[、．]|\.(?!\d))/,
  /^(（\s*\d+\s*）|\(\s*\d+\s*\)|\d+\))/,
  /^([①-⑳])/,
];
/** 3.2.1 says by itself where it stands. */
const decimal = /^(\d+(?:\.\d+){1,5})(?![\d%])/;
/** What follows a number that is cited in running text, not one that heads its clause. */
const citedAfter = /^(?:规定|的|第|款|项|和|及|或|至|以|、|，|；|所|之规定|中)/;
const endsSentence = /[。；：:;！？]\s*$/;

const farthestLines = 4_000;

/**
 * How a lawyer names the place: page, block path, and the clause that the point stands in. The clause is the nearest
 * article (第二十二条) before it; without one, the numbers that lead to the place from the larger to the smaller
 * (第三部分 二、（一）); a number like 3.2 says it all. Null when nothing numbers the place.
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
  const small: string[] = [];
  let smallest = steps.length;
  let left = farthestLines;
  for (let index = start.part; index >= 0 && left > 0; index--) {
    const part = parts[index];
    if (part === undefined) continue;
    const offset = index === start.part ? start.offset : part.text.length;
    for (const line of linesBackwards(part, offset)) {
      left -= 1;
      const found = numberOf(line);
      if (found === null) continue;
      if (found.step === 'article') return found.number;
      if (found.step === 'chapter') return [found.number, ...joined(small)].join(' ');
      if (found.step === 'decimal') return found.number + small.join('');
      if (found.step < smallest) {
        small.unshift(found.number);
        smallest = found.step;
      }
    }
  }
  return joined(small)[0] ?? null;
}

const joined = (numbers: readonly string[]): string[] =>
  numbers.length === 0 ? [] : [numbers.join('')];

/** The lines of a part from the one that holds `offset` backwards; the automatic number heads the first. */
function* linesBackwards(part: PartText, offset: number): Generator<Line> {
  const next = part.text.indexOf('\n', offset);
  const upTo = next < 0 ? part.text.length : next;
  // A running header (第三章 …) says nothing about the place: it is repeated from elsewhere.
  const running = part.furniture?.filter(([, end]) => end < upTo);
  const lines = withoutStretches(part.text.slice(0, upTo), running).split('\n');
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
  /** Index in `steps` for a number under an article or chapter. */
  readonly step: 'article' | 'chapter' | 'decimal' | number;
  readonly number: string;
}

function numberOf(line: Line): ClauseNumber | null {
  for (const [step, pattern] of [
    ['article', article],
    ['chapter', chapter],
    ['chapter', annex],
  ] as const) {
    const number = pattern.exec(line.text)?.[1];
    if (number === undefined) continue;
    const isHeading = heads(line.text.slice(number.length), line.isAfterStop);
    return isHeading ? { step, number: number.replace(/\s+/g, '') } : null;
  }
  if (!line.isAfterStop) return null;
  const whole = decimal.exec(line.text)?.[1];
  if (whole !== undefined) return { step: 'decimal', number: whole };
  for (const [step, pattern] of steps.entries()) {
    const number = pattern.exec(line.text)?.[1];
    if (number !== undefined) return { step, number: number.replace(/\s+/g, '') };
  }
  return null;
}

function heads(rest: string, isAfterStop: boolean): boolean {
  if (rest === '' || /^[\s：:【［[（(]/.test(rest)) return true;
  return isAfterStop && !citedAfter.test(rest);
}
