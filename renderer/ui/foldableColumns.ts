import { create } from 'zustand';

export type ColumnSide = 'left' | 'right';

export interface ColumnLayout {
  readonly left: { readonly widthPx: number | null; readonly isFolded: boolean };
  readonly right: { readonly widthPx: number | null; readonly isFolded: boolean };
}

const begin: ColumnLayout = {
  left: { widthPx: null, isFolded: false },
  right: { widthPx: null, isFolded: false },
};
const storageKey = (id: string) => `columns.${id}`;

export const useColumnLayouts = create<{
  readonly layouts: Readonly<Record<string, ColumnLayout>>;
}>()(() => ({ layouts: {} }));

/** Layout of the columns with this id: as the person left it, or as they begin. */
export function columnLayout(id: string): ColumnLayout {
  return useColumnLayouts.getState().layouts[id] ?? readLayout(id);
}

export function setColumnWidth(id: string, side: ColumnSide, widthPx: number | null): void {
  const layout = columnLayout(id);
  keep(id, { ...layout, [side]: { ...layout[side], widthPx } });
}

/** Folds a side column away or brings it back. */
export function toggleColumn(id: string, side: ColumnSide): void {
  const layout = columnLayout(id);
  keep(id, { ...layout, [side]: { ...layout[side], isFolded: !layout[side].isFolded } });
}

function keep(id: string, layout: ColumnLayout): void {
  useColumnLayouts.setState(({ layouts }) => ({ layouts: { ...layouts, [id]: layout } }));
  localStorage.setItem(storageKey(id), JSON.stringify(layout));
}

function readLayout(id: string): ColumnLayout {
  const text = localStorage.getItem(storageKey(id));
  if (text === null) return begin;
  try {
    const read = JSON.parse(text) as Partial<
      Record<ColumnSide, { widthPx?: unknown; isFolded?: unknown }>
    >; // checked field by field below
    return { left: readSide(read.left), right: readSide(read.right) };
  } catch {
    return begin; // not ours, or of an older shape: begin afresh
  }
}

function readSide(side: { widthPx?: unknown; isFolded?: unknown } | undefined) {
  return {
    widthPx: typeof side?.widthPx === 'number' ? side.widthPx : null,
    isFolded: side?.isFolded === true,
  };
}
