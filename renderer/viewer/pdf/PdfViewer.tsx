import {
  useCallback,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type Ref,
} from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Anchor } from '#shared/domain/text/anchor.ts';
import type { PageText } from '#shared/domain/text/text.ts';
import { readSelection } from '../domSelection.ts';
import { keepDragsInside } from '../dragInside.ts';
import { selectSentence, turnSelection } from '../sentenceSelection.ts';
import type { ReaderHandle, ReaderHint, ReaderMark, ReaderPlace, Zoom } from '../reader.ts';
import { guardDrags } from './dragGuard.ts';
import {
  anchorSpot,
  fitFactor,
  layOutPages,
  pageAt,
  pagesToDraw,
  placeAt,
  topOf,
  type PageLayout,
} from './pageLayout.ts';
import { openPdf } from './pdfDocument.ts';
import { PdfPage, type PdfPageProps } from './PdfPage.tsx';
import '../reader.css';
import './pdf.css';

type Props = {
  readonly bytes: Uint8Array;
  /** Asked for once where the file has a password; must not change from one drawing to the next. */
  readonly askPassword: () => Promise<string | null>;
  readonly pages: readonly PageText[];
  readonly marks: readonly ReaderMark[];
  readonly hints: readonly ReaderHint[];
  readonly zoom: Zoom;
  readonly label: string;
  readonly words: PdfPageProps['words'];
  readonly ref: Ref<ReaderHandle>;
  /** Where to begin; read when the viewer is drawn first. */
  readonly begin: ReaderPlace | null;
  readonly onPlace: (place: ReaderPlace) => void;
  readonly onPage: (page: number) => void;
  readonly onFactor: (factor: number) => void;
  readonly onBadge: (itemId: string) => void;
  readonly onFailed: () => void;
};

/** Space that a jump leaves above the quote, as a part of the view's height. */
const jumpMargin = 0.3;
const noMarks: readonly ReaderMark[] = [];
const noHints: readonly ReaderHint[] = [];

/** Reads a PDF in continuous pages: only those in view are painted, so length costs nothing. */
export function PdfViewer({ ref, ...props }: Props) {
  const { pages, zoom, onPage, onFactor } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const pdf = useOpenPdf(props.bytes, props.askPassword, props.onFailed);
  const view = useScrollView(scroller);
  const factor = zoom === 'fit' ? fitFactor(pages, view.width - 2 * sideMargin) : zoom;
  const layout = useMemo(() => layOutPages(pages, factor), [pages, factor]);
  const kept = useKeptPages(scroller);
  const [flash, setFlash] = useState<PdfPageProps['flash']>(null);
  const marksByPage = useByPage(props.marks);
  const hintsByPage = useByPage(props.hints);
  const page = pageAt(layout, view.top + view.height / 3) + 1;

  useStablePlace(scroller, layout, view.width > 0);
  useBeginning(scroller, layout, view.width > 0, props.begin);
  const { onPlace } = props;
  useEffect(() => {
    if (view.width > 0) onPlace(placeAt(layout, view.top));
  }, [onPlace, layout, view]);
  useEffect(() => onPage(page), [onPage, page]);
  useEffect(() => onFactor(factor), [onFactor, factor]);
  useEffect(() => {
    if (scroller.current === null) return undefined;
    const endings = [guardDrags(scroller.current), keepDragsInside(scroller.current)];
    return () => endings.forEach((end) => end());
  }, []);

  const jumpTo = useCallback(
    (anchor: Anchor) => {
      const target = scroller.current;
      if (target === null) return;
      const spot = anchorSpot(anchor, layout, pages);
      target.scrollTo({
        top: spot.top - target.clientHeight * jumpMargin,
        left: (target.scrollWidth - layout.width) / 2 + spot.left - target.clientWidth * jumpMargin,
      });
      setFlash((last) => ({ anchor, turn: (last?.turn ?? 0) + 1 }));
    },
    [layout, pages],
  );
  useImperativeHandle(
    ref,
    () => ({
      jumpTo,
      goToPage: (number) => scrollToBox(scroller.current, layout.boxes[number - 1]),
      goToPart: (part) => scrollToBox(scroller.current, layout.boxes[part]),
      selection: () => (scroller.current === null ? null : readSelection(scroller.current, pages)),
      selectSentence: (step) => {
        const target = scroller.current;
        if (target === null) return;
        selectSentence(target, pages, step, (part) => scrollToBox(target, layout.boxes[part]));
      },
      turnSelection: () => scroller.current !== null && turnSelection(scroller.current),
      focus: () => scroller.current?.focus({ preventScroll: true }),
    }),
    [jumpTo, layout, pages],
  );

  return (
    <div
      ref={scroller}
      className="reader-scroller"
      tabIndex={0}
      role="document"
      aria-label={props.label}
    >
      <div
        className="pdf-pages"
        style={{ height: layout.height, minWidth: layout.width + 2 * sideMargin }}
      >
        {pdf !== null &&
          pagesToDraw(layout, view.top, view.height, kept).map((index) => {
            const box = layout.boxes[index];
            const text = pages[index];
            if (box === undefined || text === undefined) return null;
            return (
              <PdfPage
                key={index}
                pdf={pdf}
                box={box}
                text={text}
                marks={marksByPage.get(index + 1) ?? noMarks}
                hints={hintsByPage.get(index + 1) ?? noHints}
                flash={flash}
                words={props.words}
                onBadge={props.onBadge}
              />
            );
          })}
      </div>
    </div>
  );
}

