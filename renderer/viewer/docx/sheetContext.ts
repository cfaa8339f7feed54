import { createContext } from 'react';
import type { Anchor } from '#shared/domain/anchor.ts';
import type { ReaderHint, ReaderMark } from '../reader.ts';

export type SheetWords = {
  readonly headers: string;
  readonly footers: string;
  readonly footnotes: string;
  readonly endnotes: string;
  readonly comments: string;
  readonly empty: string;
  readonly deleted: string;
  readonly inserted: string;
  readonly hidden: string;
  readonly badge: (number: string) => string;
};

export type SheetFlash = { readonly anchor: Anchor; readonly turn: number };

/** What every block of the sheet needs from the reader around it. */
export type SheetSurroundings = {
  readonly marksByBlock: ReadonlyMap<number, readonly ReaderMark[]>;
  readonly hintsByBlock: ReadonlyMap<number, readonly ReaderHint[]>;
  readonly flash: SheetFlash | null;
  readonly words: SheetWords;
  readonly onBadge: (itemId: string) => void;
};

export const SheetContext = createContext<SheetSurroundings | null>(null);
