import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type Ref,
} from 'react';
import type { Anchor } from '#shared/domain/text/anchor.ts';
import type { BlockText } from '#shared/domain/text/text.ts';
import { readSelection, selectPassage, type SelectedPassage } from '../domSelection.ts';
import { keepDragsInside } from '../dragInside.ts';
import { selectSentence, turnSelection } from '../sentenceSelection.ts';
import type { ReaderHandle, ReaderHint, ReaderMark, ReaderPlace, Zoom } from '../reader.ts';
import { sheetOf, type SheetNode } from './blockTree.ts';
import { copiedText } from './segments.ts';
import { RevisionSwitch } from './RevisionSwitch.tsx';
import {
  SheetContext,
  type RevisionView,
  type SheetFlash,
  type SheetWords,
} from './sheetContext.ts';
import { SheetNodes } from './SheetNodes.tsx';
import { useBeginning, usePlace } from './sheetPlace.ts';
import '../reader.css';
import './docx.css';

type Props = {
  readonly blocks: readonly BlockText[];
  readonly marks: readonly ReaderMark[];
  readonly hints: readonly ReaderHint[];
  readonly zoom: Zoom;
  readonly label: string;
  readonly words: SheetWords;
  readonly ref: Ref<ReaderHandle>;
  /** Where to begin; read when the viewer is drawn first. */
  readonly begin: ReaderPlace | null;
  readonly onPlace: (place: ReaderPlace) => void;
  readonly onFactor: (factor: number) => void;
  readonly onBadge: (itemId: string) => void;
};

/** Width of the sheet at 100 %, and the margin around it, in CSS pixels. */
const sheetWidth = 720;
const sheetMargin = 20;
/** "Fit to width" enlarges no further: a line must stay readable. */
const widestFit = 1.25;
/** Nodes drawn or skipped together by the browser; small enough that a screen holds a few of them. */
const chunkSize = 24;

/** Reads a DOCX from its text of record: a sheet of paper made of blocks, never of HTML that the file brought. */
export function DocxViewer({ ref, ...props }: Props) {
  const { blocks, zoom, onFactor } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [flash, setFlash] = useState<SheetFlash | null>(null);
  const columnWidth = useWidth(scroller);
  const isMeasured = columnWidth > 0;
  const factor =
    zoom === 'fit'
      ? Math.max(1, Math.min(widestFit, (columnWidth - 2 * sheetMargin) / sheetWidth))
      : zoom;
  const sheet = useMemo(() => sheetOf(blocks), [blocks]);
  const marksByBlock = useByBlock(props.marks);
  const hintsByBlock = useByBlock(props.hints);
  const { words, onBadge } = props;
  const [view, setView] = useState<RevisionView>('marked');
  const hasChanges = useMemo(() => blocks.some(isChanged), [blocks]);
  const comments = useCommentTexts(blocks, words.commentBy);
  const authors = useMemo(() => authorsOf(blocks), [blocks]);
  const around = useMemo(
    () => ({ marksByBlock, hintsByBlock, flash, words, comments, authors, onBadge }),
    [marksByBlock, hintsByBlock, flash, words, comments, authors, onBadge],
  );

  useEffect(() => (scroller.current === null ? undefined : keepDragsInside(scroller.current)), []);
  useEffect(() => onFactor(factor), [onFactor, factor]);
  useImperativeHandle(
    ref,
    () => ({
      jumpTo: (anchor) => setFlash((last) => ({ anchor, turn: (last?.turn ?? 0) + 1 })),
      goToPage: () => undefined,
      goToPart: (part) =>
        scroller.current
          ?.querySelector(`[data-part="${part}"]`)
          ?.closest('.sheet-block')
          ?.scrollIntoView({ block: 'start' }),
      selection: () => (scroller.current === null ? null : readSelection(scroller.current, blocks)),
      selectSentence: (step) => {
        // Every block is in the page: none has to be brought.
        if (scroller.current !== null)
          selectSentence(scroller.current, blocks, step, () => undefined);
      },
      turnSelection: () => scroller.current !== null && turnSelection(scroller.current),
      focus: () => scroller.current?.focus({ preventScroll: true }),
    }),
    [blocks],
  );
  useLayoutEffect(() => {
    // Before the column is measured the sheet has not its size yet, and the place would move away again.
    if (flash === null || !isMeasured) return;
    const target = scroller.current;
    if (target === null || scrollToFlash(target)) return;
    // The chosen text leaves the quote out: with the changes marked it shows.
    setView('marked');
    requestAnimationFrame(() => scrollToFlash(target));
  }, [flash, isMeasured]);

  useSteadySelection(scroller, blocks, props.marks, props.hints);
  useBeginning(scroller, props.begin);
  usePlace(scroller, props.onPlace);

  const handleCopy = (event: ClipboardEvent): void => {
    const passage = scroller.current === null ? null : readSelection(scroller.current, blocks);
    if (passage === null) return;
    event.clipboardData.setData('text/plain', copiedText(blocks, passage.start, passage.end, view));
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className="reader-scroller"
      tabIndex={0}
      role="document"
      aria-label={props.label}
      onCopy={handleCopy}
    >
      <SheetContext value={around}>
        {hasChanges && <RevisionSwitch view={view} words={words.revisions} onChange={setView} />}
        <article
          className="sheet reader-sheet"
          data-revisions={view}
          style={zoom === 'fit' ? { zoom: factor } : { zoom: factor, width: sheetWidth }}
        >
          {sheet.headers.length > 0 && (
            <header className="sheet-running" aria-label={words.headers}>
              <SheetNodes nodes={sheet.headers} />
            </header>
          )}
          {blocks.length === 0 && <p className="sheet-empty">{words.empty}</p>}
          {chunksOf(sheet.body).map((chunk) => (
            <div key={chunk.at} className="sheet-chunk">
              <SheetNodes nodes={chunk.nodes} />
            </div>
          ))}
          <Notes title={words.footnotes} nodes={sheet.footnotes} />
          <Notes title={words.endnotes} nodes={sheet.endnotes} />
          <Notes title={words.comments} nodes={sheet.comments} />
          {sheet.footers.length > 0 && (
            <footer className="sheet-running" aria-label={words.footers}>
              <SheetNodes nodes={sheet.footers} />
            </footer>
          )}
        </article>
      </SheetContext>
    </div>
  );
}

