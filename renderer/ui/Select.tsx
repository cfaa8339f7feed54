import type { ReactNode } from 'react';
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { classNames } from './classNames.ts';
import { FieldLabel, FieldNotes } from './FieldFrame.tsx';
import { Icon } from './Icon.tsx';
import { useIsLocked } from './locked.ts';

export interface Option<Id extends string> {
  id: Id;
  label: string;
  note?: string;
}

interface SelectProps<Id extends string> {
  label: string;
  isLabelHidden?: boolean;
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  placeholder?: string;
  description?: ReactNode;
  isDisabled?: boolean;
  size?: 'regular' | 'small';
  /** Chooses what is shown and changes nothing: open even where that may only be read. */
  isForReading?: boolean;
  /** Without a frame until pointed at: for rows of a table. */
  isQuiet?: boolean;
}

/** One of a few known choices. */
export function Select<Id extends string>({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
  placeholder,
  description,
  isDisabled = false,
  size = 'regular',
  isForReading = false,
  isQuiet = false,
}: SelectProps<Id>) {
  const isLocked = useIsLocked() && !isForReading;
  return (
    <AriaSelect
      value={value}
      isDisabled={isLocked || isDisabled}
      {...(placeholder && { placeholder })}
      {...(isLabelHidden && { 'aria-label': label })}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
      className="flex min-w-0 flex-col gap-1"
    >
      <FieldLabel label={label} isHidden={isLabelHidden} />
      <Button
        className={classNames(
          'flex w-full min-w-0 cursor-default items-center justify-between gap-2 rounded border px-2 text-left text-ink data-hovered:border-ink-3 data-pressed:border-indigo',
          // What was chosen is still read where it may not be changed.
          isLocked ? 'data-disabled:text-ink-2' : 'data-disabled:opacity-50',
          isQuiet
            ? 'border-transparent bg-transparent data-hovered:bg-paper'
            : 'border-line-2 bg-paper',
          size === 'small' ? 'h-6 text-xs' : 'h-7',
        )}
      >
        {/* The text alone: a row of the list brings its check mark and note along. */}
        <SelectValue className="min-w-0 truncate data-placeholder:text-ink-3">
          {({ isPlaceholder, defaultChildren, selectedText }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <Icon
          name="chevronDown"
          size={12}
          className={classNames('text-ink-3', isLocked && 'opacity-40')}
        />
      </Button>
      <FieldNotes description={description} />
      <Popover
        offset={2}
        className="fade-in max-h-80 min-w-(--trigger-width) overflow-auto rounded-md border border-line-2 bg-paper p-1 shadow-overlay"
      >
        <ListBox items={options} className="outline-none">
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

function OptionRow({ option }: { option: Option<string> }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      className="group flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 outline-none data-focused:bg-indigo-soft data-focused:text-indigo data-selected:font-semibold"
    >
      <Icon name="check" size={14} className="invisible group-data-selected:visible" />
      <span className="min-w-0 flex-1">{option.label}</span>
      {option.note && <span className="text-xs font-normal text-ink-3">{option.note}</span>}
    </ListBoxItem>
  );
}
