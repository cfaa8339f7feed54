import { create } from 'zustand';
import type { OlderText, RereadLine } from '#shared/contract/rooms/document.ts';
import { AppError } from '#shared/contract/errors.ts';
import { quoteCounts } from '#shared/domain/text/rereadCounts.ts';
import { attempt } from '../../app/errorText.ts';
import {
  isAbout,
  whenDataChanges,
  whenJobProgresses,
  whenWorkspaceCloses,
} from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { inTurn } from '../../client/resource.ts';
import { showToast } from '../../ui/toasts.ts';

interface RereadJob {
  readonly id: string;
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** The dialog from the comparison to the replacing; null while it is closed. */
export interface RereadDialogState {
  readonly projectId: string;
  readonly job: RereadJob | null;
  readonly phase: 'comparing' | 'shown' | 'replacing';
  readonly lines: readonly RereadLine[];
  /** Versions whose text shall be replaced. */
  readonly chosen: ReadonlySet<string>;
}

interface RereadState {
  readonly projectId: string | null;
  readonly older: readonly OlderText[];
  readonly dialog: RereadDialogState | null;
}

const begin: RereadState = { projectId: null, older: [], dialog: null };

export const useReread = create<RereadState>()(() => begin);

const readOlder = inTurn(async () => {
  const { projectId } = useReread.getState();
  if (projectId === null) return;
  // The marks are a hint beside the list; where they cannot be read the list says why.
  const older = await client('document.older', { projectId }).catch(() => null);
  if (older !== null && useReread.getState().projectId === projectId) useReread.setState({ older });
});

/** Follows which texts of a project an older reader gave. */
export function followOlder(projectId: string): void {
  if (useReread.getState().projectId !== projectId) useReread.setState({ ...begin, projectId });
  void readOlder();
}

function change(part: Partial<RereadDialogState>): void {
  useReread.setState(({ dialog }) => ({ dialog: dialog && { ...dialog, ...part } }));
}

const newJob = (total: number): RereadJob => ({ id: newCommandId(), done: 0, total, label: '' });

/** Opens the dialog and compares; null for all that an older reader gave. */
export function compareAgain(projectId: string, versionIds: readonly string[] | null): void {
  const total = versionIds?.length ?? useReread.getState().older.length;
  const job = newJob(total);
  useReread.setState({
    dialog: { projectId, job, phase: 'comparing', lines: [], chosen: new Set() },
  });
  attempt(async () => {
    try {
      const { texts } = await client('document.rereadPreview', {
        jobId: job.id,
        projectId,
        versionIds: versionIds === null ? null : [...versionIds],
      });
      if (useReread.getState().dialog?.job?.id !== job.id) return;
      change({ job: null, phase: 'shown', lines: texts, chosen: chosenAtFirst(texts) });
    } catch (error) {
      closeIfOf(job.id);
      if (!isCancelled(error)) throw error;
      showToast({ tone: 'info', message: ({ documents }) => documents.reread.cancelled(0) });
    }
  });
}

/** Texts whose quotes are all found; a person chooses the others, knowing which are not. */
function chosenAtFirst(lines: readonly RereadLine[]): ReadonlySet<string> {
  const safe = lines.filter((line) => line.seal !== null && quoteCounts(line).lost === 0);
  return new Set(safe.map((line) => line.versionId));
}

export function choose(versionId: string, isChosen: boolean): void {
  const { dialog } = useReread.getState();
  if (dialog === null) return;
  const chosen = new Set(dialog.chosen);
  if (isChosen) chosen.add(versionId);
  else chosen.delete(versionId);
  change({ chosen });
}

/** Replaces what was chosen; what could not be replaced as shown stays on the screen with its reason. */
export function replaceChosen(): void {
  const { dialog } = useReread.getState();
  if (dialog === null) return;
  const texts = dialog.lines.flatMap(({ versionId, seal }) =>
    seal !== null && dialog.chosen.has(versionId) ? [{ versionId, seal }] : [],
  );
  const job = newJob(texts.length);
  change({ job, phase: 'replacing' });
  attempt(async () => {
    try {
      const { projectId } = dialog;
      const answer = await client('document.reread', { jobId: job.id, projectId, texts });
      finish(job.id, answer.texts, texts.length);
    } catch (error) {
      closeIfOf(job.id);
      throw error;
    } finally {
      await readOlder();
    }
  });
}

function finish(jobId: string, lines: readonly RereadLine[], asked: number): void {
  const done = lines.filter((line) => line.state === 'replaced').length;
  const left = lines.filter((line) => line.state !== 'replaced');
  if (lines.length < asked)
    showToast({ tone: 'info', message: ({ documents }) => documents.reread.cancelled(done) });
  else if (done > 0)
    showToast({ tone: 'success', message: ({ documents }) => documents.reread.done(done) });
  if (left.length === 0) closeIfOf(jobId);
  else if (useReread.getState().dialog?.job?.id === jobId)
    change({ job: null, phase: 'shown', lines: left, chosen: new Set() });
}

function closeIfOf(jobId: string): void {
  if (useReread.getState().dialog?.job?.id === jobId) useReread.setState({ dialog: null });
}

const isCancelled = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'cancelled';

/** Closes the dialog; a comparison or replacing that runs is cancelled, and what is replaced stays. */
export function closeReread(): void {
  const job = useReread.getState().dialog?.job ?? null;
  if (job === null) useReread.setState({ dialog: null });
  else attempt(() => client('job.cancel', { jobId: job.id }));
}

whenJobProgresses(({ jobId, done, total, label }) => {
  const job = useReread.getState().dialog?.job;
  if (job?.id === jobId) change({ job: { ...job, done, total, label } });
});
whenDataChanges((event) => {
  const { projectId } = useReread.getState();
  const isOurs = event.entities.some((entity) => ['document', 'text'].includes(entity));
  if (isOurs && projectId !== null && isAbout(event, projectId)) void readOlder();
});
whenWorkspaceCloses(() => useReread.setState(begin));
