import { createHash } from 'node:crypto';
import { missingFrom, type Vector } from '#shared/domain/changes/causality.ts';
import type { SharedFolderSync } from '#shared/domain/handoff/sharedFolder.ts';
import type { SentFile } from '../repo/sharedSentTable.ts';
import { chainPoints, markName, writeMark } from './deskMark.ts';
import { ownContact } from './exporter.ts';
import { readPackage } from './packageRead.ts';
import { writePackage } from './packageWrite.ts';
import { sealPackage } from './sealing.ts';
import { type FolderContext, membersOf } from './sharedFolderContext.ts';
import type { FolderFile } from './sharedFolderFiles.ts';
import { meetOf, type Reader, reachOf, superseded, tailToMerge } from './sharedFolderReach.ts';

export type WrittenFile = SharedFolderSync['written'][number];

export interface WriteReport {
  readonly written: WrittenFile[];
  removed: number;
}

/** Files of this desk that are remembered after they were taken out, so that one brought back is known. */
const remembered = 2000;

/**
 * Writes what the chosen colleagues have not seen, one package a project, and takes out own files that nobody needs any more.
 * Whatever `report` says was done stays done where it ends early. Errors: those of the file system, `cancelled`.
 */
export async function writeOwnPart(
  context: FolderContext,
  listed: readonly FolderFile[],
  isWhole: boolean,
  report: WriteReport,
): Promise<void> {
  const { session, tables, files, setting } = context;
  const names = new Set(listed.map((one) => one.file));
  noteWhatLies(context, names);
  await files.sweep(setting.path, session.deviceId);
  for (const projectId of sharedProjects(context)) {
    await writeProject(context, projectId, isWhole, report);
  }
  for (const file of needless(context)) await takeOut(context, file, report);
  for (const file of tables.sent.inState('withdrawn')) await takeOut(context, file, report);
  await leaveWord(context);
  tables.sent.prune(remembered);
  const hasMark = names.has(markName(session.deviceId));
  if (!hasMark || report.written.length > 0 || report.removed > 0) await leaveMark(context);
}

/** What was begun is there or not; what somebody took out is there no more. */
function noteWhatLies({ tables: { sent } }: FolderContext, names: ReadonlySet<string>): void {
  for (const one of sent.inState('writing')) {
    sent.setState(one.number, names.has(one.file) ? 'lying' : 'failed');
  }
  for (const one of sent.inState('lying')) {
    if (!names.has(one.file)) sent.setState(one.number, 'removed');
  }
}

/** Removed projects too: that they were removed is a change like any other. */
function sharedProjects({ session, setting }: FolderContext): string[] {
  const known = session.exchange.scopes.projects();
  return setting.projects === null
    ? known
    : known.filter((id) => setting.projects?.includes(id) === true);
}

function readersOf(context: FolderContext, projectId: string): Reader[] {
  const { contacts } = context.session.exchange;
  return membersOf(context).map((one) => ({
    key: one.key,
    receipt: contacts.vector(one.device, projectId),
  }));
}

/** Own files of a project that lie there and are sealed to nobody but the colleagues chosen now. */
function lyingOf({ tables, setting }: FolderContext, projectId: string): SentFile[] {
  return tables.sent
    .inState('lying')
    .filter((one) => one.projectId === projectId)
    .filter((one) => one.recipients.every((key) => setting.members.includes(key)));
}

async function writeProject(
  context: FolderContext,
  projectId: string,
  isWhole: boolean,
  report: WriteReport,
): Promise<void> {
  if (isWhole) forgetReceipts(context, projectId);
  const readers = readersOf(context, projectId);
  if (readers.length === 0) return;
  const lying = lyingOf(context, projectId);
  if (!isWhole && !isDue(context, projectId, readers, lying)) return;
  const tail = tailToMerge(lying);
  const base = lying.filter((one) => !tail.includes(one));
  const from = isWhole ? {} : meetOf(readers.map((reader) => reachOf(reader, base)));
  report.written.push(await writeFile(context, projectId, from));
}

/** Whoever lost what they once said to have gets it again; the next package of each says anew how far they are. */
function forgetReceipts(context: FolderContext, projectId: string): void {
  const { contacts } = context.session.exchange;
  for (const { device } of membersOf(context)) contacts.setVector(device, projectId, {}, '');
}

