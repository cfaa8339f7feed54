import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { ParsedInput } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { OpenedHandoff } from '#shared/domain/handoff/handoffReport.ts';
import type { SharedFolderStatus } from '#shared/domain/handoff/sharedFolder.ts';
import type { Desk } from '../desk.ts';
import { requireRecipient } from '../handoff/contacts.ts';
import { openFolderTables } from '../handoff/sharedFolderContext.ts';
import { openFile } from '../handoff/sharedFolderOpen.ts';
import type { FolderSetting } from '../repo/sharedFolderTable.ts';
import type { Session } from '../session.ts';
import { identityOf } from './deskKeys.ts';
import { keepDevice, renewDesk } from './newDevice.ts';
import { openedPreview } from './openedPreview.ts';
import { folderStatus } from './sharedFolderStatus.ts';
import { SharedFolderWatch } from './sharedFolderWatch.ts';

const shownLooks = 200;

type FolderChannel = Extract<keyof Handlers, `sharedFolder.${string}`>;

/** The folder that colleagues reach too, and what a copied workspace needs. `stop` ends the looking when the core closes. */
export function sharedFolderHandlers(desk: Desk): {
  readonly handlers: Pick<Handlers, FolderChannel>;
  readonly stop: () => Promise<void>;
} {
  const watch = new SharedFolderWatch(desk);
  const status = (): SharedFolderStatus => folderStatus(desk.session(), watch.isLooking);
  const told = (): SharedFolderStatus => {
    watch.expire();
    desk.changed(['sharedFolder'], []);
    return status();
  };
  const handlers: Pick<Handlers, FolderChannel> = {
    'sharedFolder.status': status,
    'sharedFolder.set': async (input) => {
      const folder = await chosenFolder(desk, input.source);
      return watch.inTurn(() => {
        setFolder(desk.session(), input, folder);
        return Promise.resolve(told());
      });
    },
    'sharedFolder.stop': ({ removeFiles }) =>
      watch.inTurn(async () => {
        await stopFolder(desk, watch, removeFiles);
        return told();
      }),
    'sharedFolder.sync': ({ jobId, isWhole }) =>
      desk.jobs.run(jobId, (job) => watch.sync(isWhole, job.signal)),
    'sharedFolder.log': () => openFolderTables(desk.session().records).looks.newest(shownLooks),
    'sharedFolder.open': ({ file }) => openInFolder(desk, watch, file),
    'sharedFolder.renewDevice': (input) => watch.inTurn(() => renewDesk(desk, watch, input)),
    'sharedFolder.keepDevice': () =>
      watch.inTurn(async () => {
        await keepDevice(desk, watch);
        return told();
      }),
  };
  return { handlers, stop: () => watch.stop() };
}

/** Null where the one that is set stays. Errors: `source-unknown`, `folder-needs-path`, `folder-unreachable`, `folder-in-workspace`. */
async function chosenFolder(desk: Desk, token: string | null): Promise<string | null> {
  desk.session();
  if (token === null) return null;
  const source = desk.ports.takeSource(token);
  if (!source) throw new AppError('source-unknown');
  if (source.kind === 'bytes') throw new AppError('folder-needs-path');
  const folder = path.resolve(source.path);
  const found = await stat(folder).catch(() => null); // whatever the reason, it cannot be used
  if (!found?.isDirectory()) throw new AppError('folder-unreachable', { folder });
  const toWorkspace = path.relative(folder, desk.folder.dir);
  const fromWorkspace = path.relative(desk.folder.dir, folder);
  const isInside =
    fromWorkspace === '' || !/^\.\.(?:[\\/]|$)|^(?:[a-z]:|[\\/])/iu.test(fromWorkspace);
  if (isInside || toWorkspace === '') throw new AppError('folder-in-workspace', { folder });
  return folder;
}

/** Errors: `folder-none`, `handoff-recipient-unknown`. */
function setFolder(
  session: Session,
  { projects, members, isAutomatic }: ParsedInput<'sharedFolder.set'>,
  chosen: string | null,
): void {
  const { folder, sent, found } = openFolderTables(session.records);
  const known = folder.setting();
  const folderPath = chosen ?? known?.path;
  if (folderPath === undefined) throw new AppError('folder-none');
  const { contacts } = session.exchange;
  const keys = members.map((name) => {
    const byKey = contacts.byKey(name);
    return (byKey?.revokedAt === null ? byKey : requireRecipient(contacts, name)).key;
  });
  const setting: FolderSetting = {
    path: folderPath,
    projects,
    members: [...new Set(keys)],
    isAutomatic,
  };
  session.records
    .transaction(() => {
      folder.set(setting);
      if (chosen === null) return;
      // Chosen anew, even the same one: this desk's part may be missing there, and is made again.
      folder.stand({ isBegun: false, state: 'new', writeFailure: null });
      if (known?.path === folderPath) return;
      sent.release();
      found.clear();
    })
    .immediate();
}

/** Errors: `folder-none`. Files that cannot be reached stay where they are. */
async function stopFolder(
  desk: Desk,
  { files }: SharedFolderWatch,
  removeFiles: boolean,
): Promise<void> {
  const session = desk.session();
  const { folder, sent, found } = openFolderTables(session.records);
  const setting = folder.setting();
  if (!setting) throw new AppError('folder-none');
  if (removeFiles) {
    for (const { file } of sent.inState('lying')) {
      await files.remove(setting.path, file).catch(() => undefined); // away or read-only
    }
  }
  if (desk.session() !== session) throw new AppError('cancelled');
  session.records
    .transaction(() => {
      folder.clear();
      found.clear();
      sent.release();
    })
    .immediate();
}

/** Only what a look found waiting is opened. Errors: `not-found`, `file-not-found`, those of reading a package. */
async function openInFolder(
  desk: Desk,
  { files }: SharedFolderWatch,
  file: string,
): Promise<OpenedHandoff> {
  const session = desk.session();
  const { folder, found } = openFolderTables(session.records);
  const setting = folder.setting();
  if (!setting) throw new AppError('folder-none');
  if (found.get(file)?.outcome !== 'waiting')
    throw new AppError('not-found', { kind: 'handoff', id: file });
  const { ageIdentity } = await identityOf(desk, session);
  const read = await files.read(setting.path, file).catch(() => null); // gone, or the folder is away
  if (!read) throw new AppError('file-not-found', { file });
  const outcome = await openFile(file, read.bytes, ageIdentity);
  if (desk.session() !== session) throw new AppError('cancelled');
  if (outcome.kind === 'not-for-us') throw new AppError('handoff-not-for-us');
  if (outcome.kind !== 'package') throw new AppError(outcome.failure.code, outcome.failure.params);
  return openedPreview(desk, session, outcome.opened);
}
