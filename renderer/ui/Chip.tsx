import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { classNames } from './classNames.ts';

const chipClass =
  'inline-flex h-5.5 shrink-0 cursor-default items-center gap-1 rounded-full border px-2 whitespace-nowrap';

interface ChipProps {
  children: ReactNode;
  tone?: 'plain' | 'teal' | 'cinnabar' | 'amber' | 'suggest';
}

const tones = {
  plain: 'border-line-2 bg-paper text-ink-2',
  teal: 'border-transparent bg-teal-soft text-teal',
  cinnabar: 'border-transparent bg-cinnabar-soft text-cinnabar',
  amber: 'border-transparent bg-amber-soft text-amber',
  suggest: 'border-dotted border-suggest bg-transparent text-suggest',
};

/** A short fact that belongs to something. */
export function Chip({ children, tone = 'plain' }: ChipProps) {
  return <span className={classNames(chipClass, 'text-xs', tones[tone])}>{children}</span>;
}

interface FilterChipProps {
  label: string;
  count?: number;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
}

/** Narrows a list while it is on. */
export function FilterChip({ label, count, isSelected, onChange }: FilterChipProps) {
  return (
    <ToggleButton
      isSelected={isSelected}
      onChange={onChange}
      className={classNames(
        chipClass,
        'border-line-2 bg-paper text-ink-2 data-hovered:border-ink-3 data-selected:border-indigo data-selected:bg-indigo-soft data-selected:text-indigo',
      )}
    >
      {label}
      {count !== undefined && <span>{count}</span>}
    </ToggleButton>
  );
}
