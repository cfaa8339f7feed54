import type { Conflict, ConflictSide } from '#shared/domain/handoff/handoffReport.ts';
import type { Disagreement } from '#shared/domain/changes/causality.ts';
import { decodeHlc } from '#shared/domain/changes/hlc.ts';
import type { KnownChange } from '../changes/conflicts.ts';
import type { PartPlan } from './importPlan.ts';
import type { EntityPlan } from './mergePlan.ts';

/** Every disagreement that a package would bring, with all its versions; none of a part that has to wait. */
export function disputesOf(
  parts: readonly PartPlan[],
  ownDevice: string,
  standsRemoved: (entity: string, entityId: string) => boolean,
): Omit<Conflict, 'name'>[] {
  return parts
    .filter((part) => part.gaps.length === 0)
    .flatMap((part) => part.entities)
    .flatMap((plan) =>
      plan.conflicts
        .filter((one) => one.changes.some((change) => isIncoming(plan, change)))
        .map((one) => disputeOf(plan, one, ownDevice, standsRemoved)),
    );
}

function disputeOf(
  plan: EntityPlan,
  { field, kind, changes }: Disagreement<KnownChange>,
  ownDevice: string,
  standsRemoved: (entity: string, entityId: string) => boolean,
): Omit<Conflict, 'name'> {
  const { projectId, entity, entityId } = plan;
  const removal = plan.fields.find((one) => one.field === 'deleted');
  const isDeleted = removal ? removal.after.value === 'true' : standsRemoved(entity, entityId);
  const sides = changes.map((change, index): ConflictSide => ({
    device: change.device,
    seq: change.seq,
    field: change.field,
    value: JSON.parse(change.value),
    by: change.actor,
    at: new Date(decodeHlc(change.hlc)?.millis ?? 0).toISOString(),
    isOwn: change.device === ownDevice,
    isIncoming: isIncoming(plan, change),
    stands:
      kind === 'values' ? index === changes.length - 1 : (change.field === 'deleted') === isDeleted,
  }));
  return { projectId, entity, entityId, field, kind, sides };
}

function isIncoming(plan: EntityPlan, change: KnownChange): boolean {
  return plan.incoming.some((one) => one.device === change.device && one.seq === change.seq);
}
