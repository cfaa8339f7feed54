import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import { useIsLocked } from './locked.ts';

interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  children: ReactNode;
}

export function Checkbox({ children, isDisabled = false, ...props }: CheckboxProps) {
  const isLocked = useIsLocked();
  return (
    <AriaCheckbox
      {...props}
      isDisabled={isLocked || isDisabled}
      className={classNames(
        'group flex min-h-7 cursor-default items-start gap-2 py-1',
        !isLocked && 'data-disabled:opacity-50',
      )}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span
            className={classNames(
              'mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-1 group-data-focus-visible:outline-focus group-data-disabled:opacity-60',
              isSelected || isIndeterminate
                ? 'border-indigo bg-indigo text-on-indigo'
                : 'border-line-2 bg-paper group-data-hovered:border-ink-3',
            )}
          >
            {isIndeterminate ? (
              <span className="h-0.5 w-2 bg-current" />
            ) : (
              isSelected && <Icon name="check" size={12} />
            )}
          </span>
          <span className="min-w-0">{children}</span>
        </>
      )}
    </AriaCheckbox>
  );
}
