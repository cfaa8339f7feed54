import { useEffect, useRef, type ReactNode } from 'react';
import { errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { typedTexts, selectTyped, useTypedTexts } from './typedTexts.ts';

type Props = {
  /** Names the field among all fields: entity, id, field. */
  readonly fieldKey: string;
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly aside?: ReactNode;
  readonly placeholder?: string;
  readonly rows?: number;
  /** What the core holds; shown unless something newer was typed. */
  readonly value: string;
  readonly save: (text: string) => Promise<unknown>;
  readonly hasFocusAtFirst?: boolean;
};

/** Text that saves itself while it is typed. A save that failed is shown and what was typed stays. */
export function SavedTextArea(props: Props) {
  const { fieldKey, value, save, placeholder, aside } = props;
  const text = useText();
  const typed = useTypedTexts(selectTyped(fieldKey));
  const field = useRef<HTMLTextAreaElement>(null);
  const { hasFocusAtFirst = false } = props;
  useEffect(() => {
    if (!hasFocusAtFirst || field.current === null) return;
    field.current.focus();
    field.current.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [hasFocusAtFirst]);
  const hasFailed = typed?.status === 'failed';
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <TextArea
        label={props.label}
        isLabelHidden={props.isLabelHidden ?? false}
        {...(aside !== undefined && { aside })}
        {...(placeholder !== undefined && { placeholder })}
        rows={props.rows ?? 2}
        maxLength={20_000}
        ref={field}
        value={typed?.text ?? value}
        onChange={(next) => typedTexts.edit(fieldKey, next, save)}
        onBlur={() => void typedTexts.flush(fieldKey)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && event.currentTarget instanceof HTMLElement) {
            event.currentTarget.blur();
          } else event.continuePropagation();
        }}
        error={
          hasFailed
            ? `${text.review.saving.failed(errorText(typed.error, text))} ${text.review.saving.kept}`
            : null
        }
      />
      {hasFailed && (
        <div>
          <Button size="small" onPress={() => void typedTexts.flush(fieldKey)}>
            {text.review.saving.retry}
          </Button>
        </div>
      )}
    </div>
  );
}
