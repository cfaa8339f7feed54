import type { CoreEvent } from '#shared/contract/contract.ts';

export type DataChanged = Extract<CoreEvent, { type: 'data.changed' }>;
export type JobProgress = Extract<CoreEvent, { type: 'job.progress' }>;

type Ending = () => void;

/** Who wants to hear of one kind of event. Stores sign up when their module is loaded and stay for the life of the page. */
function makeListeners<E>() {
  const listeners = new Set<(event: E) => void>();
  return {
    add: (listener: (event: E) => void): Ending => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (event: E) => {
      for (const listener of listeners) listener(event);
    },
  };
}

const changed = makeListeners<DataChanged>();
const progressed = makeListeners<JobProgress>();
const closed = makeListeners<void>();

/** Hears that records changed, so that a store can read again what it shows. */
export const whenDataChanges = changed.add;
/** Whether a change may touch what a store shows of its project; a change that names no project may touch any. */
export function isAbout({ projectIds }: DataChanged, projectId: string): boolean {
  return projectIds.length === 0 || projectIds.includes(projectId);
}

/** Hears how far a job has come. */
export const whenJobProgresses = progressed.add;
/** Hears that the workspace was locked: nothing of it may stay in memory that a store holds. */
export const whenWorkspaceCloses = closed.add;

export const tellDataChanged = changed.tell;
export const tellJobProgress = progressed.tell;
export const tellWorkspaceClosed = closed.tell;
