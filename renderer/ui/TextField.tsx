import type { ReactNode, Ref } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
} from 'react-aria-components';
import { classNames } from './classNames.ts';
import { FieldLabel, FieldNotes, inputClass } from './FieldFrame.tsx';

export interface TextFieldProps extends Omit<
  AriaTextFieldProps,
  'className' | 'style' | 'children' | 'aria-label'
> {
  label: string;
  isLabelHidden?: boolean;
  aside?: ReactNode;
  description?: ReactNode;
  error?: string | null;
  placeholder?: string;
  size?: 'regular' | 'large';
  ref?: Ref<HTMLInputElement>;
}

/** One line of text. `error` marks it wrong and says why. */
export function TextField({
  label,
  isLabelHidden = false,
  aside,
  description,
  error,
  placeholder,
  size = 'regular',
  ref,
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField
      {...props}
      {...(isLabelHidden && { 'aria-label': label })}
      isInvalid={Boolean(error)}
      className="flex min-w-0 flex-col gap-1"
    >
      <FieldLabel label={label} aside={aside} isHidden={isLabelHidden} />
      <Input
        {...(ref && { ref })}
        {...(placeholder && { placeholder })}
        className={classNames(inputClass, size === 'large' ? 'h-9 text-md' : 'h-7')}
      />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
