import type { PageText, TextRun } from '#shared/domain/text/text.ts';
import { markAsRun } from '../domSelection.ts';
import type { PageView } from './markBoxes.ts';
import { shownBox, wordPlace, writtenTurn } from './recognisedTurn.ts';

const fontFace = 'sans-serif';
/** Part of a line's box that its characters fill. */
const fontShare = 0.86;
let measuring: CanvasRenderingContext2D | null = null;

function widthOf(text: string, fontPx: number): number {
  measuring ??= document.createElement('canvas').getContext('2d');
  if (measuring === null) return fontPx * text.length;
  measuring.font = `${fontPx}px ${fontFace}`;
  return measuring.measureText(text).width;
}

/** Width of a word up to the next one on its line, so that a selection has no gaps; turned lines keep their own. */
function reachOf([, , x, y, width, height]: TextRun, next: TextRun | undefined): number {
  if (next === undefined) return width;
  const [, , nextX, nextY, , nextHeight] = next;
  const gap = nextX - (x + width);
  const isSameLine = nextY === y && nextHeight === height;
  return isSameLine && gap > 0 && gap < height ? nextX - x : width;
}

/** Lays recognised words over the picture they were read from, each where it stands, so that they can be selected like print. */
export function layRecognised(view: PageView, container: HTMLElement, text: PageText): void {
  const turn = writtenTurn(text, view);
  const spans = text.runs.flatMap((run, index) => {
    const [start, end, x, y, , height] = run;
    const reach = turn === 0 ? reachOf(run, text.runs[index + 1]) : run[4];
    const box = shownBox([start, end, x, y, reach, height], text.number, view);
    const word = text.text.slice(start, end);
    if (box === null || word === '') return [];
    const place = wordPlace(box, turn, view, fontShare);
    const span = document.createElement('span');
    const fontPx = place.height * fontShare;
    const natural = widthOf(word, fontPx);
    span.textContent = word;
    span.dir = 'ltr';
    span.style.left = `${(place.left * 100).toFixed(3)}%`;
    span.style.top = `${(place.top * 100).toFixed(3)}%`;
    span.style.fontFamily = fontFace;
    span.style.setProperty('--font-height', `${fontPx.toFixed(2)}px`);
    if (turn !== 0) span.style.setProperty('--rotate', `${turn}deg`);
    if (natural > 0) span.style.setProperty('--scale-x', (place.length / natural).toFixed(4));
    markAsRun(span, { part: text.number - 1, start, end });
    return [span];
  });
  container.replaceChildren(...spans);
}
