import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { DocumentsPage } from '../features/documents/DocumentsPage.tsx';
import { followDocuments } from '../features/documents/documentsStore.ts';
import { LibraryPage } from '../features/library/LibraryPage.tsx';
import { OverviewPage } from '../features/projects/OverviewPage.tsx';
import { ProjectMissing } from '../features/projects/ProjectMissing.tsx';
import { ProjectsPage } from '../features/projects/ProjectsPage.tsx';
import { openProject, useProjects } from '../features/projects/projectsStore.ts';
import { SettingsPage } from '../features/workspace/SettingsPage.tsx';
import { useText } from './language.ts';
import type { ProjectTab, Route } from './routes.ts';

type ProjectPage = ComponentType<{ projectId: string }>;

const found = import.meta.glob<Record<string, ProjectPage>>(
  '../features/{review,findings,memo}/*Page.tsx',
);
const pageNamed = (feature: string, name: string): ProjectPage =>
  lazy(async () => {
    const module = await found[`../features/${feature}/${name}.tsx`]?.();
    return { default: module?.[name] ?? (() => null) };
  });

const projectPages: Record<ProjectTab, ProjectPage> = {
  overview: OverviewPage,
  documents: DocumentsPage,
  review: pageNamed('review', 'ReviewPage'),
  findings: pageNamed('findings', 'FindingsPage'),
  memo: pageNamed('memo', 'MemoPage'),
};
const DevelopmentPage = lazy(async () => ({
  default: (await import('../features/development/DevelopmentPage.tsx')).DevelopmentPage,
}));

/** The page an address names. */
export function PageOf({ route }: { route: Route }) {
  const projectId = route.page === 'project' ? route.projectId : null;
  useEffect(() => {
    openProject(projectId);
    followDocuments(projectId);
  }, [projectId]);
  return (
    <Suspense fallback={<PageLoading />}>
      <Page route={route} />
    </Suspense>
  );
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'projects':
      return <ProjectsPage />;
    case 'project':
      return <ProjectPageOf projectId={route.projectId} tab={route.tab} />;
    case 'library':
      return <LibraryPage checklistId={route.checklistId} />;
    case 'settings':
      return <SettingsPage />;
    case 'development':
      return <DevelopmentPage />;
    default:
      return route satisfies never;
  }
}

function ProjectPageOf({ projectId, tab }: { projectId: string; tab: ProjectTab }) {
  const isMissing = useProjects(
    (state) => state.openId === projectId && state.open.failure !== null && !state.open.value,
  );
  const TabPage = projectPages[tab];
  return isMissing ? <ProjectMissing /> : <TabPage key={projectId} projectId={projectId} />;
}

function PageLoading() {
  const text = useText();
  return <p className="p-6 text-ink-3">{text.common.loading}</p>;
}
