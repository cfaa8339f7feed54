import type { ProjectSummary } from '#shared/domain/review/project.ts';
import { useText } from '../../app/language.ts';
import { ProjectPick } from './ProjectPick.tsx';
import { Section } from './Section.tsx';
import type { DraftProblem, SendDraft } from './sendDraft.ts';

interface ProjectChoiceProps {
  draft: SendDraft;
  projects: readonly ProjectSummary[];
  problem: DraftProblem | null;
  onChange: (part: Partial<SendDraft>) => void;
}

/** Which projects go into the package. */
export function ProjectChoice({ draft, projects, problem, onChange }: ProjectChoiceProps) {
  const words = useText().exchange.send;
  return (
    <Section title={words.projects}>
      <ProjectPick
        words={words}
        projects={projects}
        projectIds={draft.projectIds}
        onChange={(projectIds) => onChange({ projectIds })}
        showsClient
      />
      {problem === 'project' && (
        <p role="alert" className="text-cinnabar">
          {words.noneChosen}
        </p>
      )}
    </Section>
  );
}
