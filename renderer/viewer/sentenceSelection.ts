import type { TextPoint } from '#shared/domain/text/anchor.ts';
import { readSelection, selectPassage } from './domSelection.ts';
import type { Passage } from './passage.ts';
import { nextSentence } from './nextSentence.ts';

/** How many frames to wait for a page to be painted before its sentence can be selected. */
const patienceFrames = 120;

/**
 * Selects a sentence without the mouse: the first in view, then the next or the one before. Shift and the arrow keys change
 * the selection from there, as in any text. `bringPart` scrolls to a page that is not drawn.
 */
export function selectSentence(
  root: HTMLElement,
  parts: readonly { readonly text: string }[],
  step: 1 | -1,
  bringPart: (part: number) => void,
): void {
  const selected = readSelection(root, parts);
  const from = firstInView(root) ?? { part: 0, offset: 0 };
  const passage = nextSentence(parts, selected, from, step);
  if (passage === null) return;
  root.focus({ preventScroll: true });
  if (root.querySelector(`[data-part="${passage.start.part}"]`) === null) {
    bringPart(passage.start.part);
  }
  selectWhenDrawn(root, parts, passage, patienceFrames);
}

/** Lets the arrow keys move the other end of what is selected. */
export function turnSelection(root: HTMLElement): void {
  const selection = root.ownerDocument.getSelection();
  if (selection === null || selection.isCollapsed) return;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (anchorNode === null || focusNode === null || !root.contains(anchorNode)) return;
  selection.setBaseAndExtent(focusNode, focusOffset, anchorNode, anchorOffset);
}

function selectWhenDrawn(
  root: HTMLElement,
  parts: readonly { readonly text: string }[],
  passage: Passage,
  framesLeft: number,
): void {
  selectPassage(root, passage);
  const selected = readSelection(root, parts);
  if (selected?.quote === passage.quote) {
    bringIntoView(root, selected.box);
    return;
  }
  if (framesLeft === 0 || !root.isConnected) return;
  requestAnimationFrame(() => selectWhenDrawn(root, parts, passage, framesLeft - 1));
}

/** Space kept between a selected sentence and the edges of the view, in CSS pixels. */
const margin = 48;

function bringIntoView(root: HTMLElement, box: DOMRect): void {
  const view = root.getBoundingClientRect();
  if (box.top < view.top + margin) root.scrollBy({ top: box.top - view.top - margin });
  else if (box.bottom > view.bottom - margin)
    root.scrollBy({ top: box.bottom - view.bottom + view.height / 2 });
}

/** The first text that shows in the view; where only blank paper does, the last that is drawn above it. */
function firstInView(root: HTMLElement): TextPoint | null {
  const { top } = root.getBoundingClientRect();
  let above: TextPoint | null = null;
  for (const element of root.querySelectorAll<HTMLElement>('[data-start]')) {
    const [line] = element.getClientRects();
    if (line === undefined || line.height === 0) continue;
    const point = {
      part: Number(element.dataset['part']),
      offset: Number(element.dataset['start']),
    };
    if (line.bottom > top + 4) return point;
    above = point;
  }
  return above;
}
