import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconShapes.ts';
import { useIsLocked } from './locked.ts';
import { Tooltip } from './Tooltip.tsx';

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  icon: IconName;
  /** Accessible name, also shown as the tooltip. */
  label: string;
  keys?: string;
  tone?: 'quiet' | 'plain' | 'danger';
  isSelected?: boolean;
  /** Changes what is shown: off where that may only be read. */
  isWriting?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

const tones = {
  quiet: 'border-transparent text-ink-2 data-hovered:bg-hover data-hovered:text-ink',
  plain: 'border-line-2 bg-paper text-ink-2 data-hovered:text-ink data-hovered:border-ink-3',
  danger: 'border-transparent text-ink-2 data-hovered:bg-cinnabar-soft data-hovered:text-cinnabar',
};

/** A square button with a drawing; its name is spoken and shown on hover and focus. */
export function IconButton({
  icon,
  label,
  keys,
  tone = 'quiet',
  isSelected = false,
  isWriting = false,
  isDisabled = false,
  ...props
}: IconButtonProps) {
  const isLocked = useIsLocked() && isWriting;
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton
        {...props}
        isDisabled={isLocked || isDisabled}
        aria-label={label}
        className={classNames(
          'inline-flex size-7 shrink-0 cursor-default items-center justify-center rounded border data-pressed:bg-indigo-soft data-pressed:text-indigo data-disabled:opacity-40',
          isSelected ? 'border-indigo bg-indigo-soft text-indigo' : tones[tone],
        )}
      >
        <Icon name={icon} />
      </AriaButton>
    </Tooltip>
  );
}
