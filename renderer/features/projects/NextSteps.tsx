import type { ProjectDocument } from '#shared/domain/review/document.ts';
import { useText } from '../../app/language.ts';
import { hrefOf } from '../../app/routes.ts';
import { classNames } from '../../ui/classNames.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Card } from './Card.tsx';
import { nextSteps } from './nextSteps.ts';
import type { OpenProject } from './projectsStore.ts';

interface NextStepsProps {
  project: OpenProject;
  documents: readonly ProjectDocument[];
}

/** What to do next, each a link; what is done stays visible with a tick. */
export function NextSteps({ project, documents }: NextStepsProps) {
  const text = useText();
  const steps = nextSteps(project, documents, text);
  const firstOpen = steps.find((step) => !step.isDone)?.id;
  return (
    <Card title={text.projects.overview.nextSteps}>
      <ol className="-mx-2 flex flex-col">
        {steps.map((step) => (
          <li key={step.id}>
            <a
              href={hrefOf({
                page: 'project',
                projectId: project.id,
                tab: step.tab,
                at: step.at,
              })}
              className="flex items-center gap-3 rounded px-2 py-1.5 no-underline hover:bg-hover"
            >
              <span
                className={classNames(
                  'flex size-4.5 flex-none items-center justify-center rounded-full border',
                  step.isDone
                    ? 'border-teal bg-teal-soft text-teal'
                    : step.id === firstOpen
                      ? 'border-2 border-indigo'
                      : 'border-line-2',
                )}
              >
                {step.isDone && <Icon name="check" size={12} />}
              </span>
              <span className="min-w-0 flex-1">
                <span
                  className={classNames(
                    'block',
                    step.isDone ? 'text-ink-3' : 'text-ink',
                    step.id === firstOpen && 'font-semibold',
                  )}
                >
                  {step.label}
                  {step.isDone && <span className="sr-only"> {text.projects.overview.done}</span>}
                </span>
                <span className="block text-xs text-ink-3">{step.note}</span>
              </span>
              <Icon name="chevronRight" size={14} className="text-ink-3" />
            </a>
          </li>
        ))}
      </ol>
    </Card>
  );
}
