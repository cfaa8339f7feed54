import path from 'node:path';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RenewedDevice } from '#shared/domain/handoff/sharedFolder.ts';
import { takeSnapshot } from '../db/snapshot.ts';
import type { Desk } from '../desk.ts';
import { senderOf } from '../handoff/contacts.ts';
import { isMark, partingName, readMark, writeMark } from '../handoff/deskMark.ts';
import { ownContact } from '../handoff/exporter.ts';
import { boundsOf, type ForkBounds, joinBounds, pointsOf } from '../handoff/forkBounds.ts';
import { fingerprint } from '../handoff/identity.ts';
import { renewDevice, RenewalOutcome } from '../handoff/newDevice.ts';
import { type HandoffPackage, readPackage } from '../handoff/packageRead.ts';
import { unsealPackage } from '../handoff/sealing.ts';
import { openFolderTables } from '../handoff/sharedFolderContext.ts';
import { openFile } from '../handoff/sharedFolderOpen.ts';
import { isAbsent } from '../handoff/sharedFolderFiles.ts';
import { ownMarks } from '../handoff/sharedFolderSync.ts';
import type { KeptIdentity } from '../repo/contactTable.ts';
import { sha256Hex } from '../repo/contentStore.ts';
import type { Session } from '../session.ts';
import { identityOf } from './deskKeys.ts';
import type { SharedFolderWatch } from './sharedFolderWatch.ts';
import { readSourceFile } from './sourceFile.ts';

const snapshotsKept = 3;

/**
 * Makes this copy of a workspace a device of its own, with keys of its own. What the other copy wrote is looked for in the
 * shared folder and in the package that was handed in, so that as little as possible changes its number. Errors:
 * `folder-unreachable` where the folder is away, `file-unreadable` where a file of the own part there is, and no package was
 * handed in: with nothing to go by, changes would stay under numbers that are used twice and could never be handed off.
 */
export async function renewDesk(
  desk: Desk,
  watch: SharedFolderWatch,
  { commandId, source }: ParsedInput<'sharedFolder.renewDevice'>,
): Promise<RenewedDevice> {
  const session = desk.session();
  const done = session.changes.table.command(commandId);
  if (done?.device === session.deviceId) {
    return renewed(desk, session, RenewalOutcome.parse(JSON.parse(done.result)));
  }
  const former = session.deviceId;
  const identity = await identityOf(desk, session);
  const found = await boundsInFolder(desk, session, identity, watch, source !== null);
  const bounds = [
    ...found.bounds,
    ...(source === null ? [] : await boundsInFile(desk, session, identity, source)),
  ].reduce<ForkBounds | null>((all, one) => (all === null ? one : joinBounds(all, one)), null);
  if (desk.session() !== session) throw new AppError('cancelled');
  const backups = path.join(desk.folder.dir, 'backups');
  takeSnapshot(session.records, backups, 'before-new-device', session.now(), snapshotsKept);
  const newDevice = session.newId();
  const word = await partingWord(session, identity);
  if (desk.session() !== session) throw new AppError('cancelled');
  const outcome = session.records
    .transaction(() => {
      const renewedAs = renewDevice(session, {
        newDevice,
        commandId,
        nowMs: desk.ports.nowMs,
        bounds,
        unread: found.unread,
      });
      leaveFormerPart(session, former, renewedAs.sharedUpTo);
      const tables = openFolderTables(session.records);
      if (tables.folder.setting()) tables.folder.addParting(partingName(former, newDevice), word);
      return renewedAs;
    })
    .immediate();
  session.becomeDevice(newDevice);
  watch.expire();
  desk.changed(['desk', 'device', 'sharedFolder'], []);
  return renewed(desk, session, outcome);
}

/** Tells the other copy, under the device that stays its own, which marks were this one's. */
function partingWord(session: Session, identity: KeptIdentity): Promise<Uint8Array> {
  const { folder } = openFolderTables(session.records);
  return writeMark(identity, {
    device: session.deviceId,
    nonce: session.newId(),
    at: session.now(),
    hashes: [],
    left: folder.marks(),
  });
}

async function renewed(
  desk: Desk,
  session: Session,
  outcome: RenewalOutcome,
): Promise<RenewedDevice> {
  const contact = ownContact(session, await identityOf(desk, session));
  return { ...outcome, device: session.deviceId, contact, fingerprint: fingerprint(contact) };
}

/** Files with changes that bear other numbers now are taken out at the next look; all others are the other copy's. */
function leaveFormerPart(session: Session, former: string, sharedUpTo: number): void {
  const { folder, sent, found } = openFolderTables(session.records);
  for (const one of sent.inState('lying')) {
    if ((one.held[former] ?? 0) > sharedUpTo) sent.setState(one.number, 'withdrawn');
  }
  sent.forget();
  found.clear();
  if (folder.setting()) folder.stand({ isBegun: false, state: 'new', writeFailure: null });
}

/** What the folder shows of the other copy, and the files there that were not read. */
interface FolderBounds {
  readonly bounds: ForkBounds[];
  readonly unread: string[];
}

