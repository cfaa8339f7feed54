import { memo, use, type ReactNode } from 'react';
import type { BlockText } from '#shared/domain/text/text.ts';
import { badgesFor } from '../markBadge.ts';
import type { ReaderHint, ReaderMark } from '../reader.ts';
import type { PlacedBlock } from './blockTree.ts';
import { labelIn, segmentsOf, type Segment, type TextMark } from './segments.ts';
import { SheetContext, type SheetFlash, type SheetWords } from './sheetContext.ts';

const noMarks: readonly ReaderMark[] = [];
const noHints: readonly ReaderHint[] = [];
/** A paragraph this long is running text, and running text is set with an indent; shorter ones are lines of a form. */
const runningTextFrom = 24;

/** One paragraph, heading or cell paragraph with its number, its text and the badges of the evidence that begins in it. */
export function SheetBlock({
  placed,
  isInCell,
}: {
  readonly placed: PlacedBlock;
  readonly isInCell: boolean;
}) {
  const around = use(SheetContext);
  if (around === null) return null;
  const { flash } = around;
  const touches =
    flash !== null &&
    placed.index >= flash.anchor.start.part &&
    placed.index <= flash.anchor.end.part;
  return (
    <Block
      placed={placed}
      isInCell={isInCell}
      marks={around.marksByBlock.get(placed.index) ?? noMarks}
      hints={around.hintsByBlock.get(placed.index) ?? noHints}
      flash={touches ? flash : null}
      words={around.words}
      comments={around.comments}
      authors={around.authors}
      onBadge={around.onBadge}
    />
  );
}

type BlockProps = {
  readonly placed: PlacedBlock;
  readonly isInCell: boolean;
  readonly marks: readonly ReaderMark[];
  readonly hints: readonly ReaderHint[];
  readonly flash: SheetFlash | null;
  readonly words: SheetWords;
  readonly comments: ReadonlyMap<string, string>;
  readonly authors: ReadonlyMap<string, string>;
  readonly onBadge: (itemId: string) => void;
};

const Block = memo(function Block({
  comments,
  authors,
  placed,
  isInCell,
  marks,
  hints,
  flash,
  words,
  onBadge,
}: BlockProps) {
  const { block, index } = placed;
  const segments = segmentsOf(placed, marks, flash?.anchor ?? null, hints);
  const beginning = marks.filter((mark) => mark.anchor.start.part === index);
  const badges = badgesFor(
    beginning.map((mark) => ({ mark, top: 0 })),
    1,
  );
  const content = (
    <>
      {block.by !== undefined && (
        <span className="sheet-by">{bySaid(block.by, words, authors)}</span>
      )}
      <BlockNumber block={block} />
      {segments.map((segment) => (
        <SegmentText
          key={segment.isFlashing ? `${segment.start}:${flash?.turn}` : segment.start}
          part={index}
          segment={segment}
          words={words}
          comments={comments}
        />
      ))}
      {block.mark !== undefined && (
        <span className={`sheet-mark ${lookClasses[block.mark]}`} aria-hidden="true">
          ¶
        </span>
      )}
      {badges.length > 0 && (
        <span className="sheet-badges">
          {badges.map((badge) => (
            <button
              key={badge.itemId}
              type="button"
              className="reader-badge"
              data-stance={badge.stance}
              data-current={badge.isCurrent}
              aria-label={words.badge(badge.number)}
              onClick={() => onBadge(badge.itemId)}
            >
              {badge.number}
            </button>
          ))}
        </span>
      )}
    </>
  );
  return (
    <BlockFrame placed={placed} isInCell={isInCell}>
      {content}
    </BlockFrame>
  );
});

const views = ['final', 'marked', 'original'] as const;

/** The automatic number; more than one where it changes with the view, of which each view shows its own. */
function BlockNumber({ block }: { readonly block: BlockText }) {
  if (block.labels === undefined) {
    return block.label === null ? null : <span className="sheet-number">{block.label}</span>;
  }
  const labels = [...new Set(views.map((view) => labelIn(block, view)))];
  return labels.map((label) =>
    label === null ? null : (
      <span
        key={label}
        className="sheet-number"
        data-views={views.filter((view) => labelIn(block, view) === label).join(' ')}
      >
        {label}
      </span>
    ),
  );
}

