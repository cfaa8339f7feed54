import { useState } from 'react';
import type { DocumentVersion, ProjectDocument } from '#shared/domain/review/document.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { isComposing } from '../../app/shortcuts.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { Select } from '../../ui/Select.tsx';
import type { Zoom } from '../../viewer/reader.ts';
import { placeWords } from '../documents/placeWords.ts';
import { CitationCheckPanel } from '../law/CitationCheckPanel.tsx';
import { ContentsButton } from './ContentsButton.tsx';
import { openVersion, showQuote, useReview } from './reviewStore.ts';
import { currentVersion, type OpenVersion } from './selectors.ts';
import { ZoomControl } from './ZoomControl.tsx';

type Props = {
  readonly documents: readonly ProjectDocument[];
  readonly open: OpenVersion;
  readonly page: number;
  readonly factor: number;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onGoToPage: (page: number) => void;
};

/** Over the reader: which document and version, which page, how large, and what could not be read of it. */
export function DocumentBar({ documents, open, page, factor, zoom, onZoom, onGoToPage }: Props) {
  const words = useText().review.document;
  const { document, version } = open;
  return (
    <div className="flex h-9 flex-none items-center gap-2 border-b border-line bg-panel px-2">
      <div className="min-w-0 max-w-70 shrink font-semibold">
        <Select
          label={words.choose}
          isLabelHidden
          isForReading
          isQuiet
          size="small"
          value={document.id}
          options={documents.map((each) => ({ id: each.id, label: each.title }))}
          onChange={(id) => {
            const chosen = documents.find((each) => each.id === id);
            const current = chosen === undefined ? null : currentVersion(chosen);
            if (current !== null) attempt(() => openVersion(current.id));
          }}
        />
      </div>
      <VersionChoice open={open} />
      {version.pages !== null && (
        <PageField page={page} pages={version.pages} onGoToPage={onGoToPage} />
      )}
      <PageLabel versionId={version.id} page={page} />
      <ContentsButton versionId={version.id} />
      <Flags version={version} />
      <CitationCheckPanel
        versionId={version.id}
        onJump={(anchor) => attempt(() => showQuote(anchor))}
      />
      <span className="flex-1" />
      <ZoomControl factor={factor} zoom={zoom} onZoom={onZoom} />
    </div>
  );
}

function VersionChoice({ open }: { readonly open: OpenVersion }) {
  const words = useText().review.document;
  const { document, version, isCurrent } = open;
  const label = (each: DocumentVersion): string =>
    each.id === currentVersion(document)?.id
      ? words.current(each.number)
      : words.older(each.number);
  if (document.versions.length === 1) return <Chip>{label(version)}</Chip>;
  return (
    <div className="flex-none">
      <Select
        label={words.version}
        isLabelHidden
        isForReading
        size="small"
        isQuiet={isCurrent}
        value={version.id}
        options={[...document.versions]
          .sort((a, b) => b.number - a.number)
          .map((each) => ({ id: each.id, label: label(each), note: each.fileName }))}
        onChange={(id) => attempt(() => openVersion(id))}
      />
    </div>
  );
}

function PageField({
  page,
  pages,
  onGoToPage,
}: {
  readonly page: number;
  readonly pages: number;
  readonly onGoToPage: (page: number) => void;
}) {
  const words = useText().review.document;
  const [typed, setTyped] = useState<string | null>(null);
  const go = (): void => {
    const asked = Number(typed);
    if (typed !== null && Number.isInteger(asked) && asked >= 1) onGoToPage(Math.min(pages, asked));
    setTyped(null);
  };
  return (
    <span className="flex flex-none items-center gap-1 text-ink-3">
      <input
        aria-label={words.goToPage}
        inputMode="numeric"
        value={typed ?? String(page)}
        size={Math.max(2, String(pages).length)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value.replaceAll(/\D/g, ''))}
        onBlur={go}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Escape') setTyped(null);
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
        className="h-6 rounded border border-line-2 bg-paper px-1 text-right text-ink outline-none focus:border-indigo"
      />
      {words.pageTotal(pages)}
    </span>
  );
}

/** The number that is printed on the page, where it is another than its place in the file. */
function PageLabel({ versionId, page }: { readonly versionId: string; readonly page: number }) {
  const words = useText().review.document;
  const label = useReview((state) => state.texts[versionId]?.pages[page - 1]?.label ?? null);
  if (label === null || label === '' || label === String(page)) return null;
  return <span className="flex-none text-ink-3">{words.printedPage(label)}</span>;
}

function Flags({ version }: { readonly version: DocumentVersion }) {
  const text = useText();
  const words = text.review.document;
  if (version.warnings.length === 0) return null;
  return (
    <Popover
      label={words.flags}
      trigger={
        <Button tone="quiet" size="small" icon="warning">
          {words.remarks(version.warnings.length)}
        </Button>
      }
    >
      <ul className="flex max-w-90 flex-col gap-2">
        {version.warnings.map(({ code, count, where }) => (
          <li key={code}>
            <p className="font-semibold">{text.documents.warnings[code](count)}</p>
            <p className="text-xs text-ink-2">{text.documents.warningNotes[code]}</p>
            {where.length > 0 && (
              <p className="line-clamp-3 text-xs text-ink-3">
                {text.documents.where(placeWords(where, count, text))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Popover>
  );
}
