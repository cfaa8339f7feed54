import type { ReactNode } from 'react';
import { FilterChip } from './Chip.tsx';
import { IconButton } from './IconButton.tsx';

interface ComparisonFrameProps<Kind extends string> {
  heading: string;
  /** Said beside the heading. */
  note?: string;
  backLabel: string;
  /** Names the part that scrolls. */
  label: string;
  filterLabel: string;
  kinds: readonly { readonly id: Kind; readonly label: string; readonly count: number }[];
  shown: readonly Kind[];
  onShow: (kinds: readonly Kind[]) => void;
  children: ReactNode;
}

/** Two versions of something: what they are, which kinds of change are shown, and the changes. */
export function ComparisonFrame<Kind extends string>({
  heading,
  note,
  backLabel,
  label,
  filterLabel,
  kinds,
  shown,
  onShow,
  children,
}: ComparisonFrameProps<Kind>) {
  return (
    <>
      <div className="flex min-h-10 flex-none flex-wrap items-center gap-2 border-b border-line bg-panel px-2 py-1">
        <IconButton icon="chevronLeft" label={backLabel} onPress={() => history.back()} />
        <h1 className="font-semibold">{heading}</h1>
        <span className="min-w-0 flex-1 text-xs text-ink-3">{note}</span>
        <div role="group" aria-label={filterLabel} className="flex gap-1.5">
          {kinds.map((kind) => (
            <FilterChip
              key={kind.id}
              label={kind.label}
              count={kind.count}
              isSelected={shown.includes(kind.id)}
              onChange={(isOn) =>
                onShow(isOn ? [...shown, kind.id] : shown.filter((one) => one !== kind.id))
              }
            />
          ))}
        </div>
      </div>
      <div
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroller must take the arrow keys
        tabIndex={0}
        role="region"
        aria-label={label}
        className="min-h-0 flex-1 overflow-y-auto bg-paper"
      >
        {children}
      </div>
    </>
  );
}
