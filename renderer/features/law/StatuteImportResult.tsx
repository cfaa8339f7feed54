import type { StatuteLine } from '#shared/domain/law/statuteReport.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { failureText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { hrefOf } from '../../app/routes.ts';
import { classNames } from '../../ui/classNames.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { IconName } from '../../ui/iconShapes.ts';
import { clearStatuteLines, useStatutes } from './statutesStore.ts';

const looks: Record<StatuteLine['status'], { icon: IconName; tone: string }> = {
  added: { icon: 'check', tone: 'text-teal' },
  duplicate: { icon: 'copy', tone: 'text-ink-2' },
  refused: { icon: 'error', tone: 'text-cinnabar' },
};

/** A line per file that was handed in: what became of it, and why. */
export function StatuteImportResult() {
  const words = useText().law.import;
  const lines = useStatutes((state) => state.lines);
  if (lines.length === 0) return null;
  const read = lines.filter((line) => line.error?.code !== 'cancelled');
  const cancelled = lines.length - read.length;
  const count = (status: StatuteLine['status']) =>
    read.filter((line) => line.status === status).length;
  return (
    <section aria-label={words.title} className="flex-none border-b border-line bg-panel">
      <div className="flex h-9 items-center gap-3 pr-2 pl-4">
        <h2 className="font-semibold">{words.title}</h2>
        <span role="status" className="text-ink-2">
          {words.summary(count('added'), count('duplicate'), count('refused'))}
        </span>
        <span className="flex-1" />
        <IconButton icon="close" label={words.clear} onPress={clearStatuteLines} />
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

function ResultLine({ line }: { line: StatuteLine }) {
  const text = useText();
  const look = looks[line.status];
  const isOpenable = line.status === 'added' && line.versionId !== null;
  return (
    <li className="grid min-h-7 grid-cols-[5.5rem_minmax(0,2fr)_minmax(0,3fr)] items-baseline gap-3 px-4 py-0.5">
      <span className={classNames('flex items-center gap-1.5', look.tone)}>
        <Icon name={look.icon} size={14} />
        {text.law.import[line.status]}
      </span>
      {isOpenable ? (
        <a
          className="break-all text-indigo"
          href={hrefOf({ page: 'statute', versionId: line.versionId ?? '', article: null })}
        >
          {line.path}
        </a>
      ) : (
        <span className="break-all">{line.path}</span>
      )}
      <span className={line.status === 'refused' ? 'text-ink' : 'text-ink-2'}>
        {saidOf(line, text)}
      </span>
    </li>
  );
}

function saidOf(line: StatuteLine, text: Messages): string {
  const words = text.law.import;
  if (line.status === 'duplicate') return words.duplicateNote;
  if (line.status === 'refused') return line.error ? failureText(line.error, text) : '';
  const remarks = line.remarks.map((remark) => remarkText(remark, text));
  return [words.read(line.title, line.versionDate ?? '', line.articles), ...remarks].join(' · ');
}

/** What the import noticed about a text, with the paragraph of the file it concerns. */
export function remarkText(
  { code, line }: StatuteLine['remarks'][number],
  { law }: Messages,
): string {
  const said = law.remarks[code];
  return line === null ? said : law.remarkAt(said, line);
}
