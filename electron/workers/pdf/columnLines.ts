import type { Cells } from './columnBands.ts';
import { type Fragment, han } from './fragments.ts';

/** The pieces of a column that stand on one line, with the line's measures. */
export interface Line {
  readonly fragments: readonly Fragment[];
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly size: number;
  /** Offsets of the text of its first and behind that of its last piece. */
  readonly from: number;
  readonly to: number;
}

/** From one line of a column to the next: whether the text goes on there for want of room, null where nothing tells. */
export interface Step {
  readonly upper: Line;
  readonly lower: Line;
  /** Width of the widest line in line with the upper one. */
  readonly room: number;
  readonly wraps: boolean | null;
}

export interface Column {
  readonly fragments: readonly Fragment[];
  readonly lines: readonly Line[];
  readonly steps: readonly Step[];
  /** White from which on rows are parted: more than between the lines of a text; null where no text goes on. */
  readonly leastGap: number | null;
}

/** By how much the white between rows of a table is wider than between the lines of a cell: line heights, points. */
const rowGapEms = 0.25;
const rowGapPoints = 2;
/** Share of a line's height by which the middles of pieces on one line may differ. */
const sameLine = 0.5;
/** How far a line of Chinese that wraps may end before the edge of its cell, and how wide such a cell is, in line heights. */
const wrapEms = 0.95;
const wideWrapEms = 1.7;
const wrapRoomShare = 0.12;
const barredWrapEms = 1.9;
const narrowestWrapEms = 4;
/** Characters of a word for which room may have been wanting; longer ones are rare at the beginning of a line. */
const longestWord = 10;
/** Lines of a column up to which each is held against all. */
const mostJudged = 400;
/** How far lines that begin or are centred at one place may differ, in line heights. */
const alignedEms = 0.5;
/** Share of letters from which text is words. */
const lettersShare = 0.6;
/** Characters looked at for that. */
const sampled = 400;

export function describeColumns(cells: Cells, em: number, text: string): readonly Column[] {
  return cells.map((fragments) => {
    const lines = linesOf(fragments);
    const steps = stepsOf(lines, em, text);
    return { fragments, lines, steps, leastGap: leastGapOf(steps, em) };
  });
}

/** The white between lines of one text, and by how much that between rows is wider; null where no text goes on. */
function leastGapOf(steps: readonly Step[], em: number): number | null {
  const gaps = steps.filter((step) => step.wraps === true).map(whiteOf);
  if (gaps.length === 0) return null;
  const usual = gaps.sort((a, b) => a - b)[gaps.length >> 2] ?? 0;
  return usual + Math.max(rowGapEms * em, rowGapPoints);
}

/** Share of a line's height above and below its middle that is certainly its own; boxes of neighbours overlap. */
export const coreShare = 0.3;

/** The white between two lines. */
export const whiteOf = ({ upper, lower }: Pick<Step, 'upper' | 'lower'>): number =>
  upper.middle - upper.size * coreShare - lower.middle - lower.size * coreShare;

/** A column's fragments by the line that they stand on. */
export function linesOf(column: readonly Fragment[]): Line[] {
  const lines: Fragment[][] = [];
  column.forEach((one, i) => {
    const before = column[i - 1];
    if (before !== undefined && isBeside(before, one)) lines.at(-1)?.push(one);
    else lines.push([one]);
  });
  return lines.map(lineOf);
}

const isBeside = (one: Fragment, next: Fragment): boolean =>
  one.middle - next.middle <= Math.min(one.size, next.size) * sameLine;

function lineOf(pieces: readonly Fragment[]): Line {
  const fragments = pieces.toSorted((a, b) => a.left - b.left);
  const tallest = fragments.reduce((most, one) => (one.size > most.size ? one : most));
  return {
    fragments,
    left: Math.min(...fragments.map((one) => one.left)),
    right: Math.max(...fragments.map((one) => one.right)),
    middle: tallest.middle,
    size: tallest.size,
    from: fragments[0]?.from ?? 0,
    to: fragments.at(-1)?.to ?? 0,
  };
}

