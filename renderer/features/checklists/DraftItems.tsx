import { useState } from 'react';
import type { ChecklistDraft, DraftItem } from '#shared/domain/library/checklistVersion.ts';
import { type Command, useCommands } from '../../app/commands.ts';
import { attempt } from '../../app/errorText.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { undoing } from '../../app/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { showToast } from '../../ui/toasts.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { AddLikeDialog } from './AddLikeDialog.tsx';
import { addItem, chooseItem, moveItem, removeItem, useDraft } from './draftStore.ts';

/** The items of a draft in their order, and what changes the order. */
export function DraftItems({ draft }: { draft: ChecklistDraft }) {
  const words = useText().checklists.draft;
  const language = useLanguage((state) => state.language);
  const itemId = useDraft((state) => state.itemId);
  const [isCopying, setIsCopying] = useState(false);
  useCommands(orderCommands);
  const wrong = new Set(draft.problems.map((problem) => problem.itemId));
  return (
    <div className="flex min-h-0 w-72 flex-none flex-col border-r border-line bg-paper">
      <VirtualList
        label={words.items(draft.items.length)}
        sections={[
          {
            id: draft.id,
            label: words.items(draft.items.length),
            title: <span>{words.items(draft.items.length)}</span>,
            rows: draft.items,
          },
        ]}
        selected={itemId}
        onSelect={chooseItem}
        rowText={(item) => item.title}
        renderRow={(item) => (
          <ItemRow item={item} place={draft.items.indexOf(item) + 1} isWrong={wrong.has(item.id)} />
        )}
        dependencies={[language, draft]}
        empty={<p className="p-4 text-ink-3">{words.noItems}</p>}
      />
      <div className="flex flex-none flex-wrap items-center gap-1 border-t border-line bg-panel p-2">
        <Button size="small" icon="add" onPress={() => attempt(() => addItem(null))}>
          {words.addItem}
        </Button>
        <Button size="small" icon="copy" onPress={() => setIsCopying(true)}>
          {words.addLike}
        </Button>
        <span className="flex-1" />
        <OrderButtons draft={draft} itemId={itemId} />
      </div>
      <AddLikeDialog isOpen={isCopying} onClose={() => setIsCopying(false)} />
    </div>
  );
}

function OrderButtons({ draft, itemId }: { draft: ChecklistDraft; itemId: string | null }) {
  const words = useText().checklists.draft;
  const at = draft.items.findIndex((item) => item.id === itemId);
  const item = draft.items[at];
  return (
    <>
      <IconButton
        icon="chevronUp"
        label={words.moveUp}
        keys="Alt+↑"
        isDisabled={at <= 0}
        onPress={() => move(-1)}
      />
      <IconButton
        icon="chevronDown"
        label={words.moveDown}
        keys="Alt+↓"
        isDisabled={at === -1 || at === draft.items.length - 1}
        onPress={() => move(1)}
      />
      <IconButton
        icon="trash"
        label={words.removeItem}
        tone="danger"
        isDisabled={item === undefined}
        onPress={() => item !== undefined && remove(item)}
      />
    </>
  );
}

function ItemRow({ item, place, isWrong }: { item: DraftItem; place: number; isWrong: boolean }) {
  const words = useText().checklists.draft;
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2">
      <span className="w-6 flex-none text-right text-xs font-normal text-ink-3">{place}</span>
      <span className={`min-w-0 flex-1 truncate ${item.title === '' ? 'text-ink-3' : ''}`}>
        {item.title || words.untitled}
      </span>
      {isWrong && <Icon name="warning" size={14} className="flex-none text-amber" />}
    </span>
  );
}

function move(step: 1 | -1): void {
  const { itemId } = useDraft.getState();
  if (itemId !== null) attempt(() => moveItem(itemId, step));
}

function remove(item: DraftItem): void {
  attempt(async () => {
    await removeItem(item.id);
    showToast({
      message: ({ checklists: { draft } }) => draft.removed(item.title || draft.untitled),
      action: undoing((text) => text.checklists.draft.undo),
    });
  });
}

const orderCommands: readonly Command[] = [
  {
    id: 'draft.moveUp',
    group: 'edit',
    label: (text) => text.checklists.draft.moveUp,
    shortcut: 'alt+arrowup',
    isOnWhileTyping: true,
    run: () => move(-1),
  },
  {
    id: 'draft.moveDown',
    group: 'edit',
    label: (text) => text.checklists.draft.moveDown,
    shortcut: 'alt+arrowdown',
    isOnWhileTyping: true,
    run: () => move(1),
  },
];
