import { joined, type SheetNode, type TableNode } from './blockTree.ts';
import { longTable } from './longTable.ts';
import { SheetBlock } from './SheetBlock.tsx';

/** Paragraphs and tables in order; a table's cells hold nodes again. */
export function SheetNodes({
  nodes,
  isInCell = false,
}: {
  readonly nodes: readonly SheetNode[];
  readonly isInCell?: boolean;
}) {
  return joined(nodes).map((node) => {
    if (node.kind === 'table') return <SheetTable key={node.path} table={node} />;
    if (node.kind === 'text')
      return <SheetBlock key={node.placed.index} placed={node.placed} isInCell={isInCell} />;
    return (
      <div key={node.nodes[0]?.placed.index} className="sheet-joined" data-mark={node.mark}>
        {node.nodes.map(({ placed }) => (
          <SheetBlock key={placed.index} placed={placed} isInCell={isInCell} />
        ))}
      </div>
    );
  });
}

function SheetTable({ table }: { readonly table: TableNode }) {
  const long = longTable(table);
  if (long === null) {
    return (
      <div className="sheet-table">
        <table>
          <SheetRows rows={table.rows} />
        </table>
      </div>
    );
  }
  return (
    <div className="sheet-table">
      {long.pieces.map((rows) => (
        // The browser skips what is out of view of a box, and a table is none.
        <div key={rows[0]?.number} className="sheet-table-piece">
          <table>
            <colgroup>
              {long.widths.map((width, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- a column has no other name than its place
                <col key={column} style={{ width: `${width}%` }} />
              ))}
            </colgroup>
            <SheetRows rows={rows} />
          </table>
        </div>
      ))}
    </div>
  );
}

function SheetRows({ rows }: { readonly rows: TableNode['rows'] }) {
  return (
    <tbody>
      {rows.map((row) => (
        <tr key={row.number} data-revision={row.change}>
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
  );
}
