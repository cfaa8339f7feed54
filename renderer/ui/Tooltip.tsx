import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';

interface TooltipProps {
  text: string;
  keys?: string | undefined;
  placement?: 'top' | 'bottom' | 'left' | 'right';
  /** The control it explains: a component of this kit. */
  children: ReactElement;
}

/** A word beside the pointer or the focus; never the only place where something is said. */
export function Tooltip({ text, keys, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="fade-in flex max-w-80 items-center gap-2 rounded border border-line-2 bg-paper px-2 py-1 text-xs text-ink shadow-overlay"
      >
        <span>{text}</span>
        {keys && <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
