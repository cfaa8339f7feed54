import { useCallback, useState } from 'react';
import type { ChecklistComparison, ItemChange } from '#shared/domain/library/checklistVersion.ts';
import { useText } from '../../app/language.ts';
import { client } from '../../client/client.ts';
import { FilterChip } from '../../ui/Chip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ReadPart } from '../law/ReadPart.tsx';
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
    <>
      <div className="flex min-h-10 flex-none flex-wrap items-center gap-2 border-b border-line bg-panel px-2 py-1">
        <IconButton
          icon="chevronLeft"
          label={text.checklists.draft.back}
          onPress={() => history.back()}
        />
        <h1 className="font-semibold">{words.heading(to.titleZh, from.version, to.version)}</h1>
        <span className="min-w-0 flex-1 text-xs text-ink-3">{words.signals}</span>
        <div role="group" aria-label={words.filter} className="flex gap-1.5">
          {kinds.map((kind) => (
            <FilterChip
              key={kind}
              label={words.kinds[kind]}
              count={counts[kind]}
              isSelected={chosen.includes(kind)}
              onChange={(isOn) =>
                setChosen(isOn ? [...chosen, kind] : chosen.filter((one) => one !== kind))
              }
            />
          ))}
        </div>
      </div>
      <div
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroller must take the arrow keys
        tabIndex={0}
        role="region"
        aria-label={words.title}
        className="min-h-0 flex-1 overflow-y-auto bg-paper"
      >
        {shown.length === 0 && <p className="p-6 text-center text-ink-3">{words.none}</p>}
        <ItemChanges
          changes={shown}
          older={words.older(from.version)}
          newer={words.newer(to.version)}
        />
      </div>
    </>
  );
}
