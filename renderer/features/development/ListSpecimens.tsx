import { useState } from 'react';
import { useText } from '../../app/language.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NavTabs } from '../../ui/NavTabs.tsx';
import { type Sorting, Table } from '../../ui/Table.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { Specimen } from './Specimen.tsx';

interface SampleRow {
  readonly id: string;
  readonly title: string;
}

export function ListSpecimens() {
  const text = useText();
  const words = text.common.development;
  const rows = words.sampleRows.map((title, index) => ({ id: `1.0${index + 1}`, title }));
  const [selected, setSelected] = useState<string | null>('1.03');
  return (
    <Specimen title={words.sections.lists}>
      <NavTabs
        label={words.sections.lists}
        current="review"
        tabs={[
          { id: 'overview', label: text.common.nav.overview, href: '#/development' },
          { id: 'review', label: text.common.nav.review, href: '#/development' },
          { id: 'findings', label: text.common.nav.findings, count: 12, href: '#/development' },
        ]}
      />
      <div className="flex h-40 border border-line">
        <VirtualList
          label={words.sampleSection}
          sections={[
            { id: 'sample', label: words.sampleSection, title: words.sampleSection, rows },
          ]}
          selected={selected}
          onSelect={setSelected}
          rowText={(row) => row.title}
          renderRow={(row) => (
            <>
              <span className="w-10 text-xs text-ink-3">{row.id}</span>
              <span className="truncate">{row.title}</span>
            </>
          )}
        />
      </div>
      <div className="h-44 border border-line">
        <SampleTable rows={rows} />
      </div>
      <div className="flex h-28 border border-line">
        <Tabs
          label={words.sections.lists}
          tabs={words.tabs.map((label) => ({ id: label, label, content: words.disclosureBody }))}
        />
      </div>
      <EmptyState title={words.emptyTitle}>{words.emptyBody}</EmptyState>
    </Specimen>
  );
}

function SampleTable({ rows }: { rows: readonly SampleRow[] }) {
  const words = useText().projects.library;
  const [sorting, setSorting] = useState<Sorting>({ column: 'id', direction: 'ascending' });
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  const sorted = [...rows].sort((a, b) => sign * a.id.localeCompare(b.id));
  return (
    <Table
      label={words.title}
      columns={[
        {
          id: 'id',
          label: words.columns.number,
          width: 80,
          isSortable: true,
          render: (row) => row.id,
        },
        {
          id: 'title',
          label: words.columns.title,
          isRowHeader: true,
          render: (row) => <span className="truncate">{row.title}</span>,
        },
      ]}
      rows={sorted}
      rowText={(row) => row.title}
      sorting={sorting}
      onSort={setSorting}
    />
  );
}
