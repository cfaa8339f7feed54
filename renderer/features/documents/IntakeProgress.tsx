import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { cancelIntake, useIntake } from './intakeStore.ts';

/** The intakes of this project that are running, each with its way out. */
export function IntakeProgress({ projectId }: { projectId: string }) {
  const text = useText();
  const words = text.documents.intake;
  const jobs = useIntake((state) => state.jobs).filter((job) => job.projectId === projectId);
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
          <Button size="small" onPress={() => cancelIntake(job.id)}>
            {words.cancel}
          </Button>
        </li>
      ))}
    </ul>
  );
}
