import { AppError } from '#shared/contract/errors.ts';
import type { ProjectHolding, ProjectOwner } from '#shared/domain/review/project.ts';
import type { ChangeLog } from '../changes/changeLog.ts';
import { ownerCell } from '../changes/ownership.ts';
import type { ProjectTable } from '../repo/projectTable.ts';

/** What changing hands needs of an open workspace. */
export interface OwnershipSession {
  readonly changes: ChangeLog;
  readonly projects: ProjectTable;
  readonly deviceId: string;
  person(): string;
}

/**
 * Makes a colleague the owner of projects that this desk holds, in one command; those that it has handed to them already
 * stay so, and their package is only sealed again. Errors: `not-found` where one is not here, `handoff-not-owner` where
 * another desk holds one of them, `handoff-new-owner` where the new owner is this desk itself, `cancelled` where the command
 * was given before and what it wrote does not stand any more.
 */
export function handOver(
  session: OwnershipSession,
  projectIds: readonly string[],
  { device, person }: ProjectOwner,
  commandId: string,
): void {
  if (device === session.deviceId) throw new AppError('handoff-new-owner');
  const ahead = projectIds.filter((id) => !hasHandedTo(session, id, device));
  if (ahead.length === 0) return;
  if (session.changes.table.command(commandId)) throw new AppError('cancelled');
  for (const id of ahead) requireOwn(session, id);
  const command = { id: commandId, name: 'handoff.handOver', isUndoable: true };
  session.changes.write(command, session.person(), (writer) => {
    for (const id of ahead) {
      // Where nobody was named before, the log says first whose it was: that is what makes this copy read-only.
      if (session.changes.ownership.holding(id).owner === null) {
        writer.setCell(ownerCell(id), ownerOf(session));
      }
      writer.setCell(ownerCell(id), { device, person });
    }
  });
}

/** Whether it is this desk's word, and the last one, that the device holds the project. */
function hasHandedTo({ changes }: OwnershipSession, projectId: string, device: string): boolean {
  const { ownership, table } = changes;
  const { owner, isDisputed } = ownership.holding(projectId);
  const word = table.lastOfCell(ownerCell(projectId));
  return (
    owner?.device === device && !isDisputed && word !== undefined && ownership.isOwn(word.device)
  );
}

/** Which of the projects this command made another desk's, as far as that stands. */
export function handedOverBy(
  { changes }: OwnershipSession,
  projectIds: readonly string[],
  commandId: string,
): string[] {
  return projectIds.filter(
    (id) => changes.table.lastOfCell(ownerCell(id))?.command_id === commandId,
  );
}

/** Makes this desk the owner again, or in place of whoever is. Errors: `handoff-owned` where it is already. */
export function takeBack(
  session: OwnershipSession,
  projectId: string,
  commandId: string,
): ProjectHolding {
  const { changes, deviceId } = session;
  if (changes.table.command(commandId)) return changes.ownership.holding(projectId);
  const { owner, isDisputed } = changes.ownership.holding(projectId);
  if (owner?.device === deviceId && !isDisputed) {
    throw new AppError('handoff-owned', { project: nameOf(session, projectId) });
  }
  const command = { id: commandId, name: 'handoff.takeBack', isUndoable: true };
  changes.write(command, session.person(), (writer) => {
    writer.decideCell(ownerCell(projectId), ownerOf(session));
  });
  return changes.ownership.holding(projectId);
}

function ownerOf(session: OwnershipSession): { device: string; person: string } {
  return { device: session.deviceId, person: session.person() };
}

function requireOwn(session: OwnershipSession, projectId: string): void {
  // Who holds it would otherwise be written first, and make a project of nothing else.
  if (!session.projects.get(projectId)) {
    throw new AppError('not-found', { kind: 'project', id: projectId });
  }
  const { ownership } = session.changes;
  const { owner } = ownership.holding(projectId);
  if (owner === null || ownership.isHere(projectId, owner.device)) return;
  const params = { project: nameOf(session, projectId), person: owner.person };
  throw new AppError('handoff-not-owner', params);
}

function nameOf({ projects }: OwnershipSession, projectId: string): string {
  return projects.get(projectId)?.name ?? projectId;
}
