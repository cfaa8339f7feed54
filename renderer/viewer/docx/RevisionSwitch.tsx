import { RadioSegments } from '../../ui/RadioSegments.tsx';
import type { RevisionView, SheetWords } from './sheetContext.ts';

const views: readonly RevisionView[] = ['final', 'marked', 'original'];

/** Chooses between the text after the tracked changes, with them, and before them. */
export function RevisionSwitch({
  view,
  words,
  onChange,
}: {
  readonly view: RevisionView;
  readonly words: SheetWords['revisions'];
  readonly onChange: (view: RevisionView) => void;
}) {
  return (
    <div className="sheet-revisions">
      <RadioSegments
        label={words.title}
        size="small"
        isForReading
        value={view}
        segments={views.map((id) => ({ id, label: words[id], tone: 'indigo' }))}
        onChange={onChange}
      />
    </div>
  );
}
