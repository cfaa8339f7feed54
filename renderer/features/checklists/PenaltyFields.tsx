import type { DraftItem } from '#shared/domain/library/checklistVersion.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { CitationField } from '../law/CitationField.tsx';
import { SavedTextArea } from '../typedText/SavedTextArea.tsx';
import { changeItem } from './draftStore.ts';

interface PenaltyFieldsProps {
  draftId: string;
  item: DraftItem;
}

/** What follows for a state organ and for a supplier, and on which articles. */
export function PenaltyFields({ draftId, item }: PenaltyFieldsProps) {
  const text = useText();
  const words = text.checklists.fields;
  const { cites } = item.penalty;
  type Penalty = DraftItem['penalty'];
  const change = (patch: (now: Penalty) => Partial<Penalty>): Promise<void> =>
    changeItem(draftId, item.id, ({ penalty }) => ({ penalty: { ...penalty, ...patch(penalty) } }));
  return (
    <div id="draft-field-penalty" className="flex flex-col gap-3">
      <SavedTextArea
        fieldKey={`draftItem/${draftId}/${item.id}/stateOrgan`}
        label={words['penaltyStateOrgan'] ?? ''}
        value={item.penalty.stateOrgan}
        save={(stateOrgan) => change(() => ({ stateOrgan }))}
      />
      <SavedTextArea
        fieldKey={`draftItem/${draftId}/${item.id}/enterprise`}
        label={words['penaltyEnterprise'] ?? ''}
        value={item.penalty.enterprise}
        save={(enterprise) => change(() => ({ enterprise }))}
      />
      <div className="flex flex-col gap-1">
        <span className="text-xs text-ink-2">{words['penaltyCites']}</span>
        <ul className="flex flex-col">
          {cites.map((cite) => (
            <li key={cite} className="flex items-center gap-1">
              <span className="min-w-0 flex-1 font-text">{cite}</span>
              <IconButton
                icon="close"
                label={text.checklists.basis.remove(cite)}
                onPress={() =>
                  attempt(() =>
                    change((now) => ({ cites: now.cites.filter((one) => one !== cite) })),
                  )
                }
              />
            </li>
          ))}
        </ul>
        <CitationField
          cited={cites.map((cite) => ({ code: '', cite, lawVersion: null, verified: false }))}
          onAdd={({ cite }) => attempt(() => change((now) => ({ cites: [...now.cites, cite] })))}
        />
      </div>
    </div>
  );
}