function BlockFrame({
  placed,
  isInCell,
  children,
}: {
  readonly placed: PlacedBlock;
  readonly isInCell: boolean;
  readonly children: ReactNode;
}) {
  const { block } = placed;
  const isSetFlush = block.align === 'center' || block.align === 'end';
  const isIndented =
    !isInCell &&
    !isSetFlush &&
    block.kind === 'paragraph' &&
    !/^\s/u.test(block.text) &&
    (block.label !== null || block.text.length >= runningTextFrom);
  const revision = (['deleted', 'inserted'] as const).find((flag) => block.flags.includes(flag));
  const common = {
    className: 'sheet-block',
    'data-align': block.align ?? 'start',
    'data-indented': isIndented,
    'data-boxed': block.kind === 'textbox',
    'data-level': block.level,
    ...(revision !== undefined && { 'data-revision': revision }),
  };
  if (block.level === 0) return <p {...common}>{children}</p>;
  return (
    <div {...common} role="heading" aria-level={Math.min(6, block.level + 1)}>
      {children}
    </div>
  );
}

const lookClasses: Readonly<Record<TextMark, string>> = {
  bold: 'is-bold',
  italic: 'is-italic',
  underline: 'is-underlined',
  strike: 'is-struck',
  deleted: 'is-deleted',
  inserted: 'is-inserted',
  hidden: 'is-hidden',
};

/** Date and time as the file has them: Word writes the local time of who made the change. */
function momentOf(date: string): string {
  return date.slice(0, 16).replace('T', ' ');
}

/** Who wrote a comment and when, whom it answers, and that it was resolved. */
function bySaid(
  by: NonNullable<BlockText['by']>,
  words: SheetWords,
  authors: ReadonlyMap<string, string>,
): string {
  return [
    ...(by.isResolved === true ? [words.resolved] : []),
    ...(by.replyTo === undefined ? [] : [words.replyTo(authors.get(by.replyTo) ?? '')]),
    words.commentBy(by.author, momentOf(by.date)),
  ].join(' ');
}

function changeWords(
  words: SheetWords,
  tracked: 'deleted' | 'inserted' | 'hidden',
  { change }: Segment,
): string {
  if (change === undefined || tracked === 'hidden') return words[tracked];
  return words.changedBy(words[tracked], change[3], momentOf(change[4]));
}

function SegmentText({
  part,
  segment,
  words,
  comments,
}: {
  readonly part: number;
  readonly segment: Segment;
  readonly words: SheetWords;
  readonly comments: ReadonlyMap<string, string>;
}) {
  const { looks, mark, hint } = segment;
  const classes = [
    ...looks.map((look) => lookClasses[look]),
    ...(segment.comments === undefined ? [] : ['is-commented']),
    ...(mark === null ? [] : ['reader-mark']),
    ...(hint === null ? [] : ['reader-hint']),
    ...(segment.isFlashing ? ['reader-flash'] : []),
  ];
  const tracked = (['deleted', 'inserted', 'hidden'] as const).find((look) => looks.includes(look));
  const said = [
    ...(hint === null ? [] : [hint.said]),
    ...(tracked === undefined ? [] : [changeWords(words, tracked, segment)]),
    ...(segment.comments ?? []).flatMap((id) => comments.get(id) ?? []),
  ];
  const run = {
    'data-part': part,
    'data-start': segment.start,
    'data-end': segment.end,
    ...(classes.length > 0 && { className: classes.join(' ') }),
    ...(mark !== null && { 'data-stance': mark.stance, 'data-current': mark.isCurrent }),
    ...(said.length > 0 && { title: said.join('\n') }),
  };
  return (
    <>
      {tracked === 'deleted' && <del {...run}>{segment.text}</del>}
      {tracked === 'inserted' && <ins {...run}>{segment.text}</ins>}
      {(tracked === undefined || tracked === 'hidden') && <span {...run}>{segment.text}</span>}
      {segment.notes?.map((note) => (
        <sup
          key={note}
          className={['sheet-note', ...(tracked === undefined ? [] : [lookClasses[tracked]])].join(
            ' ',
          )}
          title={comments.get(note)}
        >
          {words.noteSign}
        </sup>
      ))}
    </>
  );
}
