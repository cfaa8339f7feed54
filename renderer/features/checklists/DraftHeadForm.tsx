import type { ChecklistDraft, DraftHead } from '#shared/domain/library/checklistVersion.ts';
import { useText } from '../../app/language.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { SavedTextField } from '../typedText/SavedTextField.tsx';
import { setHead } from './draftStore.ts';

const fields = [
  'titleZh',
  'titleEn',
  'version',
  'primaryLaw',
  'effectiveDate',
  'reviewedOn',
] as const satisfies readonly (keyof DraftHead)[];

/** What the list is called, which law it hangs on, its version and its days. */
export function DraftHeadForm({ draft }: { draft: ChecklistDraft }) {
  const words = useText().checklists.draft;
  const { id, head, basedOn, problems } = draft;
  return (
    <Disclosure
      title={words.head}
      aside={basedOn === null ? words.fresh : `${head.titleZh} ${head.version}`}
      isOpenAtFirst={basedOn === null || problems.some((problem) => problem.itemId === null)}
    >
      <div className="grid grid-cols-2 gap-x-4 gap-y-2">
        {fields.map((field) => (
          <div key={field} id={`draft-field-${field}`}>
            <SavedTextField
              fieldKey={`checklistDraft/${id}/${field}`}
              label={words[field]}
              value={head[field]}
              {...((field === 'effectiveDate' || field === 'reviewedOn') && {
                description: words.dayHow,
              })}
              save={(typed) => setHead(id, { [field]: typed })}
            />
          </div>
        ))}
      </div>
    </Disclosure>
  );
}
