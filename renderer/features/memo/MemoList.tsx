import type { Memo } from '#shared/domain/review/memo.ts';
import { attempt } from '../../app/errorText.ts';
import { formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { showToast } from '../../ui/toasts.ts';
import { Tag } from '../../ui/Tag.tsx';
import { saveMemo, useMemos } from './memoStore.ts';

const noMemos: readonly Memo[] = [];

/** Memos written so far, newest first; their bytes never change, and the hash proves it. */
export function MemoList() {
  const words = useText().memo.list;
  const memos = useMemos((state) => state.memos) ?? noMemos;
  return (
    <section className="flex flex-col gap-2 px-4 py-3">
      <h2 className="text-md">{words.title}</h2>
      {memos.length === 0 && <p className="text-ink-3">{words.empty}</p>}
      <ul className="flex flex-col gap-2">
        {[...memos]
          .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
          .map((memo) => (
            <li key={memo.id}>
              <MemoEntry memo={memo} />
            </li>
          ))}
      </ul>
    </section>
  );
}

function MemoEntry({ memo }: { readonly memo: Memo }) {
  const text = useText();
  const language = useLanguage((state) => state.language);
  const words = text.memo.list;
  const copyHash = (): void =>
    attempt(async () => {
      await navigator.clipboard.writeText(memo.sha256);
      showToast({ message: (text) => text.memo.list.copied });
    });
  return (
    <div className="rounded border border-line bg-paper px-2.5 py-1.5">
      <div className="flex items-center gap-2">
        <Tag tone={memo.isDraft ? 'neutral' : 'indigo'}>
          {memo.isDraft ? words.draft : words.issued}
        </Tag>
        <span className="min-w-0 flex-1 truncate font-semibold" title={memo.fileName}>
          {memo.number ?? memo.fileName}
        </span>
        <IconButton
          icon="save"
          label={words.downloadOf(memo.fileName)}
          onPress={() => attempt(() => saveMemo(memo))}
        />
      </div>
      <p className="text-xs text-ink-3">
        {formatMoment(language, memo.createdAt)} · {memo.by}
      </p>
      <p className="flex items-center gap-1 text-2xs text-ink-3">
        <span className="min-w-0 flex-1 font-mono break-all" title={words.hash}>
          {memo.sha256}
        </span>
        <IconButton icon="copy" label={words.copyHash} onPress={copyHash} />
      </p>
    </div>
  );
}
