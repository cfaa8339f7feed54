import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { classNames } from './classNames.ts';
import {
  columnLayout,
  type ColumnSide,
  setColumnWidth,
  toggleColumn,
  useColumnLayouts,
} from './foldableColumns.ts';
import { IconButton } from './IconButton.tsx';

interface SideColumn {
  /** Name of the column, also of the button that brings it back. */
  label: string;
  content: ReactNode;
  /** Width before anyone moved the edge, on a narrow and on a wide screen. */
  beginPx: readonly [narrow: number, wide: number];
}

interface FoldableColumnsProps {
  /** Widths and folds are remembered under this name. */
  id: string;
  left: SideColumn;
  right: SideColumn;
  children: ReactNode;
}

const minPx = 200;
const maxPx = 640;
const wideScreenPx = 1400;

/** Three columns: the middle takes what the sides leave; a side can be moved by its edge or folded away. */
export function FoldableColumns({ id, left, right, children }: FoldableColumnsProps) {
  const layout = useColumnLayouts((state) => state.layouts[id]) ?? columnLayout(id);
  return (
    <div className="flex h-full min-h-0 min-w-0">
      <Side id={id} side="left" column={left} {...layout.left} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-desk">{children}</div>
      <Side id={id} side="right" column={right} {...layout.right} />
    </div>
  );
}

interface SideProps {
  id: string;
  side: ColumnSide;
  column: SideColumn;
  widthPx: number | null;
  isFolded: boolean;
}

function Side({ id, side, column, widthPx, isFolded }: SideProps) {
  const begin = column.beginPx[window.innerWidth > wideScreenPx ? 1 : 0];
  const width = widthPx ?? begin;
  const edge = (
    <ColumnEdge id={id} side={side} label={column.label} widthPx={width} beginPx={begin} />
  );
  if (isFolded) {
    return (
      <aside
        aria-label={column.label}
        className={classNames(
          'flex w-9 flex-none flex-col items-center bg-panel pt-1',
          side === 'left' ? 'border-r' : 'border-l',
        )}
      >
        <IconButton
          icon={side === 'left' ? 'foldRight' : 'foldLeft'}
          label={column.label}
          onPress={() => toggleColumn(id, side)}
        />
      </aside>
    );
  }
  return (
    <>
      {side === 'right' && edge}
      <aside
        aria-label={column.label}
        className="flex min-h-0 flex-none flex-col overflow-hidden bg-panel"
        style={{ width }}
      >
        {column.content}
      </aside>
      {side === 'left' && edge}
    </>
  );
}

interface ColumnEdgeProps {
  id: string;
  side: ColumnSide;
  label: string;
  widthPx: number;
  beginPx: number;
}

/** The line between two columns: drag, or arrow keys; Enter or a double click folds the side. */
function ColumnEdge({ id, side, label, widthPx, beginPx }: ColumnEdgeProps) {
  const drag = useRef<{ x: number; widthPx: number } | null>(null);
  const sign = side === 'left' ? 1 : -1;
  const setWidth = (next: number) =>
    setColumnWidth(id, side, Math.round(Math.min(maxPx, Math.max(minPx, next))));
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') setWidth(widthPx - sign * 16);
    else if (event.key === 'ArrowRight') setWidth(widthPx + sign * 16);
    else if (event.key === 'Home') setColumnWidth(id, side, beginPx);
    else if (event.key === 'Enter') toggleColumn(id, side);
    else return;
    event.preventDefault();
  };
  const handleMove = (event: PointerEvent) => {
    if (drag.current) setWidth(drag.current.widthPx + sign * (event.clientX - drag.current.x));
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={widthPx}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      tabIndex={0}
      onKeyDown={handleKey}
      onDoubleClick={() => toggleColumn(id, side)}
      onPointerDown={(event) => {
        drag.current = { x: event.clientX, widthPx };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={handleMove}
      onPointerUp={() => {
        drag.current = null;
      }}
      className="relative w-px flex-none cursor-col-resize touch-none bg-line before:absolute before:inset-y-0 before:-left-1 before:z-1 before:w-2 hover:bg-indigo focus-visible:bg-indigo"
    />
  );
}
