import { create } from 'zustand';
import type { Output } from '#shared/contract/contract.ts';
import { Severity } from '#shared/domain/review/verdict.ts';
import { isAbout, whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import type { FindingPatch } from '../review/reviewCommands.ts';

export type ListedFinding = Output<'finding.list'>[number];

export type FindingsState = {
  readonly projectId: string | null;
  readonly findings: readonly ListedFinding[] | null;
  /** Item id → number and title, to name where a finding belongs. */
  readonly items: Readonly<Record<string, { readonly number: string; readonly title: string }>>;
  readonly failure: unknown;
};

const begin: FindingsState = { projectId: null, findings: null, items: {}, failure: null };

export const useFindings = create<FindingsState>()(() => begin);
const { getState: get, setState: set } = useFindings;

export async function openFindings(projectId: string): Promise<void> {
  if (get().projectId !== projectId) set({ ...begin, projectId });
  await read();
}

async function read(): Promise<void> {
  const { projectId } = get();
  if (projectId === null) return;
  try {
    const [findings, rows] = await Promise.all([
      client('finding.list', { projectId }),
      client('review.rows', { projectId }),
    ]);
    if (get().projectId !== projectId) return;
    // A finding names its item even where that applies no more or is in no list of the project any more.
    const items = Object.fromEntries([
      ...findings.map(
        ({ itemId, item: { number, title } }) => [itemId, { number, title }] as const,
      ),
      ...rows.map(({ itemId, number, title }) => [itemId, { number, title }] as const),
    ]);
    set({ findings, items, failure: null });
  } catch (failure) {
    if (get().projectId === projectId) set({ failure });
  }
}

export async function changeListed(findingId: string, patch: FindingPatch): Promise<void> {
  const commandId = newCommandId();
  const finding = await client('finding.update', { commandId, findingId, patch });
  set(({ findings }) => ({
    findings:
      findings?.map((each) => (each.id === findingId ? { ...each, ...finding } : each)) ?? null,
  }));
}

export async function removeListed(findingId: string): Promise<void> {
  await client('finding.remove', { commandId: newCommandId(), findingId });
  set(({ findings }) => ({
    findings: findings?.filter((each) => each.id !== findingId) ?? null,
  }));
}

/** Findings by severity, gravest first; within one in the order of their numbers. */
export function bySeverity(
  findings: readonly ListedFinding[],
): readonly { readonly severity: Severity; readonly findings: readonly ListedFinding[] }[] {
  return Severity.options
    .map((severity) => ({
      severity,
      findings: findings
        .filter((each) => each.severity === severity)
        .sort((a, b) => a.number.localeCompare(b.number)),
    }))
    .filter((group) => group.findings.length > 0);
}

whenDataChanges((event) => {
  const { projectId } = get();
  if (projectId === null || !isAbout(event, projectId)) return;
  void read();
});

whenWorkspaceCloses(() => set(begin));
