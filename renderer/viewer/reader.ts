import type { Anchor } from '#shared/domain/text/anchor.ts';
import type { DocumentMark } from '#shared/contract/rooms/review.ts';
import type { SelectedPassage } from './domSelection.ts';

/** A highlight as a reader draws it: solid for the item at hand, lighter for the others. */
export type ReaderMark = DocumentMark & { readonly isCurrent: boolean };

/** A passage the machine points to, drawn dotted; `said` is why. Never a highlight of its own standing. */
export type ReaderHint = { readonly id: string; readonly anchor: Anchor; readonly said: string };

/** What the screen asks of a reader, whatever the kind of file. */
export type ReaderHandle = {
  /** Scrolls to the quote and flashes it. */
  readonly jumpTo: (anchor: Anchor) => void;
  /** Scrolls to a page, counted from 1; a reading view without pages ignores it. */
  readonly goToPage: (page: number) => void;
  /** Scrolls to a page or block by its index in the text of record. */
  readonly goToPart: (part: number) => void;
  readonly selection: () => SelectedPassage | null;
  /** Selects the sentence after (1) or before (-1) the selected one, or the first in view. */
  readonly selectSentence: (step: 1 | -1) => void;
  /** Lets Shift and the arrow keys move the other end of the selection. */
  readonly turnSelection: () => void;
  readonly focus: () => void;
};

/** Where the reading stands: the page or block at the top of the view, and how far it is scrolled past, as a part of its height. */
export type ReaderPlace = { readonly part: number; readonly share: number };

/** `fit` follows the width of the column; a number is a factor, 1 for 100 %. */
export type Zoom = 'fit' | number;

export const minZoom = 0.5;
export const maxZoom = 3;

/** The next step up or down from a factor, in the steps a reader expects. */
export function zoomStep(factor: number, direction: 1 | -1): number {
  const steps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;
  const next =
    direction === 1
      ? steps.find((step) => step > factor + 0.01)
      : steps.findLast((step) => step < factor - 0.01);
  return next ?? (direction === 1 ? maxZoom : minZoom);
}
