import type { PageText, TextRun } from '#shared/domain/text/text.ts';
import { boxesOnPage, type FractionBox, type PageView } from './markBoxes.ts';

/** Degrees clockwise by which recognised words are written on the page as it is shown. */
export type WrittenTurn = 0 | 90 | 180 | 270;

/** The box of a recognised word on the page as it is shown; null where it lies on none. */
export function shownBox(run: TextRun, page: number, view: PageView): FractionBox | null {
  const [, , x, y, width, height] = run;
  return boxesOnPage([{ page, x, y, width, height }], page, view)[0] ?? null;
}

/** How most lines of a recognised page run: a sheet that lay sideways or upside down has them all turned. */
export function writtenTurn(text: PageText, view: PageView): WrittenTurn {
  const votes: Record<WrittenTurn, number> = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const [i, run] of text.runs.entries()) {
    const next = text.runs[i + 1];
    if (next === undefined || text.text.slice(run[1], next[0]).includes('\n')) continue;
    const [a, b] = [shownBox(run, text.number, view), shownBox(next, text.number, view)];
    if (a === null || b === null) continue;
    const across = (b.left + b.width / 2 - a.left - a.width / 2) * view.width;
    const down = (b.top + b.height / 2 - a.top - a.height / 2) * view.height;
    if (Math.abs(across) >= Math.abs(down)) votes[across >= 0 ? 0 : 180] += 1;
    else votes[down > 0 ? 90 : 270] += 1;
  }
  const turns: readonly WrittenTurn[] = [0, 90, 180, 270];
  return turns.reduce((best, turn) => (votes[turn] > votes[best] ? turn : best));
}

/** Where a turned word begins, in fractions of the page, with its length and height along and across its line in pixels. */
export interface WordPlace {
  readonly left: number;
  readonly top: number;
  readonly length: number;
  readonly height: number;
}

/** The corner of a box at which its word begins, as far from the box's edge as `share` of its height leaves. */
export function wordPlace(
  box: FractionBox,
  turn: WrittenTurn,
  view: PageView,
  share: number,
): WordPlace {
  const [width, height] = [box.width * view.width, box.height * view.height];
  const slack = (1 - share) / 2;
  const [right, bottom] = [box.left + box.width, box.top + box.height];
  switch (turn) {
    case 0:
      return { left: box.left, top: box.top + box.height * slack, length: width, height };
    case 90:
      return { left: right - box.width * slack, top: box.top, length: height, height: width };
    case 180:
      return { left: right, top: bottom - box.height * slack, length: width, height };
    case 270:
      return { left: box.left + box.width * slack, top: bottom, length: height, height: width };
    default:
      return neverTurn(turn);
  }
}

function neverTurn(turn: never): never {
  throw new Error(`no such turn: ${String(turn)}`);
}
