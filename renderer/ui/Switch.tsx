import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import { useIsLocked } from './locked.ts';

interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'style' | 'children'> {
  children: ReactNode;
}

export function Switch({ children, isDisabled = false, ...props }: SwitchProps) {
  const isLocked = useIsLocked();
  return (
    <AriaSwitch
      {...props}
      isDisabled={isLocked || isDisabled}
      className="group flex min-h-7 cursor-default items-center gap-2 data-disabled:opacity-50"
    >
      <span className="flex h-4 w-7 shrink-0 items-center rounded-full border border-line-2 bg-paper p-px group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-1 group-data-focus-visible:outline-focus group-data-selected:border-indigo group-data-selected:bg-indigo">
        <span className="size-3 rounded-full bg-ink-3 transition-transform duration-100 group-data-selected:translate-x-3 group-data-selected:bg-on-indigo" />
      </span>
      <span>{children}</span>
    </AriaSwitch>
  );
}
