import { useEffect, useMemo, useState } from 'react';
import { type Command, useCommands } from '../../app/commands.ts';
import { attempt, errorText } from '../../app/errorText.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { hrefOf, navigate } from '../../app/routes.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { FilterChip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Table } from '../../ui/Table.tsx';
import { DropArea } from '../documents/DropArea.tsx';
import {
  isNeeded,
  lawRows,
  matchesFilter,
  type LawRow,
  type StatuteFilter,
  statuteFilters,
} from './catalogueRows.ts';
import { LibraryTabs } from './LibraryTabs.tsx';
import { statuteColumns } from './statuteColumns.tsx';
import { StatuteDetail } from './StatuteDetail.tsx';
import { StatuteImportResult } from './StatuteImportResult.tsx';
import { StatuteImports } from './StatuteImports.tsx';
import { importStatutes, pickAndImport } from './statuteImportStore.ts';
import { reloadStatutes, useStatutes, wantStatutes } from './statutesStore.ts';

/** Which laws the program knows, which of their texts are held, and which the checklists miss. */
export function StatutesPage({ law }: { law: string | null }) {
  const text = useText();
  const { value, failure } = useStatutes((state) => state.statutes);
  useEffect(wantStatutes, []);
  useCommands(importCommands);
  const rows = useMemo(() => (value ? lawRows(value) : null), [value]);
  return (
    <>
      <LibraryTabs current="statutes" />
      <DropArea label={text.law.import.dropNow} onSources={importStatutes}>
        <StatuteImports />
        <StatuteImportResult />
        {failure !== null && (
          <div className="p-3">
            <Banner
              tone="error"
              title={text.law.statutes.failed}
              actions={<Button onPress={() => attempt(reloadStatutes)}>{text.common.retry}</Button>}
            >
              {errorText(failure, text)}
            </Banner>
          </div>
        )}
        {rows === null && failure === null && (
          <p className="p-6 text-ink-3">{text.common.loading}</p>
        )}
        {rows !== null && <Catalogue rows={rows} law={law} />}
      </DropArea>
    </>
  );
}

const importCommands: readonly Command[] = [
  {
    id: 'statutes.pickFiles',
    group: 'go',
    label: (words) => words.law.import.pickFiles,
    shortcut: 'mod+o',
    run: () => pickAndImport('files'),
  },
  {
    id: 'statutes.pickFolder',
    group: 'go',
    label: (words) => words.law.import.pickFolder,
    shortcut: 'mod+shift+o',
    run: () => pickAndImport('folder'),
  },
];

function ImportButtons() {
  const words = useText().law.import;
  return (
    <>
      <Button tone="primary" icon="files" keys="Ctrl+O" onPress={() => pickAndImport('files')}>
        {words.pickFiles}
      </Button>
      <Button icon="folder" onPress={() => pickAndImport('folder')}>
        {words.pickFolder}
      </Button>
    </>
  );
}

/** Where a law was not asked for, the list has the width; where it was, its versions stand beside it. */
function Catalogue({ rows, law }: { rows: readonly LawRow[]; law: string | null }) {
  const [filter, setFilter] = useState<StatuteFilter>('all');
  const [search, setSearch] = useState('');
  const asked = search.trim().toLowerCase();
  const shown = rows.filter(
    (row) => matchesFilter(row, filter) && `${row.title} ${row.id}`.toLowerCase().includes(asked),
  );
  const chosen =
    rows.find((row) => row.id === law || row.versions.some((version) => version.id === law)) ??
    null;
  return (
    <>
      <CatalogueBar
        rows={rows}
        filter={filter}
        onFilter={setFilter}
        search={search}
        onSearch={setSearch}
      />
      <div className="flex min-h-0 flex-1">
        <div className="min-h-0 min-w-0 flex-1 bg-paper">
          <LawTable rows={shown} chosenId={chosen?.id ?? null} />
        </div>
        <aside className="flex min-h-0 w-108 flex-none flex-col overflow-y-auto border-l border-line bg-panel">
          <Aside rows={rows} chosen={chosen} />
        </aside>
      </div>
    </>
  );
}

function Aside({ rows, chosen }: { rows: readonly LawRow[]; chosen: LawRow | null }) {
  const words = useText().law.statutes;
  if (chosen !== null) return <StatuteDetail key={chosen.id} row={chosen} />;
  if (rows.every((row) => row.versions.length === 0)) {
    return (
      <EmptyState icon="library" title={words.emptyTitle} actions={<ImportButtons />}>
        <p>{words.emptyHow}</p>
        <p className="mt-2 text-xs text-ink-3">{words.emptyWhy}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="library" title={words.choose}>
      {words.chooseHint}
    </EmptyState>
  );
}

interface CatalogueBarProps {
  rows: readonly LawRow[];
  filter: StatuteFilter;
  onFilter: (filter: StatuteFilter) => void;
  search: string;
  onSearch: (search: string) => void;
}

function CatalogueBar({ rows, filter, onFilter, search, onSearch }: CatalogueBarProps) {
  const text = useText();
  const words = text.law.statutes;
  const held = rows.filter((row) => row.versions.length > 0).length;
  const needed = rows.filter(isNeeded).length;
  return (
    <div className="flex flex-none flex-wrap items-center gap-2 border-b border-line bg-panel px-3 py-2">
      <div className="w-52">
        <SearchField
          label={words.search}
          placeholder={words.search}
          value={search}
          onChange={onSearch}
        />
      </div>
      {statuteFilters.map((id) => (
        <FilterChip
          key={id}
          label={words.filters[id]}
          count={rows.filter((row) => matchesFilter(row, id)).length}
          isSelected={filter === id}
          onChange={() => onFilter(id)}
        />
      ))}
      <span role="status" className="min-w-0 flex-1 text-right text-xs text-ink-3">
        {needed === 0 ? words.summary(held, rows.length - held) : words.neededMissing(needed)}
      </span>
      <a
        className="rounded-sm px-1 text-indigo hover:underline"
        href={hrefOf({ page: 'impact', law: null })}
      >
        {words.impactAll}
      </a>
      <ImportButtons />
    </div>
  );
}

function LawTable({ rows, chosenId }: { rows: readonly LawRow[]; chosenId: string | null }) {
  const text = useText();
  const language = useLanguage((state) => state.language);
  const columns = useMemo(() => statuteColumns(text, chosenId), [text, chosenId]);
  return (
    <Table
      label={text.law.statutes.title}
      columns={columns}
      rows={rows}
      rowText={(row) => row.title}
      onOpen={(id) => navigate({ page: 'statutes', law: id }, { replace: true })}
      empty={<p className="p-6 text-center text-ink-3">{text.law.statutes.noMatch}</p>}
      dependencies={[language, chosenId]}
    />
  );
}
