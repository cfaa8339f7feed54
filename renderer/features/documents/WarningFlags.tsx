import { Button } from 'react-aria-components';
import type { DocumentVersion } from '#shared/domain/review/document.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { placeWords } from './placeWords.ts';
import { useUnreadTexts } from './unreadTextsStore.ts';

interface WarningFlagsProps {
  version: DocumentVersion;
  title: string;
  text: Messages;
}

/** What should be known about a file: counts in the row, places and advice on request. */
export function WarningFlags({ version, title, text }: WarningFlagsProps) {
  const words = text.documents;
  const unread = useUnreadTexts((state) =>
    state.unread.find((one) => one.versionId === version.id),
  );
  // What another desk read of it says nothing of what can be searched here.
  if (unread)
    return (
      <span className="flex min-w-0 items-center gap-1.5 px-1 text-amber">
        <Icon name="warning" size={14} />
        <span className="truncate" title={words.unread[unread.reason]}>
          {words.unread[unread.reason]}
        </span>
      </span>
    );
  if (version.warnings.length === 0) return <span className="text-ink-3">{words.noFlags}</span>;
  const said = version.warnings.map((warning) => words.warnings[warning.code](warning.count));
  return (
    <Popover
      label={words.flagsOf(title)}
      trigger={
        <Button className="flex min-w-0 cursor-default items-center gap-1.5 rounded px-1 text-amber data-hovered:underline">
          <Icon name="warning" size={14} />
          <span className="truncate">{said.join(' · ')}</span>
        </Button>
      }
    >
      <ul className="flex w-96 flex-col gap-2">
        {version.warnings.map((warning) => (
          <li key={warning.code}>
            <p className="font-semibold">{words.warnings[warning.code](warning.count)}</p>
            <p className="text-ink-2">{words.warningNotes[warning.code]}</p>
            {warning.where.length > 0 && (
              <p className="text-xs text-ink-3">
                {text.documents.where(placeWords(warning.where, warning.count, text))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Popover>
  );
}
