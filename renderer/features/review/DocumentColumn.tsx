import { useCallback, useEffect, useMemo, useState } from 'react';
import type { VersionText } from '#shared/contract/rooms/document.ts';
import { attempt, errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { navigate } from '../../app/routes.ts';
import { client } from '../../client/client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useIsLocked } from '../../ui/locked.ts';
import { DocxViewer } from '../../viewer/docx/DocxViewer.tsx';
import { PdfViewer } from '../../viewer/pdf/PdfViewer.tsx';
import type {
  ReaderHandle,
  ReaderHint,
  ReaderMark,
  ReaderPlace,
  Zoom,
} from '../../viewer/reader.ts';
import { saidOfCitation, suspects, useCitationChecks } from '../law/citationChecks.ts';
import { AttachButton } from './AttachButton.tsx';
import { DocumentBar } from './DocumentBar.tsx';
import { useDocumentBytes } from './documentBytesCache.ts';
import { rememberedPlace, rememberPlace } from './readingPlaces.ts';
import { clearJump, openItem, readText, setReader, useReview } from './reviewStore.ts';
import {
  readerMarks,
  selectItemId,
  selectMarks,
  selectVersionId,
  versionById,
  type OpenVersion,
} from './selectors.ts';

/** Middle column: the document, with every piece of evidence drawn into it. */
export function DocumentColumn() {
  const documents = useReview((state) => state.documents);
  const versionId = useReview(selectVersionId);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [page, setPage] = useState(1);
  const [factor, setFactor] = useState(1);
  const [turn, setTurn] = useState(0);
  const open = useMemo(() => versionById(documents ?? [], versionId), [documents, versionId]);
  if (open === null || documents === null) return <NoDocument isLoading={documents === null} />;
  return (
    <>
      <DocumentBar
        documents={documents}
        open={open}
        page={page}
        factor={factor}
        zoom={zoom}
        onZoom={setZoom}
        onGoToPage={(asked) => useReview.getState().reader?.handle.goToPage(asked)}
      />
      <Reader
        key={`${open.version.id}/${turn}`}
        open={open}
        zoom={zoom}
        onPage={setPage}
        onFactor={setFactor}
        onRetry={() => setTurn((last) => last + 1)}
      />
    </>
  );
}

type ReaderProps = {
  readonly open: OpenVersion;
  readonly zoom: Zoom;
  readonly onPage: (page: number) => void;
  readonly onFactor: (factor: number) => void;
  /** Draws the reader anew after a failure. */
  readonly onRetry: () => void;
};

function Reader({ open, zoom, onPage, onFactor, onRetry }: ReaderProps) {
  const versionId = open.version.id;
  const text = useReview((state) => state.texts[versionId]);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    readText(versionId).catch(setFailure);
  }, [versionId]);
  const itemId = useReview(selectItemId);
  const marks = useReview(selectMarks(versionId));
  const drawn = useMemo(() => readerMarks(marks, itemId), [marks, itemId]);
  const hints = useCitationHints(versionId);
  if (failure !== null) return <FailedDocument error={failure} onRetry={onRetry} />;
  if (text === undefined) return <Reading />;
  return (
    <AttachButton versionId={versionId}>
      {open.version.kind === 'pdf' || open.version.kind === 'image' ? (
        <PdfReader
          {...{ open, zoom, onPage, onFactor, onRetry, text }}
          marks={drawn}
          hints={hints}
        />
      ) : (
        <DocxReader
          {...{ open, zoom, onPage, onFactor, onRetry, text }}
          marks={drawn}
          hints={hints}
        />
      )}
    </AttachButton>
  );
}

type KindProps = ReaderProps & {
  readonly text: VersionText;
  readonly marks: readonly ReaderMark[];
  readonly hints: readonly ReaderHint[];
};

const handleBadge = (itemId: string): void => attempt(() => openItem(itemId));

