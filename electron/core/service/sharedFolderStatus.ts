import type { FolderProblem, SharedFolderStatus } from '#shared/domain/handoff/sharedFolder.ts';
import { missingFrom } from '#shared/domain/changes/causality.ts';
import type { FoundOutcome, FoundRow } from '../repo/sharedFoundTable.ts';
import { type FolderTables, openFolderTables } from '../handoff/sharedFolderContext.ts';
import type { Session } from '../session.ts';

/** How it stands with the shared folder, as the last look left it. */
export function folderStatus(session: Session, isLooking: boolean): SharedFolderStatus {
  const tables = openFolderTables(session.records);
  const setting = tables.folder.setting();
  const { isBegun: _begun, ...standing } = tables.folder.standing();
  const rows = setting ? tables.found.all() : [];
  const of = (outcome: FoundOutcome): FoundRow[] => rows.filter((row) => row.outcome === outcome);
  const lying = setting ? tables.sent.inState('lying') : [];
  const imported = new Set(
    session.exchange.handoffs
      .all()
      .filter((one) => one.direction === 'received' && one.undoneAt === null)
      .map((one) => one.packageId),
  );
  return {
    folder: setting?.path ?? null,
    projects: setting?.projects ? [...setting.projects] : null,
    members: setting ? membersOf(session, tables, setting.members) : [],
    isAutomatic: setting?.isAutomatic ?? false,
    ...standing,
    isLooking,
    // What was imported by hand since the last look waits no more.
    waiting: of('waiting').flatMap(({ detail }) =>
      detail.package && !imported.has(detail.package.packageId) ? [detail.package] : [],
    ),
    strangers: of('stranger').flatMap(({ file, detail }) =>
      detail.sender ? [{ file, sender: detail.sender }] : [],
    ),
    problems: [...of('refused'), ...of('damaged')].flatMap(problemOf),
    duplicates: of('duplicate').map((row) => row.file),
    arriving: of('arriving').map((row) => row.file),
    clocks: clocksOf(rows),
    notForUs: of('not-for-us').length,
    ownFiles: lying.length,
    ownBytes: lying.reduce((sum, one) => sum + one.sizeBytes, 0),
  };
}

function membersOf(
  { exchange: { contacts } }: Session,
  { sent }: FolderTables,
  keys: readonly string[],
): SharedFolderStatus['members'] {
  const lying = sent.inState('lying');
  return keys.flatMap((key) => {
    const contact = contacts.byKey(key);
    if (!contact) return [];
    const { device, person, revokedAt } = contact;
    const unconfirmed = lying.filter(
      (one) =>
        one.recipients.includes(key) &&
        missingFrom(contacts.vector(device, one.projectId), one.held).length > 0,
    );
    return [
      { key, device, person, isTrusted: revokedAt === null, unconfirmed: unconfirmed.length },
    ];
  });
}

function problemOf({ file, tries, detail }: FoundRow): FolderProblem[] {
  const { failure, sender } = detail;
  return failure ? [{ file, tries, failure, person: sender?.person ?? null }] : [];
}

/** One line a person and kind, with the newest package's time. */
function clocksOf(rows: readonly FoundRow[]): SharedFolderStatus['clocks'] {
  const newest = new Map<string, SharedFolderStatus['clocks'][number]>();
  for (const { clock } of rows.map((row) => row.detail)) {
    if (clock) newest.set(`${clock.person} ${clock.kind}`, clock);
  }
  return [...newest.values()];
}
