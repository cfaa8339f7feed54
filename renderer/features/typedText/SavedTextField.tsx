import { errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { TextField } from '../../ui/TextField.tsx';
import { typedTexts, selectTyped, useTypedTexts } from './typedTexts.ts';

type Props = {
  /** Names the field among all fields: entity, id, field. */
  readonly fieldKey: string;
  readonly label: string;
  readonly description?: string;
  /** What the core holds; shown unless something newer was typed. */
  readonly value: string;
  readonly save: (text: string) => Promise<unknown>;
};

/** One line that saves itself while it is typed; the long form is `SavedTextArea`. */
export function SavedTextField({ fieldKey, label, description, value, save }: Props) {
  const text = useText();
  const typed = useTypedTexts(selectTyped(fieldKey));
  return (
    <TextField
      label={label}
      {...(description !== undefined && { description })}
      value={typed?.text ?? value}
      onChange={(next) => typedTexts.edit(fieldKey, next, save)}
      onBlur={() => void typedTexts.flush(fieldKey)}
      error={
        typed?.status === 'failed'
          ? `${text.review.saving.failed(errorText(typed.error, text))} ${text.review.saving.kept}`
          : null
      }
    />
  );
}
