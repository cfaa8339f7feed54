import type { StatuteLine } from '#shared/domain/law/statuteReport.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { failureText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { hrefOf } from '../../app/routes.ts';
import { IntakeReport } from '../documents/IntakeReport.tsx';
import { clearStatuteLines, useStatutes } from './statutesStore.ts';

/** What became of the official texts that were handed in. */
export function StatuteImportResult() {
  const text = useText();
  const lines = useStatutes((state) => state.lines);
  return (
    <IntakeReport
      words={text.law.import}
      lines={lines}
      renderName={(line) => <FileName line={line} />}
      renderSaid={(line) => saidOf(line, text)}
      onClear={clearStatuteLines}
    />
  );
}

function FileName({ line: { status, versionId, path } }: { line: StatuteLine }) {
  if (status !== 'added' || versionId === null) return <span className="break-all">{path}</span>;
  return (
    <a
      className="break-all text-indigo"
      href={hrefOf({ page: 'statute', versionId, article: null })}
    >
      {path}
    </a>
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
