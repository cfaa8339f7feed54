import { Button } from 'react-aria-components';
import { useDocuments } from '../features/documents/documentsStore.ts';
import { type OpenProject, useProjects } from '../features/projects/projectsStore.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { type NavTab, NavTabs } from '../ui/NavTabs.tsx';
import { Ring } from '../ui/Ring.tsx';
import { daysUntil, formatDay } from './format.ts';
import { useLanguage, useText } from './language.ts';
import { isChecklistRoute } from './checklistRoutes.ts';
import { isLawRoute } from './lawRoutes.ts';
import { MainMenu } from './MainMenu.tsx';
import { showOverlay } from './overlays.ts';
import { hrefOf, type ProjectTab, projectTabs, useRoute } from './routes.ts';
import { useToday } from './today.ts';

/** The upper edge: what is on the desk, its rooms, how far it is, and the field that finds everything. */
export function FrameHeader() {
  const route = useRoute((state) => state.route);
  const project = useProjects((state) => state.open.value);
  return (
    <header className="no-print flex h-11 flex-none items-center gap-2 border-b border-line bg-panel pr-3.5 pl-2">
      <MainMenu />
      {route.page === 'project' && project ? (
        <ProjectHeader project={project} tab={route.tab} />
      ) : (
        <DeskHeader />
      )}
      <span className="flex-1" />
      {route.page === 'project' && project && <ReviewRing project={project} />}
      <FindBox />
    </header>
  );
}

function DeskHeader() {
  const text = useText();
  const route = useRoute((state) => state.route);
  const tabs: NavTab[] = [
    { id: 'projects', label: text.common.nav.projects, href: '#/projects' },
    { id: 'library', label: text.common.nav.library, href: '#/library' },
    { id: 'exchange', label: text.exchange.title, href: '#/exchange' },
    { id: 'settings', label: text.common.nav.settings, href: '#/settings' },
  ];
  return (
    <>
      <span className="flex items-center gap-2 text-md font-semibold">
        <Icon name="seal" className="text-indigo" />
        {text.words.appName}
      </span>
      <span className="w-2" />
      <NavTabs
        label={text.common.nav.main}
        tabs={tabs}
        current={isLawRoute(route) || isChecklistRoute(route) ? 'library' : route.page}
      />
    </>
  );
}

function ProjectHeader({ project, tab }: { project: OpenProject; tab: ProjectTab }) {
  const text = useText();
  const documents = useDocuments((state) => state.documents.value?.length);
  const counts: Partial<Record<ProjectTab, number | undefined>> = {
    documents: documents ?? project.progress.documents,
    findings: project.progress.findings,
  };
  const tabs = projectTabs.map((id) => ({
    id,
    label: text.common.nav[id],
    count: counts[id] || undefined,
    href: hrefOf({ page: 'project', projectId: project.id, tab: id, at: {} }),
  }));
  return (
    <>
      <h1 title={project.name} className="max-w-[30vw] truncate text-md font-semibold">
        {project.name}
      </h1>
      <ProjectCrumb project={project} />
      <NavTabs label={text.common.nav.label} tabs={tabs} current={tab} />
    </>
  );
}

/** Round and due day; the day turns amber in its last week and cinnabar is kept for what was decided. */
function ProjectCrumb({ project }: { project: OpenProject }) {
  const text = useText();
  const language = useLanguage((state) => state.language);
  const today = useToday((state) => state.today);
  const isSoon = project.due !== null && daysUntil(project.due, today) <= 7;
  return (
    <span className="mr-2 shrink-0 whitespace-nowrap text-ink-3">
      {text.words.round(project.round)}
      {project.due !== null && (
        <>
          <span aria-hidden="true" className="px-1">
            ·
          </span>
          <span className={isSoon ? 'text-amber' : undefined}>
            {text.common.due(formatDay(language, project.due, today.getFullYear()))}
          </span>
        </>
      )}
    </span>
  );
}

function ReviewRing({ project }: { project: OpenProject }) {
  const text = useText();
  const { reviewed, applicable } = project.progress;
  return (
    <span className="mr-1.5 flex items-center gap-1.5 whitespace-nowrap text-ink-2">
      <Ring
        label={text.common.reviewProgress(reviewed, applicable)}
        done={reviewed}
        total={applicable}
      />
      {text.common.reviewRing(reviewed, applicable)}
    </span>
  );
}

function FindBox() {
  const text = useText();
  return (
    <Button
      onPress={() => showOverlay('palette')}
      className="flex h-7 w-60 min-w-0 cursor-text items-center justify-between gap-2 rounded border border-line-2 bg-paper px-2 text-ink-3 data-hovered:border-ink-3"
    >
      <span className="truncate">{text.common.find}</span>
      <Kbd keys="Ctrl+K" />
    </Button>
  );
}
