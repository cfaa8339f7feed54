import { mkdirSync, rmSync, statSync } from 'node:fs';
import type {
  WorkspaceInfo,
  VerifyReport,
  WorkspaceStatus,
} from '#shared/contract/rooms/workspace.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { verifyChain } from '../changes/verifyChain.ts';
import { schemaVersion } from '../db/database.ts';
import { holdsWorkspace } from '../db/folder.ts';
import { checkPassphrase, readKey, writePassphraseKey, writeRecoveryKey } from '../db/key.ts';
import { unfinishedHandOvers } from '../handoff/unfinished.ts';
import { storageError } from '../db/storageError.ts';
import type { Desk } from '../desk.ts';
import { Session } from '../session.ts';
import { definedOf } from './projects.ts';
import { readMarker, writeMarker } from './marker.ts';

type WorkspaceChannel = Extract<keyof Handlers, `workspace.${string}`>;

/** Making, opening, locking and checking the workspace. */
export function workspaceHandlers(desk: Desk): Pick<Handlers, WorkspaceChannel> {
  return {
    'workspace.status': () => {
      desk.openUnencrypted();
      return desk.status();
    },
    'workspace.create': (input) => createWorkspace(desk, input),
    'workspace.unlock': (input) => unlock(desk, input.kind, input.secret),
    'workspace.lock': () => {
      desk.lock();
      return desk.status();
    },
    'workspace.touch': () => {
      desk.touch();
      return {};
    },
    'workspace.changePassphrase': async ({ kind, current, next }) => {
      desk.session();
      checkPassphrase(next);
      const key = await readKey(desk.folder, kind, current);
      try {
        await writePassphraseKey(desk.folder, key, next, desk.ports.scryptLogN);
      } catch (error) {
        throw storageError(error, desk.folder.dir);
      }
      return {};
    },
    'workspace.setIdleLock': ({ commandId, minutes }) =>
      setDesk(desk, commandId, 'workspace.setIdleLock', { idleLockMinutes: minutes }),
    'workspace.setPerson': ({ commandId, ...names }) =>
      setDesk(desk, commandId, 'workspace.setPerson', definedOf(names)),
    'workspace.info': () => info(desk),
    'workspace.verify': () => verify(desk),
  };
}

async function createWorkspace(
  desk: Desk,
  input: { name: string; person: string; passphrase: string | null },
): Promise<{ status: WorkspaceStatus; deviceId: string; recoveryKey: string | null }> {
  const { folder, ports } = desk;
  if (holdsWorkspace(folder)) throw new AppError('workspace-exists', { folder: folder.dir });
  if (input.passphrase !== null) checkPassphrase(input.passphrase);
  let session: Session | null = null;
  try {
    mkdirSync(folder.dir, { recursive: true });
    const key = input.passphrase === null ? null : ports.randomBytes(32);
    session = new Session(ports, folder, key, 'make');
    let recoveryKey: string | null = null;
    if (key && input.passphrase !== null) {
      await writePassphraseKey(folder, key, input.passphrase, ports.scryptLogN);
      recoveryKey = await writeRecoveryKey(folder, key);
    }
    const own = { name: input.name, person: input.person };
    const { deviceId, changes } = session;
    changes.write(
      { id: session.newId(), name: 'workspace.create', isUndoable: false },
      own.person,
      (w) => {
        w.set('desk', deviceId, { ...own, idleLockMinutes: 15 });
      },
    );
    // Written last: only with the marker is the folder a workspace.
    writeMarker(folder, key !== null);
    desk.open(session);
    return { status: desk.status(), deviceId, recoveryKey };
  } catch (error) {
    session?.close();
    // Without the lock nothing here is ours: another process is making this workspace.
    const isOthers = error instanceof AppError && error.code === 'workspace-busy';
    if (!isOthers) removeHalfMade(desk);
    throw storageError(error, folder.dir);
  }
}

/** Takes away only files that this attempt made: the folder held no workspace before it. */
function removeHalfMade(desk: Desk): void {
  const { marker, records, documents, lock, passphraseKey, recoveryKey } = desk.folder;
  for (const file of [marker, records, documents, lock, passphraseKey, recoveryKey]) {
    for (const suffix of ['', '-wal', '-shm', '.new', '-journal']) {
      try {
        rmSync(`${file}${suffix}`, { force: true });
      } catch {
        // A folder that cannot be written holds nothing of ours to remove; the first error tells the lawyer why.
      }
    }
  }
}

async function unlock(
  desk: Desk,
  kind: 'passphrase' | 'recovery',
  secret: string,
): Promise<WorkspaceStatus> {
  if (!holdsWorkspace(desk.folder))
    throw new AppError('workspace-none', { folder: desk.folder.dir });
  const { isEncrypted } = readMarker(desk.folder);
  const key = isEncrypted ? await readKey(desk.folder, kind, secret) : null;
  if (!desk.hasSession()) desk.open(new Session(desk.ports, desk.folder, key, 'open'));
  return desk.status();
}

function setDesk(
  desk: Desk,
  commandId: string,
  name: string,
  fields: { person?: string; firm?: string; idleLockMinutes?: number },
): WorkspaceStatus {
  const session = desk.session();
  session.changes.write({ id: commandId, name, isUndoable: false }, session.person(), (w) => {
    w.set('desk', session.deviceId, fields);
  });
  const status = desk.status();
  desk.ports.emit({ type: 'workspace.changed', status });
  return status;
}

function info(desk: Desk): WorkspaceInfo {
  const session = desk.session();
  return {
    ...desk.status(),
    deviceId: session.deviceId,
    schemaVersion: schemaVersion(session.records),
    counts: session.desk.counts(),
    sizeBytes: [desk.folder.records, desk.folder.documents]
      .map((file) => statSync(file).size)
      .reduce((sum, size) => sum + size, 0),
  };
}

function verify(desk: Desk): VerifyReport {
  const session = desk.session();
  const problems: VerifyReport['problems'] = [
    ...session.checkFiles().map((detail) => ({ part: 'records' as const, detail })),
    ...session.contents.verify().map((detail) => ({ part: 'documents' as const, detail })),
    ...verifyChain(session.changes.table).map((detail) => ({ part: 'history' as const, detail })),
    ...session.exchange.scopes.miscounted().map(({ project, device }) => ({
      part: 'history' as const,
      detail: `${device}: changes of ${project} missing`,
    })),
  ];
  const notices = unfinishedHandOvers(session).map(({ name, owner, since }) => ({
    code: 'hand-over-unfinished' as const,
    project: name,
    person: owner.person,
    since,
  }));
  return { ok: problems.length === 0, problems, ...(notices.length > 0 && { notices }) };
}
