import { create } from 'zustand';
import { AppError } from '#shared/contract/errors.ts';
import { attempt } from '../../app/errorText.ts';
import { textNow } from '../../app/language.ts';
import type { SourceKind } from '../../client/bridge.ts';
import { whenJobProgresses, whenWorkspaceCloses } from '../../client/changes.ts';
import { client, pickSources } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { showToast } from '../../ui/toasts.ts';
import { addStatuteLines, reloadStatutes } from './statutesStore.ts';

export interface StatuteImportJob {
  readonly id: string;
  readonly done: number;
  readonly total: number;
  /** The file being read. */
  readonly label: string;
}

/** Imports that are running, oldest first. */
export const useStatuteImports = create<{ readonly jobs: readonly StatuteImportJob[] }>()(() => ({
  jobs: [],
}));

whenWorkspaceCloses(() => useStatuteImports.setState({ jobs: [] }));
whenJobProgresses(({ jobId, done, total, label }) => {
  useStatuteImports.setState(({ jobs }) => ({
    jobs: jobs.map((job) => (job.id === jobId ? { ...job, done, total, label } : job)),
  }));
});

/** Asks for files or a folder and imports them. */
export function pickAndImport(kind: SourceKind): void {
  attempt(async () => {
    const sources = await pickSources(kind);
    if (sources.length > 0) await importStatutes(sources);
  });
}

/** Imports official texts; each file gets its line in the result, whatever becomes of it. */
export async function importStatutes(sources: readonly string[]): Promise<void> {
  const words = textNow().law.import;
  if (sources.length === 0) {
    showToast({ tone: 'warning', message: (text) => text.law.import.nothing });
    return;
  }
  const job: StatuteImportJob = {
    id: newCommandId(),
    done: 0,
    total: sources.length,
    label: words.preparing,
  };
  useStatuteImports.setState(({ jobs }) => ({ jobs: [...jobs, job] }));
  try {
    const { files } = await client('statute.import', {
      commandId: newCommandId(),
      jobId: job.id,
      sources: [...sources],
    });
    addStatuteLines(files);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'cancelled')) throw error;
    showToast({ tone: 'info', message: (text) => text.law.import.cancelled });
  } finally {
    useStatuteImports.setState(({ jobs }) => ({ jobs: jobs.filter(({ id }) => id !== job.id) }));
    await reloadStatutes();
  }
}

export function cancelImport(jobId: string): void {
  attempt(() => client('job.cancel', { jobId }));
}
