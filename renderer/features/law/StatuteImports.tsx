import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { cancelImport, useStatuteImports } from './statuteImportStore.ts';

/** The imports that are running, each with its way out. */
export function StatuteImports() {
  const words = useText().law.import;
  const jobs = useStatuteImports((state) => state.jobs);
  if (jobs.length === 0) return null;
  return (
    <ul className="flex flex-none flex-col gap-2 border-b border-line bg-panel px-4 py-2">
      {jobs.map((job) => (
        <li key={job.id} className="flex items-end gap-4">
          <div className="min-w-0 flex-1">
            <ProgressBar
              label={job.label}
              value={job.total === 0 ? null : job.done}
              total={job.total}
              valueText={words.running(job.done, job.total)}
            />
          </div>
          <Button size="small" onPress={() => cancelImport(job.id)}>
            {words.cancel}
          </Button>
        </li>
      ))}
    </ul>
  );
}
