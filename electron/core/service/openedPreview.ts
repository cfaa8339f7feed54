import type { HandoffPreview, OpenedHandoff } from '#shared/domain/handoff/handoffReport.ts';
import type { Desk } from '../desk.ts';
import { disputesOf } from '../handoff/disputes.ts';
import { keepOpen, type OpenPackage } from '../handoff/handoffDesk.ts';
import { previewPackage } from '../handoff/importer.ts';
import type { PartPlan } from '../handoff/importPlan.ts';
import { readableVersions } from '../library/checklistShelf.ts';
import type { Session } from '../session.ts';
import { shelfOf } from './checklists.ts';
import { keyOf, RecordNames } from './recordNames.ts';

/** Keeps a checked package open and says what it would do, with every disagreement and the names of what it touches. */
export function openedPreview(desk: Desk, session: Session, opened: OpenPackage): OpenedHandoff {
  const now = desk.ports.nowMs();
  const { report, parts } = previewPackage(session, opened, now, checklistVersions(desk));
  const openId = session.newId();
  const shown = named(desk, session, report, parts);
  keepOpen(session, openId, { ...opened, shown: shown.disputes });
  return { ...report, openId, ...shown };
}

/** Versions of checklists that can be read here, by list and hash. */
export function checklistVersions(desk: Desk): ReadonlyMap<string, string> {
  return readableVersions(shelfOf(desk));
}

function named(
  desk: Desk,
  session: Session,
  { differences }: HandoffPreview,
  parts: readonly PartPlan[],
): Pick<OpenedHandoff, 'disputes' | 'names'> {
  const names = new RecordNames(desk, session, parts);
  const { log } = session.exchange;
  const isRemoved = (entity: string, entityId: string): boolean =>
    log.lastOfCell({ entity, entityId, field: 'deleted' })?.value === 'true';
  return {
    disputes: disputesOf(parts, session.deviceId, isRemoved).map((one) => ({
      ...one,
      name: names.nameOf(one.entity, one.entityId),
    })),
    names: Object.fromEntries(
      differences.map(({ entity, entityId }) => [
        keyOf(entity, entityId),
        names.nameOf(entity, entityId),
      ]),
    ),
  };
}
