import type { HandoffLogEntry, UnfinishedHandOver } from '#shared/domain/handoff/handoffReport.ts';
import { ownerCell } from '../changes/ownership.ts';
import { type ChangeRow, valueOf } from '../changes/logTable.ts';
import { ProjectOwner } from '#shared/domain/review/project.ts';
import type { Session } from '../session.ts';
import { holdsFinished, isExporting } from './handoffDesk.ts';
import { openFolderTables } from './sharedFolderContext.ts';

/**
 * Projects that this desk says it handed over while nothing that left it tells of that: the program ended while the package
 * was sealed, or before it was fetched. What is being built at this moment is none.
 */
export function unfinishedHandOvers(session: Session): UnfinishedHandOver[] {
  if (isExporting(session)) return [];
  const { ownership, table } = session.changes;
  return session.projects.list().flatMap(({ id, name }): UnfinishedHandOver[] => {
    const word = table.lastOfCell(ownerCell(id));
    const owner = word ? (ProjectOwner.safeParse(valueOf(word)).data ?? null) : null;
    if (!word || !owner || !ownership.isOwn(word.device) || ownership.isHere(id, owner.device)) {
      return [];
    }
    const packages = packagesFor(session, id, word, owner.device);
    const isTold =
      packages.some((one) => wasHandedOut(session, one)) ||
      isInFolder(session, id, word, owner.device) ||
      knows(session.exchange.contacts.vector(owner.device, id), word);
    if (isTold) return [];
    const since = ownership.holding(id).since ?? '';
    return [{ projectId: id, name, owner, since, isBuilt: packages.length > 0 }];
  });
}

const knows = (to: Readonly<Record<string, number>>, { device, seq }: ChangeRow): boolean =>
  (to[device] ?? 0) >= seq;

/** Packages that tell the new owner of it. */
function packagesFor(
  { exchange }: Session,
  projectId: string,
  word: ChangeRow,
  owner: string,
): HandoffLogEntry[] {
  const isFor = ({ recipients }: HandoffLogEntry): boolean =>
    recipients.length === 0 || recipients.includes(owner);
  return exchange.handoffs
    .all()
    .filter((entry) => entry.direction === 'sent' && isFor(entry))
    .filter(({ projects }) => projects.some(({ id, to }) => id === projectId && knows(to, word)));
}

/** Held ready, handed out, or of a program that kept no note of it. */
function wasHandedOut(session: Session, { number, packageId, sentAt }: HandoffLogEntry): boolean {
  const built = session.exchange.handoffs.built(number);
  return (
    sentAt !== null ||
    built === null ||
    built.fetchedAt !== null ||
    holdsFinished(session, packageId)
  );
}

/** What was put into the shared folder is with whoever it is sealed to. */
function isInFolder(
  { records, exchange }: Session,
  projectId: string,
  word: ChangeRow,
  owner: string,
): boolean {
  const { sent } = openFolderTables(records);
  const isOwners = (key: string): boolean => exchange.contacts.byKey(key)?.device === owner;
  return (['lying', 'removed'] as const)
    .flatMap((state) => sent.inState(state))
    .filter((one) => one.projectId === projectId && one.recipients.some(isOwners))
    .some((one) => knows(one.held, word));
}
