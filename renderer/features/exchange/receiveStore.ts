import { create } from 'zustand';
import { AppError } from '#shared/contract/errors.ts';
import type {
  Conflict,
  ConflictChoice,
  HandoffImport,
  OpenedHandoff,
} from '#shared/domain/handoff/handoffReport.ts';
import { attempt } from '../../app/errorText.ts';
import { whenJobProgresses, whenWorkspaceCloses } from '../../client/changes.ts';
import { client, pickSources } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { showToast } from '../../ui/toasts.ts';
import { loadExchange } from './exchangeStore.ts';

export type Rule = 'ask' | 'mine' | 'theirs' | 'newer';

interface ReceiveState {
  readonly isOpening: boolean;
  /** A package whose passphrase is asked for; the same source may be tried again. */
  readonly asking: {
    readonly source: string;
    readonly hint: string;
    readonly isWrong: boolean;
  } | null;
  readonly preview: OpenedHandoff | null;
  /** What was chosen in the shown preview, by disagreement. */
  readonly choices: Readonly<Record<string, ConflictChoice['choice']>>;
  readonly failure: unknown;
  readonly job: { readonly id: string; readonly done: number; readonly total: number } | null;
  readonly imported: HandoffImport | null;
  /** Reading of texts was put off. */
  readonly isTextLeft: boolean;
}

const begin: ReceiveState = {
  isOpening: false,
  asking: null,
  preview: null,
  choices: {},
  failure: null,
  job: null,
  imported: null,
  isTextLeft: false,
};
export const useReceive = create<ReceiveState>()(() => begin);
const { getState: get, setState: set } = useReceive;
/** Counts up when the workspace closes: answers on their way then belong to nobody. */
let sitting = 0;

whenWorkspaceCloses(() => {
  sitting += 1;
  set(begin);
});
whenJobProgresses(({ jobId, done, total }) => {
  const { job } = get();
  if (job?.id === jobId) set({ job: { ...job, done, total } });
});

export function pickPackage(): void {
  attempt(async () => openPackages(await pickSources('files')));
}

/** Opens the first of what was chosen or dropped. */
export async function openPackages(sources: readonly string[]): Promise<void> {
  const [source] = sources;
  if (source === undefined) return;
  if (get().job) {
    showToast({ tone: 'warning', message: (text) => text.exchange.receive.busy });
    return;
  }
  if (sources.length > 1)
    showToast({ tone: 'warning', message: (text) => text.exchange.receive.one });
  await openPackage(source, null);
}

/** Shows what a package would do; asks for its passphrase where it needs one. */
export async function openPackage(source: string, passphrase: string | null): Promise<void> {
  const mine = sitting;
  set({ isOpening: true, preview: null, choices: {}, failure: null, imported: null });
  try {
    const preview = await client('handoff.preview', { source, passphrase });
    if (mine === sitting) set({ preview, asking: null });
  } catch (failure) {
    if (mine !== sitting) return;
    if (failure instanceof AppError && failure.code === 'handoff-passphrase') {
      const hint = String(failure.params['hint'] ?? '');
      set({ asking: { source, hint, isWrong: passphrase !== null } });
    } else set({ failure, asking: null });
  } finally {
    if (mine === sitting) set({ isOpening: false });
  }
}

/** Shows a package that was opened elsewhere; what was chosen in another preview is no choice in this one. */
export function showPreview(preview: OpenedHandoff | null): void {
  set({ preview, choices: {}, asking: null, failure: null, imported: null });
}

export function closePreview(): void {
  set({ preview: null, choices: {}, asking: null, failure: null });
}

export function closeSummary(): void {
  set({ imported: null });
}

export function disputeKey({
  entity,
  entityId,
  field,
}: Pick<Conflict, 'entity' | 'entityId' | 'field'>): string {
  return `${entity} ${entityId} ${field}`;
}

/** Chooses one version, or both; null leaves the disagreement to the rule. */
export function chooseVersion(dispute: Conflict, choice: ConflictChoice['choice'] | null): void {
  const key = disputeKey(dispute);
  set(({ choices }) => {
    const { [key]: _before, ...others } = choices;
    return { choices: choice === null ? others : { ...others, [key]: choice } };
  });
}

function chosenOf(
  disputes: readonly Conflict[],
  choices: ReceiveState['choices'],
): ConflictChoice[] {
  return disputes.flatMap((dispute) => {
    const choice = choices[disputeKey(dispute)];
    if (choice === undefined) return [];
    const { entity, entityId, field } = dispute;
    return [{ entity, entityId, field, choice }];
  });
}

/** Takes the shown package in. */
export async function importPackage(rule: Rule): Promise<void> {
  const { preview, job, choices } = get();
  if (!preview || job) return;
  const id = newCommandId();
  const mine = sitting;
  set({ job: { id, done: 0, total: 0 }, isTextLeft: false });
  try {
    const imported = await client('handoff.import', {
      commandId: newCommandId(),
      jobId: id,
      openId: preview.openId,
      rule,
      choices: chosenOf(preview.disputes, choices),
    });
    if (mine === sitting) set({ imported, preview: null });
  } finally {
    if (mine === sitting) {
      set({ job: null });
      await loadExchange();
    }
  }
}

/** Leaves the texts of received documents for later; what was imported stays. */
export function stopReading(): void {
  const { job } = get();
  if (!job) return;
  set({ isTextLeft: true });
  attempt(() => client('job.cancel', { jobId: job.id }));
}

/** Reads the texts that were left. */
export async function readTexts(): Promise<void> {
  if (get().job) return;
  const id = newCommandId();
  const mine = sitting;
  set({ job: { id, done: 0, total: 0 }, isTextLeft: false });
  try {
    const texts = await client('handoff.readTexts', { jobId: id });
    const { imported } = get();
    if (mine === sitting && imported) {
      set({ imported: { ...imported, texts: [...imported.texts, ...texts] } });
    }
  } finally {
    if (mine === sitting) set({ job: null });
  }
}
