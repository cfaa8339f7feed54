import type { Ref } from 'react';
import { Input } from 'react-aria-components';
import { classNames } from './classNames.ts';
import { inputClass } from './FieldFrame.tsx';
import { useIsLocked } from './locked.ts';
import { TextFieldFrame, type TextFieldFrameProps } from './TextFieldFrame.tsx';

export interface TextFieldProps extends TextFieldFrameProps {
  placeholder?: string;
  size?: 'regular' | 'large';
  ref?: Ref<HTMLInputElement>;
}

/** One line of text. `error` marks it wrong and says why. */
export function TextField({ placeholder, size = 'regular', ref, ...frame }: TextFieldProps) {
  // What would be written is no word where nothing can be.
  const isLocked = useIsLocked();
  return (
    <TextFieldFrame {...frame}>
      <Input
        {...(ref && { ref })}
        {...(placeholder && !isLocked && { placeholder })}
        className={classNames(inputClass, size === 'large' ? 'h-9 text-md' : 'h-7')}
      />
    </TextFieldFrame>
  );
}
