import { useMemo } from 'react';
import type { DraftItem } from '#shared/domain/library/checklistVersion.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { Select } from '../../ui/Select.tsx';
import { useLibrary } from '../library/libraryStore.ts';
import { selectTyped, typedTexts, useTypedTexts } from '../typedText/typedTexts.ts';
import { conditionInWords } from './conditionWords.ts';
import { setItem } from './draftStore.ts';
import { SavedTextField } from '../typedText/SavedTextField.tsx';

/** When an item applies: codes of traits joined by and, or, not; read back in words as it is typed. */
export function ConditionField({ draftId, item }: { draftId: string; item: DraftItem }) {
  const text = useText();
  const { condition: words, fields } = text.checklists;
  const language = useLanguage((state) => state.language);
  const traits = useLibrary((state) => state.traits.value) ?? noTraits;
  const key = `draftItem/${draftId}/${item.id}/when`;
  const typed = useTypedTexts(selectTyped(key))?.text ?? item.when;
  const reads = useMemo(
    () => conditionInWords(typed, traits, language, text),
    [typed, traits, language, text],
  );
  const save = (when: string): Promise<void> => setItem(draftId, item.id, { when });
  return (
    <div id="draft-field-when" className="grid grid-cols-[minmax(0,1fr)_14rem] items-start gap-3">
      <SavedTextField
        fieldKey={key}
        label={fields['when'] ?? ''}
        description={reads === null ? words.how : words.reads(reads)}
        value={item.when}
        save={save}
      />
      <Select
        label={words.insert}
        value={null}
        placeholder={words.insert}
        options={traits.map(({ id, labelZh, labelEn }) => ({
          id,
          label: language === 'en' ? labelEn : labelZh,
        }))}
        onChange={(id) => {
          typedTexts.edit(key, withTrait(typed, id), save);
          void typedTexts.flush(key);
        }}
      />
    </div>
  );
}

const noTraits: readonly never[] = [];

/** A condition that says always gives way; any other is narrowed by one more trait. */
export function withTrait(when: string, traitId: string): string {
  const said = when.trim();
  if (said === '' || said === 'always') return traitId;
  return / or /u.test(said) ? `(${said}) and ${traitId}` : `${said} and ${traitId}`;
}
