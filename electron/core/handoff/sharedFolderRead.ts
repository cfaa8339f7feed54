import { createHash } from 'node:crypto';
import { AppError, type Failure } from '#shared/contract/errors.ts';
import type { HandoffPreview } from '#shared/domain/handoff/handoffReport.ts';
import type { SharedFolderSync, WaitReason } from '#shared/domain/handoff/sharedFolder.ts';
import {
  type FoundDetail,
  type FoundOutcome,
  type FoundRow,
  noDetail,
} from '../repo/sharedFoundTable.ts';
import type { OpenPackage } from './handoffDesk.ts';
import type { PartPlan } from './importPlan.ts';
import { previewPackage } from './importer.ts';
import { keepReceipts, writeParts } from './importWrite.ts';
import { isMark } from './deskMark.ts';
import { type FolderContext, standingOf } from './sharedFolderContext.ts';
import { type FolderFile, isAbsent } from './sharedFolderFiles.ts';
import { ageHead, clockOf, isSealed, openFile } from './sharedFolderOpen.ts';
import { packageLimits } from './packageLimits.ts';

/** Looks at one unreadable, unchanging file before it is called damaged. */
const maxTries = 3;
const settled: ReadonlySet<FoundOutcome> = new Set([
  'own',
  'taken',
  'duplicate',
  'not-for-us',
  'foreign',
  'damaged',
]);

export interface LookReport {
  readonly taken: SharedFolderSync['taken'];
  /** Packages that only said how far their senders have come. */
  receipts: number;
  readonly altered: string[];
  /** Another installation writes under this desk's device. */
  isCopied: boolean;
}

/** What became of a file, as it is kept. */
interface Verdict {
  readonly outcome: FoundOutcome;
  readonly sha256?: string;
  readonly tries?: number;
  readonly detail?: Partial<FoundDetail>;
}

/**
 * Looks at every file that is new, has changed or still waits, and takes in what may go in by itself, until a round brings
 * nothing more: a package that had to wait for another goes in with it, whatever they are called.
 */
export async function lookAtFiles(
  context: FolderContext,
  listed: readonly FolderFile[],
): Promise<LookReport> {
  const { found } = context.tables;
  const report: LookReport = { taken: [], receipts: 0, altered: [], isCopied: false };
  forgetGone(context, listed);
  // A synchroniser's copy has the longer name, and should be the one that is called a copy.
  const files = listed
    .filter(({ file }) => !isMark(file, file.split('/')[0] ?? ''))
    .toSorted((a, b) => a.file.length - b.file.length || (a.file < b.file ? -1 : 1));
  for (let round = 0; ; round += 1) {
    const before = report.taken.length + report.receipts;
    for (const file of files) {
      const standing = standingOf(context);
      const known = found.get(file.file);
      if (!isDue(context, known, file, standing, round)) continue;
      const verdict = await judge(context, file, known, report);
      context.requireOpen();
      context.seenUnder.set(file.file, standing);
      if (verdict) found.put(rowOf(file, verdict));
      else found.remove(file.file);
    }
    if (report.taken.length + report.receipts === before) break;
  }
  report.isCopied = found.all().some(isOfOtherCopy(context.session.deviceId));
  return report;
}

/** What shows that this device is used twice: its own signature under a file it never wrote, or numbers used twice. */
function isOfOtherCopy(device: string): (row: FoundRow) => boolean {
  return ({ outcome, detail: { failure } }) =>
    outcome === 'other-copy' ||
    (failure?.code === 'handoff-forked' && failure.params['device'] === device);
}

/** A copy of a file that is gone without having been taken in is looked at for itself. */
function forgetGone({ tables: { found } }: FolderContext, listed: readonly FolderFile[]): void {
  const names = new Set(listed.map((one) => one.file));
  const rows = found.all();
  const gone = rows.filter((row) => !names.has(row.file));
  for (const row of gone) {
    found.remove(row.file);
    if (row.outcome === 'taken' || row.sha256 === '') continue;
    for (const copy of rows) {
      if (copy.outcome === 'duplicate' && copy.sha256 === row.sha256) found.remove(copy.file);
    }
  }
}

