import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { DocumentsPage } from '../features/documents/DocumentsPage.tsx';
import { followDocuments } from '../features/documents/documentsStore.ts';
import { HandedOverBanner } from '../features/exchange/HandedOverBanner.tsx';
import { explainReadOnly } from '../features/exchange/readOnly.ts';
import { LibraryPage } from '../features/library/LibraryPage.tsx';
import { OverviewPage } from '../features/projects/OverviewPage.tsx';
import { ProjectMissing } from '../features/projects/ProjectMissing.tsx';
import { ProjectsPage } from '../features/projects/ProjectsPage.tsx';
import { openProject, useProjects } from '../features/projects/projectsStore.ts';
import { SettingsPage } from '../features/workspace/SettingsPage.tsx';
import { LockedContext } from '../ui/locked.ts';
import { lockWriting } from './commands.ts';
import { useText } from './language.ts';
import type { ProjectTab, Route } from './routes.ts';

type ProjectPage = ComponentType<{ projectId: string }>;

// Read when first opened: they bring the PDF viewer along.
const ReviewPage = lazy(async () => ({
  default: (await import('../features/review/ReviewPage.tsx')).ReviewPage,
}));
const FindingsPage = lazy(async () => ({
  default: (await import('../features/findings/FindingsPage.tsx')).FindingsPage,
}));
const MemoPage = lazy(async () => ({
  default: (await import('../features/memo/MemoPage.tsx')).MemoPage,
}));

const LawPage = lazy(async () => ({
  default: (await import('../features/law/LawPage.tsx')).LawPage,
}));

const ChecklistPage = lazy(async () => ({
  default: (await import('../features/checklists/ChecklistPage.tsx')).ChecklistPage,
}));

const ExchangePage = lazy(async () => ({
  default: (await import('../features/exchange/ExchangePage.tsx')).ExchangePage,
}));

const projectPages: Record<ProjectTab, ProjectPage> = {
  overview: OverviewPage,
  documents: DocumentsPage,
  review: ReviewPage,
  findings: FindingsPage,
  memo: MemoPage,
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
      return (
        <LibraryPage
          checklistId={route.checklistId}
          versionId={route.version ?? null}
          itemId={route.item ?? null}
        />
      );
    case 'draft':
    case 'checklistComparison':
      return <ChecklistPage route={route} />;
    case 'statutes':
    case 'statute':
    case 'comparison':
    case 'impact':
      return <LawPage route={route} />;
    case 'exchange':
      return <ExchangePage route={route} />;
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
  const isReadOnly = useProjects(
    (state) => state.openId === projectId && state.open.value?.holding.isReadOnly === true,
  );
  useEffect(() => {
    lockWriting(isReadOnly ? explainReadOnly : null);
    return () => lockWriting(null);
  }, [isReadOnly]);
  const TabPage = projectPages[tab];
  if (isMissing) return <ProjectMissing />;
  return (
    <>
      <HandedOverBanner projectId={projectId} />
      <LockedContext value={isReadOnly}>
        <TabPage key={projectId} projectId={projectId} />
      </LockedContext>
    </>
  );
}

function PageLoading() {
  const text = useText();
  return <p className="p-6 text-ink-3">{text.common.loading}</p>;
}
