import type { CellNode, RowNode } from './blockTree.ts';

/** A cell on the table's grid while merged cells are put together. */
type Placed = { cell: CellNode; rows: number };

/**
 * Puts cells that go on downwards (`w:vMerge`) together with the one that they began in. A part that has text of its own
 * stays a cell: text of record is never out of sight.
 */
export function joinMerged(rows: readonly RowNode[]): readonly RowNode[] {
  if (!rows.some((row) => row.cells.some(goesOn))) return rows;
  /** The cell that reaches down to the row above, by its first column. */
  let above = new Map<number, Placed>();
  const joined = rows.map((row) => {
    const here = new Map<number, Placed>();
    const own: Placed[] = [];
    let column = 0;
    for (const cell of row.cells) {
      const upper = above.get(column);
      if (upper !== undefined && goesOn(cell) && upper.cell.span === cell.span && isEmpty(cell)) {
        upper.rows += 1;
        here.set(column, upper);
      } else {
        const placed = { cell, rows: 1 };
        own.push(placed);
        here.set(column, placed);
      }
      column += cell.span;
    }
    above = here;
    return { row, own };
  });
  return joined.map(({ row, own }) => ({
    ...row,
    cells: own.map(({ cell, rows: count }) => (count > 1 ? { ...cell, rows: count } : cell)),
  }));
}

const goesOn = (cell: CellNode): boolean =>
  cell.nodes.some((node) => node.kind === 'text' && node.placed.block.cell?.goesOn === true);

const isEmpty = (cell: CellNode): boolean =>
  cell.nodes.every(
    (node) =>
      node.kind === 'text' && node.placed.block.text === '' && node.placed.block.label === null,
  );
