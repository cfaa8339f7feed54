import { errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { TextField } from '../../ui/TextField.tsx';
import { drafts, selectDraft, useDrafts } from '../review/drafts.ts';

type Props = {
  /** Names the field among all fields: entity, id, field. */
  readonly draftKey: string;
  readonly label: string;
  readonly description?: string;
  /** What the core holds; shown unless something newer was typed. */
  readonly value: string;
  readonly save: (text: string) => Promise<unknown>;
};

/** One line that saves itself while it is typed; the long form is `SavedTextArea`. */
export function SavedTextField({ draftKey, label, description, value, save }: Props) {
  const text = useText();
  const draft = useDrafts(selectDraft(draftKey));
  return (
    <TextField
      label={label}
      {...(description !== undefined && { description })}
      value={draft?.text ?? value}
      onChange={(typed) => drafts.edit(draftKey, typed, save)}
      onBlur={() => void drafts.flush(draftKey)}
      error={
        draft?.status === 'failed'
          ? `${text.review.saving.failed(errorText(draft.error, text))} ${text.review.saving.kept}`
          : null
      }
    />
  );
}
