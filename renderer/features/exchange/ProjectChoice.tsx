import type { ProjectSummary } from '#shared/domain/review/project.ts';
import { useText } from '../../app/language.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RadioSegments } from '../../ui/RadioSegments.tsx';
import { Section } from './Section.tsx';
import { type DraftProblem, type SendDraft, withEntry } from './sendDraft.ts';

interface ProjectChoiceProps {
  draft: SendDraft;
  projects: readonly ProjectSummary[];
  problem: DraftProblem | null;
  onChange: (part: Partial<SendDraft>) => void;
}

/** Every project, or some. */
export function ProjectChoice({ draft, projects, problem, onChange }: ProjectChoiceProps) {
  const words = useText().exchange.send;
  const { projectIds } = draft;
  return (
    <Section title={words.projects}>
      <div className="max-w-80">
        <RadioSegments
          label={words.projects}
          segments={[
            { id: 'all', label: words.all },
            { id: 'chosen', label: words.chosen },
          ]}
          value={projectIds === null ? 'all' : 'chosen'}
          onChange={(id) => onChange({ projectIds: id === 'all' ? null : (projectIds ?? []) })}
        />
      </div>
      {projectIds !== null && (
        <div role="group" aria-label={words.chosen} className="max-h-52 overflow-auto">
          {projects.map((project) => (
            <Checkbox
              key={project.id}
              isSelected={projectIds.includes(project.id)}
              onChange={(isIn) => onChange({ projectIds: withEntry(projectIds, project.id, isIn) })}
            >
              {project.name}
              {project.client !== '' && (
                <span className="ml-2 text-xs text-ink-3">{project.client}</span>
              )}
            </Checkbox>
          ))}
        </div>
      )}
      {problem === 'project' && (
        <p role="alert" className="text-cinnabar">
          {words.noneChosen}
        </p>
      )}
    </Section>
  );
}
