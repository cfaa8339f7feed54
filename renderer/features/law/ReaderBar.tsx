import type { RefObject } from 'react';
import type { StatuteEntry } from '#shared/domain/law/statuteReport.ts';
import { useText } from '../../app/language.ts';
import { hrefOf, navigate } from '../../app/routes.ts';
import { isComposing } from '../../app/shortcuts.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Select } from '../../ui/Select.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { versionsBeside } from './citeNames.ts';
import { useStatutes } from './statutesStore.ts';

interface ReaderBarProps {
  version: StatuteEntry;
  citeTitle: string;
  field: RefObject<HTMLInputElement | null>;
  typed: string;
  onType: (typed: string) => void;
  hits: number;
  hitAt: number;
  onHit: (at: number) => void;
}

/** Over the text: which law and version, how it stands, and the search. */
export function ReaderBar(props: ReaderBarProps) {
  const { version, citeTitle } = props;
  const text = useText();
  const words = text.law.reader;
  const statutes = useStatutes((state) => state.statutes.value);
  const versions = versionsBeside(statutes, version);
  const at = versions.findIndex(({ id }) => id === version.id);
  const other = versions[at + 1] ?? versions[at - 1] ?? null;
  const [older, newer] =
    other !== null && other.versionDate < version.versionDate ? [other, version] : [version, other];
  return (
    <div className="flex h-10 flex-none items-center gap-2 border-b border-line bg-panel px-2">
      <IconButton icon="chevronLeft" label={words.back} onPress={() => history.back()} />
      <span className="min-w-0 truncate font-semibold" title={version.title}>
        {citeTitle}
      </span>
      <VersionChoice version={version} versions={versions} />
      <Tag tone={version.standing === 'in-force' ? 'teal' : 'amber'}>
        {text.law.statutes.standings[version.standing]}
      </Tag>
      {newer !== null && (
        <a
          className="flex-none rounded-sm px-1 text-indigo hover:underline"
          href={hrefOf({ page: 'comparison', fromId: older.id, toId: newer.id })}
        >
          {words.compareWith((other ?? version).versionDate)}
        </a>
      )}
      <span className="flex-1" />
      <Search {...props} />
    </div>
  );
}

function VersionChoice({
  version,
  versions,
}: {
  version: StatuteEntry;
  versions: readonly StatuteEntry[];
}) {
  const text = useText();
  const label = ({ versionDate }: StatuteEntry) => text.law.statutes.versionOf(versionDate);
  if (versions.length < 2) return <span className="flex-none text-ink-3">{label(version)}</span>;
  return (
    <div className="flex-none">
      <Select
        label={text.law.reader.version}
        isLabelHidden
        size="small"
        value={version.id}
        options={versions.map((one) => ({
          id: one.id,
          label: label(one),
          note: text.law.statutes.standings[one.standing],
        }))}
        onChange={(versionId) => navigate({ page: 'statute', versionId, article: null })}
      />
    </div>
  );
}

function Search({ field, typed, onType, hits, hitAt, onHit }: ReaderBarProps) {
  const words = useText().law.reader;
  const turn = (step: 1 | -1): void => {
    if (hits > 0) onHit((hitAt + step + hits) % hits);
  };
  return (
    <search
      className="flex flex-none items-center gap-1"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        turn(event.shiftKey ? -1 : 1);
      }}
    >
      <div className="w-52">
        <SearchField
          ref={field}
          label={words.find}
          placeholder={words.find}
          value={typed}
          onChange={onType}
        />
      </div>
      <span role="status" className="w-12 text-center text-xs text-ink-3">
        {typed.trim() === '' ? '' : hits === 0 ? words.noHits : words.hits(hitAt + 1, hits)}
      </span>
      <IconButton
        icon="chevronUp"
        label={words.previousHit}
        keys="Shift+Enter"
        isDisabled={hits === 0}
        onPress={() => turn(-1)}
      />
      <IconButton
        icon="chevronDown"
        label={words.nextHit}
        keys="Enter"
        isDisabled={hits === 0}
        onPress={() => turn(1)}
      />
    </search>
  );
}
