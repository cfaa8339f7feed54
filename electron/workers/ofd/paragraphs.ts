import type { PlacedText } from './pageContent.ts';

interface Line {
  readonly y: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly text: string;
}

const cjk = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u2018-\u201D]/;
/** Gaps wider than this many characters set columns of a form apart. */
const columnGap = 1.5;
const wordGap = 0.25;

/** Paragraphs of a page in reading order: top to bottom, left to right; a line that fills its width goes on in the next. */
export function paragraphsOf(texts: readonly PlacedText[]): string[] {
  const lines = linesOf(texts);
  const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
  const left = lines.reduce((least, line) => Math.min(least, line.left), Infinity);
  const paragraphs: string[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const last = paragraphs.pop();
    if (last === undefined) paragraphs.push(line.text);
    else if (before !== undefined && continues(before, line, left, right))
      paragraphs.push(join(last, line.text));
    else paragraphs.push(last, line.text);
  });
  return paragraphs;
}

/** Lines shorter than so many characters are headings, labels, signatures: they go on in no other. */
const leastCharacters = 12;

/** Conservative: a long line, same size and margin, normal spacing, and the line before reaches the right margin. */
function continues(before: Line, line: Line, left: number, right: number): boolean {
  const { size } = line;
  return (
    before.right - before.left > size * leastCharacters &&
    Math.abs(before.size - size) < size * 0.1 &&
    line.y - before.y < size * 2.2 &&
    before.right > right - size * 2 &&
    line.left < left + size * 0.8
  );
}

function join(before: string, after: string): string {
  const isChinese = cjk.test(before.charAt(before.length - 1)) || cjk.test(after.charAt(0));
  return isChinese ? before + after : `${before} ${after}`;
}

/** Texts whose baselines lie within half a character of each other make a line. */
function linesOf(texts: readonly PlacedText[]): Line[] {
  const sorted = texts.toSorted((a, b) => a.y - b.y);
  const lines: Line[] = [];
  let open: PlacedText[] = [];
  for (const text of sorted) {
    const first = open[0];
    if (first !== undefined && text.y - first.y > Math.min(first.size, text.size) * 0.5) {
      lines.push(lineOf(open));
      open = [];
    }
    open.push(text);
  }
  if (open.length > 0) lines.push(lineOf(open));
  return lines.filter((line) => line.text !== '');
}

function lineOf(texts: PlacedText[]): Line {
  const row = texts.toSorted((a, b) => a.x - b.x);
  let whole = '';
  let end = 0;
  let right = 0;
  let before: PlacedText | null = null;
  for (const piece of row) {
    if (before !== null && isOverprint(before, piece)) continue;
    if (before !== null) whole += separator(whole, (piece.x - end) / piece.size, piece.text);
    whole += piece.text;
    end = Math.max(end, piece.x + piece.width);
    if (piece.text.trim() !== '') right = end;
    before = piece;
  }
  const first = row.find((piece) => piece.text.trim() !== '');
  return {
    y: first?.y ?? 0,
    size: row.reduce((most, text) => Math.max(most, text.size), 0),
    left: first?.x ?? 0,
    right,
    text: whole.trim(),
  };
}

/** The same text set twice a hair apart, to look bold. */
function isOverprint(before: PlacedText, piece: PlacedText): boolean {
  return before.text === piece.text && piece.x - before.x < piece.size * 0.2;
}

/** What stands between two texts of a line that are `gap` characters apart. */
function separator(before: string, gap: number, after: string): string {
  if (/\s$/.test(before) || /^\s/.test(after)) return '';
  if (gap > columnGap) return '\t';
  const isChinese = cjk.test(before.charAt(before.length - 1)) && cjk.test(after.charAt(0));
  return gap > wordGap && !isChinese ? ' ' : '';
}