function PdfReader({ open, zoom, onPage, onFactor, onRetry, text, marks, hints }: KindProps) {
  const messages = useText();
  const words = messages.review.document;
  const [isBroken, setIsBroken] = useState(false);
  const file = useDocumentBytes(open.version.id, open.version.kind);
  const ref = useReaderHandle(open.version.id);
  const place = useReadingPlace(open.version.id);
  const pageWords = useMemo(
    () => ({
      page: words.pageLabel,
      badge: words.badge,
      unreadable: words.noUsableText,
      truncated: words.truncatedPage,
      recognised: messages.ocr.pageNotice,
      doubtful: messages.ocr.lowConfidence,
      failed: words.pageFailed,
    }),
    [words, messages],
  );
  const handleFailed = useCallback(() => setIsBroken(true), []);
  const versionId = open.version.id;
  const askPassword = useCallback(
    async () => (await client('document.password', { versionId })).password,
    [versionId],
  );
  if (file.state === 'failed' || isBroken) {
    return <FailedDocument error={file.state === 'failed' ? file.error : null} onRetry={onRetry} />;
  }
  if (file.state === 'reading') return <Reading />;
  return (
    <PdfViewer
      ref={ref}
      bytes={file.bytes}
      askPassword={askPassword}
      pages={text.pages}
      marks={marks}
      hints={hints}
      zoom={zoom}
      label={open.document.title}
      words={pageWords}
      onPage={onPage}
      {...place}
      onFactor={onFactor}
      onBadge={handleBadge}
      onFailed={handleFailed}
    />
  );
}

function DocxReader({ open, zoom, onFactor, text, marks, hints }: KindProps) {
  const { review } = useText();
  const ref = useReaderHandle(open.version.id);
  const place = useReadingPlace(open.version.id);
  const words = useMemo(
    () => ({ ...review.sheet, empty: review.empty.emptyDocument, badge: review.document.badge }),
    [review],
  );
  return (
    <DocxViewer
      ref={ref}
      blocks={text.blocks}
      marks={marks}
      hints={hints}
      zoom={zoom}
      label={review.document.reading(open.document.title)}
      words={words}
      {...place}
      onFactor={onFactor}
      onBadge={handleBadge}
    />
  );
}

/** Citations of the document that are worth a look, as the reader draws them. */
function useCitationHints(versionId: string): readonly ReaderHint[] {
  const text = useText();
  const report = useCitationChecks((state) => state.checks[versionId]?.value);
  return useMemo(
    () =>
      (report ? suspects(report) : []).flatMap((citation): ReaderHint[] => {
        if (citation.anchor === null) return [];
        const id = `${citation.part}/${citation.start}/${citation.end}`;
        const said = text.law.check.mark(saidOfCitation(citation, text));
        return [{ id, anchor: citation.anchor, said }];
      }),
    [report, text],
  );
}

/** Makes the reader known to the screen, and hands it the quote that waits to be shown. */
function useReaderHandle(versionId: string): (handle: ReaderHandle | null) => void {
  const jump = useReview((state) => state.jump);
  const reader = useReview((state) => state.reader);
  const isReady = reader?.versionId === versionId;
  useEffect(() => {
    if (isReady && jump?.anchor.versionId === versionId) {
      useReview.getState().reader?.handle.jumpTo(jump.anchor);
      clearJump();
    }
  }, [isReady, jump, versionId]);
  return useCallback((handle) => setReader(versionId, handle), [versionId]);
}

function useReadingPlace(versionId: string): {
  readonly begin: ReaderPlace | null;
  readonly onPlace: (place: ReaderPlace) => void;
} {
  const [begin] = useState(() => rememberedPlace(versionId));
  const onPlace = useCallback((place: ReaderPlace) => rememberPlace(versionId, place), [versionId]);
  return { begin, onPlace };
}

function Reading() {
  return <p className="py-10 text-center text-ink-3">{useText().review.empty.loading}</p>;
}

function FailedDocument({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry: () => void;
}) {
  const text = useText();
  const words = text.review.document;
  return (
    <div className="p-4">
      <Banner
        tone="error"
        title={words.failedToOpen}
        actions={
          <Button size="small" onPress={onRetry}>
            {words.retry}
          </Button>
        }
      >
        {error === null ? words.failedHow : `${errorText(error, text)} ${words.failedHow}`}
      </Banner>
    </div>
  );
}

function NoDocument({ isLoading }: { readonly isLoading: boolean }) {
  const words = useText().review.empty;
  const projectId = useReview((state) => state.projectId);
  const isLocked = useIsLocked();
  if (isLoading) return <Reading />;
  if (isLocked) return <EmptyState icon="files" title={words.noDocuments} />;
  return (
    <EmptyState
      icon="files"
      title={words.noDocuments}
      actions={
        <Button
          tone="primary"
          onPress={() => {
            if (projectId !== null) {
              navigate({ page: 'project', projectId, tab: 'documents', at: {} });
            }
          }}
        >
          {words.openDocuments}
        </Button>
      }
    >
      {words.noDocumentsHow}
    </EmptyState>
  );
}
