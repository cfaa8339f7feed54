import type { RereadLine } from '#shared/contract/rooms/document.ts';
import { quoteCounts } from '#shared/domain/text/rereadCounts.ts';
import { failureText } from '../../app/errorText.ts';
import { formatNumber } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { choose } from './rereadStore.ts';

interface RereadLinesProps {
  readonly lines: readonly RereadLine[];
  readonly chosen: ReadonlySet<string>;
}

/** A line for each version: what becomes of its text and of the quotes on it; lost quotes with their words. */
export function RereadLines({ lines, chosen }: RereadLinesProps) {
  return (
    <ul className="flex flex-col divide-y divide-line rounded border border-line">
      {lines.map((line) => (
        <li key={line.versionId} className="px-3 py-1.5">
          <Line line={line} isChosen={chosen.has(line.versionId)} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line, isChosen }: { readonly line: RereadLine; readonly isChosen: boolean }) {
  const text = useText();
  const words = text.documents.reread;
  const name = words.version(line.title, line.versionNumber);
  if (line.state !== 'compared')
    return (
      <div className="py-1">
        <p className="font-semibold break-words">{name}</p>
        <p className="flex items-start gap-1.5 text-amber">
          <Icon name="warning" size={14} className="mt-0.5" />
          {line.error === null ? words.states[line.state] : failureText(line.error, text)}
        </p>
      </div>
    );
  return (
    <>
      <Checkbox
        isSelected={isChosen}
        aria-label={words.choose(name)}
        onChange={(isSelected) => choose(line.versionId, isSelected)}
      >
        <span className="block font-semibold break-words">{name}</span>
        <Summary line={line} />
      </Checkbox>
      <LostQuotes line={line} />
    </>
  );
}

function Summary({ line }: { readonly line: RereadLine }) {
  const words = useText().documents.reread;
  const language = useLanguage((state) => state.language);
  const said =
    line.changedParts === 0
      ? words.textSame
      : words.textChanged(
          line.changedParts,
          formatNumber(language, line.charactersBefore),
          formatNumber(language, line.charactersAfter),
        );
  return (
    <span className="block text-ink-2">
      {said} · {words.quotes(quoteCounts(line))}
    </span>
  );
}

function LostQuotes({ line }: { readonly line: RereadLine }) {
  const text = useText();
  const words = text.documents.reread;
  const lost = line.quotes.filter((quote) => quote.state === 'lost');
  if (lost.length === 0) return null;
  return (
    <div className="mb-1 ml-6 border-l-2 border-amber pl-2">
      <p className="text-xs text-amber">{words.lostQuotes}</p>
      <ul>
        {lost.map(({ evidenceId, quote, from }) => (
          <li key={evidenceId} className="flex items-baseline gap-2">
            <span className="line-clamp-2 min-w-0 flex-1 font-text break-words">
              {text.review.evidence.quoted(quote)}
            </span>
            <span className="shrink-0 text-2xs text-ink-3">
              {from.page === null ? from.clause : text.words.page(from.page)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
