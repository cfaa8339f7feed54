import type { Ref } from 'react';
import { TextArea as AriaTextArea } from 'react-aria-components';
import { classNames } from './classNames.ts';
import { inputClass } from './FieldFrame.tsx';
import { useIsLocked } from './locked.ts';
import { TextFieldFrame, type TextFieldFrameProps } from './TextFieldFrame.tsx';

export interface TextAreaProps extends TextFieldFrameProps {
  placeholder?: string;
  /** Rows it begins with; it grows with its text up to twelve. */
  rows?: number;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; grows with what is written. */
export function TextArea({ placeholder, rows = 2, ref, ...frame }: TextAreaProps) {
  // What would be written is no word where nothing can be.
  const isLocked = useIsLocked();
  return (
    <TextFieldFrame {...frame}>
      <AriaTextArea
        {...(ref && { ref })}
        {...(placeholder && !isLocked && { placeholder })}
        rows={rows}
        className={classNames(
          inputClass,
          'field-sizing-content max-h-64 resize-none py-1.5',
          rows === 1 ? 'min-h-8' : rows === 2 ? 'min-h-13.5' : 'min-h-18.5',
        )}
      />
    </TextFieldFrame>
  );
}
