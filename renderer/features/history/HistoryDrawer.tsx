import { useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { HistoryEntry } from '#shared/domain/review/assessment.ts';
import { errorText } from '../../app/errorText.ts';
import { formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { whenDataChanges } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { historyLines, type HistoryLine } from './historyLines.ts';

type Props = {
  readonly projectId: string;
  readonly itemId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** What happened to an item, newest first: who, when, from what to what. */
export function HistoryDrawer({ projectId, itemId, isOpen, onClose }: Props) {
  const text = useText();
  const words = text.review.history;
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="fade-in fixed inset-0 z-50 flex justify-end bg-scrim"
    >
      <Modal className="h-full outline-none">
        <Dialog className="flex h-full w-100 max-w-[94vw] flex-col border-l border-line-2 bg-panel shadow-overlay outline-none">
          <div className="flex h-11 flex-none items-center justify-between border-b border-line pr-2 pl-4">
            <Heading slot="title" className="text-md font-semibold">
              {words.title}
            </Heading>
            <IconButton icon="close" label={text.common.close} keys="Esc" onPress={onClose} />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 py-3">
            <Entries projectId={projectId} itemId={itemId} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type Reading =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly entries: readonly HistoryEntry[] }
  | { readonly state: 'failed'; readonly error: unknown };

function Entries({ projectId, itemId }: Pick<Props, 'projectId' | 'itemId'>) {
  const text = useText();
  const reading = useHistoryOf(projectId, itemId);
  if (reading.state === 'failed') {
    return <Banner tone="error">{errorText(reading.error, text)}</Banner>;
  }
  if (reading.state === 'reading') {
    return <p className="text-ink-3">{text.review.empty.loading}</p>;
  }
  if (reading.entries.length === 0) {
    return <EmptyState icon="clock" title={text.review.history.empty} />;
  }
  return (
    <ol className="flex flex-col gap-3">
      {reading.entries.map((entry) => (
        <Entry key={entry.commandId} entry={entry} />
      ))}
    </ol>
  );
}

function useHistoryOf(projectId: string, itemId: string): Reading {
  const [reading, setReading] = useState<Reading>({ state: 'reading' });
  useEffect(() => {
    let isGone = false;
    const read = (): void => {
      client('history.of', { projectId, itemId }).then(
        (entries) => {
          if (!isGone) setReading({ state: 'read', entries });
        },
        (error: unknown) => {
          if (!isGone) setReading({ state: 'failed', error });
        },
      );
    };
    read();
    const ending = whenDataChanges(read);
    return () => {
      isGone = true;
      ending();
    };
  }, [projectId, itemId]);
  return reading;
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const text = useText();
  const language = useLanguage((state) => state.language);
  const lines = historyLines(entry, text);
  return (
    <li className="border-l-2 border-line-2 pl-3">
      <p className="flex justify-between gap-2 text-xs text-ink-3">
        <span className="font-semibold text-ink-2">
          {text.common.history.names[entry.command] ?? text.common.history.lastChange}
        </span>
        <span className="shrink-0">
          {text.review.history.by(entry.by, formatMoment(language, entry.at))}
        </span>
      </p>
      {lines.map((line) => (
        <Line key={line.key} line={line} />
      ))}
    </li>
  );
}

function Line({ line }: { readonly line: HistoryLine }) {
  const words = useText().review.history;
  return (
    <p className="break-words">
      <span className="text-xs text-ink-3">{words.labelled(line.label)}</span>
      {line.from !== null && (
        <>
          <del className="text-ink-3">{line.from}</del>
          <span className="px-1 text-ink-3" role="img" aria-label={words.becomes}>
            {words.arrow}
          </span>
        </>
      )}
      <span>{line.to ?? words.nothing}</span>
    </p>
  );
}
