import { AppError, type Failure } from '#shared/contract/errors.ts';
import type { SharedFolderSync } from '#shared/domain/handoff/sharedFolder.ts';
import { storageError } from '../db/storageError.ts';
import { isMark, type MarkBody, readMark } from './deskMark.ts';
import type { FolderContext } from './sharedFolderContext.ts';
import { type FolderFile, isUnreachable } from './sharedFolderFiles.ts';
import { lookAtFiles } from './sharedFolderRead.ts';
import { type WriteReport, writeOwnPart } from './sharedFolderWrite.ts';

export type SyncOutcome = Omit<SharedFolderSync, 'status'>;

const maxMarkBytes = 4 * 2 ** 20;

const nothing = (): SyncOutcome & WriteReport => ({
  taken: [],
  receipts: 0,
  written: [],
  removed: 0,
  altered: [],
});

/** Keeps of a look what it took and gave, as soon as there is anything. */
function noteLook({ tables, session, setting }: FolderContext, outcome: SyncOutcome): void {
  const { taken, written, receipts, removed, altered } = outcome;
  const work = taken.length + written.length + receipts + removed + altered.length;
  if (work === 0) return;
  const at = session.now();
  tables.looks.add({ at, folder: setting.path, taken, written, receipts, removed, altered });
}

/**
 * One look at the shared folder: others' files first, then this desk's own part. A folder that is away or strange, and one
 * in which another copy of this workspace writes, is noted and not written to. Errors: `cancelled`, `folder-crowded`.
 */
export async function syncFolder(context: FolderContext, isWhole: boolean): Promise<SyncOutcome> {
  const { tables, session } = context;
  tables.folder.stand({ lookedAt: session.now() });
  const listed = await listFolder(context);
  context.requireOpen();
  if (listed === 'away') {
    tables.folder.stand({ state: 'away' });
    return nothing();
  }
  const { isBegun } = tables.folder.standing();
  const hasOwnPart = listed.some(({ file }) => file.startsWith(`${session.deviceId}/`));
  if (isBegun && !hasOwnPart) {
    // Another stick under the same letter, or somebody took this desk's part out.
    tables.folder.stand({ state: 'strange' });
    return nothing();
  }
  const isMarked = await isMarkedByOther(context, listed);
  const look = await lookAtFiles(context, listed);
  const outcome: SyncOutcome & WriteReport = {
    ...nothing(),
    taken: look.taken,
    receipts: look.receipts,
    altered: look.altered,
  };
  const reached = { reachedAt: session.now() };
  if (isMarked || look.isCopied) {
    tables.folder.stand({ ...reached, state: 'copied' });
    noteLook(context, outcome);
    return outcome;
  }
  const isAltered = (file: FolderFile): boolean => look.altered.includes(file.file);
  const writeFailure = await tryToWrite(
    context,
    listed.filter((file) => !isAltered(file)),
    isWhole,
    outcome,
  );
  tables.folder.stand({ ...reached, state: 'reached', writeFailure });
  noteLook(context, outcome);
  return outcome;
}

/** Everything in the team's folder; none where it has not been made. */
async function listFolder({
  files,
  setting,
}: FolderContext): Promise<readonly FolderFile[] | 'away'> {
  try {
    if (!(await files.isThere(setting.path))) return 'away';
    return (await files.list(setting.path)) ?? [];
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (isUnreachable(error) || storageError(error, setting.path) instanceof AppError) {
      return 'away';
    }
    throw error;
  }
}

/** Whether this desk's own part bears a mark of its keys that neither this installation nor one that has left wrote. */
async function isMarkedByOther(
  context: FolderContext,
  listed: readonly FolderFile[],
): Promise<boolean> {
  const marks = await ownMarks(context, listed);
  const left = new Set(marks.flatMap((mark) => mark.left ?? []));
  const { folder } = context.tables;
  return marks.some(
    (mark) => mark.left === null && !folder.hasMark(mark.nonce) && !left.has(mark.nonce),
  );
}

/** The marks in this desk's own part that were made with its keys. */
export async function ownMarks(
  {
    files,
    identity,
    session,
    setting,
    requireOpen,
  }: Pick<FolderContext, 'files' | 'identity' | 'session' | 'setting' | 'requireOpen'>,
  listed: readonly FolderFile[],
): Promise<MarkBody[]> {
  const marks: MarkBody[] = [];
  for (const { file, sizeBytes } of listed.filter((one) => isMark(one.file, session.deviceId))) {
    if (sizeBytes > maxMarkBytes) continue;
    const read = await files.read(setting.path, file).catch(() => null); // gone or locked: next time
    const mark = read ? await readMark(identity, read.bytes) : null;
    requireOpen();
    if (mark?.device === session.deviceId) marks.push(mark);
  }
  return marks;
}

/** Null where all of it was written. What keeps this desk from writing keeps nobody from reading. */
async function tryToWrite(
  context: FolderContext,
  listed: readonly FolderFile[],
  isWhole: boolean,
  outcome: SyncOutcome & WriteReport,
): Promise<Failure | null> {
  const { path: folder } = context.setting;
  try {
    await writeOwnPart(context, listed, isWhole, outcome);
    return null;
  } catch (error) {
    const known = storageError(error, folder);
    if (known instanceof AppError) {
      if (known.code === 'cancelled') throw known;
      return { code: known.code, params: known.params };
    }
    if (isUnreachable(error)) return { code: 'folder-unreachable', params: { folder } };
    throw error;
  }
}
