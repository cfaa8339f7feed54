import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';

interface ProgressBarProps {
  label: string;
  isLabelHidden?: boolean;
  /** 0 to `total`; null while the whole is unknown. */
  value: number | null;
  total?: number;
  valueText?: string;
}

/** How far a job has come. */
export function ProgressBar({
  label,
  isLabelHidden = false,
  value,
  total = 100,
  valueText,
}: ProgressBarProps) {
  return (
    <AriaProgressBar
      value={value ?? 0}
      maxValue={Math.max(total, 1)}
      isIndeterminate={value === null}
      {...(isLabelHidden && { 'aria-label': label })}
      {...(valueText !== undefined && { valueLabel: valueText })}
      className="flex flex-col gap-1"
    >
      {({ percentage, isIndeterminate }) => (
        <>
          {!isLabelHidden && (
            <span className="flex justify-between gap-3 text-xs text-ink-2">
              <Label className="min-w-0 truncate">{label}</Label>
              <span>{valueText}</span>
            </span>
          )}
          <span className="block h-1.5 overflow-hidden rounded-full bg-track">
            <span
              className="block h-full rounded-full bg-indigo transition-[width] duration-150"
              style={{ width: isIndeterminate ? '30%' : `${percentage ?? 0}%` }}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}
