import type { TextPoint } from '#shared/domain/text/anchor.ts';
import type { BlockText, TrackedChange } from '#shared/domain/text/text.ts';
import { comparePoints } from '../passage.ts';
import type { ReaderHint, ReaderMark } from '../reader.ts';
import type { RevisionView } from './sheetContext.ts';

export type TextMark = BlockText['marks'][number][2];

/** A stretch of a block in which nothing changes: its letters, its look, the evidence that covers it. */
export type Segment = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly looks: readonly TextMark[];
  /** The evidence drawn here: the item at hand wins over others, the shorter quote over the longer. */
  readonly mark: ReaderMark | null;
  /** What the machine points to here. */
  readonly hint: ReaderHint | null;
  readonly isFlashing: boolean;
  /** The tracked change that made it, where the file says by whom. */
  readonly change?: TrackedChange;
  /** Comments about it. */
  readonly comments?: readonly string[];
  /** Notes whose sign stands at its end. */
  readonly notes?: readonly string[];
};

/** Offsets into one block, `end` excluded. */
export type Span = { readonly start: number; readonly end: number };

/** The part of a quote that lies in block `index`, whose text is `length` long; null when it does not touch it. */
export function spanInBlock(
  quote: { readonly start: TextPoint; readonly end: TextPoint },
  index: number,
  length: number,
): Span | null {
  if (index < quote.start.part || index > quote.end.part) return null;
  const start = index === quote.start.part ? quote.start.offset : 0;
  const end = index === quote.end.part ? quote.end.offset : length;
  return end > start ? { start: Math.min(start, length), end: Math.min(end, length) } : null;
}

/** Cuts a block into segments at every edge of a mark; an empty block is one empty segment. */
export function segmentsOf(
  placed: { readonly index: number; readonly block: BlockText },
  marks: readonly ReaderMark[],
  flash: { readonly start: TextPoint; readonly end: TextPoint } | null,
  hints: readonly ReaderHint[] = [],
): readonly Segment[] {
  const { index, block } = placed;
  const length = block.text.length;
  // A lost quote's place covers other words by now: it keeps its badge, and nothing is highlighted.
  const quotes = marks.flatMap((mark) => {
    if (mark.isLost === true) return [];
    const span = spanInBlock(mark.anchor, index, length);
    return span === null ? [] : [{ mark, span }];
  });
  const hinted = hints.flatMap((hint) => {
    const span = spanInBlock(hint.anchor, index, length);
    return span === null ? [] : [{ hint, span }];
  });
  const flashSpan = flash === null ? null : spanInBlock(flash, index, length);
  const edges = new Set([0, length]);
  for (const [start, end] of block.marks) edges.add(start).add(end);
  for (const [start, end] of block.changes ?? []) edges.add(start).add(end);
  for (const [start, end] of block.comments ?? []) edges.add(start).add(end);
  for (const [at] of block.notes ?? []) edges.add(at);
  for (const { span } of [...quotes, ...hinted]) edges.add(span.start).add(span.end);
  if (flashSpan !== null) edges.add(flashSpan.start).add(flashSpan.end);
  const cuts = [...edges].filter((edge) => edge >= 0 && edge <= length).sort((a, b) => a - b);
  const notesAt = (end: number): Pick<Segment, 'notes'> => {
    // A sign before the first letter is set behind it: no letter, no place.
    const notes = (block.notes ?? []).filter(([at]) => at === end || (at === 0 && end === cuts[1]));
    return notes.length === 0 ? {} : { notes: notes.map(([, note]) => note) };
  };
  if (length === 0) {
    const empty = { start: 0, end: 0, text: '', looks: [], mark: null, hint: null };
    return [{ ...empty, isFlashing: false, ...notesAt(0) }];
  }
  return cuts.slice(0, -1).map((start, position) => {
    const end = cuts[position + 1] ?? length;
    const covers = (span: Span): boolean => span.start <= start && span.end >= end;
    const looks = block.marks.filter(([from, to]) => covers({ start: from, end: to }));
    const change = block.changes?.find(([from, to]) => covers({ start: from, end: to }));
    const comments = (block.comments ?? []).flatMap(([from, to, id]) =>
      covers({ start: from, end: to }) ? [id] : [],
    );
    return {
      start,
      end,
      text: block.text.slice(start, end),
      looks: [...new Set(looks.map(([, , look]) => look))],
      mark: topMark(quotes.filter((quote) => covers(quote.span))),
      hint: hinted.find(({ span }) => covers(span))?.hint ?? null,
      isFlashing: flashSpan !== null && covers(flashSpan),
      ...(change !== undefined && { change }),
      ...(comments.length > 0 && { comments }),
      ...notesAt(end),
    };
  });
}

function topMark(
  quotes: readonly { readonly mark: ReaderMark; readonly span: Span }[],
): ReaderMark | null {
  const [first] = [...quotes].sort(
    (a, b) =>
      Number(b.mark.isCurrent) - Number(a.mark.isCurrent) ||
      a.span.end - a.span.start - (b.span.end - b.span.start),
  );
  return first?.mark ?? null;
}

/** The automatic number that a view shows. */
export function labelIn(block: BlockText, view: RevisionView): string | null {
  return view === 'marked' || block.labels === undefined ? block.label : block.labels[view];
}

/** The tracked changes that a view leaves out. */
const leftOut: Readonly<Record<RevisionView, TextMark | null>> = {
  final: 'deleted',
  marked: null,
  original: 'inserted',
};

/**
 * What goes to the clipboard: the selected text as the view shows it, with the automatic number (第一条) of every block that
 * is copied from its beginning. The number is no part of the text of record, so a quote never holds it.
 */
export function copiedText(
  blocks: readonly BlockText[],
  start: TextPoint,
  end: TextPoint,
  view: RevisionView,
): string {
  if (comparePoints(start, end) >= 0) return '';
  const hidden = leftOut[view];
  return blocks
    .slice(start.part, end.part + 1)
    .flatMap((block, index) => {
      if (hidden !== null && block.flags.some((flag) => flag === hidden)) return [];
      const part = start.part + index;
      const from = part === start.part ? start.offset : 0;
      const to = part === end.part ? end.offset : block.text.length;
      const text = shownText(block, { start: from, end: to }, hidden);
      const label = labelIn(block, view);
      return [from === 0 && label !== null ? `${label} ${text}` : text];
    })
    .join('\n');
}

function shownText(block: BlockText, span: Span, hidden: TextMark | null): string {
  const gaps = block.marks
    .filter(([, , mark]) => mark === hidden)
    .sort(([a], [b]) => a - b)
    .concat([[span.end, span.end, 'hidden']]);
  let text = '';
  let at = span.start;
  for (const [from, to] of gaps) {
    text += block.text.slice(at, Math.max(at, Math.min(from, span.end)));
    at = Math.max(at, to);
  }
  return text;
}
