import { Radio, RadioGroup } from 'react-aria-components';
import { classNames } from './classNames.ts';
import { useIsLocked } from './locked.ts';

export type SegmentTone = 'teal' | 'cinnabar' | 'amber' | 'neutral' | 'indigo';

export interface Segment<Id extends string> {
  id: Id;
  label: string;
  /** The key that chooses it. */
  keys?: string;
  tone?: SegmentTone;
}

interface RadioSegmentsProps<Id extends string> {
  label: string;
  segments: readonly Segment<Id>[];
  /** Null while nothing is chosen. */
  value: Id | null;
  onChange: (id: Id) => void;
  isDisabled?: boolean;
  size?: 'regular' | 'small';
  /** Chooses what is looked at and changes nothing: works where it may only be read. */
  isForReading?: boolean;
}

const tones: Record<SegmentTone, string> = {
  teal: 'data-selected:bg-teal-soft data-selected:text-teal data-selected:shadow-[inset_0_-2px_var(--teal)]',
  cinnabar:
    'data-selected:bg-cinnabar-soft data-selected:text-cinnabar data-selected:shadow-[inset_0_-2px_var(--cinnabar)]',
  amber:
    'data-selected:bg-amber-soft data-selected:text-amber data-selected:shadow-[inset_0_-2px_var(--amber)]',
  neutral:
    'data-selected:bg-desk data-selected:text-ink data-selected:shadow-[inset_0_-2px_var(--ink-3)]',
  indigo:
    'data-selected:bg-indigo-soft data-selected:text-indigo data-selected:shadow-[inset_0_-2px_var(--indigo)]',
};

/** A few exclusive choices side by side, each with its key: the verdict control. */
export function RadioSegments<Id extends string>({
  label,
  segments,
  value,
  onChange,
  isDisabled = false,
  size = 'regular',
  isForReading = false,
}: RadioSegmentsProps<Id>) {
  const isLocked = useIsLocked() && !isForReading;
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      value={value}
      isDisabled={isLocked || isDisabled}
      onChange={(id) => {
        const chosen = segments.find((segment) => segment.id === id);
        if (chosen) onChange(chosen.id);
      }}
      className={classNames(
        'grid auto-cols-fr grid-flow-col rounded border border-line-2',
        // What was chosen is still read where it may not be changed.
        isLocked ? 'bg-panel' : 'bg-paper data-disabled:opacity-50',
      )}
    >
      {segments.map((segment) => (
        <Radio
          key={segment.id}
          value={segment.id}
          className={classNames(
            'relative flex cursor-default items-center justify-center gap-1 border-l border-line whitespace-nowrap text-ink-2 outline-offset-1 first:rounded-l-[3px] first:border-l-0 last:rounded-r-[3px] data-hovered:text-ink data-selected:font-semibold data-focus-visible:z-1 data-focus-visible:outline-2 data-focus-visible:outline-focus',
            size === 'small' ? 'h-6 px-2 text-xs' : 'h-8 px-1',
            isLocked && 'not-data-selected:text-ink-3',
            tones[segment.tone ?? 'indigo'],
          )}
        >
          {segment.label}
          {segment.keys && !isLocked && (
            <span aria-hidden="true" className="text-2xs font-normal text-ink-3">
              {segment.keys}
            </span>
          )}
        </Radio>
      ))}
    </RadioGroup>
  );
}
