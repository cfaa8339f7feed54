import { useCallback, useState } from 'react';
import type { ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import type { ChecklistVersion } from '#shared/domain/library/checklistVersion.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { formatMoment } from '../../app/format.ts';
import { navigate } from '../../app/routes.ts';
import { ReadPart } from '../../app/ReadPart.tsx';
import { client } from '../../client/client.ts';
import { classNames } from '../../ui/classNames.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { ChecklistActions } from './ChecklistActions.tsx';
import { ItemDetail } from './ItemDetail.tsx';
import { LibraryFact } from './LibraryFact.tsx';

interface VersionItemsProps {
  version: ChecklistVersion;
  /** Every version of the list, newest first. */
  siblings: readonly ChecklistVersion[];
  /** The item that is open at first. */
  begin: string | null;
}

/** One version: its facts, its items, one of them in full. */
export function VersionItems({ version, siblings, begin }: VersionItemsProps) {
  const words = useText().projects.library;
  const read = useCallback(
    () => client('checklist.version', { versionId: version.id }),
    [version.id],
  );
  const [chosenId, setChosenId] = useState<string | null>(begin);
  return (
    <ReadPart read={read} failed={words.failed}>
      {({ items }) => {
        const chosen = items.find((item) => item.id === chosenId);
        return (
          <>
            <div className="flex min-h-0 w-110 flex-none flex-col border-r border-line bg-paper">
              <VersionFacts version={version} siblings={siblings} />
              <Items version={version} items={items} chosenId={chosenId} onChoose={setChosenId} />
            </div>
            <section aria-label={words.title} className="min-h-0 min-w-0 flex-1 overflow-auto">
              {chosen ? (
                <ItemDetail item={chosen} />
              ) : (
                <EmptyState icon="library" title={words.choose}>
                  {words.chooseHint}
                </EmptyState>
              )}
            </section>
          </>
        );
      }}
    </ReadPart>
  );
}

function VersionFacts({ version, siblings }: Omit<VersionItemsProps, 'begin'>) {
  const text = useText();
  const words = text.checklists;
  const language = useLanguage((state) => state.language);
  const earlier =
    siblings.find((one) => one.id === version.basedOn) ??
    siblings[siblings.findIndex((one) => one.id === version.id) + 1] ??
    null;
  const { by, at, signer } = version;
  return (
    <div className="flex flex-none flex-col gap-1 border-b border-line bg-panel px-3 py-2">
      <div className="flex items-center justify-between gap-2">
        {siblings.length > 1 ? (
          <Select
            label={words.facts.allVersions}
            isLabelHidden
            size="small"
            value={version.id}
            options={siblings.map((one) => ({
              id: one.id,
              label: one.version,
              note: one.state === 'current' ? words.nav.current : words.nav[one.state],
            }))}
            onChange={(id) =>
              navigate({ page: 'library', checklistId: version.checklistId, version: id })
            }
          />
        ) : (
          <span className="font-semibold">{version.version}</span>
        )}
        <ChecklistActions version={version} earlier={earlier} />
      </div>
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] items-center text-xs text-ink-3">
        <LibraryFact
          label={words.facts.origin}
          value={`${words.nav[version.origin]} · ${words.nav.inProjects(version.projects)}`}
        />
        {by !== null && at !== null && (
          <LibraryFact
            label={words.facts.by}
            value={words.facts.byAt(by, formatMoment(language, at))}
          />
        )}
        {signer !== null && (
          <LibraryFact
            label={words.facts.signer}
            value={`${signer.person} · ${signer.fingerprint} · ${
              signer.isTrusted ? words.facts.trusted : words.facts.untrusted
            }`}
          />
        )}
        <LibraryFact label={text.projects.library.effective} value={version.effectiveDate} />
        <LibraryFact label={text.projects.library.reviewed} value={version.reviewedOn} />
        <LibraryFact label={text.projects.library.hash} value={version.hash} canCopy />
      </dl>
    </div>
  );
}

interface ItemsProps {
  version: ChecklistVersion;
  items: readonly ChecklistItem[];
  chosenId: string | null;
  onChoose: (itemId: string) => void;
}

function Items({ version, items, chosenId, onChoose }: ItemsProps) {
  const words = useText().projects.library;
  const language = useLanguage((state) => state.language);
  return (
    <VirtualList
      label={language === 'en' ? version.titleEn : version.titleZh}
      sections={[
        {
          id: version.id,
          label: words.items(items.length),
          title: (
            <>
              <span>{words.items(items.length)}</span>
              <ConfirmationCount items={items} />
            </>
          ),
          rows: items,
        },
      ]}
      selected={chosenId}
      onSelect={onChoose}
      rowText={(item) => `${item.number} ${item.title}`}
      renderRow={(item) => <ItemLine item={item} />}
      dependencies={[language]}
    />
  );
}

function ConfirmationCount({ items }: { items: readonly ChecklistItem[] }) {
  const words = useText().projects.library;
  const count = items.filter((item) => item.needsConfirmation).length;
  return count === 0 ? null : (
    <span className="text-amber">{words.needsConfirmationCount(count)}</span>
  );
}

function ItemLine({ item }: { item: ChecklistItem }) {
  const text = useText();
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2">
      <span className="w-10 flex-none text-xs font-normal text-ink-3">{item.number}</span>
      <span className="min-w-0 flex-1 truncate">{item.title}</span>
      {item.needsConfirmation && <Tag tone="amber">{text.projects.library.needsConfirmation}</Tag>}
      <span
        className={classNames(
          'w-10 flex-none text-right text-xs font-normal',
          item.severity === '重大' ? 'text-cinnabar' : 'text-ink-3',
        )}
      >
        {text.words.severities[item.severity]}
      </span>
    </span>
  );
}
