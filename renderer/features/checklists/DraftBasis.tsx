import type { Basis } from '#shared/domain/library/checklistItem.ts';
import type { DraftItem } from '#shared/domain/library/checklistVersion.ts';
import type { PinnedCitation } from '#shared/domain/review/assessment.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { client } from '../../client/client.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { CitationChip } from '../law/CitationChip.tsx';
import { CitationField } from '../law/CitationField.tsx';
import { useStatutes } from '../law/statutesStore.ts';
import { changeItem } from './draftStore.ts';
import { SavedTextField } from '../typedText/SavedTextField.tsx';

interface DraftBasisProps {
  draftId: string;
  item: DraftItem;
}

/** The articles an item rests on: each with its role, and the words found there or why it was not checked. */
export function DraftBasis({ draftId, item }: DraftBasisProps) {
  const text = useText();
  const words = text.checklists;
  const change = (patch: (now: readonly Basis[]) => Basis[]): Promise<void> =>
    changeItem(draftId, item.id, ({ basis }) => ({ basis: patch(basis) }));
  return (
    <div id="draft-field-basis" className="flex flex-col gap-1">
      <span className="text-xs text-ink-2">{words.fields['basis']}</span>
      {item.basis.length === 0 && <p className="text-xs text-amber">{words.basis.none}</p>}
      <ul className="flex flex-col">
        {item.basis.map((basis, at) => (
          <li key={basis.cite} className="border-b border-line py-1.5">
            <BasisRow
              draftId={draftId}
              item={item}
              at={at}
              onRemove={() =>
                attempt(() => change((now) => now.toSpliced(placeOf(now, at, basis.cite), 1)))
              }
            />
          </li>
        ))}
      </ul>
      <CitationField
        cited={item.basis}
        onAdd={(citation) =>
          attempt(async () => {
            const added = await basisOf(citation);
            await change((now) => [...now, added]);
          })
        }
      />
    </div>
  );
}

interface BasisRowProps extends DraftBasisProps {
  at: number;
  onRemove: () => void;
}

function BasisRow({ draftId, item, at, onRemove }: BasisRowProps) {
  const words = useText().checklists.basis;
  const basis = item.basis[at];
  if (basis === undefined) return null;
  const { cite, role, verified } = basis;
  const change = (patch: Partial<Basis>): Promise<void> =>
    changeItem(draftId, item.id, (now) => ({
      basis: now.basis.map((one, index) =>
        index === placeOf(now.basis, at, cite) ? { ...one, ...patch } : one,
      ),
    }));
  const note = verified ? 'keyword' : 'reason';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto_auto_auto] items-center gap-x-3 gap-y-1">
      <span className="font-text text-md">
        <CitationChip cited={basis} />
      </span>
      <Select
        label={words.role}
        isLabelHidden
        isQuiet
        size="small"
        value={role}
        options={(['direct', 'supporting'] as const).map((id) => ({ id, label: words.roles[id] }))}
        onChange={(next) => attempt(() => change({ role: next }))}
      />
      <Checkbox
        isSelected={verified}
        onChange={(isVerified) => attempt(async () => change(await checked(basis, isVerified)))}
      >
        {words.verified}
      </Checkbox>
      <IconButton icon="close" label={words.remove(cite)} onPress={onRemove} />
      <div className="col-span-4">
        <SavedTextField
          fieldKey={`draftItem/${draftId}/${item.id}/basis/${cite}/${note}`}
          label={words[note]}
          value={basis[note] ?? ''}
          save={(typed) => change({ [note]: typed === '' ? null : typed })}
        />
      </div>
    </div>
  );
}

/** Where a row stands by now: two rows may cite the same. One that is gone is past the end. */
function placeOf(now: readonly Basis[], at: number, cite: string): number {
  if (now[at]?.cite === cite) return at;
  const found = now.findIndex((one) => one.cite === cite);
  return found === -1 ? now.length : found;
}

/** A citation as an item rests on it, with article, paragraph and item as the grammar reads them. */
async function basisOf(citation: PinnedCitation): Promise<Basis> {
  const { code, cite, lawVersion, verified } = citation;
  const [parsed] = await client('citation.parse', { text: cite });
  const entry = useStatutes.getState().statutes.value?.catalogue.find((one) => one.code === code);
  return {
    code,
    law: entry?.title ?? parsed?.law ?? '',
    cite,
    article: parsed?.article ?? null,
    paragraph: parsed?.paragraph ?? null,
    item: parsed?.item ?? null,
    role: 'direct',
    verified,
    reason: null,
    keyword: null,
    lawVersion,
  };
}

/** A basis that was checked is pinned to the version whose text is held; one that was not names none. */
async function checked({ cite }: Basis, isVerified: boolean): Promise<Partial<Basis>> {
  if (!isVerified) return { verified: false, lawVersion: null, keyword: null };
  const [parsed] = await client('citation.parse', { text: cite });
  return { verified: true, lawVersion: parsed?.version ?? null, reason: null };
}
