import { useCallback, useState } from 'react';
import type { ChecklistComparison, ItemChange } from '#shared/domain/library/checklistVersion.ts';
import { useText } from '../../app/language.ts';
import { ReadPart } from '../../app/ReadPart.tsx';
import { client } from '../../client/client.ts';
import { ComparisonFrame } from '../../ui/ComparisonFrame.tsx';
import { ItemChanges } from './ItemChanges.tsx';

type Kind = ItemChange['kind'];
const kinds: readonly Kind[] = ['changed', 'added', 'removed', 'same'];

/** Two versions of a checklist, item by item. */
export function ChecklistComparisonPage({ fromId, toId }: { fromId: string; toId: string }) {
  const words = useText().checklists.comparison;
  const read = useCallback(() => client('checklist.compare', { fromId, toId }), [fromId, toId]);
  return (
    <ReadPart read={read} failed={words.failed}>
      {(comparison) => <Comparison comparison={comparison} />}
    </ReadPart>
  );
}

function Comparison({ comparison }: { comparison: ChecklistComparison }) {
  const text = useText();
  const words = text.checklists.comparison;
  const { from, to, counts, changes } = comparison;
  const [chosen, setChosen] = useState<readonly Kind[]>(['changed', 'added', 'removed']);
  const shown = changes.filter(
    (change) => chosen.includes(change.kind) || (change.isMoved && chosen.includes('changed')),
  );
  return (
    <ComparisonFrame
      heading={words.heading(to.titleZh, from.version, to.version)}
      note={words.signals}
      backLabel={text.checklists.draft.back}
      label={words.title}
      filterLabel={words.filter}
      kinds={kinds.map((id) => ({ id, label: words.kinds[id], count: counts[id] }))}
      shown={chosen}
      onShow={setChosen}
    >
      {shown.length === 0 && <p className="p-6 text-center text-ink-3">{words.none}</p>}
      <ItemChanges
        changes={shown}
        older={words.older(from.version)}
        newer={words.newer(to.version)}
      />
    </ComparisonFrame>
  );
}
