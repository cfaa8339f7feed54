import { Button } from './Button.tsx';
import { ProgressBar } from './ProgressBar.tsx';

interface RunningJob {
  readonly id: string;
  readonly done: number;
  readonly total: number;
  /** What is being worked on. */
  readonly label: string;
}

interface RunningJobsProps {
  readonly jobs: readonly RunningJob[];
  readonly words: {
    readonly running: (done: number, total: number) => string;
    readonly cancel: string;
  };
  readonly onCancel: (jobId: string) => void;
}

/** The jobs that are running, each with its way out. */
export function RunningJobs({ jobs, words, onCancel }: RunningJobsProps) {
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
          <Button size="small" onPress={() => onCancel(job.id)}>
            {words.cancel}
          </Button>
        </li>
      ))}
    </ul>
  );
}