const isChanged = (block: BlockText): boolean =>
  block.mark !== undefined ||
  block.row !== undefined ||
  block.marks.some(([, , mark]) => mark === 'deleted' || mark === 'inserted');

/** Brings the flashing quote into view; false where it is drawn and yet not shown. */
function scrollToFlash(scroller: HTMLElement): boolean {
  const flashing = [...scroller.querySelectorAll('.reader-flash')];
  const shown = flashing.find((element) => element.getClientRects().length > 0);
  shown?.scrollIntoView({ block: 'center' });
  return shown !== undefined || flashing.length === 0;
}

function authorsOf(blocks: readonly BlockText[]): ReadonlyMap<string, string> {
  return new Map(
    blocks.flatMap(({ path, by }) =>
      by === undefined ? [] : [[path.split('/')[1] ?? '', by.author]],
    ),
  );
}

const longestComment = 500;

/** What each comment says and who said it, by its id, and what each note says, by its path. */
function useCommentTexts(
  blocks: readonly BlockText[],
  commentBy: SheetWords['commentBy'],
): ReadonlyMap<string, string> {
  return useMemo(() => {
    const texts = new Map<string, string>();
    for (const { path, by, text } of blocks) {
      const id =
        /^comment\/([^/]+)\//.exec(path)?.[1] ?? /^(?:foot|end)note\/[^/]+/.exec(path)?.[0];
      if (id === undefined) continue;
      const known = texts.get(id);
      const isNote = by === undefined && id.includes('/');
      const first = isNote ? '' : commentBy(by?.author ?? '', '');
      const head = known === undefined ? first : `${known}\n`;
      texts.set(id, `${head}${text}`.slice(0, longestComment));
    }
    return texts;
  }, [blocks, commentBy]);
}

function Notes({ title, nodes }: { readonly title: string; readonly nodes: readonly SheetNode[] }) {
  if (nodes.length === 0) return null;
  return (
    <section className="sheet-notes" aria-label={title}>
      <div className="sheet-notes-title">{title}</div>
      <SheetNodes nodes={nodes} />
    </section>
  );
}

function chunksOf(
  nodes: readonly SheetNode[],
): readonly { readonly at: number; readonly nodes: readonly SheetNode[] }[] {
  return Array.from({ length: Math.ceil(nodes.length / chunkSize) }, (_, number) => {
    const at = number * chunkSize;
    return { at, nodes: nodes.slice(at, at + chunkSize) };
  });
}

/** Drawing a mark cuts the text elements it covers; what was selected in them is selected again. */
function useSteadySelection(
  scroller: React.RefObject<HTMLDivElement | null>,
  blocks: readonly BlockText[],
  marks: readonly ReaderMark[],
  hints: readonly ReaderHint[],
): void {
  const passage = useRef<SelectedPassage | null>(null);
  useEffect(() => {
    const read = (): void => {
      passage.current = scroller.current === null ? null : readSelection(scroller.current, blocks);
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [scroller, blocks]);
  const handleDrawn = useEffectEvent((_drawn: readonly unknown[]) => {
    // The event of the loss has not arrived yet: what is remembered is from before the drawing.
    if (scroller.current === null || passage.current === null) return;
    selectPassage(scroller.current, passage.current);
  });
  useLayoutEffect(() => handleDrawn([...marks, ...hints]), [marks, hints]);
}

function useWidth(target: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = target.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return width;
}

function useByBlock<M extends { readonly anchor: Anchor }>(
  marks: readonly M[],
): ReadonlyMap<number, readonly M[]> {
  return useMemo(() => {
    const byBlock = new Map<number, M[]>();
    for (const mark of marks) {
      for (let part = mark.anchor.start.part; part <= mark.anchor.end.part; part += 1) {
        const known = byBlock.get(part);
        if (known === undefined) byBlock.set(part, [mark]);
        else known.push(mark);
      }
    }
    return byBlock;
  }, [marks]);
}
