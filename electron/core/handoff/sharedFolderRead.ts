import { createHash } from 'node:crypto';
import { AppError, type Failure } from '#shared/contract/errors.ts';
import { type FoundOutcome, type FoundRow, noDetail } from '../repo/sharedFoundTable.ts';
import { isMark } from './deskMark.ts';
import { type FolderContext, standingOf } from './sharedFolderContext.ts';
import { type FolderFile, isAbsent } from './sharedFolderFiles.ts';
import { ageHead, isSealed, openFile } from './sharedFolderOpen.ts';
import { judgePackage, type LookReport, type Verdict } from './sharedFolderTake.ts';
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
  const { identity, tables } = context;
  const bytes = await readIfPackage(context, file, known);
  context.requireOpen();
  if (!(bytes instanceof Uint8Array)) return bytes;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  // Touched, or put back as it was.
  if (known?.sha256 === sha256 && known.outcome === 'taken') return known;
  const ownVerdict = await judgeOwn(context, file, sha256, report);
  if (ownVerdict !== undefined) return ownVerdict;
  if (tables.found.hasOriginal(sha256, file.file)) return { outcome: 'duplicate', sha256 };
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
}

/** The bytes of what may be a package; otherwise what becomes of the file without them. */
async function readIfPackage(
  { files, setting }: FolderContext,
  file: FolderFile,
  known: FoundRow | null,
): Promise<Uint8Array | Verdict | null> {
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
    // Written while it was read: whatever was read is no answer.
    return isSame(after, file) ? bytes : { outcome: 'arriving' };
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