/** What the other copy's mark and every readable package in the folder say of this device's numbers. */
async function boundsInFolder(
  desk: Desk,
  session: Session,
  identity: KeptIdentity,
  { files }: SharedFolderWatch,
  mayBeAway: boolean,
): Promise<FolderBounds> {
  const { folder, sent } = openFolderTables(session.records);
  const setting = folder.setting();
  if (!setting) return { bounds: [], unread: [] };
  const isThere = await files.isThere(setting.path).catch(() => false); // does not answer
  const listed = isThere ? await files.list(setting.path).catch(() => null) : null; // away since
  // Where this desk has left its part, no team's folder is another stick under the same name.
  const isAway = !isThere || (listed === null && folder.standing().isBegun);
  if (isAway && !mayBeAway) throw new AppError('folder-unreachable', { folder: setting.path });
  const bounds: ForkBounds[] = [];
  const unread: string[] = [];
  const isOwnPart = (file: string): boolean => file.startsWith(`${session.deviceId}/`);
  const mayHold = (file: string): boolean => isOwnPart(file) || /counsel-handoff/iu.test(file);
  for (const { file } of listed ?? []) {
    const read = await files.read(setting.path, file).catch(readFailure);
    if (desk.session() !== session) throw new AppError('cancelled');
    if (read === 'gone') continue;
    if (read === 'unreadable') {
      // In this part lies what tells most of the other copy.
      if (isOwnPart(file) && !mayBeAway) throw new AppError('file-unreadable', { file });
      if (mayHold(file)) unread.push(file);
    } else if (isMark(file, session.deviceId)) {
      const mark = await readMark(identity, read.bytes);
      if (mark === null) unread.push(file);
      const isOther = mark?.device === session.deviceId && !folder.hasMark(mark.nonce);
      if (!isOther || mark.left !== null) continue;
      bounds.push(boundsOf(session.changes.table, session.deviceId, mark.hashes));
    } else if (sent.ofHash(sha256Hex(read.bytes)) === null) {
      const opened = await openFile(file, read.bytes, identity.ageIdentity);
      if (opened.kind === 'package') bounds.push(...boundsInPackage(session, opened.opened.pack));
      else if (opened.kind !== 'not-for-us' && mayHold(file)) unread.push(file);
    }
  }
  return { bounds, unread };
}

/** A file that went meanwhile shows nothing; one that is held by another program or forbidden might have. */
const readFailure = (error: unknown): 'gone' | 'unreadable' =>
  isAbsent(error) ? 'gone' : 'unreadable';

/**
 * What this desk's own signature or somebody it trusts says. A colleague whose package differs nowhere may have all of it
 * from this copy, and proves nothing about the other.
 */
function boundsInPackage(
  { deviceId, exchange, changes }: Session,
  { manifest, changes: lines }: HandoffPackage,
): ForkBounds[] {
  const { status } = senderOf(exchange.contacts, manifest.sender, deviceId);
  if (status !== 'own' && status !== 'trusted') return [];
  const bounds = boundsOf(changes.table, deviceId, pointsOf(deviceId, lines));
  const isBeyond = manifest.projects.some(({ to }) => (to[deviceId] ?? 0) > changes.ownSeq);
  return status === 'own' || bounds.differs !== null || isBeyond ? [bounds] : [];
}

async function boundsInFile(
  desk: Desk,
  session: Session,
  identity: KeptIdentity,
  token: string,
): Promise<ForkBounds[]> {
  const { bytes } = await readSourceFile(desk, token);
  const { bytes: inner, hint } = await unsealPackage(bytes, identity.ageIdentity, null);
  return boundsInPackage(session, readPackage(inner, hint));
}

/**
 * This copy stays the device: the marks of the other one are known from now on. Errors: `folder-none`,
 * `folder-unreachable`, `file-unreadable` where a mark is held by another program, `device-still-used` where the other one has written something as this device.
 */
export async function keepDevice(desk: Desk, { files }: SharedFolderWatch): Promise<void> {
  const session = desk.session();
  const { folder, found } = openFolderTables(session.records);
  const setting = folder.setting();
  if (!setting) throw new AppError('folder-none');
  const { deviceId } = session;
  const isUsed = found
    .all()
    .some(
      ({ outcome, detail: { failure } }) =>
        outcome === 'other-copy' ||
        (failure?.code === 'handoff-forked' && failure.params['device'] === deviceId),
    );
  if (isUsed) throw new AppError('device-still-used');
  const identity = await identityOf(desk, session);
  const listed = await files.list(setting.path).catch(() => null);
  if (!listed) throw new AppError('folder-unreachable', { folder: setting.path });
  for (const { file } of listed.filter((one) => isMark(one.file, deviceId))) {
    const read = await files.read(setting.path, file).catch(readFailure);
    if (read === 'unreadable') throw new AppError('file-unreadable', { file });
  }
  const requireOpen = (): void => {
    if (desk.session() !== session) throw new AppError('cancelled');
  };
  const marks = await ownMarks({ files, identity, session, setting, requireOpen }, listed);
  const others = marks.filter((mark) => mark.left === null && !folder.hasMark(mark.nonce));
  const { table } = session.changes;
  // What the other one wrote under numbers of this device may be with colleagues already.
  const hasWritten = others.some((mark) => boundsOf(table, deviceId, mark.hashes).differs !== null);
  if (hasWritten) throw new AppError('device-still-used');
  for (const { nonce } of others) folder.addMark(nonce, session.now());
  folder.stand({ state: 'new' });
}
