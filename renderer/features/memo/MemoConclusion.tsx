import { memoDocumentZh } from '#shared/i18n/messages/memoDocument.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { SavedTextArea } from '../typedText/SavedTextArea.tsx';
import { writeConclusion } from './memoStore.ts';

interface MemoConclusionProps {
  readonly projectId: string;
  readonly conclusion: string;
}

/** The lawyer's own conclusion: one of the usual wordings to begin with, or free text. Nothing fills it in by itself. */
export function MemoConclusion({ projectId, conclusion }: MemoConclusionProps) {
  const words = useText().memo.conclusion;
  const usual = memoDocumentZh.conclusion.usual.map((wording) => ({
    id: wording,
    label: wording,
    run: () => attempt(() => writeConclusion(wording)),
  }));
  return (
    <section className="flex flex-col gap-1 border-b border-line px-4 py-3">
      <SavedTextArea
        fieldKey={`conclusion/${projectId}`}
        label={words.title}
        placeholder={words.placeholder}
        rows={3}
        value={conclusion}
        save={writeConclusion}
        aside={
          <Menu label={words.usual} entries={usual}>
            <Button size="small" tone="quiet" isWriting>
              {words.usual}
            </Button>
          </Menu>
        }
      />
      <p className="text-xs text-ink-3">{words.note}</p>
    </section>
  );
}
