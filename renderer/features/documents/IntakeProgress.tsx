import { useText } from '../../app/language.ts';
import { RunningJobs } from '../../ui/RunningJobs.tsx';
import { cancelIntake, useIntake } from './intakeStore.ts';

/** The intakes of this project that are running. */
export function IntakeProgress({ projectId }: { projectId: string }) {
  const words = useText().documents.intake;
  const jobs = useIntake((state) => state.jobs).filter((job) => job.projectId === projectId);
  return <RunningJobs jobs={jobs} words={words} onCancel={cancelIntake} />;
}
