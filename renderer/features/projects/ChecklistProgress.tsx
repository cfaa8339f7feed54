import { useEffect, useState } from 'react';
import type { ReviewRow } from '#shared/contract/rooms/review.ts';
import type { Checklist } from '#shared/domain/library/checklistItem.ts';
import { attempt } from '../../app/errorText.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { client } from '../../client/client.ts';
import { Card } from './Card.tsx';
import { checklistProgress } from './checklistProgress.ts';
import type { OpenProject } from './projectsStore.ts';

/** How far each checklist is, for the items that apply. */
export function ChecklistProgress({ project }: { project: OpenProject }) {
  const text = useText();
  const words = text.projects.overview;
  const language = useLanguage((state) => state.language);
  const { rows, checklists } = useReviewRows(project);
  const { reviewed, applicable, undetermined } = project.progress;
  const lines = checklistProgress(checklists, rows);
  return (
    <Card title={words.progress} aside={words.progressLine(reviewed, applicable)}>
      {lines.length === 0 ? (
        <p className="text-ink-2">{words.noItems}</p>
      ) : (
        <ul className="flex flex-col gap-2.5">
          {lines.map((line) => (
            <li key={line.checklist.id}>
              <span className="flex items-baseline gap-3">
                <span className="min-w-0 flex-1 truncate">
                  {language === 'en' ? line.checklist.titleEn : line.checklist.titleZh}
                </span>
                {line.notMet > 0 && (
                  <span className="text-xs text-cinnabar">{words.notMet(line.notMet)}</span>
                )}
                <span className="w-12 text-right text-ink-2">
                  {words.checklistLine(line.reviewed, line.total)}
                </span>
              </span>
              <span
                aria-hidden="true"
                className="mt-1 block h-1 overflow-hidden rounded-full bg-track"
              >
                <span
                  className="block h-full bg-indigo"
                  style={{ width: `${(line.reviewed / line.total) * 100}%` }}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
      {undetermined > 0 && (
        <p className="mt-3 text-xs text-amber">{words.undetermined(undetermined)}</p>
      )}
    </Card>
  );
}

interface Progress {
  readonly rows: readonly ReviewRow[];
  /** The lists of the project as it pins them. */
  readonly checklists: readonly Checklist[];
}

/** Read again whenever the project was read again: after every change that may concern it. */
function useReviewRows(project: OpenProject): Progress {
  const [progress, setProgress] = useState<Progress>({ rows: [], checklists: [] });
  useEffect(() => {
    const { id: projectId } = project;
    attempt(async () => {
      const [rows, lists] = await Promise.all([
        client('review.rows', { projectId }),
        client('review.lists', { projectId }),
      ]);
      setProgress({ rows, checklists: lists.flatMap(({ checklist }) => checklist ?? []) });
    });
  }, [project]);
  return progress;
}
