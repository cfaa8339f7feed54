import type { PageText, TextRun } from '#shared/domain/text/text.ts';
import { markAsRun } from '../domSelection.ts';
import { boxesOnPage, type PageView } from './markBoxes.ts';

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
  const spans = text.runs.flatMap((run, index) => {
    const [start, end, x, y, , height] = run;
    const rect = { page: text.number, x, y, width: reachOf(run, text.runs[index + 1]), height };
    const [box] = boxesOnPage([rect], text.number, view);
    const word = text.text.slice(start, end);
    if (box === undefined || word === '') return [];
    const span = document.createElement('span');
    const fontPx = box.height * view.height * fontShare;
    const natural = widthOf(word, fontPx);
    span.textContent = word;
    span.dir = 'ltr';
    span.style.left = `${(box.left * 100).toFixed(3)}%`;
    span.style.top = `${((box.top + (box.height * (1 - fontShare)) / 2) * 100).toFixed(3)}%`;
    span.style.fontFamily = fontFace;
    span.style.setProperty('--font-height', `${fontPx.toFixed(2)}px`);
    if (natural > 0) {
      span.style.setProperty('--scale-x', ((box.width * view.width) / natural).toFixed(4));
    }
    markAsRun(span, { part: text.number - 1, start, end });
    return [span];
  });
  container.replaceChildren(...spans);
}
