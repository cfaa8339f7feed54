import type { ReactNode, Ref } from 'react';
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { classNames } from './classNames.ts';
import { FieldLabel, FieldNotes, inputClass } from './FieldFrame.tsx';

export interface TextAreaProps extends Omit<
  AriaTextFieldProps,
  'className' | 'style' | 'children' | 'aria-label'
> {
  label: string;
  isLabelHidden?: boolean;
  aside?: ReactNode;
  description?: ReactNode;
  error?: string | null;
  placeholder?: string;
  /** Rows it begins with; it grows with its text up to twelve. */
  rows?: number;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; grows with what is written. */
export function TextArea({
  label,
  isLabelHidden = false,
  aside,
  description,
  error,
  placeholder,
  rows = 2,
  ref,
  ...props
}: TextAreaProps) {
  return (
    <AriaTextField
      {...props}
      {...(isLabelHidden && { 'aria-label': label })}
      isInvalid={Boolean(error)}
      className="flex min-w-0 flex-col gap-1"
    >
      <FieldLabel label={label} aside={aside} isHidden={isLabelHidden} />
      <AriaTextArea
        {...(ref && { ref })}
        {...(placeholder && { placeholder })}
        rows={rows}
        className={classNames(
          inputClass,
          'field-sizing-content max-h-64 resize-none py-1.5',
          rows === 1 ? 'min-h-8' : rows === 2 ? 'min-h-13.5' : 'min-h-18.5',
        )}
      />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
