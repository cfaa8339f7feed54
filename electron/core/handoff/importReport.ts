import { type Disagreement, isBookkeeping } from '#shared/domain/changes/causality.ts';
import { decodeHlc } from '#shared/domain/changes/hlc.ts';
import type {
  ConflictLine,
  Difference,
  HandoffNotice,
  HandoffPreview,
  ProjectCounts,
  Sender,
} from '#shared/domain/handoff/handoffReport.ts';
import { ProjectOwner } from '#shared/domain/review/project.ts';
import type { KnownChange } from '../changes/conflicts.ts';
import { tryReadChecklist } from '../library/checklistFile.ts';
import type { ContentStore } from '../repo/contentStore.ts';
import { type PartPlan, unknownOf } from './importPlan.ts';
import type { EntityPlan, FieldPlan, Incoming } from './mergePlan.ts';
import type { HandoffPackage } from './packageRead.ts';

/** What the report needs to know of this desk. */
export interface ReportSource {
  readonly pack: HandoffPackage;
  readonly parts: readonly PartPlan[];
  readonly sender: Sender;
  readonly isEncrypted: boolean;
  readonly ownDevice: string;
  readonly contents: ContentStore;
  readonly nowMs: number;
  /** Versions of checklists that can be read here: `<list> <hash>` → seal of the file. */
  readonly checklists: ReadonlyMap<string, string>;
}

const maxDifferences = 1000;
const farAheadMs = 24 * 3_600_000;

/** The preview of an import; its numbers add up to the package's total. */
export function reportOf(source: ReportSource): HandoffPreview {
  const { pack, parts, sender, isEncrypted, ownDevice } = source;
  const { manifest } = pack;
  const projects = parts.map((part) => countsOf(part));
  const sum = (of: (counts: ProjectCounts) => number): number =>
    projects.reduce((total, counts) => total + of(counts), 0);
  const { differences, moreDifferences } = differencesOf(parts);
  return {
    packageId: manifest.id,
    createdAt: manifest.createdAt,
    sender,
    hint: manifest.hint,
    isEncrypted,
    total: manifest.counts.changes,
    new: sum((counts) => counts.new),
    changed: sum((counts) => counts.changed),
    identical: sum((counts) => counts.identical),
    conflicts: parts.flatMap((part) => conflictLinesOf(part, ownDevice)),
    unknown: [...unknownOf(parts)].map(([key, changes]) => {
      const [entity = '', field = ''] = key.split('.');
      return { entity, field, changes };
    }),
    gaps: parts.flatMap(({ project, gaps }) =>
      gaps.map((gap) => ({
        ...gap,
        projectId: project.id,
        person: manifest.devices[gap.device] ?? '',
      })),
    ),
    parked: parts
      .filter((part) => part.gaps.length > 0)
      .reduce((n, part) => n + part.incoming.length, 0),
    contents: contentCounts(source),
    projects,
    differences,
    moreDifferences,
    notices: [...ownerNotices(source), ...clockNotices(source), ...checklistNotices(source)],
  };
}

interface Clash {
  readonly change: Incoming;
  readonly plan: EntityPlan;
  readonly disagreement: Disagreement<KnownChange>;
}

/** Each incoming change that stands in a disagreement, once; none of a part that has to wait. */
function clashesOf({ entities, gaps }: PartPlan): Clash[] {
  if (gaps.length > 0) return [];
  return entities.flatMap((plan) => {
    if (plan.conflicts.length === 0) return [];
    return plan.incoming.flatMap((change) => {
      const disagreement =
        plan.conflicts.find((one) => one.field === change.field && one.changes.includes(change)) ??
        plan.conflicts.find((one) => one.changes.includes(change));
      return disagreement ? [{ change, plan, disagreement }] : [];
    });
  });
}

function countsOf(part: PartPlan): ProjectCounts {
  const clashes = new Set(clashesOf(part).map((clash) => clash.change));
  let fresh = 0;
  let changed = 0;
  for (const plan of part.entities) {
    const added = plan.fields.filter((one) => one.before === null);
    for (const change of plan.incoming) {
      if (clashes.has(change)) continue;
      if (added.some((one) => one.field === change.field)) fresh += 1;
      else changed += 1;
    }
  }
  const { id, name } = part.project;
  return { id, name, new: fresh, changed, identical: part.identical, conflicts: clashes.size };
}

function conflictLinesOf(part: PartPlan, ownDevice: string): ConflictLine[] {
  return clashesOf(part).map(({ change, plan, disagreement }) => {
    const mine = opposite(change, plan, disagreement, ownDevice);
    const { projectId, entity, entityId } = plan;
    const { field, kind } = disagreement;
    return {
      projectId,
      entity,
      entityId,
      field,
      kind,
      theirs: sideOf(change),
      mine: mine ? sideOf(mine) : null,
    };
  });
}

