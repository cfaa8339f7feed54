import { create } from 'zustand';
import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import { AppError } from '#shared/contract/errors.ts';
import { attempt } from '../../app/errorText.ts';
import { textNow } from '../../app/language.ts';
import { whenJobProgresses, whenWorkspaceCloses } from '../../client/changes.ts';
import { client, pickSources } from '../../client/client.ts';
import type { SourceKind } from '../../client/bridge.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { showToast } from '../../ui/toasts.ts';
import { addLines, reloadDocuments, replaceLine, useDocuments } from './documentsStore.ts';

export interface IntakeJob {
  readonly id: string;
  readonly projectId: string;
  readonly done: number;
  readonly total: number;
  /** The file being read. */
  readonly label: string;
}

/** Intakes that are running, oldest first. */
export const useIntake = create<{ readonly jobs: readonly IntakeJob[] }>()(() => ({ jobs: [] }));

whenWorkspaceCloses(() => useIntake.setState({ jobs: [] }));
whenJobProgresses((event) => {
  useIntake.setState(({ jobs }) => ({
    jobs: jobs.map((job) =>
      job.id === event.jobId
        ? { ...job, done: event.done, total: event.total, label: event.label }
        : job,
    ),
  }));
});

/** Asks for files or a folder and takes them in. */
export function pickAndTakeIn(projectId: string, kind: SourceKind): void {
  attempt(async () => {
    const sources = await pickSources(kind);
    if (sources.length > 0) await takeIn(projectId, sources);
  });
}

/** Takes files into a project; each gets its line in the result, whatever becomes of it. */
export async function takeIn(projectId: string, sources: readonly string[]): Promise<void> {
  const text = textNow().documents.intake;
  if (sources.length === 0) {
    showToast({ tone: 'warning', message: ({ documents }) => documents.intake.nothing });
    return;
  }
  const job: IntakeJob = {
    id: newCommandId(),
    projectId,
    done: 0,
    total: sources.length,
    label: text.preparing,
  };
  useIntake.setState(({ jobs }) => ({ jobs: [...jobs, job] }));
  try {
    const { files } = await client('document.intake', {
      commandId: newCommandId(),
      jobId: job.id,
      projectId,
      sources: [...sources],
      type: null,
      supersedes: null,
    });
    if (useDocuments.getState().projectId === projectId) addLines(files);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'cancelled')) throw error;
    showToast({ tone: 'info', message: ({ documents }) => documents.intake.cancelled });
  } finally {
    useIntake.setState(({ jobs }) => ({ jobs: jobs.filter((other) => other.id !== job.id) }));
    await reloadDocuments();
  }
}

/** Takes in a file that was refused for its password; its line says what became of it. */
export async function retryWithPassword(
  line: IntakeLine,
  token: string,
  password: string,
): Promise<void> {
  const { files } = await client('document.retry', {
    commandId: newCommandId(),
    jobId: newCommandId(),
    token,
    password,
  });
  replaceLine(line, files);
  await reloadDocuments();
}

export function cancelIntake(jobId: string): void {
  attempt(() => client('job.cancel', { jobId }));
}
