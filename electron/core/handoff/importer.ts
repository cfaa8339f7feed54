import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { ConflictChoice, HandoffPreview } from '#shared/domain/handoff/handoffReport.ts';
import { takeSnapshot } from '../db/snapshot.ts';
import { copyPagesLater } from '../db/checkpoint.ts';
import type { ExchangeSession } from './exchangeTables.ts';
import { applyChoices } from './choices.ts';
import { senderOf } from './contacts.ts';
import type { OpenPackage } from './handoffDesk.ts';
import { type OwnDevice, type PartPlan, planImport } from './importPlan.ts';
import { reportOf } from './importReport.ts';
import { keepReceipts, writeParts } from './importWrite.ts';
import type { Incoming } from './mergePlan.ts';
import { writeCommands } from './mergeWrite.ts';
import { duplicateNotices } from './notices.ts';
import { choiceByRule, resolveConflict, type ResolveRule } from './resolve.ts';

export interface ImportOrder {
  readonly commandId: string;
  readonly rule: ResolveRule | 'ask';
  /** What was chosen in the preview; the rule is for the rest. */
  readonly choices?: readonly ConflictChoice[];
  readonly nowMs: number;
  /** Folder for the copy that is taken before anything changes; null takes none. */
  readonly backupFolder: string | null;
  readonly checklists: ReadonlyMap<string, string>;
}

export interface ImportOutcome {
  readonly report: HandoffPreview;
  /** Null where there was nothing new. */
  readonly importNumber: number | null;
  readonly resolved: number;
  readonly released: number;
  readonly backup: string | null;
  readonly entities: readonly string[];
}

const backupsKept = 3;

function ownDevice(session: ExchangeSession): OwnDevice {
  return { id: session.deviceId, seq: session.changes.ownSeq };
}

/** What a package would do here, and how. Errors: those of `planImport`. */
export function previewPackage(
  session: ExchangeSession,
  opened: OpenPackage,
  nowMs: number,
  checklists: ReadonlyMap<string, string>,
): { readonly report: HandoffPreview; readonly parts: readonly PartPlan[] } {
  const { pack, isEncrypted } = opened;
  const sender = senderOf(session.exchange.contacts, pack.manifest.sender, session.deviceId);
  const parts = planImport(session.exchange, ownDevice(session), pack);
  const { contents, deviceId } = session;
  const report = reportOf({
    pack,
    parts,
    sender,
    isEncrypted,
    ownDevice: deviceId,
    contents,
    nowMs,
    checklists,
  });
  return { report, parts };
}

/**
 * Takes a package in: backup, document bytes (which are only ever added), then everything else in one transaction.
 * Errors: `handoff-sender-unknown`, `handoff-sender-revoked`, those of `planImport` and of storage; nothing is changed then.
 */
export function importPackage(
  session: ExchangeSession,
  opened: OpenPackage,
  order: ImportOrder,
): ImportOutcome {
  const { report, parts } = previewPackage(session, opened, order.nowMs, order.checklists);
  requireTrusted(report);
  const isNothingNew = report.identical === report.total;
  const backup =
    isNothingNew || order.backupFolder === null
      ? null
      : takeSnapshot(
          session.records,
          order.backupFolder,
          'before-import',
          session.now(),
          backupsKept,
        );
  for (const sha256 of opened.pack.contents) {
    if (!session.contents.has(sha256)) session.contents.put(opened.pack.content(sha256));
  }
  return copyPagesLater(session.records, () =>
    session.changes.transaction(() => {
      keepReceipts(session.exchange, opened.pack.manifest);
      if (isNothingNew && !hasNews(session, opened)) {
        return { report, importNumber: null, resolved: 0, released: 0, backup, entities: [] };
      }
      return { report, backup, ...writeAll(session, opened, order, report, parts) };
    }),
  );
}

/** A package without new changes may still say that a device has none up to some number, which can close a gap. */
function hasNews(session: ExchangeSession, { pack }: OpenPackage): boolean {
  return pack.manifest.projects.some(({ id, to }) => {
    const known = session.exchange.scopes.coverage(id);
    return Object.entries(to).some(
      ([device, seq]) => device !== session.deviceId && (known[device] ?? 0) < seq,
    );
  });
}

function requireTrusted({ sender }: HandoffPreview): void {
  const params = { person: sender.person, fingerprint: sender.fingerprint.digits };
  if (sender.status === 'unknown') throw new AppError('handoff-sender-unknown', params);
  if (sender.status === 'revoked') throw new AppError('handoff-sender-revoked', params);
}

function writeAll(
  session: ExchangeSession,
  opened: OpenPackage,
  order: ImportOrder,
  report: HandoffPreview,
  parts: readonly PartPlan[],
): Omit<ImportOutcome, 'report' | 'backup'> {
  const { exchange: tables, changes } = session;
  const { manifest, commands } = opened.pack;
  const importNumber = tables.handoffs.add({
    direction: 'received',
    at: session.now(),
    packageId: manifest.id,
    fileName: path.basename(opened.fileName),
    people: [manifest.sender.person],
    projects: manifest.projects.map(({ id, name, to }) => ({ id, name, to })),
    changes: 0,
    commandId: order.commandId,
  });
  writeCommands(tables, commands);
  const own = ownDevice(session);
  const { written, released } = writeParts({ tables, own, importNumber }, parts, manifest);
  tables.handoffs.setChanges(importNumber, written.length + released.length);
  const newest = newestOf(written, newestOf(released, ''));
  if (newest !== '') changes.observe(newest);
  const chosen = applyChoices(session, opened.shown ?? [], order.choices ?? [], order.commandId);
  const byRule = order.rule === 'ask' ? 0 : resolveByRule(session, order, importNumber, order.rule);
  const resolved = chosen + byRule;
  report.notices.push(
    ...duplicateNotices(
      session,
      manifest.projects.map((one) => one.id),
    ),
  );
  return {
    importNumber,
    resolved,
    released: released.length,
    entities: entitiesOf(written, released),
  };
}

/** The largest stamp of all; stamps sort as plain text. */
function newestOf(changes: readonly Incoming[], least: string): string {
  let newest = least;
  for (const { hlc } of changes) if (hlc > newest) newest = hlc;
  return newest;
}

function entitiesOf(...taken: readonly (readonly Incoming[])[]): string[] {
  const entities = new Set<string>();
  for (const changes of taken) for (const { line } of changes) entities.add(line.entity);
  return [...entities];
}

/** One command for each choice, so that each can be seen and taken back by itself. */
function resolveByRule(
  session: ExchangeSession,
  order: ImportOrder,
  importNumber: number,
  rule: ResolveRule,
): number {
  const { exchange: tables, changes, deviceId } = session;
  let resolved = 0;
  for (const kept of tables.conflicts.all()) {
    const isTouched = kept.changes.some(
      ([device, seq]) => tables.log.at(device, seq)?.import_number === importNumber,
    );
    if (!isTouched) continue;
    const isReceived = (row: { readonly import_number: number | null }): boolean =>
      row.import_number === importNumber;
    const choice = choiceByRule(tables, kept, rule, isReceived, deviceId);
    if (!choice) continue;
    const id = `${order.commandId}/resolve/${resolved + 1}`;
    resolveConflict(changes, tables, kept, choice, { id, actor: session.person() });
    resolved += 1;
  }
  return resolved;
}
