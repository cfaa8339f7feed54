import type { ReactNode } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { FieldLabel, FieldNotes } from './FieldFrame.tsx';
import { useIsLocked } from './locked.ts';

export interface TextFieldFrameProps extends Omit<
  AriaTextFieldProps,
  'className' | 'style' | 'children' | 'aria-label'
> {
  label: string;
  isLabelHidden?: boolean;
  aside?: ReactNode;
  description?: ReactNode;
  error?: string | null;
}

/** Label and notes around one input of text, of one line or several. */
export function TextFieldFrame({
  label,
  isLabelHidden = false,
  aside,
  description,
  error,
  isReadOnly = false,
  children,
  ...props
}: TextFieldFrameProps & { children: ReactNode }) {
  const isLocked = useIsLocked();
  return (
    <AriaTextField
      {...props}
      isReadOnly={isLocked || isReadOnly}
      {...(isLabelHidden && { 'aria-label': label })}
      isInvalid={Boolean(error)}
      className="flex min-w-0 flex-col gap-1"
    >
      <FieldLabel label={label} aside={aside} isHidden={isLabelHidden} />
      {children}
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
