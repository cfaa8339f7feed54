import type { ProjectCounts } from '#shared/domain/handoff/handoffReport.ts';
import { formatNumber } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { sumOf, totalOf } from './previewCounts.ts';

const kinds = ['new', 'changed', 'identical', 'conflicts'] as const;
const figure = 'h-8 px-3 text-right tabular-nums';

/** How many changes of each kind a package holds for each project; every row and column adds up. */
export function CountsTable({ projects }: { projects: readonly ProjectCounts[] }) {
  const words = useText().exchange.receive;
  const language = useLanguage((state) => state.language);
  const sum = sumOf(projects);
  const cells = (counts: Omit<ProjectCounts, 'id' | 'name'>) => (
    <>
      {kinds.map((kind) => (
        <td
          key={kind}
          className={
            kind === 'conflicts' && counts[kind] > 0 ? `${figure} font-semibold text-amber` : figure
          }
        >
          {formatNumber(language, counts[kind])}
        </td>
      ))}
      <td className={`${figure} font-semibold`}>{formatNumber(language, totalOf(counts))}</td>
    </>
  );
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left" aria-label={words.projects}>
        <thead className="text-xs text-ink-3">
          <tr className="border-b border-line-2">
            <th scope="col" className="h-8 pr-3 font-normal">
              {words.columns.project}
            </th>
            {([...kinds, 'total'] as const).map((id) => (
              <th
                key={id}
                scope="col"
                className="h-8 px-3 text-right font-normal whitespace-nowrap"
              >
                {words.columns[id]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <tr key={project.id} className="border-b border-line">
              <th scope="row" className="h-8 pr-3 font-normal">
                {project.name}
              </th>
              {cells(project)}
            </tr>
          ))}
        </tbody>
        {projects.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row" className="h-8 pr-3 font-semibold">
                {words.totalRow}
              </th>
              {cells(sum)}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
