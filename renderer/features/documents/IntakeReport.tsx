import type { ReactNode } from 'react';
import type { Failure } from '#shared/contract/errors.ts';
import { classNames } from '../../ui/classNames.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { IconName } from '../../ui/iconShapes.ts';

type Status = 'added' | 'duplicate' | 'refused';

interface ReportedLine {
  readonly path: string;
  readonly status: Status;
  readonly error: Failure | null;
}

interface IntakeReportProps<Line extends ReportedLine> {
  readonly words: Readonly<Record<Status | 'title' | 'clear', string>> & {
    readonly summary: (added: number, duplicate: number, refused: number) => string;
    readonly skipped: (count: number) => string;
  };
  readonly lines: readonly Line[];
  /** The file's name, where it is more than its path. */
  readonly renderName?: (line: Line) => ReactNode;
  /** What became of the file, and why. */
  readonly renderSaid: (line: Line) => ReactNode;
  readonly onClear: () => void;
}

const looks: Record<Status, { icon: IconName; tone: string }> = {
  added: { icon: 'check', tone: 'text-teal' },
  duplicate: { icon: 'copy', tone: 'text-ink-2' },
  refused: { icon: 'error', tone: 'text-cinnabar' },
};

/** A line per file that was handed in, under their count; files left unread by a cancellation are only counted. */
export function IntakeReport<Line extends ReportedLine>({
  words,
  lines,
  renderName = renderPath,
  renderSaid,
  onClear,
}: IntakeReportProps<Line>) {
  if (lines.length === 0) return null;
  const read = lines.filter((line) => line.error?.code !== 'cancelled');
  const cancelled = lines.length - read.length;
  const count = (status: Status) => read.filter((line) => line.status === status).length;
  return (
    <section aria-label={words.title} className="flex-none border-b border-line bg-panel">
      <div className="flex h-9 items-center gap-3 pr-2 pl-4">
        <h2 className="font-semibold">{words.title}</h2>
        <span role="status" className="text-ink-2">
          {words.summary(count('added'), count('duplicate'), count('refused'))}
        </span>
        <span className="flex-1" />
        <IconButton icon="close" label={words.clear} onPress={onClear} />
      </div>
      <ul className="max-h-[40vh] overflow-auto pb-2">
        {read.map((line, index) => (
          <li
            key={`${index}${line.path}`}
            className="grid min-h-7 grid-cols-[5.5rem_minmax(0,1fr)_minmax(0,2fr)] items-start gap-3 px-4 py-1"
          >
            <span className={classNames('flex items-center gap-1.5', looks[line.status].tone)}>
              <Icon name={looks[line.status].icon} size={14} />
              {words[line.status]}
            </span>
            {renderName(line)}
            <span className={line.status === 'refused' ? 'text-ink' : 'text-ink-2'}>
              {renderSaid(line)}
            </span>
          </li>
        ))}
        {cancelled > 0 && <li className="px-4 py-1 text-ink-2">{words.skipped(cancelled)}</li>}
      </ul>
    </section>
  );
}

function renderPath({ path }: ReportedLine): ReactNode {
  return <span className="break-all">{path}</span>;
}
