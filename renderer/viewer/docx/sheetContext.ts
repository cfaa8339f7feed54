import { createContext } from 'react';
import type { Anchor } from '#shared/domain/text/anchor.ts';
import type { ReaderHint, ReaderMark } from '../reader.ts';

/** Which text of a file with tracked changes is shown: after them, with them marked, before them. */
export type RevisionView = 'final' | 'marked' | 'original';

export type SheetWords = {
  readonly headers: string;
  readonly footers: string;
  readonly footnotes: string;
  readonly endnotes: string;
  readonly comments: string;
  /** Stands in the text where a footnote or endnote belongs. */
  readonly noteSign: string;
  readonly empty: string;
  readonly deleted: string;
  readonly inserted: string;
  readonly hidden: string;
  /** What was done (deleted, inserted), by whom and when; either may be empty. */
  readonly changedBy: (what: string, author: string, date: string) => string;
  readonly commentBy: (author: string, date: string) => string;
  /** Of a comment: whom it answers; `resolved` when it was marked so. */
  readonly replyTo: (author: string) => string;
  readonly resolved: string;
  readonly revisions: Readonly<Record<RevisionView, string>> & { readonly title: string };
  readonly badge: (number: string) => string;
};

export type SheetFlash = { readonly anchor: Anchor; readonly turn: number };

/** What every block of the sheet needs from the reader around it. */
export type SheetSurroundings = {
  readonly marksByBlock: ReadonlyMap<number, readonly ReaderMark[]>;
  readonly hintsByBlock: ReadonlyMap<number, readonly ReaderHint[]>;
  readonly flash: SheetFlash | null;
  readonly words: SheetWords;
  /** What each comment says, by its id, and each note, by its path. */
  readonly comments: ReadonlyMap<string, string>;
  /** Who wrote each comment, by its id. */
  readonly authors: ReadonlyMap<string, string>;
  readonly onBadge: (itemId: string) => void;
};

export const SheetContext = createContext<SheetSurroundings | null>(null);
