import { AppError, type Failure } from '#shared/contract/errors.ts';
import type { HandoffPreview } from '#shared/domain/handoff/handoffReport.ts';
import type { SharedFolderSync, WaitReason } from '#shared/domain/handoff/sharedFolder.ts';
import type { FoundDetail, FoundOutcome } from '../repo/sharedFoundTable.ts';
import type { OpenPackage } from './handoffDesk.ts';
import type { PartPlan } from './importPlan.ts';
import { previewPackage } from './importer.ts';
import { keepReceipts, writeParts } from './importWrite.ts';
import type { FolderContext } from './sharedFolderContext.ts';
import type { FolderFile } from './sharedFolderFiles.ts';
import { clockOf } from './sharedFolderOpen.ts';

export interface LookReport {
  readonly taken: SharedFolderSync['taken'];
  /** Packages that only said how far their senders have come. */
  receipts: number;
  readonly altered: string[];
  /** Another installation writes under this desk's device. */
  isCopied: boolean;
}

/** What became of a file, as it is kept. */
export interface Verdict {
  readonly outcome: FoundOutcome;
  readonly sha256?: string;
  readonly tries?: number;
  readonly detail?: Partial<FoundDetail>;
}

/** What becomes of a verified package, by its sender and what it would do here; what may go in by itself goes in. */
export async function judgePackage(
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
