import type { OpenedHandoff } from '#shared/domain/handoff/handoffReport.ts';
import { formatNumber } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { changeValueWords, fieldWords, isTie, subjectWords } from './changeWords.ts';

/** Each field as it stands here and as it will stand, what is changed before what is new. */
export function DifferenceLines({ preview }: { preview: OpenedHandoff }) {
  const text = useText();
  const words = text.exchange.receive;
  const language = useLanguage((state) => state.language);
  const { moreDifferences, names } = preview;
  const differences = preview.differences.filter((one) => !isTie(one.field));
  if (differences.length === 0) return null;
  const columns = 'grid grid-cols-[minmax(0,3fr)_minmax(0,4fr)_minmax(0,4fr)_6rem] gap-3';
  return (
    <Disclosure
      title={words.differences}
      aside={formatNumber(language, differences.length + moreDifferences)}
    >
      <div className="max-h-96 overflow-auto">
        <div className={`${columns} text-xs text-ink-3`} aria-hidden="true">
          <span />
          <span>{words.before}</span>
          <span>{words.after}</span>
          <span />
        </div>
        <ul className="flex flex-col">
          {differences.map((one) => (
            <li
              key={`${one.entity} ${one.entityId} ${one.field}`}
              className={`${columns} border-t border-line py-1`}
            >
              <span className="break-words">
                {subjectWords(one.entity, names[`${one.entity} ${one.entityId}`], text)}
                <span className="text-ink-3"> · {fieldWords(one.field, text)}</span>
              </span>
              <span className="line-clamp-3 break-words text-ink-2">
                {one.before === null ? '—' : changeValueWords(one.field, one.before, text)}
              </span>
              <span className="line-clamp-3 break-words">
                {changeValueWords(one.field, one.after, text)}
              </span>
              <span className="truncate text-ink-3">{text.exchange.person(one.by)}</span>
            </li>
          ))}
        </ul>
        {moreDifferences > 0 && (
          <p className="pt-2 text-ink-2">{words.differenceMore(moreDifferences)}</p>
        )}
      </div>
    </Disclosure>
  );
}
