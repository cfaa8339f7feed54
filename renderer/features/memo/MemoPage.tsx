import { useEffect } from 'react';
import { attempt, errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { MemoChecks } from './MemoChecks.tsx';
import { MemoConclusion } from './MemoConclusion.tsx';
import { MemoList } from './MemoList.tsx';
import { MemoSheet } from './MemoSheet.tsx';
import { MemoWriting } from './MemoWriting.tsx';
import { openMemos, useMemos } from './memoStore.ts';

/** The memo before it is issued: what it says, what stands against it, and what was written so far. */
export function MemoPage({ projectId }: { readonly projectId: string }) {
  const text = useText();
  const preview = useMemos((state) => state.preview);
  const failure = useMemos((state) => state.failure);
  useEffect(() => attempt(() => openMemos(projectId)), [projectId]);
  if (failure !== null && preview === null) {
    return (
      <div className="p-4">
        <Banner
          tone="error"
          actions={
            <Button size="small" onPress={() => attempt(() => openMemos(projectId))}>
              {text.common.retry}
            </Button>
          }
        >
          {errorText(failure, text)}
        </Banner>
      </div>
    );
  }
  if (preview === null) return <p className="p-6 text-ink-3">{text.common.loading}</p>;
  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label={text.memo.preview}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroller without controls must take the arrow keys
        tabIndex={0}
        className="min-h-0 min-w-0 flex-1 overflow-y-auto bg-desk px-5 py-4"
      >
        <MemoSheet model={preview.model} />
      </section>
      <aside
        aria-label={text.memo.checks.title}
        className="flex w-96 flex-none flex-col overflow-y-auto border-l border-line bg-panel"
      >
        <MemoChecks projectId={projectId} checks={preview.checks} />
        <MemoConclusion projectId={projectId} conclusion={preview.model.conclusion ?? ''} />
        <MemoWriting checks={preview.checks} />
        <MemoList />
      </aside>
    </div>
  );
}
