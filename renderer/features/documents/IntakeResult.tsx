import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import { failureText } from '../../app/errorText.ts';
import { formatNumber } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import { clearLines, useDocuments } from './documentsStore.ts';
import { IntakeReport } from './IntakeReport.tsx';
import { PasswordRetry } from './PasswordRetry.tsx';

/** What became of the files that were handed in to the project. */
export function IntakeResult() {
  const words = useText().documents.intake;
  const lines = useDocuments((state) => state.lines);
  return (
    <IntakeReport
      words={words}
      lines={lines}
      renderSaid={(line) => <ResultText line={line} />}
      onClear={clearLines}
    />
  );
}

function ResultText({ line }: { line: IntakeLine }) {
  const text = useText();
  if (line.status === 'added') return <Taken line={line} />;
  if (line.status === 'duplicate') return <Known line={line} />;
  const isAsked = line.retry !== undefined && line.error?.code === 'file-encrypted';
  return (
    <>
      {isAsked ? text.documents.intake.locked : line.error && failureText(line.error, text)}
      {line.retry !== undefined && <PasswordRetry line={line} token={line.retry} />}
    </>
  );
}

/** What was read, and apart from it what was not. */
function Taken({ line }: { line: IntakeLine }) {
  const words = useText().documents;
  const language = useLanguage((state) => state.language);
  const remarks = line.warnings.map((warning) => words.warnings[warning.code](warning.count));
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <span>{words.intake.read(line.pages, formatNumber(language, line.characters))}</span>
      {remarks.length > 0 && (
        <span className="flex items-center gap-1.5 text-amber">
          <Icon name="warning" size={14} />
          {remarks.join(' · ')}
        </span>
      )}
    </span>
  );
}

/** Which document it is that has the same content. */
function Known({ line }: { line: IntakeLine }) {
  const words = useText().documents.intake;
  const title = useDocuments(
    ({ documents }) => documents.value?.find(({ id }) => id === line.documentId)?.title,
  );
  return title === undefined ? words.duplicateNote : words.duplicateOf(title);
}
