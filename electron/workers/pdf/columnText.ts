import { median } from './columnBands.ts';
import { areWords, type Column, whiteOf, widthOf } from './columnLines.ts';
import type { Endings, White } from './tableRows.ts';

/** What columns of running text are: so many lines, so wide, so full, of words. */
const fewestLines = 5;
const narrowestColumnEms = 9;
const narrowestColumnShare = 0.18;
const mostColumns = 3;
const fullLine = 0.8;
const fullLinesShare = 0.6;
/** Pieces for each line: numbers set off and words spaced widely leave most lines whole; not so where lines are spaced out. */
const mostPiecesOfLine = 1.2;
const flushShare = 0.75;
const flushEms = 0.4;

/** Whether all columns are running text: wide, long, filled lines of words, hardly any with a gap in it. */
export function areText(columns: readonly Column[], text: string): boolean {
  if (columns.length > mostColumns) return false;
  const whole = widthOf(columns.flatMap((column) => column.lines));
  return columns.every(({ fragments, lines }) => {
    if (lines.length < fewestLines) return false;
    const width = widthOf(lines);
    const full = lines.filter((line) => line.right - line.left >= fullLine * width).length;
    const em = median(fragments.map((one) => one.size));
    return (
      width >= narrowestColumnEms * em &&
      width >= narrowestColumnShare * whole &&
      full >= fullLinesShare * lines.length &&
      (fragments.length <= lines.length * mostPiecesOfLine || areFlush(lines, em)) &&
      areWords(fragments, text)
    );
  });
}

/** What shorter columns are: so many lines that go on in the next, in each of them and in all, hardly one that ends. */
const fewestOwnWraps = 2;
const fewestWraps = 5;
const shortWrapsShare = 0.75;

/** Whether all columns are a few wide lines of words that go on from line to line, and end each for itself. */
export function areShortText(columns: readonly Column[], { together, against }: Endings): boolean {
  if (columns.length > mostColumns || together > against) return false;
  const wrapsOf = ({ steps }: Column): number => steps.filter((step) => step.wraps === true).length;
  return (
    columns.reduce((sum, column) => sum + wrapsOf(column), 0) >= fewestWraps &&
    columns.every((column) => {
      const em = median(column.fragments.map((one) => one.size));
      const wraps = wrapsOf(column);
      return (
        column.fragments.length === column.lines.length &&
        widthOf(column.lines) >= narrowestColumnEms * em &&
        wraps >= fewestOwnWraps &&
        wraps >= column.steps.length * shortWrapsShare
      );
    })
  );
}

/** Whether lines are spaced out to both edges. */
function areFlush(lines: Column['lines'], em: number): boolean {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const flush = lines.filter(
    (line) => line.left - left <= flushEms * em && right - line.right <= flushEms * em,
  );
  return flush.length >= flushShare * lines.length;
}

/** Whether a column has a gap wider than between lines where its neighbours have none: paragraphs do, rows do not. */
export function hasOwnGap({ steps, leastGap }: Column, parting: readonly White[]): boolean {
  if (leastGap === null) return false;
  return steps.some(
    (step) =>
      whiteOf(step) >= leastGap &&
      !parting.some(({ middle }) => middle < step.upper.middle && middle > step.lower.middle),
  );
}

/** What numbers beside the lines of a text are: so many, hardly a line without one, text that goes on from line to line. */
const fewestNumbers = 5;
const numberedShare = 0.9;
const goesOnShare = 0.6;
const narrowestNumberedEms = 20;

/** Whether the first of two columns counts the lines of the second: 1, 2, 3 … beside text that goes on. */
export function areLineNumbers(columns: readonly Column[], text: string): boolean {
  const [numbers, body] = columns;
  if (numbers === undefined || body === undefined || columns.length !== 2) return false;
  const em = median(body.fragments.map((one) => one.size));
  if (numbers.lines.length < fewestNumbers || widthOf(body.lines) < narrowestNumberedEms * em)
    return false;
  const values = numbers.lines.map(({ from, to }) => {
    const word = text.slice(from, to).trim();
    return /^\d{1,4}$/.test(word) ? Number(word) : Number.NaN;
  });
  const by = (values[1] ?? 0) - (values[0] ?? 0);
  const isCounted = values.every(
    (value, i) => i === 0 || value === (values[i - 1] ?? 0) + by || value === 1,
  );
  if (by < 1 || !isCounted) return false;
  const isEachNumbered = values.length * by >= numberedShare * body.lines.length;
  const goesOn = body.steps.filter((step) => step.wraps === true).length;
  return isEachNumbered && goesOn >= goesOnShare * body.steps.length;
}