function scrollToBox(
  scroller: HTMLElement | null,
  box: { readonly top: number } | undefined,
): void {
  if (scroller !== null && box !== undefined) scroller.scrollTop = box.top - 8;
}

/** Space left and right of the page, in CSS pixels. */
const sideMargin = 20;

function useOpenPdf(
  bytes: Uint8Array,
  askPassword: () => Promise<string | null>,
  onFailed: () => void,
): PDFDocumentProxy | null {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const handleFailed = useEffectEvent(onFailed);
  useEffect(() => {
    let isGone = false;
    // pdf.js hands the buffer over to its worker, so it gets a copy of its own.
    const open = openPdf(bytes.slice(), askPassword);
    open.pages.then(
      (opened) => {
        if (!isGone) setPdf(opened);
      },
      () => {
        if (!isGone) handleFailed();
      },
    );
    return () => {
      isGone = true;
      setPdf(null);
      open.close();
    };
  }, [bytes, askPassword]);
  return pdf;
}

type ScrollView = { readonly top: number; readonly width: number; readonly height: number };

function useScrollView(scroller: React.RefObject<HTMLDivElement | null>): ScrollView {
  const [view, setView] = useState<ScrollView>({ top: 0, width: 0, height: 0 });
  useLayoutEffect(() => {
    const target = scroller.current;
    if (target === null) return undefined;
    const read = (): void =>
      setView({ top: target.scrollTop, width: target.clientWidth, height: target.clientHeight });
    // At once, so that the first layout already knows the width and a jump lands where it should.
    read();
    const observer = new ResizeObserver(read);
    observer.observe(target);
    target.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      target.removeEventListener('scroll', read);
    };
  }, [scroller]);
  return view;
}

/** Keeps the line that stood at the top of the view there when the factor changes. */
function useStablePlace(
  scroller: React.RefObject<HTMLDivElement | null>,
  layout: PageLayout,
  isMeasured: boolean,
): void {
  const before = useRef<PageLayout | null>(null);
  useEffect(() => {
    const target = scroller.current;
    if (target === null || !isMeasured) return;
    const old = before.current;
    before.current = layout;
    if (old === null || old === layout) return;
    target.scrollTo({
      top: topOf(layout, placeAt(old, target.scrollTop)),
      left: (target.scrollWidth - target.clientWidth) / 2,
    });
  }, [scroller, layout, isMeasured]);
}

/** Begins where the lawyer left the document, once the pages have their size. */
function useBeginning(
  scroller: React.RefObject<HTMLDivElement | null>,
  layout: PageLayout,
  isMeasured: boolean,
  begin: ReaderPlace | null,
): void {
  const hasBegun = useRef(false);
  useLayoutEffect(() => {
    if (!isMeasured || hasBegun.current) return;
    hasBegun.current = true;
    if (begin !== null) scroller.current?.scrollTo({ top: topOf(layout, begin) });
  }, [scroller, layout, isMeasured, begin]);
}

/** Pages that hold an end of the selection stay drawn while the lawyer scrolls on, so that a selection may span pages. */
function useKeptPages(scroller: React.RefObject<HTMLDivElement | null>): readonly number[] {
  const [kept, setKept] = useState<readonly number[]>([]);
  useEffect(() => {
    const read = (): void => {
      const selection = document.getSelection();
      const ends =
        selection === null || selection.isCollapsed
          ? []
          : [selection.anchorNode, selection.focusNode].flatMap((node) =>
              pageOf(node, scroller.current),
            );
      setKept((old) => (old.join() === ends.join() ? old : ends));
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [scroller]);
  return kept;
}

function pageOf(node: Node | null, root: HTMLElement | null): number[] {
  const element = node instanceof HTMLElement ? node : (node?.parentElement ?? null);
  const run = element?.closest<HTMLElement>('[data-part]') ?? null;
  return run === null || root === null || !root.contains(run) ? [] : [Number(run.dataset['part'])];
}

function useByPage<M extends { readonly anchor: Anchor }>(
  marks: readonly M[],
): ReadonlyMap<number, readonly M[]> {
  return useMemo(() => {
    const byPage = new Map<number, M[]>();
    for (const mark of marks) {
      for (const page of new Set(mark.anchor.rects.map((rect) => rect.page))) {
        byPage.set(page, [...(byPage.get(page) ?? []), mark]);
      }
    }
    return byPage;
  }, [marks]);
}
