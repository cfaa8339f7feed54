import type { CellNode, RowNode, SheetNode, TableNode } from './blockTree.ts';

/** Tables longer than this are drawn in pieces, so that a workbook of thousands of rows scrolls as a short one does. */
const longFromRows = 120;
const rowsInPiece = 60;
/** Letters that a column counts for at least and at most when the width is shared out. */
const narrowest = 4;
const widest = 40;
/** Room that the edges of a cell take, in letters. */
const cellEdges = 2;

/** A long table cut into pieces of rows that no merged cell crosses, and the widths that make them look like one. */
export type LongTable = {
  readonly pieces: readonly (readonly RowNode[])[];
  /** Per cent of the table's width, by column. */
  readonly widths: readonly number[];
};

/** Null for a table that is short enough to be drawn whole. */
export function longTable(table: TableNode): LongTable | null {
  if (table.rows.length <= longFromRows) return null;
  return { pieces: piecesOf(table.rows), widths: widthsOf(table) };
}

function piecesOf(rows: readonly RowNode[]): RowNode[][] {
  const pieces: RowNode[][] = [];
  let piece: RowNode[] = [];
  /** Rows that a merged cell above still reaches over. */
  let covered = 0;
  for (const row of rows) {
    piece.push(row);
    covered = Math.max(covered - 1, ...row.cells.map((cell) => (cell.rows ?? 1) - 1));
    if (piece.length < rowsInPiece || covered > 0) continue;
    pieces.push(piece);
    piece = [];
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

/** By the longest paragraph of each column; cells over several columns say nothing about one. */
function widthsOf({ columns, rows }: TableNode): number[] {
  const letters = Array.from({ length: columns }, () => narrowest);
  for (const { cells } of rows) {
    let column = 0;
    for (const cell of cells) {
      const known = letters[column];
      if (cell.span === 1 && known !== undefined)
        letters[column] = Math.max(known, Math.min(widest, lettersIn(cell)));
      column += cell.span;
    }
  }
  const all = letters.reduce((sum, one) => sum + one + cellEdges, 0);
  return letters.map((one) => (100 * (one + cellEdges)) / all);
}

function lettersIn({ nodes }: CellNode): number {
  return nodes.reduce((most, node) => Math.max(most, lengthOf(node)), 0);
}

function lengthOf(node: SheetNode): number {
  if (node.kind === 'text') return node.placed.block.text.length;
  const cells = node.rows.flatMap((row) => row.cells);
  return cells.reduce((sum, cell) => sum + lettersIn(cell), 0);
}
