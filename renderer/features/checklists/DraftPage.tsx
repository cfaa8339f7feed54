import { useEffect, useState } from 'react';
import type { ChecklistDraft } from '#shared/domain/library/checklistVersion.ts';
import { attempt, errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { navigate } from '../../app/routes.ts';
import { undoing } from '../../app/undo.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { showToast } from '../../ui/toasts.ts';
import { wantStatutes } from '../law/statutesStore.ts';
import { loadTraits } from '../library/libraryStore.ts';
import { wantVersions } from '../library/versionsStore.ts';
import { DraftHeadForm } from './DraftHeadForm.tsx';
import { DraftItemForm } from './DraftItemForm.tsx';
import { DraftItems } from './DraftItems.tsx';
import { DraftProblems } from './DraftProblems.tsx';
import { discardDraft, openDraft, publishDraft, useDraft } from './draftStore.ts';
import { OutdatedBase } from './OutdatedBase.tsx';
import { ApplicabilityPane } from './ApplicabilityPane.tsx';

/** A checklist being written: its items in order, the one at hand, and what is missing before it can be published. */
export function DraftPage({ draftId }: { draftId: string }) {
  const text = useText();
  const words = text.checklists.draft;
  const { value, failure } = useDraft((state) => state.draft);
  useEffect(() => openDraft(draftId), [draftId]);
  useEffect(() => {
    wantStatutes();
    wantVersions();
    void loadTraits();
  }, []);
  if (failure !== null) {
    return (
      <div className="p-4">
        <Banner
          tone="error"
          title={words.failed}
          actions={
            <Button size="small" onPress={() => navigate({ page: 'library', checklistId: null })}>
              {words.back}
            </Button>
          }
        >
          {errorText(failure, text)}
        </Banner>
      </div>
    );
  }
  if (value?.id !== draftId) return <p className="p-6 text-ink-3">{text.common.loading}</p>;
  return (
    <>
      <DraftBar draft={value} />
      <div className="flex min-h-0 flex-1">
        <DraftItems draft={value} />
        <Middle draft={value} />
        <aside
          aria-label={text.checklists.condition.preview}
          className="flex min-h-0 w-76 flex-none flex-col gap-4 overflow-y-auto border-l border-line bg-panel p-3"
        >
          <DraftProblems problems={value.problems} />
          <ItemAtHand draft={value} />
        </aside>
      </div>
    </>
  );
}

function Middle({ draft }: { draft: ChecklistDraft }) {
  const words = useText().checklists.draft;
  const itemId = useDraft((state) => state.itemId);
  const item = draft.items.find(({ id }) => id === itemId);
  return (
    <section
      aria-label={words.title}
      className="relative flex min-h-0 min-w-0 flex-1 flex-col gap-4 overflow-y-auto bg-paper px-5 py-3"
    >
      <OutdatedBase draft={draft} />
      <DraftHeadForm draft={draft} />
      {item === undefined ? (
        <EmptyState icon="edit" title={draft.items.length === 0 ? words.noItems : words.chooseItem}>
          {draft.items.length === 0 ? words.noItemsHow : null}
        </EmptyState>
      ) : (
        <DraftItemForm key={item.id} draftId={draft.id} item={item} />
      )}
    </section>
  );
}

function ItemAtHand({ draft }: { draft: ChecklistDraft }) {
  const itemId = useDraft((state) => state.itemId);
  const item = draft.items.find(({ id }) => id === itemId);
  return item === undefined ? null : <ApplicabilityPane item={item} />;
}

function DraftBar({ draft }: { draft: ChecklistDraft }) {
  const text = useText();
  const words = text.checklists.draft;
  const [isAsking, setIsAsking] = useState(false);
  const { problems, head } = draft;
  return (
    <div className="flex h-10 flex-none items-center gap-3 border-b border-line bg-panel pr-3 pl-2">
      <IconButton
        icon="chevronLeft"
        label={words.back}
        onPress={() => navigate({ page: 'library', checklistId: null })}
      />
      <h1 className="min-w-0 truncate text-md font-semibold">{head.titleZh || words.untitled}</h1>
      <span className="text-xs text-ink-2">{head.version}</span>
      <span className="min-w-0 flex-1 truncate text-xs text-ink-3" title={words.saved}>
        {words.saved}
      </span>
      <span role="status" className={`text-xs ${problems.length > 0 ? 'text-amber' : 'text-teal'}`}>
        {problems.length > 0 ? words.problems(problems.length) : words.noProblems}
      </span>
      <Button tone="quiet" icon="trash" onPress={() => discard(draft)}>
        {words.discard}
      </Button>
      <Button
        tone="primary"
        icon="check"
        isDisabled={problems.length > 0}
        onPress={() => setIsAsking(true)}
      >
        {words.publish}
      </Button>
      <AlertDialog
        isOpen={isAsking}
        title={words.publishTitle}
        confirmLabel={words.publish}
        cancelLabel={text.checklists.naming.cancel}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          publish(draft);
        }}
      >
        {words.publishHow}
      </AlertDialog>
    </div>
  );
}

function publish(draft: ChecklistDraft): void {
  attempt(async () => {
    const version = await publishDraft(draft.id);
    navigate({ page: 'library', checklistId: version.checklistId, version: version.id });
    showToast({
      tone: 'success',
      message: (text) => text.checklists.draft.published(version.titleZh, version.version),
    });
  });
}

function discard(draft: ChecklistDraft): void {
  attempt(async () => {
    await discardDraft(draft.id);
    navigate({ page: 'library', checklistId: null });
    showToast({
      message: (text) => text.checklists.draft.discarded,
      action: undoing((text) => text.checklists.draft.undo),
    });
  });
}
