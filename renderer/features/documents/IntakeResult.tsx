import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import { failureText } from '../../app/errorText.ts';
import { formatNumber } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { classNames } from '../../ui/classNames.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/iconShapes.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { clearLines, useDocuments } from './documentsStore.ts';
import { PasswordRetry } from './PasswordRetry.tsx';

const looks: Record<IntakeLine['status'], { icon: IconName; tone: string }> = {
  added: { icon: 'check', tone: 'text-teal' },
  duplicate: { icon: 'copy', tone: 'text-ink-2' },
  refused: { icon: 'error', tone: 'text-cinnabar' },
};

/** A line per file that was handed in: what became of it, and why. */
export function IntakeResult() {
  const text = useText();
  const words = text.documents.intake;
  const lines = useDocuments((state) => state.lines);
  if (lines.length === 0) return null;
  const read = lines.filter((line) => line.error?.code !== 'cancelled');
  const cancelled = lines.length - read.length;
  const count = (status: IntakeLine['status']) =>
    read.filter((line) => line.status === status).length;
  return (
    <section aria-label={words.title} className="flex-none border-b border-line bg-panel">
      <div className="flex h-9 items-center gap-3 pr-2 pl-4">
        <h2 className="font-semibold">{words.title}</h2>
        <span role="status" className="text-ink-2">
          {words.summary(count('added'), count('duplicate'), count('refused'))}
        </span>
        <span className="flex-1" />
        <IconButton icon="close" label={words.clear} onPress={clearLines} />
      </div>
      <ul className="max-h-44 overflow-auto pb-2">
        {read.map((line, index) => (
          <ResultLine key={`${index}${line.path}`} line={line} />
        ))}
        {cancelled > 0 && <li className="px-4 py-1 text-ink-2">{words.skipped(cancelled)}</li>}
      </ul>
    </section>
  );
}

function ResultLine({ line }: { line: IntakeLine }) {
  const text = useText();
  const words = text.documents;
  const language = useLanguage((state) => state.language);
  const look = looks[line.status];
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
    <li className="grid min-h-7 grid-cols-[5.5rem_minmax(0,2fr)_minmax(0,3fr)] items-baseline gap-3 px-4 py-0.5">
      <span className={classNames('flex items-center gap-1.5', look.tone)}>
        <Icon name={look.icon} size={14} />
        {words.intake[line.status]}
      </span>
      <span className="break-all">{line.path}</span>
      <span className={line.status === 'refused' ? 'text-ink' : 'text-ink-2'}>
        {said}
        {line.retry !== undefined && <PasswordRetry line={line} token={line.retry} />}
      </span>
    </li>
  );
}
