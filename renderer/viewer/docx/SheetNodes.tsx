import type { SheetNode, TableNode } from './blockTree.ts';
import { SheetBlock } from './SheetBlock.tsx';

/** Paragraphs and tables in order; a table's cells hold nodes again. */
export function SheetNodes({
  nodes,
  isInCell = false,
}: {
  readonly nodes: readonly SheetNode[];
  readonly isInCell?: boolean;
}) {
  return nodes.map((node) =>
    node.kind === 'text' ? (
      <SheetBlock key={node.placed.index} placed={node.placed} isInCell={isInCell} />
    ) : (
      <SheetTable key={node.path} table={node} />
    ),
  );
}

function SheetTable({ table }: { readonly table: TableNode }) {
  return (
    <div className="sheet-table">
      <table>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.number}>
              {row.cells.map((cell, index) => (
                // Cells of a row keep their order for the life of a version.
                // oxlint-disable-next-line react/no-array-index-key -- a cell has no other name than its place
                <td key={index} colSpan={cell.span} rowSpan={cell.rows ?? 1}>
                  <SheetNodes nodes={cell.nodes} isInCell />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
