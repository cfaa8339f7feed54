import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconShapes.ts';
import { Kbd } from './Kbd.tsx';
import { useIsLocked } from './locked.ts';

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  tone?: ButtonTone;
  size?: 'regular' | 'small' | 'large';
  icon?: IconName;
  /** The key that does the same. */
  keys?: string;
  isWide?: boolean;
  /** Changes what is shown: off where that may only be read. */
  isWriting?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

const tones: Record<ButtonTone, string> = {
  primary:
    'border-indigo bg-indigo text-on-indigo data-hovered:bg-indigo-strong data-hovered:border-indigo-strong data-pressed:bg-indigo-strong',
  plain:
    'border-line-2 bg-paper text-ink data-hovered:border-ink-3 data-pressed:bg-indigo-soft data-pressed:border-indigo',
  quiet:
    'border-transparent bg-transparent text-ink-2 data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-indigo-soft data-pressed:text-indigo',
  danger:
    'border-cinnabar bg-paper text-cinnabar data-hovered:bg-cinnabar-soft data-pressed:bg-cinnabar-soft',
};
const sizes = {
  small: 'h-6 px-2 gap-1 text-xs',
  regular: 'h-7 px-3 gap-1.5',
  large: 'h-9 px-5 gap-2 text-md',
};

/** A button that says what it does, and by which key. */
export function Button({
  tone = 'plain',
  size = 'regular',
  icon,
  keys,
  isWide = false,
  isWriting = false,
  isDisabled = false,
  children,
  ...props
}: ButtonProps) {
  const isLocked = useIsLocked() && isWriting;
  return (
    <AriaButton
      {...props}
      isDisabled={isLocked || isDisabled}
      className={classNames(
        'inline-flex shrink-0 cursor-default items-center justify-center rounded border whitespace-nowrap outline-offset-2 transition-colors duration-75 data-disabled:opacity-45 data-pending:opacity-70',
        tones[tone],
        sizes[size],
        isWide && 'w-full',
      )}
    >
      {icon && <Icon name={icon} size={size === 'small' ? 14 : 16} />}
      {children}
      {keys && !isLocked && <Kbd keys={keys} isOnAccent={tone === 'primary'} />}
    </AriaButton>
  );
}
