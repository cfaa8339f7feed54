import type { ReactElement, ReactNode } from 'react';
import {
  Dialog as AriaDialog,
  Popover as AriaPopover,
  DialogTrigger,
  type Placement,
} from 'react-aria-components';

interface PopoverProps {
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  placement?: Placement;
  children: ReactNode;
}

/** A small card beside the button that opens it. */
export function Popover({ label, trigger, placement = 'bottom start', children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover
        placement={placement}
        offset={4}
        className="fade-in max-h-105 max-w-120 overflow-auto rounded-md border border-line-2 bg-paper shadow-overlay"
      >
        <AriaDialog aria-label={label} className="p-3 outline-none">
          {children}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
