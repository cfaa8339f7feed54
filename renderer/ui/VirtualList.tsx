import type { ReactNode, Ref } from 'react';
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { classNames } from './classNames.ts';

export interface ListSection<Row> {
  id: string;
  /** Heading row of the section. */
  title: ReactNode;
  label: string;
  rows: readonly Row[];
}

interface VirtualListProps<Row extends { id: string }> {
  label: string;
  sections: readonly ListSection<Row>[];
  selected: string | null;
  onSelect: (id: string) => void;
  /** Enter or double click on a row. */
  onOpen?: (id: string) => void;
  renderRow: (row: Row) => ReactNode;
  /** What a screen reader and type-ahead take the row for. */
  rowText: (row: Row) => string;
  rowHeightPx?: number;
  headingHeightPx?: number;
  /** Values other than the rows that change how a row is drawn. */
  dependencies?: readonly unknown[];
  empty?: ReactNode;
  ref?: Ref<HTMLDivElement>;
}

/** A long list in sections of which only the rows in view are drawn. Arrow keys move, typing jumps. */
export function VirtualList<Row extends { id: string }>({
  label,
  sections,
  selected,
  onSelect,
  onOpen,
  renderRow,
  rowText,
  rowHeightPx = 28,
  headingHeightPx = 32,
  dependencies = [],
  empty,
  ref,
}: VirtualListProps<Row>) {
  const drawn = sections.filter((section) => section.rows.length > 0);
  return (
    <Virtualizer
      layout={ListLayout}
      layoutOptions={{ rowHeight: rowHeightPx, headingHeight: headingHeightPx }}
    >
      <ListBox
        {...(ref && { ref })}
        aria-label={label}
        items={drawn}
        dependencies={[...dependencies, drawn]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection={selected !== null}
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) onSelect(String(key));
        }}
        {...(onOpen && { onAction: (key) => onOpen(String(key)) })}
        renderEmptyState={() => empty}
        className="h-full min-h-0 flex-1 overflow-auto outline-none"
      >
        {(section) => (
          <ListBoxSection id={section.id} aria-label={section.label}>
            <Header className="flex h-full items-end justify-between px-3 pb-1 text-xs text-ink-3">
              {section.title}
            </Header>
            <Collection items={section.rows} dependencies={[...dependencies]}>
              {(row) => <ListRow row={row} text={rowText(row)} render={renderRow} />}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Virtualizer>
  );
}

interface ListRowProps<Row extends { id: string }> {
  row: Row;
  text: string;
  render: (row: Row) => ReactNode;
}

function ListRow<Row extends { id: string }>({ row, text, render }: ListRowProps<Row>) {
  return (
    <ListBoxItem
      id={row.id}
      textValue={text}
      className={classNames(
        'flex h-full cursor-default items-center px-2.5 whitespace-nowrap outline-none',
        'data-hovered:bg-hover data-selected:bg-indigo-soft data-selected:font-semibold data-selected:shadow-[inset_3px_0_var(--indigo)]',
        'data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus',
      )}
    >
      {render(row)}
    </ListBoxItem>
  );
}
