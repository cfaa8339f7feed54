import { useState } from 'react';
import type { HandoffLogEntry, Receipt } from '#shared/domain/handoff/handoffReport.ts';
import type { SharedFolderLook } from '#shared/domain/handoff/sharedFolder.ts';
import type { Language, Messages } from '#shared/i18n/catalogue.ts';
import { attempt } from '../../app/errorText.ts';
import { formatMoment, formatNumber } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { undoableImport } from './lastImport.ts';
import { markSent, undoImport } from './logStore.ts';
import { LookTable } from './LookTable.tsx';
import { ReceiptTable } from './ReceiptTable.tsx';

interface LogRoomProps {
  log: readonly HandoffLogEntry[];
  receipts: readonly Receipt[];
  looks: readonly SharedFolderLook[];
}

/** What passed between whom and when; the last import can be taken back from here. */
export function LogRoom({ log, receipts, looks }: LogRoomProps) {
  const words = useText().exchange.log;
  if (log.length === 0 && looks.length === 0)
    return (
      <EmptyState icon="clock" title={words.emptyTitle}>
        {words.emptyLead}
      </EmptyState>
    );
  return (
    <>
      <ReceiptTable receipts={receipts} />
      {log.length > 0 && <PackageTable log={log} />}
      <LookTable looks={looks} />
    </>
  );
}

function PackageTable({ log }: { log: readonly HandoffLogEntry[] }) {
  const text = useText();
  const words = text.exchange.log;
  const language = useLanguage((state) => state.language);
  const undoable = undoableImport(log);
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div className="overflow-x-auto rounded border border-line bg-paper">
      <table className="w-full border-collapse text-left" aria-label={text.exchange.rooms.log}>
        <thead className="text-xs text-ink-3">
          <tr className="border-b border-line-2">
            {(['direction', 'at', 'people', 'projects', 'changes', 'state'] as const).map((id) => (
              <th
                key={id}
                scope="col"
                className={`h-8 px-3 font-normal whitespace-nowrap ${id === 'changes' ? 'text-right' : ''}`}
              >
                {words.columns[id]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {log.map((entry) => (
            <LogRow
              key={entry.number}
              entry={entry}
              text={text}
              language={language}
              {...(entry === undoable && { onUndo: () => setIsAsking(true) })}
            />
          ))}
        </tbody>
      </table>
      <AlertDialog
        isOpen={isAsking}
        isDangerous
        title={words.undoTitle}
        confirmLabel={words.undo}
        cancelLabel={text.common.cancel}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          attempt(undoImport);
        }}
      >
        {words.undoNote}
      </AlertDialog>
    </div>
  );
}

interface LogRowProps {
  entry: HandoffLogEntry;
  text: Messages;
  language: Language;
  onUndo?: () => void;
}

function LogRow({ entry, text, language, onUndo }: LogRowProps) {
  const words = text.exchange.log;
  const people = entry.people.map(text.exchange.person).join(' · ');
  return (
    <tr className="border-b border-line align-baseline last:border-b-0">
      <td className="px-3 py-2 whitespace-nowrap">{words[entry.direction]}</td>
      <td className="px-3 py-2 whitespace-nowrap tabular-nums">
        {formatMoment(language, entry.at)}
      </td>
      <td className="px-3 py-2 min-w-20">{people === '' ? words.unaddressed : people}</td>
      <td className="px-3 py-2" title={entry.fileName}>
        {entry.projects.map((project) => project.name).join(' · ')}
        {entry.newOwner !== null && (
          <span className="text-ink-2">
            {' · '}
            <span className="inline-block">
              {words.handedOver(text.exchange.person(entry.newOwner))}
            </span>
          </span>
        )}
      </td>
      <td className="px-3 py-2 text-right tabular-nums">{formatNumber(language, entry.changes)}</td>
      <td className="px-3 py-2 whitespace-nowrap">
        {entry.undoneAt !== null && (
          <span className="text-ink-2">{words.undone(formatMoment(language, entry.undoneAt))}</span>
        )}
        {entry.direction === 'sent' && <SentState entry={entry} text={text} language={language} />}
        {onUndo && (
          <Button size="small" icon="undo" aria-label={words.undoOf(people)} onPress={onUndo}>
            {words.undo}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Built, said to be sent, or proven to have arrived: a file that lies on the disk is none of the last two. */
function SentState({ entry, text, language }: Omit<LogRowProps, 'onUndo'>) {
  const words = text.exchange.log;
  const { readBy, sentAt } = entry;
  if (readBy.length > 0) {
    return (
      <span className="text-teal">
        {words.readBy(readBy.map(text.exchange.person).join(' · '))}
      </span>
    );
  }
  if (sentAt !== null)
    return <span className="text-ink-2">{words.sentAt(formatMoment(language, sentAt))}</span>;
  return (
    <span className="flex items-center justify-between gap-2">
      <span className="text-ink-2">{words.built}</span>
      <Button
        size="small"
        aria-label={words.markSentOf(entry.fileName)}
        onPress={() => attempt(() => markSent(entry))}
      >
        {text.exchange.send.markSent}
      </Button>
    </span>
  );
}
