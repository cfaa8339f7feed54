import type { ReactNode } from 'react';
import {
  Table as AriaTable,
  TableBody as AriaTableBody,
  Cell,
  Column,
  Row as AriaRow,
  type SortDescriptor,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';

export interface TableColumn<Row> {
  id: string;
  label: string;
  /** In pixels or as a share of the table; the column without one takes what is left. */
  width?: number | `${number}%`;
  minWidthPx?: number;
  align?: 'start' | 'end' | 'center';
  isSortable?: boolean;
  isRowHeader?: boolean;
  isLabelHidden?: boolean;
  render: (row: Row) => ReactNode;
}

export interface Sorting {
  column: string;
  direction: 'ascending' | 'descending';
}

interface TableProps<Row extends { id: string }> {
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowText: (row: Row) => string;
  sorting?: Sorting | null;
  onSort?: (sorting: Sorting) => void;
  /** Enter or click on a row. */
  onOpen?: (id: string) => void;
  empty?: ReactNode;
  /** Values other than the rows that change how a cell is drawn. */
  dependencies?: readonly unknown[];
}

const aligns = {
  start: 'text-left justify-start',
  end: 'text-right justify-end',
  center: 'text-center justify-center',
};

const rowHeightPx = 36;
const headingHeightPx = 32;

/** Rows and columns with arrow keys, sorting and one action a row; only the rows in view are drawn. */
export function Table<Row extends { id: string }>({
  label,
  columns,
  rows,
  rowText,
  sorting,
  onSort,
  onOpen,
  empty,
  dependencies = [],
}: TableProps<Row>) {
  const sortProps = sorting
    ? { sortDescriptor: { column: sorting.column, direction: sorting.direction } }
    : {};
  return (
    <Virtualizer
      layout={TableLayout}
      layoutOptions={{ rowHeight: rowHeightPx, headingHeight: headingHeightPx }}
    >
      <AriaTable
        aria-label={label}
        {...sortProps}
        onSortChange={(sort: SortDescriptor) => {
          onSort?.({ column: String(sort.column), direction: sort.direction });
        }}
        {...(onOpen && { onRowAction: (key) => onOpen(String(key)) })}
        className="h-full min-h-0 w-full overflow-auto outline-none"
      >
        <TableHeader columns={columns} dependencies={[columns]}>
          {(column) => <HeaderCell column={column} />}
        </TableHeader>
        <AriaTableBody
          items={rows}
          dependencies={[...dependencies, columns]}
          renderEmptyState={() => empty}
        >
          {(row) => (
            <AriaRow
              id={row.id}
              columns={columns}
              dependencies={[...dependencies, columns]}
              textValue={rowText(row)}
              className={classNames(
                'group/row h-full -outline-offset-2 data-hovered:bg-hover data-focus-visible:bg-indigo-soft',
                onOpen && 'cursor-pointer',
              )}
            >
              {(column) => (
                <Cell
                  className={classNames(
                    'flex h-full items-center truncate border-b border-line pr-2 -outline-offset-2',
                    column.isRowHeader ? 'pl-4' : 'pl-2',
                  )}
                >
                  <div
                    className={classNames(
                      'flex w-full min-w-0 items-center',
                      aligns[column.align ?? 'start'],
                    )}
                  >
                    {column.render(row)}
                  </div>
                </Cell>
              )}
            </AriaRow>
          )}
        </AriaTableBody>
      </AriaTable>
    </Virtualizer>
  );
}

function HeaderCell<Row>({ column }: { column: TableColumn<Row> }) {
  return (
    <Column
      id={column.id}
      width={column.width ?? '1fr'}
      minWidth={column.minWidthPx ?? 40}
      isRowHeader={column.isRowHeader ?? false}
      allowsSorting={column.isSortable ?? false}
      textValue={column.label}
      className={classNames(
        'flex h-full items-center border-b border-line-2 bg-panel pr-2 text-xs whitespace-nowrap text-ink-3 -outline-offset-2 data-hovered:text-ink',
        column.isRowHeader ? 'pl-4' : 'pl-2',
        aligns[column.align ?? 'start'],
      )}
    >
      {({ sortDirection }) => (
        <span className={classNames('flex items-center gap-1', aligns[column.align ?? 'start'])}>
          <span className={classNames(column.isLabelHidden && 'sr-only')}>{column.label}</span>
          {sortDirection && (
            <Icon name={sortDirection === 'ascending' ? 'sortUp' : 'sortDown'} size={12} />
          )}
        </span>
      )}
    </Column>
  );
}
