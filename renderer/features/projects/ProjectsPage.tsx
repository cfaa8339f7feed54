import { useEffect, useMemo, useState } from 'react';
import type { ProjectSummary } from '#shared/domain/review/project.ts';
import { type Command, useCommands } from '../../app/commands.ts';
import { errorText } from '../../app/errorText.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { navigate } from '../../app/routes.ts';
import { useToday } from '../../app/today.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { FilterChip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { type Sorting, Table } from '../../ui/Table.tsx';
import { beginProject, dismissProject } from './projectActions.ts';
import { projectColumns } from './projectColumns.tsx';
import {
  matchesSearch,
  passesFilter,
  type ProjectFilter,
  projectFilters,
  sortProjects,
} from './projectFilters.ts';
import { ProjectForm } from './ProjectForm.tsx';
import { loadProjects, updateProject, useProjects } from './projectsStore.ts';
import { openSample, useSample } from './sampleStore.ts';

type Editing =
  | { readonly kind: 'create' }
  | { readonly kind: 'edit' | 'remove'; readonly project: ProjectSummary };

/** Every project of the workspace: where it stands and when it is due. */
export function ProjectsPage() {
  const text = useText();
  const list = useProjects((state) => state.list);
  const [editing, setEditing] = useState<Editing | null>(null);
  useEffect(() => void loadProjects(), []);
  useCommands(
    useMemo(
      (): readonly Command[] => [
        {
          id: 'project.create',
          group: 'project',
          label: (words) => words.projects.list.create,
          shortcut: 'n',
          run: () => setEditing({ kind: 'create' }),
        },
        {
          id: 'project.openSample',
          group: 'project',
          label: (words) => words.projects.list.openSample,
          run: openSample,
        },
      ],
      [],
    ),
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-panel">
      <SampleProgress />
      {list.failure !== null && (
        <div className="p-3">
          <Banner
            tone="error"
            title={text.projects.list.failed}
            actions={<Button onPress={() => void loadProjects()}>{text.common.retry}</Button>}
          >
            {errorText(list.failure, text)}
          </Banner>
        </div>
      )}
      {list.value?.length === 0 && <NoProjects onCreate={() => setEditing({ kind: 'create' })} />}
      {list.value && list.value.length > 0 && (
        <ProjectTable projects={list.value} onEditing={setEditing} />
      )}
      <EditingDialogs editing={editing} onClose={() => setEditing(null)} />
    </div>
  );
}

interface ProjectTableProps {
  projects: readonly ProjectSummary[];
  onEditing: (editing: Editing) => void;
}

function ProjectTable({ projects, onEditing }: ProjectTableProps) {
  const text = useText();
  const words = text.projects.list;
  const language = useLanguage((state) => state.language);
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<ProjectFilter>('all');
  const [sorting, setSorting] = useState<Sorting>({ column: 'due', direction: 'ascending' });
  const today = useToday((state) => state.today);
  const found = projects.filter((project) => matchesSearch(project, typed));
  const shown = sortProjects(
    found.filter((project) => passesFilter(project, filter, today)),
    sorting,
  );
  const columns = useMemo(
    () =>
      projectColumns(text, language, today, {
        onEdit: (project) => onEditing({ kind: 'edit', project }),
        onRemove: (project) => onEditing({ kind: 'remove', project }),
      }),
    [text, language, today, onEditing],
  );
  return (
    <>
      <div className="flex h-11 flex-none items-center gap-2 border-b border-line px-3">
        <div className="w-64">
          <SearchField
            label={words.search}
            placeholder={words.search}
            value={typed}
            onChange={setTyped}
          />
        </div>
        {projectFilters.map((id) => (
          <FilterChip
            key={id}
            label={words.filters[id]}
            count={found.filter((project) => passesFilter(project, id, today)).length}
            isSelected={filter === id}
            onChange={() => setFilter(id)}
          />
        ))}
        <span className="flex-1" />
        <SampleButton />
        <Button tone="primary" icon="add" keys="N" onPress={() => onEditing({ kind: 'create' })}>
          {words.create}
        </Button>
      </div>
      <div className="min-h-0 flex-1 bg-paper">
        <Table
          label={words.title}
          columns={columns}
          rows={shown}
          rowText={(project) => project.name}
          sorting={sorting}
          onSort={setSorting}
          onOpen={(projectId) => navigate({ page: 'project', projectId, tab: 'overview', at: {} })}
          empty={
            <EmptyState
              icon="search"
              title={words.noMatchTitle}
              actions={
                <Button
                  onPress={() => {
                    setTyped('');
                    setFilter('all');
                  }}
                >
                  {words.clearFilters}
                </Button>
              }
            >
              {words.noMatchHint}
            </EmptyState>
          }
        />
      </div>
    </>
  );
}

function NoProjects({ onCreate }: { onCreate: () => void }) {
  const text = useText();
  const words = text.projects.list;
  return (
    <div className="flex flex-1 items-center justify-center bg-paper pb-[10vh]">
      <EmptyState
        icon="files"
        title={words.emptyTitle}
        actions={
          <>
            <Button tone="primary" icon="add" keys="N" onPress={onCreate}>
              {words.create}
            </Button>
            <SampleButton />
          </>
        }
      >
        {words.emptyHint}
      </EmptyState>
    </div>
  );
}

function SampleButton() {
  const text = useText();
  const isRunning = useSample((state) => state.job !== null);
  return (
    <Button onPress={openSample} isPending={isRunning}>
      {text.projects.list.openSample}
    </Button>
  );
}

function SampleProgress() {
  const text = useText();
  const job = useSample((state) => state.job);
  if (!job) return null;
  return (
    <div className="flex-none border-b border-line px-3 py-2">
      <ProgressBar
        label={text.projects.list.openingSample}
        value={job.total === 0 ? null : job.done}
        total={job.total}
      />
    </div>
  );
}

function EditingDialogs({ editing, onClose }: { editing: Editing | null; onClose: () => void }) {
  const text = useText();
  const words = text.projects.list;
  if (!editing) return null;
  if (editing.kind === 'create') {
    return <ProjectForm project={null} onClose={onClose} onSubmit={beginProject} />;
  }
  const { project } = editing;
  if (editing.kind === 'edit') {
    return (
      <ProjectForm
        project={project}
        onClose={onClose}
        onSubmit={async (fields) => {
          await updateProject(project.id, fields);
          onClose();
        }}
      />
    );
  }
  return (
    <AlertDialog
      isOpen
      isDangerous
      title={words.removeTitle}
      confirmLabel={text.common.remove}
      cancelLabel={text.common.cancel}
      onCancel={onClose}
      onConfirm={() => {
        dismissProject(project);
        onClose();
      }}
    >
      {words.removeBody(project.name)}
    </AlertDialog>
  );
}
