import { create } from 'zustand';
import { attempt } from '../../app/errorText.ts';
import { navigate } from '../../app/routes.ts';
import { whenJobProgresses, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';

interface SampleState {
  readonly job: { readonly id: string; readonly done: number; readonly total: number } | null;
}

export const useSample = create<SampleState>()(() => ({ job: null }));

whenWorkspaceCloses(() => useSample.setState({ job: null }));
whenJobProgresses((event) => {
  const { job } = useSample.getState();
  if (job?.id === event.jobId)
    useSample.setState({ job: { id: job.id, done: event.done, total: event.total } });
});

/** Makes the sample project that ships with the program, and opens it. */
export function openSample(): void {
  if (useSample.getState().job) return;
  const jobId = newCommandId();
  useSample.setState({ job: { id: jobId, done: 0, total: 0 } });
  attempt(async () => {
    try {
      const { projectId } = await client('project.openSample', {
        commandId: newCommandId(),
        jobId,
      });
      navigate({ page: 'project', projectId, tab: 'overview', at: {} });
    } finally {
      useSample.setState({ job: null });
    }
  });
}
