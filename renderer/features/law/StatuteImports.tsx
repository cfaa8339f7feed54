import { useText } from '../../app/language.ts';
import { RunningJobs } from '../../ui/RunningJobs.tsx';
import { cancelImport, useStatuteImports } from './statuteImportStore.ts';

/** The imports that are running. */
export function StatuteImports() {
  const words = useText().law.import;
  const jobs = useStatuteImports((state) => state.jobs);
  return <RunningJobs jobs={jobs} words={words} onCancel={cancelImport} />;
}
