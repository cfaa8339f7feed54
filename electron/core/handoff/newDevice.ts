import { z } from 'zod';
import { winnerOf } from '#shared/domain/changes/causality.ts';
import { chainStart, type FieldValue } from '#shared/domain/changes/change.ts';
import { decodeHlc, encodeHlc } from '#shared/domain/changes/hlc.ts';
import { ChangeLog, chainHash, fromRow } from '../changes/changeLog.ts';
import { cellsOf, Conflicts, toCellChange } from '../changes/conflicts.ts';
import type { ChangeRow } from '../changes/logTable.ts';
import { DeskTable } from '../repo/deskTable.ts';
import { RenewalTable } from '../repo/renewalTable.ts';
import type { ExchangeSession } from './exchangeTables.ts';
import type { ForkBounds } from './forkBounds.ts';

export interface Renewal {
  readonly newDevice: string;
  readonly commandId: string;
  readonly nowMs: () => number;
  /** What is known of the other copy; null where nothing shows that there is one. */
  readonly bounds: ForkBounds | null;
  /** Files that might have shown more of it and could not be read. */
  readonly unread: readonly string[];
}

export const RenewalOutcome = z.strictObject({
  formerDevice: z.string(),
  /** Changes up to this number stay the former device's. */
  sharedUpTo: z.number().int(),
  moved: z.number().int(),
  builtOn: z.number().int(),
  /** Files of the shared folder that were not compared. */
  unread: z.array(z.string()).default([]),
});
export type RenewalOutcome = z.infer<typeof RenewalOutcome>;

/**
 * Makes this copy of a workspace a device of its own, in one transaction. What both copies hold stays under the former
 * device, whose chain is as it was; what only this copy wrote since becomes the new device's, with numbers, stamps and
 * chain of its own, so that it can be told apart from what the other copy wrote under the same numbers. The caller opens the
 * log anew for the new device.
 */
export function renewDevice(session: ExchangeSession, renewal: Renewal): RenewalOutcome {
  const { records, deviceId, exchange } = session;
  const table = new RenewalTable(records);
  const person = session.person();
  return records
    .transaction((): RenewalOutcome => {
      const sharedUpTo = splitPoint(table, session, renewal.bounds);
      const rows = table.after(deviceId, sharedUpTo);
      const moved = move(session, table, rows, sharedUpTo, renewal.newDevice);
      table.setOwn(deviceId, renewal.newDevice, person);
      coverFormer(session, table, sharedUpTo);
      project(session, moved);
      const conflicts = new Conflicts(records, exchange.log);
      for (const { entity, entityId } of table.disputed()) conflicts.recompute(entity, entityId);
      table.dropIdentity();
      const differs = renewal.bounds?.differs ?? null;
      const contested = differs === null ? 0 : Math.max(0, sharedUpTo - differs + 1);
      const outcome: RenewalOutcome = {
        formerDevice: deviceId,
        sharedUpTo,
        moved: rows.length,
        builtOn: contested,
        unread: [...renewal.unread],
      };
      nameDesk(session, renewal, person, outcome);
      return outcome;
    })
    .immediate();
}

/**
 * The last number that stays the former device's. Never below what colleagues' changes are built on: their hashes name it.
 * Where it is not certain how far the copies went together, rather lower: a change that is given out twice says the same
 * twice, but one that stays under a number used twice can never be handed off.
 */
function splitPoint(
  table: RenewalTable,
  session: ExchangeSession,
  bounds: ForkBounds | null,
): number {
  const { deviceId, changes } = session;
  if (bounds === null) return changes.ownSeq;
  const { common, differs } = bounds;
  const last = (differs ?? changes.ownSeq + 1) - 1;
  const known = common > 0 ? Math.min(common, last) : last;
  let seq = Math.min(Math.max(known, builtOn(table, session, known)), changes.ownSeq);
  // A command is never cut in two.
  const isInside = (at: number): boolean => {
    const command = at === 0 ? null : table.commandAt(deviceId, at);
    return command !== null && command === table.commandAt(deviceId, at + 1);
  };
  while (seq < changes.ownSeq && isInside(seq)) seq += 1;
  return seq;
}

/**
 * The largest own number after `known` that a colleague may have had from this copy and built on. One who knows more of
 * this device than this copy ever gave out has it from the other copy, and means the other's numbers.
 */
function builtOn(table: RenewalTable, session: ExchangeSession, known: number): number {
  const given = givenUpTo(table, session);
  const numbers = table
    .seenBy(session.deviceId)
    .filter(({ projectId, seq }) => seq > known && seq <= (given.get(projectId) ?? 0))
    .map(({ seq }) => seq);
  return Math.max(0, ...numbers);
}

