import type { BlockText } from '#shared/domain/text/text.ts';
import { joinMerged } from './mergedCells.ts';

/** A block with its index in the text of record, which is the `part` of every point in it. */
export type PlacedBlock = { readonly index: number; readonly block: BlockText };

export type TextNode = { readonly kind: 'text'; readonly placed: PlacedBlock };
export type TableNode = {
  readonly kind: 'table';
  readonly path: string;
  readonly columns: number;
  readonly rows: readonly RowNode[];
};
export type RowNode = {
  readonly number: number;
  readonly cells: readonly CellNode[];
  /** What became of the row as a whole while changes were tracked. */
  readonly change?: 'inserted' | 'deleted';
};
/** `span` columns, so that a short row (merged cells) still reaches the right edge; without nodes where a sheet has gaps. */
export type CellNode = {
  readonly span: number;
  /** Rows it reaches over, where these are more than one. */
  readonly rows?: number;
  readonly nodes: readonly SheetNode[];
};
export type SheetNode = TextNode | TableNode;

/** The reading order of a sheet: what runs through the pages first, notes at the end. */
export type Sheet = {
  readonly headers: readonly SheetNode[];
  readonly body: readonly SheetNode[];
  readonly footers: readonly SheetNode[];
  readonly footnotes: readonly SheetNode[];
  readonly endnotes: readonly SheetNode[];
  readonly comments: readonly SheetNode[];
};

/** A block waiting to be placed, with what is left of its path below the container at hand. */
type Pending = { readonly rest: readonly string[]; readonly placed: PlacedBlock };

/**
 * Builds the sheet from blocks by their paths alone: `body/13/r2/c1/0` is block 0 in column 1 of row 2 of the table at
 * `body/13`, and a table in that cell goes on (`…/c1/0/r0/c0/0`).
 */
export function sheetOf(blocks: readonly BlockText[]): Sheet {
  const stories = new Map<string, Pending[]>();
  for (const [index, block] of blocks.entries()) {
    const [story = 'body', ...rest] = block.path.split('/');
    const pending = { rest, placed: { index, block } };
    const known = stories.get(storyName(story, block));
    if (known === undefined) stories.set(storyName(story, block), [pending]);
    else known.push(pending);
  }
  const nodes = (name: string): readonly SheetNode[] => nodesOf(stories.get(name) ?? [], name);
  return {
    headers: nodes('header'),
    body: nodes('body'),
    footers: nodes('footer'),
    footnotes: nodes('footnote'),
    endnotes: nodes('endnote'),
    comments: nodes('comment'),
  };
}

/** Stories may be numbered (`header2`) or be named after their part; the kind of a block outside a table tells. */
function storyName(story: string, block: BlockText): string {
  const known = ['header', 'footer', 'footnote', 'endnote', 'comment'].find((name) =>
    story.startsWith(name),
  );
  if (known !== undefined) return known;
  return ['header', 'footer', 'footnote', 'endnote', 'comment'].includes(block.kind)
    ? block.kind
    : 'body';
}

const isRow = (step: string | undefined): step is string =>
  step !== undefined && /^r\d+$/.test(step);

function nodesOf(pending: readonly Pending[], path: string): readonly SheetNode[] {
  const nodes: SheetNode[] = [];
  let at = 0;
  while (at < pending.length) {
    const entry = pending[at];
    if (entry === undefined) break;
    const row = entry.rest.findIndex((step) => isRow(step));
    if (row === -1) {
      nodes.push({ kind: 'text', placed: entry.placed });
      at += 1;
      continue;
    }
    const table = entry.rest.slice(0, row).join('/');
    const isSame = (other: Pending): boolean =>
      isRow(other.rest[row]) && other.rest.slice(0, row).join('/') === table;
    let end = at;
    while (end < pending.length && isSame(pending[end] as Pending)) end += 1; // end < length
    const inside = pending
      .slice(at, end)
      .map((other) => ({ rest: other.rest.slice(row), placed: other.placed }));
    nodes.push(tableOf(inside, `${path}/${table}`));
    at = end;
  }
  return nodes;
}

function tableOf(pending: readonly Pending[], path: string): TableNode {
  const rows = new Map<number, Map<number, Pending[]>>();
  for (const { rest, placed } of pending) {
    const [rowStep = 'r0', cellStep = 'c0', ...below] = rest;
    const rowNumber = Number(rowStep.slice(1));
    const cellNumber = Number(cellStep.slice(1));
    const row = rows.get(rowNumber) ?? new Map<number, Pending[]>();
    rows.set(rowNumber, row);
    const cell = row.get(cellNumber) ?? [];
    row.set(cellNumber, cell);
    cell.push({ rest: below, placed });
  }
  let first = Infinity;
  let last = 0;
  for (const row of rows.values())
    for (const cell of row.keys()) {
      first = Math.min(first, cell);
      last = Math.max(last, cell);
    }
  // Where cells say what they span, a row is as wide as their spans together.
  const widths = [...rows.values()].map((row) =>
    [...row.values()].reduce((sum, cell) => sum + spanOf(cell), 0),
  );
  const columns = Math.max(1, last - first + 1, ...widths);
  return {
    kind: 'table',
    path,
    columns,
    rows: joinMerged(
      [...rows].map(([number, row]) => rowOf(number, row, { first, columns }, path)),
    ),
  };
}

/**
 * Neighbours of which the first goes on in the next once a change is accepted or rejected: a paragraph mark was deleted or inserted
 * between them, and the first has text that stays.
 */
export function joined(
  nodes: readonly SheetNode[],
): readonly (
  SheetNode | { readonly kind: 'joined'; readonly mark: Mark; readonly nodes: readonly TextNode[] }
)[] {
  const groups: (SheetNode | { kind: 'joined'; mark: Mark; nodes: TextNode[] })[] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    const before = last?.kind === 'joined' ? last.nodes.at(-1) : last;
    const mark = before?.kind === 'text' ? before.placed.block.mark : undefined;
    const isJoined =
      node.kind === 'text' &&
      before?.kind === 'text' &&
      mark !== undefined &&
      !before.placed.block.flags.includes(mark) &&
      (last?.kind !== 'joined' || last.mark === mark);
    if (!isJoined) groups.push(node);
    else if (last?.kind === 'joined') last.nodes.push(node);
    else groups.splice(-1, 1, { kind: 'joined', mark, nodes: [before, node] });
  }
  return groups;
}
type Mark = NonNullable<BlockText['mark']>;

/** Columns that the blocks of a cell say it spans. */
function spanOf(cell: readonly Pending[]): number {
  return cell[0]?.placed.block.cell?.columns ?? 1;
}

function rowOf(
  number: number,
  cells: ReadonlyMap<number, readonly Pending[]>,
  { first, columns }: { readonly first: number; readonly columns: number },
  path: string,
): RowNode {
  const nodes: CellNode[] = [];
  let next = first;
  let left = cells.size;
  let column = 0;
  for (const [cell, pending] of cells) {
    left -= 1;
    if (cell > next) {
      nodes.push({ span: cell - next, nodes: [] });
      column += cell - next;
    }
    next = cell + 1;
    const own = spanOf(pending);
    nodes.push({
      span: left === 0 ? Math.max(own, columns - column) : own,
      nodes: nodesOf(pending, `${path}/r${number}/c${cell}`),
    });
    column += own;
  }
  const change = [...cells.values()][0]?.[0]?.placed.block.row;
  return { number, cells: nodes, ...(change !== undefined && { change }) };
}
