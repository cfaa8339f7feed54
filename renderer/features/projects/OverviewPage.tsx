import { useRoute } from '../../app/routes.ts';
import { useText } from '../../app/language.ts';
import { useIsLocked } from '../../ui/locked.ts';
import { useDocuments } from '../documents/documentsStore.ts';
import { TraitsPage } from '../traits/TraitsPage.tsx';
import { ChecklistUpdates } from './ChecklistUpdates.tsx';
import { ChecklistProgress } from './ChecklistProgress.tsx';
import { DocumentsSummary } from './DocumentsSummary.tsx';
import { NextSteps } from './NextSteps.tsx';
import { ProjectFacts } from './ProjectFacts.tsx';
import { useProjects } from './projectsStore.ts';
import { TraitsSummary } from './TraitsSummary.tsx';

/** Where the project stands and what to do next; the traits open from here. */
export function OverviewPage({ projectId }: { projectId: string }) {
  const isOnTraits = useRoute(
    ({ route }) => route.page === 'project' && route.at['section'] === 'traits',
  );
  return isOnTraits ? <TraitsPage projectId={projectId} /> : <Overview />;
}

const noDocuments: readonly never[] = [];

function Overview() {
  const text = useText();
  const project = useProjects((state) => state.open.value);
  const isLocked = useIsLocked();
  const documents = useDocuments((state) => state.documents.value) ?? noDocuments;
  if (!project) return <p className="p-6 text-ink-3">{text.common.loading}</p>;
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <div className="mx-auto grid w-full max-w-320 grid-cols-[minmax(0,5fr)_minmax(0,4fr)] items-start gap-4 p-4">
        <div className="flex flex-col gap-4">
          {!isLocked && <NextSteps project={project} documents={documents} />}
          <ChecklistUpdates project={project} />
          <ChecklistProgress project={project} />
        </div>
        <div className="flex flex-col gap-4">
          <ProjectFacts project={project} />
          <TraitsSummary project={project} />
          <DocumentsSummary projectId={project.id} documents={documents} />
        </div>
      </div>
    </div>
  );
}
