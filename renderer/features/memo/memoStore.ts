import { create } from 'zustand';
import type { Output } from '#shared/contract/contract.ts';
import type { Memo, MemoCheck } from '#shared/domain/review/memo.ts';
import { isAbout, whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client, memoBytes } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { inTurn } from '../../client/resource.ts';
import { saveFile } from '../../client/saveFile.ts';

export type MemoPreview = Output<'memo.preview'>;

export type Reasons = Readonly<Partial<Record<MemoCheck['code'], string>>>;

export type MemoState = {
  readonly projectId: string | null;
  readonly preview: MemoPreview | null;
  readonly memos: readonly Memo[] | null;
  /** Item id → number, for the links from a check to its items. */
  readonly itemNumbers: Readonly<Record<string, string>>;
  readonly acknowledged: readonly MemoCheck['code'][];
  /** Why it is issued in spite of a check, where one must be given. */
  readonly reasons: Reasons;
  readonly isWriting: boolean;
  readonly failure: unknown;
};

const begin: MemoState = {
  projectId: null,
  preview: null,
  memos: null,
  itemNumbers: {},
  acknowledged: [],
  reasons: {},
  isWriting: false,
  failure: null,
};

export const useMemos = create<MemoState>()(() => begin);
const { getState: get, setState: set } = useMemos;

export async function openMemos(projectId: string): Promise<void> {
  if (get().projectId !== projectId) set({ ...begin, projectId });
  await read();
}

const read = inTurn(async () => {
  const { projectId } = get();
  if (projectId === null) return;
  try {
    const [preview, memos, rows] = await Promise.all([
      client('memo.preview', { projectId }),
      client('memo.list', { projectId }),
      client('review.rows', { projectId }),
    ]);
    if (get().projectId !== projectId) return;
    const itemNumbers = Object.fromEntries(rows.map(({ itemId, number }) => [itemId, number]));
    set({ preview, memos, itemNumbers, failure: null });
  } catch (failure) {
    if (get().projectId === projectId) set({ failure });
  }
});

export function acknowledge(code: MemoCheck['code'], isRead: boolean): void {
  set(({ acknowledged }) => ({
    acknowledged: isRead
      ? [...acknowledged.filter((each) => each !== code), code]
      : acknowledged.filter((each) => each !== code),
  }));
}

export function giveReason(code: MemoCheck['code'], reason: string): void {
  set(({ reasons }) => ({ reasons: { ...reasons, [code]: reason } }));
}

/** Keeps the lawyer's own conclusion; the preview is read again by the event that follows. */
export async function writeConclusion(conclusion: string): Promise<void> {
  const { projectId } = get();
  if (projectId === null) return;
  await client('memo.conclude', { commandId: newCommandId(), projectId, conclusion });
}

/** Writes a draft, or issues the memo with the warnings that were acknowledged. */
export async function writeMemo(isDraft: boolean): Promise<Memo | null> {
  const { projectId, acknowledged, reasons } = get();
  if (projectId === null || get().isWriting) return null;
  set({ isWriting: true });
  try {
    const commandId = newCommandId();
    const memo = await client('memo.write', {
      commandId,
      projectId,
      isDraft,
      acknowledged: [...acknowledged],
      reasons: given(reasons),
    });
    await read();
    return memo;
  } finally {
    set({ isWriting: false });
  }
}

function given(reasons: Reasons): Reasons {
  const entries = Object.entries(reasons).map(([code, reason]) => [code, reason.trim()] as const);
  return Object.fromEntries(entries.filter(([, reason]) => reason !== ''));
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Lets the person save a written memo where they want it. */
export async function saveMemo(memo: Memo): Promise<void> {
  saveFile(await memoBytes(memo.id), memo.fileName, docxType);
}

whenDataChanges((event) => {
  const { projectId } = get();
  if (projectId === null || !isAbout(event, projectId)) return;
  void read();
});

whenWorkspaceCloses(() => set(begin));