/** Up to which own number each project ever left this copy. */
function givenUpTo(
  table: RenewalTable,
  { deviceId, exchange }: ExchangeSession,
): Map<string, number> {
  const given = table.putUpTo(deviceId);
  for (const entry of exchange.handoffs.all()) {
    if (entry.direction !== 'sent') continue;
    for (const { id, to } of entry.projects) {
      given.set(id, Math.max(given.get(id) ?? 0, to[deviceId] ?? 0));
    }
  }
  return given;
}

function move(
  { exchange, deviceId }: ExchangeSession,
  table: RenewalTable,
  rows: readonly ChangeRow[],
  sharedUpTo: number,
  newDevice: string,
): ChangeRow[] {
  table.takeOut(deviceId, sharedUpTo);
  const commands = new Map<string, string>();
  let hash = chainStart;
  const moved = rows.map((row, index) => {
    // The same command may be known elsewhere as the former device's.
    const commandId = `${newDevice}/${row.command_id}`;
    if (!commands.has(row.command_id)) {
      commands.set(row.command_id, commandId);
      table.renameCommand(row.command_id, commandId, newDevice);
    }
    const next = renumbered(row, { device: newDevice, seq: index + 1, commandId });
    const isOfProject = exchange.scopes.projectOf(row.entity, row.entity_id) !== null;
    const seen = isOfProject ? seenWith(row.seen, deviceId, sharedUpTo) : row.seen;
    hash = chainHash(hash, fromRow({ ...next, seen }));
    const kept = { ...next, seen, hash };
    exchange.log.insertChange(kept);
    table.keepFormer({
      device: row.device,
      seq: row.seq,
      hlc: row.hlc,
      seen: row.seen,
      commandId: row.command_id,
      hash: row.hash,
      newDevice,
      newSeq: kept.seq,
    });
    return kept;
  });
  return moved;
}

function renumbered(
  row: ChangeRow,
  to: { readonly device: string; readonly seq: number; readonly commandId: string },
): ChangeRow {
  const stamp = decodeHlc(row.hlc);
  if (!stamp) throw new Error('a stamp of the own log does not read');
  const hlc = encodeHlc({ ...stamp, device: to.device });
  return { ...row, device: to.device, seq: to.seq, hlc, command_id: to.commandId };
}

/** What was written next on one device is now written by another that knew it. */
function seenWith(seen: string, device: string, upTo: number): string {
  if (upTo === 0) return seen;
  const vector = JSON.parse(seen) as Record<string, number>; // written by ChangeLog
  const entries = Object.entries({ ...vector, [device]: upTo });
  return JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/**
 * The former device is known here like any colleague's: up to where it is the same at both copies, and in a project up to
 * where a colleague's changes know it. What the other copy wrote before that was in their package, or there is none: it
 * would have been refused as forked otherwise.
 */
function coverFormer(
  { exchange, deviceId }: ExchangeSession,
  table: RenewalTable,
  sharedUpTo: number,
): void {
  const counts = table.countByProject(deviceId);
  const seen = table.seenBy(deviceId);
  for (const project of exchange.scopes.projects()) {
    const known = seen.filter((one) => one.projectId === project).map((one) => one.seq);
    const upTo = Math.max(sharedUpTo, ...known);
    const added = new Map([[deviceId, counts.get(project) ?? 0]]);
    if (upTo > 0) exchange.scopes.extend(project, { [deviceId]: upTo }, added);
  }
}

/** Of two stamps that are equal but for the device, another may be the later one now. */
function project({ exchange }: ExchangeSession, moved: readonly ChangeRow[]): void {
  const entities = new Map(
    moved.map((row) => [`${row.entity}\u0000${row.entity_id}`, row] as const),
  );
  for (const { entity, entity_id: id } of entities.values()) {
    const cells = cellsOf(exchange.log.narrowOf(entity, id).map(toCellChange));
    const values = [...cells].flatMap(([field, changes]): [string, FieldValue][] => {
      const winner = winnerOf(entity, changes);
      return winner ? [[field, JSON.parse(winner.value) as FieldValue]] : []; // kept as canonical JSON
    });
    exchange.projection.applyAll(entity, id, values);
  }
}

/** The desk's name and settings go along; they stand under the device. The outcome is kept with the command, for retries. */
function nameDesk(
  session: ExchangeSession,
  renewal: Renewal,
  person: string,
  outcome: RenewalOutcome,
): void {
  const own = new DeskTable(session.records).get(session.deviceId);
  const log = new ChangeLog(session.records, renewal.newDevice, renewal.nowMs);
  log.write(
    { id: renewal.commandId, name: 'sharedFolder.renewDevice', isUndoable: false },
    person,
    (writer) => {
      writer.set('desk', renewal.newDevice, { ...own });
      return outcome;
    },
  );
}
