import { useEffect, useState } from 'react';
import type { ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { client } from '../../client/client.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { useVersions } from '../library/versionsStore.ts';
import { addItem } from './draftStore.ts';

/** Finds an item of any checklist in use, to begin a new one like it. */
export function AddLikeDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const text = useText();
  const words = text.checklists.draft;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={words.addLikeTitle}
      closeLabel={text.common.close}
      width="wide"
    >
      <Choice onClose={onClose} />
    </Dialog>
  );
}

interface Offered {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ChecklistItem[];
}

function Choice({ onClose }: { onClose: () => void }) {
  const words = useText().checklists.draft;
  const lists = useOffered();
  const [asked, setAsked] = useState('');
  const wanted = asked.trim().toLowerCase();
  const sections = lists.map(({ id, title, items }) => ({
    id,
    label: title,
    title: <span>{title}</span>,
    rows: items.filter(({ number, title: name, question }) =>
      `${number} ${name} ${question}`.toLowerCase().includes(wanted),
    ),
  }));
  const add = (itemId: string): void =>
    attempt(async () => {
      await addItem(itemId);
      onClose();
    });
  return (
    <div className="flex h-110 flex-col gap-2">
      <SearchField
        label={words.addLikeSearch}
        placeholder={words.addLikeSearch}
        value={asked}
        onChange={setAsked}
      />
      <VirtualList
        label={words.addLikeTitle}
        sections={sections}
        selected={null}
        onSelect={add}
        rowText={(item) => `${item.number} ${item.title}`}
        renderRow={(item) => (
          <span className="flex min-w-0 flex-1 gap-2">
            <span className="w-10 flex-none text-xs text-ink-3">{item.number}</span>
            <span className="min-w-0 flex-1 truncate">{item.title}</span>
          </span>
        )}
        dependencies={[wanted]}
        empty={<p className="p-4 text-ink-3">{words.addLikeNone}</p>}
      />
    </div>
  );
}

/** The items of every version in use, read once for the dialog. */
function useOffered(): readonly Offered[] {
  const versions = useVersions((state) => state.shelf.value?.versions);
  const [lists, setLists] = useState<readonly Offered[]>([]);
  useEffect(() => {
    const current = (versions ?? []).filter((version) => version.state === 'current');
    attempt(async () => {
      const read = await Promise.all(
        current.map(({ id }) => client('checklist.version', { versionId: id })),
      );
      setLists(
        read.map(({ version, items }) => ({ id: version.id, title: version.titleZh, items })),
      );
    });
  }, [versions]);
  return lists;
}