/** What was here before and stands against the change: one's own before anybody else's, the newer before the older. */
function opposite(
  change: Incoming,
  plan: EntityPlan,
  { kind, changes }: Disagreement<KnownChange>,
  ownDevice: string,
): KnownChange | null {
  const incoming = new Set<KnownChange>(plan.incoming);
  const here = changes.filter((one) => !incoming.has(one)).reverse();
  const facing =
    kind === 'values'
      ? here
      : here.filter((one) => (one.field === 'deleted') !== (change.field === 'deleted'));
  return facing.find((one) => one.device === ownDevice) ?? facing[0] ?? null;
}

function sideOf(change: KnownChange): ConflictLine['theirs'] {
  const { device, seq, field, value, actor, hlc } = change;
  const at = new Date(decodeHlc(hlc)?.millis ?? 0).toISOString();
  return { device, seq, field, value: JSON.parse(value), by: actor, at };
}

/** Fields that will stand differently, those that stood already first; only as many as are shown are read out. */
function differencesOf(
  parts: readonly PartPlan[],
): Pick<HandoffPreview, 'differences' | 'moreDifferences'> {
  const changed: (() => Difference)[] = [];
  const fresh: (() => Difference)[] = [];
  let count = 0;
  for (const plan of parts.flatMap((part) => part.entities)) {
    for (const field of plan.fields) {
      if (field.before?.value === field.after.value || isBookkeeping(field.field)) continue;
      count += 1;
      const kind = field.before === null ? fresh : changed;
      if (kind.length < maxDifferences) kind.push(() => differenceOf(plan, field));
    }
  }
  const differences = [...changed, ...fresh].slice(0, maxDifferences).map((read) => read());
  return { differences, moreDifferences: count - differences.length };
}

function differenceOf(
  { projectId, entity, entityId }: EntityPlan,
  { field, before, after }: FieldPlan,
): Difference {
  return {
    projectId,
    entity,
    entityId,
    field,
    before: before ? JSON.parse(before.value) : null,
    after: JSON.parse(after.value),
    by: after.actor,
  };
}

function contentCounts({ pack, parts, contents }: ReportSource): HandoffPreview['contents'] {
  const known = pack.contents.filter((sha256) => contents.has(sha256)).length;
  const brought = new Set(pack.contents);
  const named = new Set<string>();
  for (const { incoming } of parts) {
    for (const { line } of incoming) {
      if (line.field === 'sha256' && typeof line.value === 'string') named.add(line.value);
    }
  }
  const missing = [...named].filter((sha256) => !brought.has(sha256) && !contents.has(sha256));
  return { new: pack.contents.length - known, identical: known, missing: missing.length };
}

/** Projects that change hands with the package; of those that are new here, only what becomes this desk's own. */
function ownerNotices({ parts, ownDevice }: ReportSource): HandoffNotice[] {
  return parts
    .filter((part) => part.gaps.length === 0)
    .flatMap(({ project, entities }) => {
      const field = entities
        .find((plan) => plan.entity === 'project')
        ?.fields.find((one) => one.field === 'owner');
      if (!field || field.before?.value === field.after.value) return [];
      const owner = ProjectOwner.nullable().parse(JSON.parse(field.after.value));
      if (!owner || (field.before === null && owner.device !== ownDevice)) return [];
      return [{ code: 'new-owner' as const, detail: `${project.name} → ${owner.person}` }];
    });
}

/** A clock that runs ahead wins every disagreement that nobody settles: said, never refused. */
function clockNotices({ parts, nowMs }: ReportSource): HandoffNotice[] {
  const newest = new Map<string, string>();
  for (const { incoming } of parts) {
    for (const { device, hlc } of incoming) {
      if (hlc > (newest.get(device) ?? '')) newest.set(device, hlc);
    }
  }
  return [...newest]
    .map(([device, hlc]) => [device, decodeHlc(hlc)?.millis ?? 0] as const)
    .filter(([, millis]) => millis > nowMs + farAheadMs)
    .map(([device, millis]) => ({
      code: 'clock-ahead' as const,
      detail: `${device} ${new Date(millis).toISOString()}`,
    }));
}

function checklistNotices({ pack, checklists }: ReportSource): HandoffNotice[] {
  const needed = new Map(
    pack.manifest.projects.flatMap((project) =>
      Object.entries(project.checklists).map(([id, { version, hash }]) => [
        `${id} ${hash}`,
        `${id} ${version}`,
      ]),
    ),
  );
  const missing = [...needed].filter(([key]) => !checklists.has(key));
  if (missing.length === 0) return [];
  const brought = versionsBrought(pack, new Set(checklists.values()));
  return missing
    .filter(([key]) => !brought.has(key))
    .map(([, detail]) => ({ code: 'checklist-version' as const, detail }));
}

/** Versions in the package that are not here yet; what cannot be read as a list brings nothing. */
function versionsBrought(pack: HandoffPackage, seals: ReadonlySet<string>): Set<string> {
  const held = new Set(pack.contents);
  const brought = new Set<string>();
  for (const { entity, entityId, field, value } of pack.changes) {
    if (entity !== 'checklistUse' || field !== 'sha256' || typeof value !== 'string') continue;
    if (!held.has(value) || seals.has(entityId.split('/').at(-1) ?? '')) continue;
    const file = tryReadChecklist(pack.content(value), value);
    if (file) brought.add(`${file.id} ${file.hash}`);
  }
  return brought;
}
