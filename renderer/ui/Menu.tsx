import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconShapes.ts';
import { Kbd } from './Kbd.tsx';
import { useIsLocked } from './locked.ts';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  keys?: string | undefined;
  isDangerous?: boolean;
  isDisabled?: boolean;
  /** Changes what is shown: off where that may only be read. */
  isWriting?: boolean;
  run: () => void;
}

interface MenuProps {
  label: string;
  entries: readonly MenuEntry[];
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
  /** The button that opens it. */
  children: ReactElement;
}

export function Menu({ label, entries, placement = 'bottom end', children }: MenuProps) {
  const isLocked = useIsLocked();
  return (
    <MenuTrigger>
      {children}
      <Popover
        placement={placement}
        offset={2}
        className="fade-in min-w-44 rounded-md border border-line-2 bg-paper p-1 shadow-overlay"
      >
        <AriaMenu aria-label={label} items={entries} className="outline-none">
          {(entry) => (
            <MenuItem
              id={entry.id}
              textValue={entry.label}
              isDisabled={(entry.isDisabled ?? false) || (isLocked && entry.isWriting === true)}
              onAction={entry.run}
              className={classNames(
                'flex h-7 cursor-default items-center gap-2 rounded-sm px-2 outline-none data-disabled:opacity-45',
                entry.isDangerous
                  ? 'text-cinnabar data-focused:bg-cinnabar-soft'
                  : 'data-focused:bg-indigo-soft data-focused:text-indigo',
              )}
            >
              {entry.icon && <Icon name={entry.icon} size={14} />}
              <span className="flex-1">{entry.label}</span>
              {entry.keys && <Kbd keys={entry.keys} />}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
