import type { Vector } from '#shared/domain/changes/causality.ts';
import type { FieldValue } from '#shared/domain/changes/change.ts';
import type { ChangeLine, CommandLine } from '#shared/domain/handoff/handoff.ts';
import { toKept } from '../changes/conflicts.ts';
import type { ChangeRow } from '../changes/logTable.ts';
import type { ExchangeTables } from './exchangeTables.ts';
import type { EntityPlan, Incoming } from './mergePlan.ts';

/** Puts planned changes into log and tables. Runs inside the caller's transaction. */
export function writeMerge(
  tables: ExchangeTables,
  plans: readonly EntityPlan[],
  importNumber: number,
): void {
  tables.log.together(() => {
    writePlans(tables, plans, importNumber);
  });
}

function writePlans(
  tables: ExchangeTables,
  plans: readonly EntityPlan[],
  importNumber: number,
): void {
  const disputed = new Set(tables.conflicts.all().map(entityKey));
  const seenText = seenTexts();
  for (const plan of plans) {
    const { entity, entityId, projectId, incoming, conflicts, isNew } = plan;
    if (isNew) tables.scopes.assign(entity, entityId, projectId);
    for (const one of incoming)
      tables.log.insertChange(toRow(one, seenText(one.line), importNumber));
    tables.projection.applyAll(entity, entityId, winningValues(plan));
    if (conflicts.length > 0 || (disputed.size > 0 && disputed.has(entityKey(plan)))) {
      tables.conflicts.set(entity, entityId, conflicts.map(toKept));
    }
  }
}

function entityKey({ entity, entityId }: { readonly entity: string; readonly entityId: string }) {
  return `${entity}\u0000${entityId}`;
}

function winningValues({ fields, incoming }: EntityPlan): [string, FieldValue][] {
  const values: [string, FieldValue][] = [];
  for (const { field, before, after } of fields) {
    if (after === before) continue;
    // What comes to stand is among what came.
    const winner = incoming.find((one) => one === after);
    if (!winner) throw new Error('a change that stands anew came in');
    values.push([field, winner.line.value]);
  }
  return values;
}

/** Raises what is known of a project once all its changes up to `to` are in. */
export function extendCoverage(
  tables: ExchangeTables,
  projectId: string,
  to: Vector,
  ownDevice: string,
  incoming: readonly Incoming[],
): void {
  const added = new Map<string, number>();
  for (const { device } of incoming) added.set(device, (added.get(device) ?? 0) + 1);
  const others = Object.entries(to).filter(([device]) => device !== ownDevice);
  tables.scopes.extend(projectId, Object.fromEntries(others), added);
}

/** Commands of other desks, so that the history says who did what when. */
export function writeCommands(tables: ExchangeTables, commands: readonly CommandLine[]): void {
  for (const { id, name, device, actor, at, reverts } of commands) {
    tables.log.insertReceivedCommand({
      id,
      name,
      device,
      actor,
      at,
      is_undoable: 0,
      merge_key: null,
      reverts: reverts === null ? null : JSON.stringify(reverts),
      result: 'null',
    });
  }
}

function toRow(
  { line, value, isChained }: Incoming,
  seen: string,
  importNumber: number,
): ChangeRow {
  return {
    device: line.device,
    seq: line.seq,
    hlc: line.hlc,
    seen,
    actor: line.actor,
    command_id: line.commandId,
    command: line.command,
    entity: line.entity,
    entity_id: line.entityId,
    field: line.field,
    value,
    hash: line.hash,
    prev: isChained ? null : line.prev,
    import_number: importNumber,
  };
}

/** Vectors in order of the devices. Lines that follow one another mostly share one vector, which is written once. */
function seenTexts(): (line: ChangeLine) => string {
  let last: { readonly seen: Vector; readonly text: string } | null = null;
  return ({ seen }) => {
    if (last?.seen === seen) return last.text;
    const devices = Object.keys(seen).sort();
    // Ids of devices need no escaping in JSON.
    const text = `{${devices.map((device) => `"${device}":${seen[device]}`).join(',')}}`;
    last = { seen, text };
    return text;
  };
}
