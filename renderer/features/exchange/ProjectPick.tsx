import type { ProjectSummary } from '#shared/domain/review/project.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RadioSegments } from '../../ui/RadioSegments.tsx';
import { withEntry } from './sendDraft.ts';

interface ProjectPickProps {
  words: { readonly projects: string; readonly all: string; readonly chosen: string };
  projects: readonly ProjectSummary[];
  /** Null for all of them. */
  projectIds: readonly string[] | null;
  onChange: (projectIds: readonly string[] | null) => void;
  showsClient?: boolean;
}

/** Every project, or some. */
export function ProjectPick({
  words,
  projects,
  projectIds,
  onChange,
  showsClient = false,
}: ProjectPickProps) {
  return (
    <>
      <div className="max-w-80">
        <RadioSegments
          label={words.projects}
          segments={[
            { id: 'all', label: words.all },
            { id: 'chosen', label: words.chosen },
          ]}
          value={projectIds === null ? 'all' : 'chosen'}
          onChange={(id) => onChange(id === 'all' ? null : (projectIds ?? []))}
        />
      </div>
      {projectIds !== null && (
        <div role="group" aria-label={words.chosen} className="max-h-52 overflow-auto">
          {projects.map(({ id, name, client }) => (
            <Checkbox
              key={id}
              isSelected={projectIds.includes(id)}
              onChange={(isIn) => onChange(withEntry(projectIds, id, isIn))}
            >
              {name}
              {showsClient && client !== '' && (
                <span className="ml-2 text-xs text-ink-3">{client}</span>
              )}
            </Checkbox>
          ))}
        </div>
      )}
    </>
  );
}
