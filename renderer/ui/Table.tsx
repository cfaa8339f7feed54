import type { ReactNode } from 'react';
import {
  Table as AriaTable,
  TableBody as AriaTableBody,
  Cell,
  Column,
  Row as AriaRow,
  type SortDescriptor,
  TableHeader,
} from 'react-aria-components';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';

export interface TableColumn<Row> {
  id: string;
  label: string;
  /** A utility for the width: `w-24`. The column without one takes what is left. */
  width?: string;
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

/** Rows and columns with arrow keys, sorting and one action a row. */
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
    <AriaTable
      aria-label={label}
      {...sortProps}
      onSortChange={(sort: SortDescriptor) => {
        onSort?.({ column: String(sort.column), direction: sort.direction });
      }}
      {...(onOpen && { onRowAction: (key) => onOpen(String(key)) })}
      className="w-full table-fixed border-separate border-spacing-0 outline-none"
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
              'group/row -outline-offset-2 data-hovered:bg-hover data-focus-visible:bg-indigo-soft',
              onOpen && 'cursor-pointer',
            )}
          >
            {(column) => (
              <Cell className="h-9 truncate border-b border-line px-2 align-middle -outline-offset-2 first:pl-4 last:pr-3">
                <div
                  className={classNames(
                    'flex min-w-0 items-center',
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
  );
}

function HeaderCell<Row>({ column }: { column: TableColumn<Row> }) {
  return (
    <Column
      id={column.id}
      isRowHeader={column.isRowHeader ?? false}
      allowsSorting={column.isSortable ?? false}
      textValue={column.label}
      className={classNames(
        'sticky top-0 z-1 h-8 border-b border-line-2 bg-panel px-2 text-xs font-normal whitespace-nowrap text-ink-3 -outline-offset-2 first:pl-4 last:pr-3 data-hovered:text-ink',
        column.width,
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
