import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import { failureText } from '../../app/errorText.ts';
import { formatNumber } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
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
  const words = text.documents;
  const language = useLanguage((state) => state.language);
  const remarks = line.warnings.map((warning) => words.warnings[warning.code](warning.count));
  const said =
    line.status === 'added'
      ? [words.intake.read(line.pages, formatNumber(language, line.characters)), ...remarks].join(
          ' · ',
        )
      : line.status === 'duplicate'
        ? words.intake.duplicateNote
        : line.error
          ? failureText(line.error, text)
          : '';
  return (
    <>
      {said}
      {line.retry !== undefined && <PasswordRetry line={line} token={line.retry} />}
    </>
  );
}