function isDue(
  { seenUnder }: FolderContext,
  known: FoundRow | null,
  file: FolderFile,
  standing: string,
  round: number,
): boolean {
  if (!known || !isSame(known, file)) return round === 0;
  if (settled.has(known.outcome)) return false;
  if (known.outcome === 'arriving') return round === 0;
  return seenUnder.get(file.file) !== standing;
}

const isSame = (
  a: Pick<FolderFile, 'sizeBytes' | 'modifiedMs'>,
  b: Pick<FolderFile, 'sizeBytes' | 'modifiedMs'>,
): boolean => a.sizeBytes === b.sizeBytes && a.modifiedMs === b.modifiedMs;

function rowOf({ file, sizeBytes, modifiedMs }: FolderFile, verdict: Verdict): FoundRow {
  const { outcome, sha256 = '', tries = 0, detail } = verdict;
  return {
    file,
    sizeBytes,
    modifiedMs,
    sha256,
    outcome,
    tries,
    detail: { ...noDetail, ...detail },
  };
}

/** Null where the file is gone again. */
async function judge(
  context: FolderContext,
  file: FolderFile,
  known: FoundRow | null,
  report: LookReport,
): Promise<Verdict | null> {
  const { files, setting, identity, tables } = context;
  const limit = packageLimits.fileBytes;
  try {
    if (!/counsel-handoff/iu.test(file.file)) {
      const head = await files.head(setting.path, file.file, ageHead.length);
      if (!isSealed(head)) return { outcome: 'foreign' };
    }
    if (file.sizeBytes > limit) {
      return refusedAs({ code: 'file-too-large', params: { file: file.file, limit } });
    }
    const { bytes, after } = await files.read(setting.path, file.file);
    context.requireOpen();
    // Written while it was read: whatever was read is no answer.
    if (!isSame(after, file)) return { outcome: 'arriving' };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    // Touched, or put back as it was.
    if (known?.sha256 === sha256 && known.outcome === 'taken') return known;
    const ownVerdict = await judgeOwn(context, file, sha256, report);
    if (ownVerdict !== undefined) return ownVerdict;
    const isCopy = tables.found
      .all()
      .some((row) => row.sha256 === sha256 && row.file !== file.file && isTold(row));
    if (isCopy) return { outcome: 'duplicate', sha256 };
    const opened = await openFile(file.file, bytes, identity.ageIdentity);
    context.requireOpen();
    switch (opened.kind) {
      case 'not-for-us':
        return { outcome: 'not-for-us', sha256 };
      case 'unfinished':
        return unfinished(known, file, opened.failure);
      case 'refused':
        return { ...refusedAs(opened.failure), sha256 };
      case 'package':
        return { ...(await judgePackage(context, file, opened.opened, report)), sha256 };
      default:
        return opened satisfies never;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (isAbsent(error)) return null;
    if (!(error instanceof Error) || !('code' in error)) throw error;
    // Locked by a synchroniser, or not to be read by this user.
    const failure: Failure = { code: 'file-unreadable', params: { file: file.file } };
    return unfinished(known, file, failure);
  }
}

const refusedAs = (failure: Failure): Verdict => ({ outcome: 'refused', detail: { failure } });

/** A row that speaks for its content; a copy of a copy would leave nobody to speak. */
const isTold = (row: FoundRow): boolean => row.outcome !== 'duplicate' && row.sha256 !== '';

function unfinished(known: FoundRow | null, file: FolderFile, failure: Failure): Verdict {
  const tries = known && isSame(known, file) ? known.tries + 1 : 1;
  if (tries < maxTries) return { outcome: 'arriving', tries };
  return { outcome: 'damaged', tries, detail: { failure } };
}

/** This desk's own files: known by their bytes. Undefined where it is none of them. */
async function judgeOwn(
  { tables, files, setting, session }: FolderContext,
  { file }: FolderFile,
  sha256: string,
  report: LookReport,
): Promise<Verdict | null | undefined> {
  const written = tables.sent.ofHash(sha256);
  const isInOwnPart = file.startsWith(`${session.deviceId}/`);
  if (written) {
    const isOver = written.state === 'removed' || written.state === 'failed';
    if (isOver && isInOwnPart) {
      // Not written to the end, brought back by a synchroniser, or a copy of one that everybody has.
      await files.remove(setting.path, file).catch(() => undefined); // a read-only folder keeps it
      return null;
    }
    return { outcome: written.file === file ? 'own' : 'duplicate', sha256 };
  }
  const altered = tables.sent.inState('lying').find((one) => one.file === file);
  if (!altered) return undefined;
  await files.remove(setting.path, file).catch(() => undefined); // a read-only folder keeps it
  tables.sent.setState(altered.number, 'removed');
  report.altered.push(file);
  return null;
}

async function judgePackage(
  context: FolderContext,
  { file }: FolderFile,
  opened: OpenPackage,
  report: LookReport,
): Promise<Verdict> {
  const { session, checklists } = context;
  const { manifest } = opened.pack;
  const clock = clockOf(opened.pack, context.nowMs());
  let preview: ReturnType<typeof previewPackage>;
  try {
    preview = previewPackage(session, opened, context.nowMs(), checklists);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const failure = { code: error.code, params: { ...error.params, file } };
    return { outcome: 'refused', detail: { failure, clock } };
  }
  const { report: shown, parts } = preview;
  const { sender } = shown;
  if (sender.status === 'own') return { outcome: 'other-copy', detail: { sender } };
  if (sender.status === 'unknown') return { outcome: 'stranger', detail: { sender } };
  if (sender.status === 'revoked') {
    const params = { person: sender.person, fingerprint: sender.fingerprint.digits };
    const failure: Failure = { code: 'handoff-sender-revoked', params };
    return { outcome: 'refused', detail: { failure, sender } };
  }
  // What waits for a gap may go in now.
  const taken = (): Verdict => {
    context.seenUnder.clear();
    return { outcome: 'taken', detail: { clock } };
  };
  if (takeReceipt(context, opened, parts)) {
    report.receipts += 1;
    return taken();
  }
  const reasons = reasonsOf(context, shown, parts);
  if (reasons.length === 0) {
    const changes = await context.takeIn(opened);
    report.taken.push({ file, packageId: manifest.id, person: sender.person, changes });
    return taken();
  }
  // What they say to have is true whenever their changes go in here.
  session.changes.transaction(() => {
    keepReceipts(session.exchange, manifest);
  });
  const waiting = {
    file,
    packageId: manifest.id,
    createdAt: manifest.createdAt,
    sender,
    projects: manifest.projects.map(({ id, name }) => ({ id, name })),
    total: shown.total,
    new: shown.new,
    changed: shown.changed,
    conflicts: shown.conflicts.length,
    reasons,
    notices: shown.notices,
  };
  return { outcome: 'waiting', detail: { package: waiting, clock } };
}

/** A package without anything new is no import: it only says how far the sender has come. */
function takeReceipt(
  { session }: FolderContext,
  { pack }: OpenPackage,
  parts: readonly PartPlan[],
): boolean {
  const { exchange, contents, changes, deviceId } = session;
  const isReceipt =
    parts.every((part) => part.incoming.length === 0 && part.gaps.length === 0) &&
    pack.contents.every((sha256) => contents.has(sha256)) &&
    pack.manifest.projects.every(({ id }) => exchange.parked.ofProject(id).length === 0);
  if (!isReceipt) return false;
  const own = { id: deviceId, seq: changes.ownSeq };
  changes.transaction(() => {
    keepReceipts(exchange, pack.manifest);
    // No change goes in, so none bears the number of an import.
    writeParts({ tables: exchange, own, importNumber: 0 }, parts, pack.manifest);
  });
  return true;
}

/** Why the package waits for a look; empty where it may go in by itself. */
function reasonsOf(
  { setting }: FolderContext,
  shown: HandoffPreview,
  parts: readonly PartPlan[],
): WaitReason[] {
  const { projects } = setting;
  const isNothingNew = parts.every((part) => part.incoming.length === 0 && part.gaps.length === 0);
  const reasons: (WaitReason | false)[] = [
    // Bytes of documents or the end of a gap, for changes that were taken in already.
    !setting.isAutomatic && !isNothingNew && 'asked',
    !setting.members.includes(shown.sender.contact.key) && 'member',
    projects !== null && shown.projects.some(({ id }) => !projects.includes(id)) && 'project',
    shown.conflicts.length > 0 && 'conflicts',
    shown.gaps.length > 0 && 'gaps',
    shown.unknown.length > 0 && 'unknown',
  ];
  return reasons.filter((one) => one !== false);
}
