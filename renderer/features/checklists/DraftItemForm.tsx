import type { DraftItem } from '#shared/domain/library/checklistVersion.ts';
import { DocTypeCode, ItemNature } from '#shared/domain/library/checklistItem.ts';
import { Severity } from '#shared/domain/review/verdict.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FilterChip } from '../../ui/Chip.tsx';
import { Select } from '../../ui/Select.tsx';
import { SavedTextArea } from '../typedText/SavedTextArea.tsx';
import { ConditionField } from './ConditionField.tsx';
import { DraftBasis } from './DraftBasis.tsx';
import { changeItem, type ItemPatch, setItem, useDraft } from './draftStore.ts';
import { PenaltyFields } from './PenaltyFields.tsx';

interface DraftItemFormProps {
  draftId: string;
  item: DraftItem;
}

/** Text fields of an item, in the order in which a lawyer writes them. */
const before = ['title', 'question', 'obligation', 'bearer'] as const;
const after = ['lookFor', 'typicalFinding', 'recommendation', 'clause'] as const;

/** One item, every field of it; each saves itself. */
export function DraftItemForm({ draftId, item }: DraftItemFormProps) {
  const text = useText();
  const words = text.checklists.fields;
  const change = (patch: ItemPatch): Promise<void> => setItem(draftId, item.id, patch);
  const textField = (field: (typeof before | typeof after)[number]) => (
    <div key={field} id={fieldId(field)}>
      <SavedTextArea
        fieldKey={`draftItem/${draftId}/${item.id}/${field}`}
        label={words[field] ?? field}
        rows={field === 'title' || field === 'bearer' ? 1 : 2}
        value={item[field]}
        save={(typed) => change({ [field]: typed })}
      />
    </div>
  );
  return (
    <form
      aria-label={item.title || text.checklists.draft.untitled}
      className="flex max-w-190 flex-col gap-3 pb-10"
      onSubmit={(event) => event.preventDefault()}
    >
      {before.map(textField)}
      <div id={fieldId('nature')} className="grid grid-cols-2 gap-4">
        <Select
          label={words['nature'] ?? ''}
          value={item.nature}
          options={ItemNature.options.map((id) => ({ id, label: text.words.natures[id] }))}
          onChange={(nature) => attempt(() => change({ nature }))}
        />
        <Select
          label={words['severity'] ?? ''}
          value={item.severity}
          options={Severity.options.map((id) => ({ id, label: text.words.severities[id] }))}
          onChange={(severity) => attempt(() => change({ severity }))}
        />
      </div>
      <DraftBasis draftId={draftId} item={item} />
      <Confirmation draftId={draftId} item={item} />
      <ConditionField draftId={draftId} item={item} />
      <DocTypes
        item={item}
        onChange={(code, isOn) =>
          attempt(() =>
            changeItem(draftId, item.id, ({ docTypes }) => ({
              // In the order of the library, whichever was chosen first.
              docTypes: DocTypeCode.options.filter((one) =>
                one === code ? isOn : docTypes.includes(one),
              ),
            })),
          )
        }
      />
      {after.map(textField)}
      <PenaltyFields draftId={draftId} item={item} />
      <div id={fieldId('note')}>
        <SavedTextArea
          fieldKey={`draftItem/${draftId}/${item.id}/note`}
          label={words['note'] ?? ''}
          value={item.note ?? ''}
          save={(typed) => change({ note: typed === '' ? null : typed })}
        />
      </div>
    </form>
  );
}

/** Where a problem of a field leads to. */
function fieldId(field: string): string {
  return `draft-field-${field}`;
}

/** Brings the field that a problem names into view, and puts the cursor there. */
export function showField(itemId: string | null, path: string): void {
  if (itemId !== null) useDraft.setState({ itemId });
  const [field = ''] = path.split(/[.[]/u);
  // After the item was drawn.
  requestAnimationFrame(() => {
    const place = document.getElementById(fieldId(field));
    place?.scrollIntoView({ block: 'center' });
    place?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
  });
}

function Confirmation({ draftId, item }: DraftItemFormProps) {
  const words = useText().checklists.fields;
  return (
    <div id={fieldId('needsConfirmation')} className="flex flex-col gap-1">
      <Checkbox
        isSelected={item.needsConfirmation}
        onChange={(needsConfirmation) =>
          attempt(() =>
            setItem(draftId, item.id, {
              needsConfirmation,
              confirmationNote: needsConfirmation ? (item.confirmationNote ?? '') : null,
            }),
          )
        }
      >
        {words['needsConfirmation']}
      </Checkbox>
      {item.needsConfirmation && (
        <div id={fieldId('confirmationNote')}>
          <SavedTextArea
            fieldKey={`draftItem/${draftId}/${item.id}/confirmationNote`}
            label={words['confirmationNote'] ?? ''}
            rows={1}
            value={item.confirmationNote ?? ''}
            save={(typed) => setItem(draftId, item.id, { confirmationNote: typed })}
          />
        </div>
      )}
    </div>
  );
}

function DocTypes({
  item,
  onChange,
}: {
  item: DraftItem;
  onChange: (code: DocTypeCode, isOn: boolean) => void;
}) {
  const text = useText();
  const label = text.checklists.fields['docTypes'] ?? '';
  return (
    <div id={fieldId('docTypes')} role="group" aria-label={label} className="flex flex-col gap-1">
      <span className="text-xs text-ink-2">{label}</span>
      <div className="flex flex-wrap gap-1.5">
        {DocTypeCode.options.map((code) => (
          <FilterChip
            key={code}
            label={text.words.docTypes[code]}
            isSelected={item.docTypes.includes(code)}
            onChange={(isOn) => onChange(code, isOn)}
          />
        ))}
      </div>
    </div>
  );
}