/** Somebody lacks a change that is here, or has not been told that one of theirs has come. */
function isDue(
  { session, tables }: FolderContext,
  projectId: string,
  readers: readonly Reader[],
  lying: readonly SentFile[],
): boolean {
  const tops = tables.sent.tops(projectId);
  const told = tables.sent.newest(projectId, session.deviceId)?.to ?? {};
  const { [session.deviceId]: _own, ...received } = tops;
  return (
    missingFrom(told, received).length > 0 ||
    readers.some((reader) => missingFrom(reachOf(reader, lying), tops).length > 0)
  );
}

async function writeFile(
  context: FolderContext,
  projectId: string,
  from: Vector,
): Promise<WrittenFile> {
  const { session, identity, tables, files, setting } = context;
  const members = membersOf(context);
  const packageId = context.newId();
  const project = session.projects.get(projectId);
  const { bytes, manifest, missing } = writePackage(session.exchange, session.contents, {
    id: packageId,
    createdAt: session.now(),
    sender: ownContact(session, identity),
    identity,
    ownSeq: session.changes.ownSeq,
    hint: null,
    projects: [
      {
        id: projectId,
        name: project?.name ?? '',
        checklists: project?.checklists ?? {},
        from,
      },
    ],
  });
  const { changes } = readPackage(bytes, null);
  const recipients = [...members.map((one) => one.recipient), identity.ageRecipient];
  const sealed = await sealPackage(bytes, { kind: 'recipients', recipients }, null);
  context.requireOpen();
  const [part] = manifest.projects;
  if (!part) throw new Error('a package of one project has one');
  const number = tables.sent.nextNumber();
  const name = `${String(number).padStart(6, '0')}-${packageId}.counsel-handoff`;
  const held: Record<string, number> = {};
  for (const { device, seq } of changes) held[device] = seq;
  const sent: SentFile = {
    number,
    device: session.deviceId,
    packageId,
    file: `${session.deviceId}/${name}`,
    sha256: createHash('sha256').update(sealed).digest('hex'),
    sizeBytes: sealed.length,
    projectId,
    from: part.from,
    to: part.to,
    held,
    recipients: members.map((one) => one.key),
    state: 'writing',
  };
  // Noted first: a file that the program's end left behind is then known as this desk's own.
  tables.sent.add(sent);
  try {
    await files.write(setting.path, sent.file, sealed);
  } catch (error) {
    context.requireOpen();
    tables.sent.setState(number, 'failed');
    throw error;
  }
  context.requireOpen();
  tables.sent.setState(number, 'lying');
  return {
    file: sent.file,
    project: project?.name ?? '',
    changes: manifest.counts.changes,
    sizeBytes: sealed.length,
    missingContents: missing.length,
  };
}

/** Own files that hold nothing a chosen colleague still needs, and those of projects that are shared no more. */
function needless(context: FolderContext): SentFile[] {
  const { tables, session } = context;
  const shared = new Set(sharedProjects(context));
  const lying = tables.sent.inState('lying');
  const projects = [...new Set(lying.map((one) => one.projectId))];
  return projects.flatMap((projectId) => {
    const ofProject = lying.filter((one) => one.projectId === projectId);
    if (!shared.has(projectId)) return ofProject;
    const readers = readersOf(context, projectId);
    if (readers.length === 0) return [];
    const last = tables.sent.newest(projectId, session.deviceId)?.number ?? 0;
    return superseded(ofProject, readers, last);
  });
}

async function takeOut(
  { files, setting, tables, requireOpen }: FolderContext,
  { file, number }: SentFile,
  report: WriteReport,
): Promise<void> {
  await files.remove(setting.path, file);
  requireOpen();
  tables.sent.setState(number, 'removed');
  report.removed += 1;
}

/** Only now that nothing of what became the new device's is left under the former one. */
async function leaveWord({ tables, files, setting, requireOpen }: FolderContext): Promise<void> {
  for (const { file, bytes } of tables.folder.partings()) {
    await files.write(setting.path, file, bytes);
    requireOpen();
    tables.folder.dropParting(file);
  }
}

async function leaveMark(context: FolderContext): Promise<void> {
  const { session, identity, tables, files, setting } = context;
  const { deviceId, changes, exchange } = session;
  const nonce = context.newId();
  // Remembered before it is written: a mark that the program's end left behind is no stranger's.
  tables.folder.addMark(nonce, session.now());
  const sealed = await writeMark(identity, {
    device: deviceId,
    nonce,
    at: session.now(),
    hashes: chainPoints(exchange.log, deviceId, changes.ownSeq),
    left: null,
  });
  context.requireOpen();
  await files.write(setting.path, markName(deviceId), sealed);
  context.requireOpen();
  tables.folder.stand({ isBegun: true, writtenAt: session.now() });
}
