import { useEffect, useState } from 'react';
import type { Checklist, ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import { attempt, errorText } from '../../app/errorText.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { hrefOf } from '../../app/routes.ts';
import { Banner } from '../../ui/Banner.tsx';
import { classNames } from '../../ui/classNames.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { LibraryTabs } from '../law/LibraryTabs.tsx';
import { ItemDetail } from './ItemDetail.tsx';
import { LibraryFact } from './LibraryFact.tsx';
import { loadItems, loadLibrary, useLibrary } from './libraryStore.ts';

interface LibraryPageProps {
  checklistId: string | null;
  /** The item to open; its checklist is opened with it. */
  itemId: string | null;
}

/** Checklists, their items, one item in full. Read-only: the content ships with the program. */
export function LibraryPage({ checklistId, itemId }: LibraryPageProps) {
  const text = useText();
  const library = useLibrary((state) => state.library);
  useEffect(() => void loadLibrary(), []);
  if (library.failure !== null) {
    return (
      <div className="p-4">
        <Banner tone="error" title={text.projects.library.failed}>
          {errorText(library.failure, text)}
        </Banner>
      </div>
    );
  }
  if (!library.value) return <p className="p-6 text-ink-3">{text.common.loading}</p>;
  const checklists = [...library.value.checklists].sort((a, b) => a.order - b.order);
  const chosen =
    checklists.find((checklist) => checklist.id === checklistId) ??
    checklists.find((checklist) => itemId !== null && checklist.items.includes(itemId)) ??
    checklists[0];
  if (!chosen) return <EmptyState icon="library" title={text.projects.library.empty} />;
  return (
    <>
      <LibraryTabs current="checklists" />
      <div className="flex min-h-0 flex-1">
        <ChecklistNav checklists={checklists} chosenId={chosen.id} />
        <ChecklistItems key={`${chosen.id}/${itemId ?? ''}`} checklist={chosen} begin={itemId} />
      </div>
    </>
  );
}

interface ChecklistNavProps {
  checklists: readonly Checklist[];
  chosenId: string;
}

function ChecklistNav({ checklists, chosenId }: ChecklistNavProps) {
  const text = useText();
  const words = text.projects.library;
  const language = useLanguage((state) => state.language);
  return (
    <nav
      aria-label={words.title}
      className="flex w-68 flex-none flex-col overflow-auto border-r border-line bg-panel"
    >
      <p className="px-3.5 py-3 text-xs text-ink-3">{words.lead}</p>
      {checklists.map((checklist) => (
        <a
          key={checklist.id}
          href={hrefOf({ page: 'library', checklistId: checklist.id })}
          aria-current={checklist.id === chosenId ? 'page' : undefined}
          className={classNames(
            'border-b border-line px-3.5 py-2 no-underline -outline-offset-2',
            checklist.id === chosenId
              ? 'bg-indigo-soft text-indigo shadow-[inset_3px_0_var(--indigo)]'
              : 'text-ink hover:bg-hover',
          )}
        >
          <span className="block font-semibold">
            {language === 'en' ? checklist.titleEn : checklist.titleZh}
          </span>
          <span className="flex justify-between text-xs text-ink-3">
            <span>{words.items(checklist.items.length)}</span>
            <span>{checklist.version}</span>
          </span>
        </a>
      ))}
    </nav>
  );
}

interface ChecklistItemsProps {
  checklist: Checklist;
  /** The item that is open at first. */
  begin: string | null;
}

function ChecklistItems({ checklist, begin }: ChecklistItemsProps) {
  const text = useText();
  const words = text.projects.library;
  const language = useLanguage((state) => state.language);
  const known = useLibrary((state) => state.items);
  const [chosenId, setChosenId] = useState<string | null>(begin);
  useEffect(() => attempt(() => loadItems(checklist.items)), [checklist]);
  const items = checklist.items.flatMap((itemId) => known[itemId] ?? []);
  const chosen = items.find((item) => item.id === chosenId) ?? null;
  return (
    <>
      <div className="flex min-h-0 w-110 flex-none flex-col border-r border-line bg-paper">
        <dl className="grid flex-none grid-cols-[6rem_minmax(0,1fr)] items-center border-b border-line bg-panel px-3 py-2 text-xs text-ink-3">
          <LibraryFact label={words.version} value={checklist.version} />
          <LibraryFact label={words.effective} value={checklist.effectiveDate} />
          <LibraryFact label={words.reviewed} value={checklist.reviewedOn} />
          <LibraryFact label={words.hash} value={checklist.hash} canCopy />
        </dl>
        <VirtualList
          label={language === 'en' ? checklist.titleEn : checklist.titleZh}
          sections={[
            {
              id: checklist.id,
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
          onSelect={setChosenId}
          rowText={(item) => `${item.number} ${item.title}`}
          renderRow={(item) => <ItemLine item={item} />}
          dependencies={[language]}
        />
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
