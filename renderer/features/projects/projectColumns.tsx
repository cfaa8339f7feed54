import type { ProjectSummary } from '#shared/domain/review/project.ts';
import type { Language, Messages } from '#shared/i18n/catalogue.ts';
import { daysUntil, formatDay } from '../../app/format.ts';
import { navigate } from '../../app/routes.ts';
import { classNames } from '../../ui/classNames.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Ring } from '../../ui/Ring.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { TableColumn } from '../../ui/Table.tsx';

interface RowActions {
  readonly onEdit: (project: ProjectSummary) => void;
  readonly onRemove: (project: ProjectSummary) => void;
}

/** The columns of the project list. */
export function projectColumns(
  text: Messages,
  language: Language,
  today: Date,
  actions: RowActions,
): readonly TableColumn<ProjectSummary>[] {
  const labels = text.projects.list.columns;
  const isEnglish = language === 'en'; // its words are wider
  return [
    {
      id: 'name',
      label: labels.name,
      isSortable: true,
      isRowHeader: true,
      minWidthPx: 160,
      render: (project) => (
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-semibold">{project.name}</span>
          {project.holding.isReadOnly && (
            <Tag>
              {text.exchange.owner.mark(text.exchange.person(project.holding.owner?.person ?? ''))}
            </Tag>
          )}
        </span>
      ),
    },
    {
      id: 'client',
      label: labels.client,
      width: '18%',
      isSortable: true,
      render: (project) => <span className="truncate text-ink-2">{project.client}</span>,
    },
    {
      id: 'type',
      label: labels.type,
      width: 112,
      isSortable: true,
      render: (project) => <span className="truncate text-ink-2">{project.type}</span>,
    },
    {
      id: 'round',
      label: labels.round,
      width: isEnglish ? 96 : 64,
      render: (project) => <span className="text-ink-2">{text.words.round(project.round)}</span>,
    },
    {
      id: 'due',
      label: labels.due,
      width: 160,
      isSortable: true,
      render: (project) => (
        <DueDay project={project} text={text} language={language} today={today} />
      ),
    },
    {
      id: 'documents',
      label: labels.documents,
      width: isEnglish ? 96 : 64,
      align: 'end',
      isSortable: true,
      render: (project) => project.progress.documents,
    },
    {
      id: 'progress',
      label: labels.progress,
      width: 128,
      isSortable: true,
      render: (project) => <Progress project={project} text={text} />,
    },
    {
      id: 'findings',
      label: labels.findings,
      width: isEnglish ? 80 : 64,
      align: 'end',
      isSortable: true,
      render: (project) => project.progress.findings,
    },
    {
      id: 'actions',
      label: labels.actions,
      isLabelHidden: true,
      width: 48,
      align: 'end',
      render: (project) => <RowMenu project={project} text={text} actions={actions} />,
    },
  ];
}

interface DueDayProps {
  project: ProjectSummary;
  text: Messages;
  language: Language;
  today: Date;
}

function DueDay({ project, text, language, today }: DueDayProps) {
  const words = text.projects.list;
  if (project.due === null) return <span className="text-ink-3">{words.noDue}</span>;
  const days = daysUntil(project.due, today);
  const isOpen = project.progress.memos === 0;
  const left = days < 0 ? words.overdue(-days) : days === 0 ? words.dueToday : words.dueIn(days);
  return (
    <span className="whitespace-nowrap">
      {formatDay(language, project.due, today.getFullYear())}
      {isOpen && (
        <span className={classNames('ml-2 text-xs', days <= 7 ? 'text-amber' : 'text-ink-3')}>
          {left}
        </span>
      )}
    </span>
  );
}

function Progress({ project, text }: { project: ProjectSummary; text: Messages }) {
  const { reviewed, applicable } = project.progress;
  return (
    <span className="flex items-center gap-2">
      <Ring
        label={text.common.reviewProgress(reviewed, applicable)}
        done={reviewed}
        total={applicable}
      />
      <span aria-hidden="true" className="text-ink-2">
        {text.projects.overview.checklistLine(reviewed, applicable)}
      </span>
    </span>
  );
}

interface RowMenuProps {
  project: ProjectSummary;
  text: Messages;
  actions: RowActions;
}

function RowMenu({ project, text, actions }: RowMenuProps) {
  const label = text.projects.list.menu(project.name);
  return (
    <Menu
      label={label}
      entries={[
        {
          id: 'edit',
          label: text.common.edit,
          icon: 'edit',
          isDisabled: project.holding.isReadOnly,
          run: () => actions.onEdit(project),
        },
        {
          id: 'handOver',
          label: text.exchange.commands.project,
          icon: 'link',
          run: () => navigate({ page: 'exchange', room: 'send', projectId: project.id }),
        },
        {
          id: 'remove',
          label: text.common.remove,
          icon: 'trash',
          isDangerous: true,
          isDisabled: project.holding.isReadOnly,
          run: () => actions.onRemove(project),
        },
      ]}
    >
      <IconButton icon="more" label={label} />
    </Menu>
  );
}
