import { useEffect, useState } from 'react';
import type { ApplicabilityPreview, DraftItem } from '#shared/domain/library/checklistVersion.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { client } from '../../client/client.ts';
import { Tag } from '../../ui/Tag.tsx';

const tones = { yes: 'indigo', undetermined: 'amber', no: 'neutral' } as const;

/** For which projects of this desk the item at hand would apply, read anew whenever its condition changes. */
export function ApplicabilityPane({ item }: { item: DraftItem }) {
  const words = useText().checklists.condition;
  const preview = usePreview(item);
  if (preview === null || preview.problem !== null) return null;
  const { projects } = preview;
  const count = (applies: ApplicabilityPreview['projects'][number]['applies']): number =>
    projects.filter((project) => project.applies === applies).length;
  return (
    <section aria-label={words.preview}>
      <h2 className="mb-1 text-xs font-normal text-ink-3">{words.preview}</h2>
      {projects.length === 0 ? (
        <p className="text-ink-3">{words.noProjects}</p>
      ) : (
        <>
          <p className="mb-1 text-xs text-ink-2" role="status">
            {words.counts(count('yes'), count('undetermined'), count('no'))}
          </p>
          <ul className="flex flex-col">
            {projects.map((project) => (
              <li
                key={project.projectId}
                className="flex min-h-7 items-center gap-2 border-b border-line"
              >
                <span className="min-w-0 flex-1 truncate" title={project.name}>
                  {project.name}
                </span>
                <span className="flex-none text-xs text-ink-3">
                  {words.documents(project.documents)}
                </span>
                <Tag tone={tones[project.applies]}>{words.applies[project.applies]}</Tag>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function usePreview({ when, docTypes }: DraftItem): ApplicabilityPreview | null {
  const [preview, setPreview] = useState<ApplicabilityPreview | null>(null);
  const types = docTypes.join();
  useEffect(() => {
    let isGone = false;
    attempt(async () => {
      const next = await client('checklist.preview', { when, docTypes });
      if (!isGone) setPreview(next);
    });
    return () => {
      isGone = true;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the types by their names: a list that is equal is no other
  }, [when, types]);
  return preview;
}
