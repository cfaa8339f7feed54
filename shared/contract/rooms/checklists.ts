import { z } from 'zod';
import {
  ApplicabilityPreview,
  ChecklistComparison,
  ChecklistDraft,
  ChecklistImport,
  ChecklistUpdate,
  ChecklistVersion,
  DraftHead,
  DraftItem,
} from '../../domain/library/checklistVersion.ts';
import { ChecklistItem, DocTypeCode } from '../../domain/library/checklistItem.ts';
import { Project } from '../../domain/review/project.ts';
import { Id, Nothing, command, commandId, job, query } from '../kinds.ts';

const DraftSummary = ChecklistDraft.omit({ items: true, problems: true }).extend({
  items: z.number().int(),
  problems: z.number().int(),
});

/** Versions of checklists, and drafts on their way to one. */
export const checklistChannels = {
  /** Every published version, by list and newest first. */
  'checklist.versions': query(Nothing, z.array(ChecklistVersion)),
  'checklist.version': query(
    z.strictObject({ versionId: Id }),
    z.strictObject({ version: ChecklistVersion, items: z.array(ChecklistItem) }),
  ),
  'checklist.compare': query(z.strictObject({ fromId: Id, toId: Id }), ChecklistComparison),
  /** Out of use for new projects, or back; projects that pin it keep it. */
  'checklist.retire': command(
    z.strictObject({ commandId, versionId: Id, isRetired: z.boolean() }),
    ChecklistVersion,
  ),
  'checklist.drafts': query(Nothing, z.array(DraftSummary)),
  'checklist.draft': query(z.strictObject({ draftId: Id }), ChecklistDraft),
  /**
   * `edition`: the next version of the same list, items keep their ids so that answers carry; `copy`: a list of its own with ids
   * of its own; `empty`: a new list without items.
   */
  'checklist.begin': command(
    z.discriminatedUnion('kind', [
      z.strictObject({ commandId, kind: z.literal('edition'), versionId: Id }),
      z.strictObject({
        commandId,
        kind: z.literal('copy'),
        versionId: Id,
        titleZh: z.string().trim().min(1).max(200),
      }),
      z.strictObject({
        commandId,
        kind: z.literal('empty'),
        titleZh: z.string().trim().min(1).max(200),
      }),
    ]),
    ChecklistDraft,
  ),
  'checklist.setHead': command(
    z.strictObject({ commandId, draftId: Id, patch: DraftHead.partial() }),
    ChecklistDraft,
  ),
  /** `itemId` null makes a new item, an empty one or a copy of `like` (an item of any list), after the item `after` (null: first). */
  'checklist.addItem': command(
    z.strictObject({ commandId, draftId: Id, like: Id.nullable(), after: Id.nullable() }),
    ChecklistDraft,
  ),
  'checklist.setItem': command(
    z.strictObject({
      commandId,
      draftId: Id,
      itemId: Id,
      patch: DraftItem.omit({ id: true }).partial(),
    }),
    ChecklistDraft,
  ),
  /**
   * Cites as `statute.impact` says, in a draft: the one named, else the newest edition in work of the item's list, else one
   * begun now from its current version. Replaces `cite` by `current` in the item's basis and penalties; numbers and versions follow.
   */
  'checklist.acceptImpact': command(
    z.strictObject({
      commandId,
      itemId: Id,
      draftId: Id.nullable(),
      cite: z.string().min(1).max(500),
      current: z.string().min(1).max(2000),
    }),
    ChecklistDraft,
  ),
  'checklist.removeItem': command(
    z.strictObject({ commandId, draftId: Id, itemId: Id }),
    ChecklistDraft,
  ),
  /** All item ids of the draft in their new order. */
  'checklist.reorder': command(
    z.strictObject({ commandId, draftId: Id, itemIds: z.array(Id).max(5000) }),
    ChecklistDraft,
  ),
  /** Refused with `checklist-incomplete` while there are problems. */
  'checklist.publish': command(z.strictObject({ commandId, draftId: Id }), ChecklistVersion),
  'checklist.discard': command(z.strictObject({ commandId, draftId: Id }), Nothing),
  /** Which projects at this desk an item with this condition and these document types would apply to. */
  'checklist.preview': query(
    z.strictObject({ when: z.string().max(2000), docTypes: z.array(DocTypeCode) }),
    ApplicabilityPreview,
  ),
} as const;

/** Which versions projects read. */
export const checklistPinChannels = {
  /** What newer versions would do to the answers of a project; empty where it is up to date. */
  'checklist.updates': query(z.strictObject({ projectId: Id }), z.array(ChecklistUpdate)),
  /** Pins a version in a project: unchanged answers are carried, changed ones reopened, answers to removed items archived. */
  'checklist.pin': command(z.strictObject({ commandId, projectId: Id, versionId: Id }), Project),
  /** Takes a checklist out of a project, or back by `checklist.pin`; its answers are archived, never deleted. */
  'checklist.unpin': command(
    z.strictObject({ commandId, projectId: Id, checklistId: Id }),
    Project,
  ),
} as const;

/** Checklists as files. */
export const checklistFileChannels = {
  /** Versions as a file: one workbook or YAML document a list, or one signed pack of several. */
  'checklist.export': command(
    z.strictObject({
      commandId,
      versionIds: z.array(Id).min(1).max(200),
      format: z.enum(['xlsx', 'yaml', 'pack']),
    }),
    z.strictObject({
      fileId: z.string(),
      fileName: z.string(),
      sizeBytes: z.number().int(),
      sha256: z.string(),
    }),
  ),
  /** Checks a file without taking anything in. `source` is a one-time token. */
  'checklist.validate': query(z.strictObject({ source: z.string().min(1) }), ChecklistImport),
  /** Takes in a workbook, YAML or pack whole or not at all. A pack of a key that is not trusted needs `isSignerAccepted`. */
  'checklist.import': job(
    z.strictObject({
      commandId,
      jobId: Id,
      sources: z.array(z.string()).min(1).max(100),
      isSignerAccepted: z.boolean(),
    }),
    z.strictObject({ files: z.array(ChecklistImport) }),
  ),
} as const;
