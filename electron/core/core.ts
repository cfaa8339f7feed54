import { type Channel, contract } from '#shared/contract/contract.ts';
import { dispatch, type Handlers, type Reply } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { storageError } from './db/storageError.ts';
import { Desk } from './desk.ts';
import { takeFinished } from './handoff/handoffDesk.ts';
import { mediaTypes } from './intake/mediaTypes.ts';
import type { Ports } from './ports.ts';
import { draftHandlers } from './service/checklistDrafts.ts';
import { checklistFileHandlers } from './service/checklistFiles.ts';
import { impactHandlers } from './service/acceptImpact.ts';
import { pinHandlers } from './service/checklistPins.ts';
import { checklistHandlers } from './service/checklists.ts';
import { citationHandlers } from './service/citations.ts';
import { documentHandlers } from './service/documents.ts';
import { evidenceHandlers } from './service/evidence.ts';
import { findingHandlers } from './service/findings.ts';
import { handoffHandlers } from './service/handoff.ts';
import { sharedFolderHandlers } from './service/handoffFolder.ts';
import { historyHandlers } from './service/history.ts';
import { libraryHandlers } from './service/library.ts';
import { memoHandlers, requireMemo } from './service/memos.ts';
import { projectHandlers } from './service/projects.ts';
import { recognitionHandlers } from './service/recognition.ts';
import { reviewHandlers } from './service/review.ts';
import { sampleHandlers } from './service/sample.ts';
import { statuteHandlers } from './service/statutes.ts';
import { requireVersion } from './service/versionText.ts';
import { workspaceHandlers } from './service/workspace.ts';

/** Bytes that leave the core: a document as it was handed in, or a memo as it was written. */
export interface FileBytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
}

export interface Core {
  /** The one door: any channel, any input; never throws. */
  call(channel: string, raw: unknown): Promise<Reply<unknown>>;
  /** Errors: `not-found`, `workspace-locked`. */
  documentBytes(versionId: string): FileBytes;
  memoBytes(memoId: string): FileBytes;
  /** A package that `handoff.export` built, once. */
  handoffBytes(fileId: string): FileBytes;
  close(): Promise<void>;
}

/** The whole program without a window: what all three hosts run. */
export function createCore(ports: Ports): Core {
  const desk = new Desk(ports);
  const sharedFolder = sharedFolderHandlers(desk);
  const own: Omit<Handlers, 'project.openSample'> = {
    ...workspaceHandlers(desk),
    ...libraryHandlers(desk),
    ...checklistHandlers(desk),
    ...draftHandlers(desk),
    ...impactHandlers(desk),
    ...pinHandlers(desk),
    ...checklistFileHandlers(desk),
    ...projectHandlers(desk),
    ...documentHandlers(desk),
    ...recognitionHandlers(desk),
    ...reviewHandlers(desk),
    ...evidenceHandlers(desk),
    ...findingHandlers(desk),
    ...memoHandlers(desk),
    ...statuteHandlers(desk),
    ...citationHandlers(desk),
    ...historyHandlers(desk),
    ...handoffHandlers(desk),
    ...sharedFolder.handlers,
    'job.cancel': ({ jobId }) => ({ cancelled: desk.jobs.cancel(jobId) }),
  };
  const handlers: Handlers = withStorageErrors(
    { ...own, ...sampleHandlers(desk, own) },
    desk.folder.dir,
  );
  return {
    call: (channel, raw) => {
      if (isAsked(channel)) desk.touch();
      return dispatch(handlers, channel, raw, (name, error) => {
        ports.log('error', 'bug', { channel: name, error: describeBug(error) });
      });
    },
    documentBytes: (versionId) => {
      const version = requireVersion(desk.session(), versionId);
      const mediaType = mediaTypes[version.kind];
      return { bytes: keptBytes(desk, version.sha256), mediaType, fileName: version.fileName };
    },
    memoBytes: (memoId) => {
      const memo = requireMemo(desk, memoId);
      return {
        bytes: keptBytes(desk, memo.sha256),
        mediaType: mediaTypes.docx,
        fileName: memo.fileName,
      };
    },
    handoffBytes: (fileId) => takeFinished(desk.session(), fileId),
    close: async () => {
      await sharedFolder.stop();
      await desk.close();
    },
  };
}

/** Whether a person is at work: what reads may be a screen that follows events, and keeps no desk from locking. */
function isAsked(channel: string): boolean {
  return Object.hasOwn(contract, channel) && contract[channel as Channel].kind !== 'query'; // own key of the contract
}

/** A full disk or a folder gone read-only can strike in any handler: answered by its name, not as a bug. */
function withStorageErrors(handlers: Handlers, folder: string): Handlers {
  const guarded = Object.entries(handlers).map(([channel, handle]) => [
    channel,
    async (input: never): Promise<unknown> => {
      try {
        return await handle(input);
      } catch (error) {
        throw storageError(error, folder);
      }
    },
  ]);
  return Object.fromEntries(guarded) as Handlers; // same channels, same inputs and outputs
}

function keptBytes(desk: Desk, sha256: string): Uint8Array {
  const bytes = desk.session().contents.get(sha256);
  if (!bytes) throw new AppError('workspace-damaged', { file: desk.folder.documents });
  return bytes;
}

/** Kind and place of a bug; its message may hold document text and is left out. */
function describeBug(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '));
  return [error.name, ...frames.slice(0, 6).map((line) => line.trim())].join(' | ');
}
