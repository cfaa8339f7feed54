import { AppError } from '#shared/contract/errors.ts';
import { decodeHlc } from '#shared/domain/changes/hlc.ts';
import { ProjectOwner, type ProjectHolding } from '#shared/domain/review/project.ts';
import type { Db } from '../db/database.ts';
import { ConflictTable } from '../repo/conflictTable.ts';
import { OwnerTable } from '../repo/ownerTable.ts';
import { type Cell, type ChangeRow, type LogTable, valueOf } from './logTable.ts';

/** What is about to be written, and by which command. */
export interface GuardedWrite extends Pick<Cell, 'entity' | 'field'> {
  readonly command: { readonly name: string };
}

/** Choosing between versions that came in, and taking an import back, are part of taking in. */
const partsOfTakingIn: ReadonlySet<string> = new Set(['handoff.resolve', 'handoff.undo']);

/**
 * Who holds each project, read from the log, and the one guard over what that forbids: a desk that held a project and gave
 * it away writes nothing in it until it takes it back. Received changes go in by another way. A copy that became a device of
 * its own is still the desk that it was before.
 */
export class Ownership {
  readonly #owners: OwnerTable;
  readonly #conflicts: ConflictTable;
  readonly #log: LogTable;
  readonly #device: string;
  readonly #devices: ReadonlySet<string>;

  constructor(db: Db, log: LogTable, device: string) {
    this.#owners = new OwnerTable(db);
    this.#conflicts = new ConflictTable(db);
    this.#log = log;
    this.#device = device;
    this.#devices = new Set([device, ...this.#owners.formerDevices()]);
  }

  holding(projectId: string): ProjectHolding {
    const { owner } = this.#owners.get(projectId);
    const row = owner === null ? undefined : this.#log.lastOfCell(ownerCell(projectId));
    return {
      owner,
      since: row ? momentOf(row, this.#log) : null,
      by: row?.actor ?? null,
      isTaken: row !== undefined && row.device === owner?.device,
      isReadOnly: this.isReadOnly(projectId),
      isDisputed: this.#conflicts.get('project', projectId, 'owner') !== null,
    };
  }

  /** Whether this desk held the project and another one holds it now. */
  isReadOnly(projectId: string): boolean {
    const { owner } = this.#owners.get(projectId);
    if (owner === null || this.isHere(projectId, owner.device)) return false;
    return this.#log
      .ofCell(ownerCell(projectId))
      .some((row) => this.isOwn(ProjectOwner.safeParse(valueOf(row)).data?.device));
  }

  /** Whether the device is this desk, or was before it became another one. */
  isOwn(device: string | undefined): boolean {
    return device !== undefined && this.#devices.has(device);
  }

  /**
   * Whether the owner of the project is this desk: under the device that it is, or one that it was. What it gave to one of
   * those by itself went to the other copy, which is that device still.
   */
  isHere(projectId: string, owner: string): boolean {
    if (owner === this.#device) return true;
    if (!this.isOwn(owner)) return false;
    const word = this.#log.lastOfCell(ownerCell(projectId));
    if (!word || !this.isOwn(word.device)) return true;
    // Taking back what was written since brings back who stood there before, which says nothing new.
    const isGiven = word.command !== 'history.undo' && this.#owners.writerOf(word) !== owner;
    return !isGiven;
  }

  /** Errors: `project-handed-over`, with to whom and when. */
  requireWritable(projectId: string): void {
    if (!this.isReadOnly(projectId)) return;
    const { name } = this.#owners.get(projectId);
    const { owner, since } = this.holding(projectId);
    const params = { project: name, person: owner?.person ?? '', at: since ?? '' };
    throw new AppError('project-handed-over', params);
  }

  /**
   * Stands before every write of the change log; `open` are the projects that the same command has been let into already.
   * Errors as of `requireWritable`.
   */
  guard(projectId: string | null, write: GuardedWrite, open: Set<string>): void {
    if (projectId === null || open.has(projectId)) return;
    if (isOwner(write) || partsOfTakingIn.has(write.command.name)) return;
    this.requireWritable(projectId);
    open.add(projectId);
  }

  /** Whether a step over this field may be taken back here. */
  mayRevert(projectId: string | null, cell: Pick<Cell, 'entity' | 'field'>): boolean {
    return projectId === null || isOwner(cell) || !this.isReadOnly(projectId);
  }
}

export function ownerCell(projectId: string): Cell {
  return { entity: 'project', entityId: projectId, field: 'owner' };
}

function isOwner({ entity, field }: Pick<Cell, 'entity' | 'field'>): boolean {
  return entity === 'project' && field === 'owner';
}

/** When the person asked for it; the stamp's own time where the command did not come along. */
function momentOf(row: ChangeRow, log: LogTable): string {
  const stamp = new Date(decodeHlc(row.hlc)?.millis ?? 0).toISOString();
  return log.command(row.command_id)?.at ?? stamp;
}