function stepsOf(lines: readonly Line[], em: number, text: string): Step[] {
  const areJudged =
    lines.length <= mostJudged &&
    areWords(
      lines.flatMap((line) => line.fragments),
      text,
    );
  const inside = lines.filter((line) => !hanging.test(text.charAt(line.to - 1)));
  const rooms = lines.map((line) => roomOf(line, inside, em));
  return lines.slice(1).map((lower, i) => {
    const upper = lines[i] ?? lower;
    const room = rooms[i] ?? 0;
    const isJudged = areJudged && room >= narrowestWrapEms * upper.size;
    return { upper, lower, room, wraps: isJudged ? wrapsTo(upper, lower, room, text) : null };
  });
}

/** Width to which lines are filled that begin where this one does, or are centred there; 0 where but one is so wide. */
function roomOf(line: Line, lines: readonly Line[], em: number): number {
  const near = alignedEms * em;
  const centre = line.left + line.right;
  let widest = 0;
  let next = 0;
  for (const { left, right } of lines) {
    const isAligned =
      Math.abs(left - line.left) <= near || Math.abs(left + right - centre) <= 2 * near;
    const width = isAligned ? right - left : 0;
    if (width > widest) [widest, next] = [width, widest];
    else if (width > next) next = width;
  }
  return next >= widest - barredWrapEms * em ? widest : 0;
}

/** How an entry of a form or a list begins: 地址：, （一）, 第三条, 2. */
const beginning =
  /^(?:[^，。；：:]{1,12}[：:]|第[一二三四五六七八九十百零\d]+[章节条款项]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十\d]+[、.．])/u;
/** Stops may hang over the edge. */
const hanging = /[，。、；：,.;:]/u;
/** What may not begin a line takes the character before it along. */
const barred = /^.?[，。、；：！？）》」』】〕”’%℃]/u;

/**
 * Whether a line goes on in the next because there was no more room: Chinese up to the edge, else for the next word;
 * null where that may be chance.
 */
function wrapsTo(line: Line, next: Line, room: number, text: string): boolean | null {
  const left = room - (line.right - line.left);
  const mostLeft = Math.min(wideWrapEms, Math.max(wrapEms, (room / line.size) * wrapRoomShare));
  const [first] = next.fragments;
  if (first === undefined) return null;
  const start = text.slice(first.from, first.to);
  if (beginning.test(start)) return false;
  const word = /^[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]+/u.exec(start)?.[0];
  if (word === undefined) {
    const most = barred.test(start) ? barredWrapEms : mostLeft;
    return left <= most * line.size;
  }
  const perUnit = (first.right - first.left) / Math.max(1, first.to - first.from);
  const needed = perUnit * Math.min(word.length + 2, longestWord);
  if (left > Math.max(needed, mostLeft * line.size)) return false;
  // A word with a capital letter may begin something else.
  return /^[\p{Ll}\d]/u.test(word) || han.test(text.charAt(line.to - 1)) ? true : null;
}

/** Whether most of some pieces of text is letters, by the first of them. */
export function areWords(column: readonly Fragment[], text: string): boolean {
  let letters = 0;
  let printed = 0;
  for (const { from, to } of column) {
    if (printed > sampled) break;
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      // Dots that lead to a page number are no text.
      if (code <= 0x20 || code === 0x2e || code === 0xb7 || code === 0x2026) continue;
      printed += 1;
      if (isLetter(code)) letters += 1;
    }
  }
  return letters >= lettersShare * printed;
}

/** Letters of all scripts as far as a share of them needs to be known. */
const isLetter = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xc0 && code < 0x2000) ||
  (code >= 0x2e80 && code < 0xe000 && !(code >= 0x3000 && code <= 0x3020)) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xff21 && code <= 0xff5a && !(code > 0xff3a && code < 0xff41));

export const widthOf = (some: readonly { left: number; right: number }[]): number =>
  Math.max(...some.map((one) => one.right)) - Math.min(...some.map((one) => one.left));
