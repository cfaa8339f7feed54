import { create } from 'zustand';
import { AppError } from '#shared/contract/errors.ts';
import type { ChecklistImport } from '#shared/domain/library/checklistVersion.ts';
import { attempt } from '../../app/errorText.ts';
import { textNow } from '../../app/language.ts';
import { whenJobProgresses, whenWorkspaceCloses } from '../../client/changes.ts';
import { client, pickSources } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { showToast } from '../../ui/toasts.ts';
import { reloadVersions } from './versionsStore.ts';

interface ImportState {
  readonly job: {
    readonly id: string;
    readonly done: number;
    readonly total: number;
    readonly label: string;
  } | null;
  /** A pack whose signer is not a trusted contact: a question, never a default. */
  readonly question: {
    readonly sources: readonly string[];
    readonly file: string;
    readonly person: string;
    readonly fingerprint: string;
  } | null;
  /** What the last imports said of each file, newest first. */
  readonly files: readonly ChecklistImport[];
}

const begin: ImportState = { job: null, question: null, files: [] };

export const useChecklistImports = create<ImportState>()(() => begin);
const { getState: get, setState: set } = useChecklistImports;

whenWorkspaceCloses(() => set(begin));
whenJobProgresses(({ jobId, done, total, label }) => {
  const { job } = get();
  if (job?.id === jobId) set({ job: { ...job, done, total, label } });
});

/** Asks for files and takes them in. */
export function pickAndImport(): void {
  attempt(async () => {
    const sources = await pickSources('files');
    if (sources.length > 0) await importChecklists(sources);
  });
}

/** Takes workbooks, YAML and packs in, each whole or not at all; what stands in the way is listed by file. */
export async function importChecklists(
  sources: readonly string[],
  isSignerAccepted = false,
): Promise<void> {
  if (get().job !== null || sources.length === 0) return;
  const words = textNow().checklists.nav;
  const id = newCommandId();
  set({ question: null, job: { id, done: 0, total: sources.length, label: words.importing } });
  try {
    const { files } = await client('checklist.import', {
      commandId: newCommandId(),
      jobId: id,
      sources: [...sources],
      isSignerAccepted,
    });
    set((state) => ({ files: [...files, ...state.files] }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'checklist-signer-unknown') {
      const said = (name: string): string => String(error.params[name] ?? '');
      const who = { person: said('person'), fingerprint: said('fingerprint') };
      set({ question: { sources, file: said('file'), ...who } });
      return;
    }
    if (error.code !== 'cancelled') throw error;
    showToast({ message: (text) => text.law.import.cancelled });
  } finally {
    set({ job: null });
    await reloadVersions();
  }
}

export function cancelChecklistImport(jobId: string): void {
  attempt(() => client('job.cancel', { jobId }));
}

/** The lawyer has compared the fingerprint: the same files are taken in. */
export function acceptSigner(): void {
  const { question } = get();
  if (question !== null) attempt(() => importChecklists(question.sources, true));
}

export function rejectSigner(): void {
  set({ question: null });
}

export function clearChecklistImports(): void {
  set({ files: [] });
}
