import { memo, useEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy, PDFPageProxy, PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Anchor } from '#shared/domain/text/anchor.ts';
import type { PageText } from '#shared/domain/text/text.ts';
import type { ReaderHint, ReaderMark } from '../reader.ts';
import { boxesOnPage } from './markBoxes.ts';
import { PageMarks, type Flash } from './PageMarks.tsx';
import { layTextLayer, paintCanvas, releaseCanvas } from './paintPage.ts';
import type { PageBox } from './pageLayout.ts';

export type PdfPageProps = {
  readonly pdf: PDFDocumentProxy;
  readonly box: PageBox;
  readonly text: PageText;
  readonly marks: readonly ReaderMark[];
  readonly hints: readonly ReaderHint[];
  readonly flash: { readonly anchor: Anchor; readonly turn: number } | null;
  readonly words: {
    readonly page: (page: number) => string;
    readonly badge: (number: string) => string;
    readonly unreadable: string;
    readonly truncated: string;
    readonly recognised: string;
    readonly doubtful: string;
    readonly failed: string;
  };
  readonly onBadge: (itemId: string) => void;
};

/** One page: picture, evidence boxes, selectable text, badges. Everything it holds is given back when it unmounts. */
export const PdfPage = memo(function PdfPage(props: PdfPageProps) {
  const { pdf, box, text, words } = props;
  const [loaded, hasFailed] = useLoadedPage(pdf, box.index);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const didPaintFail = usePainting(loaded?.page ?? null, canvas, layer, box, text);
  const factor = loaded === null ? 1 : box.width / loaded.viewport.width;
  return (
    <section
      className="pdf-page reader-sheet"
      aria-label={words.page(text.number)}
      style={{
        top: box.top,
        width: box.width,
        height: box.height,
        ['--total-scale-factor' as string]: factor,
      }}
    >
      <canvas ref={canvas} aria-hidden="true" />
      {loaded !== null && (
        <PageMarks
          page={text.number}
          viewport={loaded.viewport}
          marks={props.marks}
          hints={props.hints}
          flash={flashOnPage(props.flash, text.number, loaded.viewport)}
          height={box.height}
          badgeLabel={words.badge}
          onBadge={props.onBadge}
        />
      )}
      <div ref={layer} className="textLayer" />
      <PageNotice text={text} words={words} hasFailed={hasFailed || didPaintFail} />
    </section>
  );
});

function PageNotice({
  text,
  words,
  hasFailed,
}: Pick<PdfPageProps, 'text' | 'words'> & { readonly hasFailed: boolean }) {
  const isUnreadable = text.flags.some((flag) =>
    ['no-text', 'unusable-text', 'page-failed'].includes(flag),
  );
  const notices = [
    ...(isUnreadable ? [words.unreadable] : []),
    ...(text.flags.includes('recognised') ? [words.recognised] : []),
    ...(text.flags.includes('doubtful') ? [words.doubtful] : []),
    ...(text.flags.includes('truncated') ? [words.truncated] : []),
    ...(hasFailed ? [words.failed] : []),
  ];
  if (notices.length === 0) return null;
  return (
    <p className="page-notice" role="note">
      {notices.map((notice) => (
        <span key={notice}>{notice}</span>
      ))}
    </p>
  );
}

type Loaded = { readonly page: PDFPageProxy; readonly viewport: PageViewport };

function useLoadedPage(pdf: PDFDocumentProxy, index: number): [Loaded | null, boolean] {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    let isGone = false;
    let held: PDFPageProxy | null = null;
    pdf.getPage(index + 1).then(
      (page) => {
        held = page;
        if (!isGone) setLoaded({ page, viewport: page.getViewport({ scale: 1 }) });
      },
      () => {
        if (!isGone) setHasFailed(true);
      },
    );
    return () => {
      isGone = true;
      held?.cleanup();
    };
  }, [pdf, index]);
  return [loaded, hasFailed];
}

function usePainting(
  page: PDFPageProxy | null,
  canvas: React.RefObject<HTMLCanvasElement | null>,
  layer: React.RefObject<HTMLDivElement | null>,
  box: PageBox,
  text: PageText,
): boolean {
  const [hasFailed, setHasFailed] = useState(false);
  const { width, height } = box;
  useEffect(() => {
    const target = canvas.current;
    if (page === null || target === null) return undefined;
    const painting = paintCanvas(page, target, { width, height });
    painting.done.catch(() => setHasFailed(true));
    return () => painting.cancel();
  }, [page, canvas, width, height]);
  useEffect(() => {
    const target = layer.current;
    if (page === null || target === null) return undefined;
    // The layer scales by a CSS variable, so it is laid once and not for every zoom.
    const painting = layTextLayer(page, target, text, 1);
    painting.done.catch(() => setHasFailed(true));
    return () => {
      painting.cancel();
      target.replaceChildren();
    };
  }, [page, layer, text]);
  useEffect(() => {
    const target = canvas.current;
    return () => {
      if (target !== null) releaseCanvas(target);
    };
  }, [canvas]);
  return hasFailed;
}

function flashOnPage(
  flash: PdfPageProps['flash'],
  page: number,
  viewport: PageViewport,
): Flash | null {
  if (flash === null) return null;
  const boxes = boxesOnPage(flash.anchor.rects, page, viewport);
  return boxes.length === 0 ? null : { boxes, turn: flash.turn };
}
