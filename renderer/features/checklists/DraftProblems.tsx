import type { ChecklistProblem } from '#shared/domain/library/checklistVersion.ts';
import { useText } from '../../app/language.ts';
import { showField } from './DraftItemForm.tsx';
import { useDraft } from './draftStore.ts';
import { problemText } from './problemText.ts';

/** What has to be completed before a draft can be published, by item; each leads to its field. */
export function DraftProblems({ problems }: { problems: readonly ChecklistProblem[] }) {
  const words = useText().checklists.draft;
  const items = useDraft((state) => state.draft.value?.items);
  if (problems.length === 0) return null;
  const owners = [...new Set(problems.map((problem) => problem.itemId))];
  const titleOf = (itemId: string): string =>
    items?.find(({ id }) => id === itemId)?.title || words.untitled;
  return (
    <section aria-label={words.problems(problems.length)} className="flex flex-col gap-2">
      <h2 className="text-xs font-normal text-amber">{words.problems(problems.length)}</h2>
      {owners.map((owner) => (
        <div key={owner ?? ''}>
          <h3 className="truncate text-xs font-semibold">
            {owner === null ? words.head : titleOf(owner)}
          </h3>
          <ul>
            {problems
              .filter((problem) => problem.itemId === owner)
              .map((problem) => (
                <li key={`${problem.field}/${problem.code}/${problem.found}`}>
                  <ProblemLine problem={problem} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function ProblemLine({ problem }: { problem: ChecklistProblem }) {
  const text = useText();
  const { draft, fields } = text.checklists;
  const [field = ''] = problem.field.split(/[.[]/u);
  const inHead: Readonly<Record<string, unknown>> = draft;
  const name = problem.itemId === null ? inHead[field] : fields[field];
  return (
    <button
      type="button"
      className="flex w-full cursor-default gap-2 rounded px-1.5 py-0.5 text-left text-xs hover:bg-hover"
      onClick={() => showField(problem.itemId, problem.field)}
    >
      {typeof name === 'string' && <span className="w-20 flex-none text-ink-3">{name}</span>}
      <span className="min-w-0 flex-1">{problemText(problem, text)}</span>
    </button>
  );
}
