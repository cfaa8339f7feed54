import type { ConflictLine } from '#shared/domain/handoff/handoffReport.ts';
import { formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { fieldWords, sideWords, subjectWords } from './changeWords.ts';
import { useItemNames } from './itemNames.ts';

/** Disagreements of a package that is not imported yet: here and there side by side, with who and when. */
export function ConflictLines({ conflicts }: { conflicts: readonly ConflictLine[] }) {
  const text = useText();
  const words = text.exchange.receive;
  const names = useItemNames(conflicts.map((one) => one.projectId));
  return (
    <ul className="flex flex-col divide-y divide-line">
      {conflicts.map((line) => (
        <li key={`${line.theirs.device} ${line.theirs.seq}`} className="py-3 first:pt-0 last:pb-0">
          <p className="mb-1 font-semibold">
            {subjectWords(line, names, text)}
            {line.kind === 'values' && ` · ${fieldWords(line.field, text)}`}
          </p>
          <div className="grid grid-cols-2 gap-3">
            <Side label={words.mine} kind={line.kind} side={line.mine} />
            <Side label={words.theirs} kind={line.kind} side={line.theirs} />
          </div>
        </li>
      ))}
    </ul>
  );
}

interface SideProps {
  label: string;
  kind: ConflictLine['kind'];
  side: ConflictLine['mine'];
}

function Side({ label, kind, side }: SideProps) {
  const text = useText();
  const language = useLanguage((state) => state.language);
  return (
    <div className="min-w-0 rounded border border-line px-3 py-2">
      <p className="mb-1 flex justify-between gap-3 text-xs text-ink-3">
        <span>{label}</span>
        {side && (
          <span>
            {text.exchange.person(side.by)} · {formatMoment(language, side.at)}
          </span>
        )}
      </p>
      <p className="break-words whitespace-pre-wrap">
        {side ? sideWords(kind, side, text) : text.exchange.receive.noMine}
      </p>
    </div>
  );
}
