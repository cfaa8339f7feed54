import { z } from 'zod';
import { ChecklistItem } from '../library/checklistItem.ts';
import { Anchor } from '../text/anchor.ts';
import { FindingStatus, Severity, Stance, Verdict } from './verdict.ts';

/** What a lawyer decided on one item in one project and round. */
export const Assessment = z.strictObject({
  id: z.string(),
  projectId: z.string(),
  round: z.number().int().positive(),
  itemId: z.string(),
  verdict: Verdict,
  note: z.string(),
  /**
   * Content hash of the item when this verdict was given; null where an older version of the program wrote it, which means
   * the wording of the version that the project was begun with.
   */
  itemHash: z.string().nullable(),
  /** Who last changed it, and when; null while nothing was decided. */
  by: z.string().nullable(),
  at: z.string().nullable(),
});
export type Assessment = z.infer<typeof Assessment>;

/**
 * A verdict given on another wording of the item than the one the project reads now: it counts as unreviewed until it is
 * given again.
 */
export const Reopened = z.strictObject({
  verdict: Verdict,
  /** Label of the version in which the item read as it did then; null where that wording is not here. */
  version: z.string().nullable(),
  before: ChecklistItem.nullable(),
});
export type Reopened = z.infer<typeof Reopened>;

/** A quote linked to an item and, where it proves one, to a finding. */
export const Evidence = z.strictObject({
  id: z.string(),
  projectId: z.string(),
  itemId: z.string(),
  findingId: z.string().nullable(),
  stance: Stance,
  anchor: Anchor,
  documentId: z.string(),
  documentTitle: z.string(),
  versionNumber: z.number().int().positive(),
  /** The document was taken out of the project; the quote stays and says so. */
  isDocumentRemoved: z.boolean(),
  /** Set for a quote of text that OCR read from a picture; `changed` where its place reads differently since. */
  recognition: z.enum(['recognised', 'changed']).optional(),
  /**
   * Set where the document's text, as it was read here, is not the one that was quoted: `moved` where the passage stands at
   * another place, which `anchor` then names; `lost` where it is not found any more, and `anchor` is as it was quoted.
   */
  reading: z.enum(['moved', 'lost']).optional(),
  by: z.string(),
  at: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A citation as pinned in a finding: how it is written and the version of the law it was checked against. */
export const PinnedCitation = z.strictObject({
  code: z.string(),
  cite: z.string(),
  lawVersion: z.string().nullable(),
  verified: z.boolean(),
});
export type PinnedCitation = z.infer<typeof PinnedCitation>;

export const Finding = z.strictObject({
  id: z.string(),
  projectId: z.string(),
  round: z.number().int().positive(),
  /** `F-007`: counts within the project, never reused. */
  number: z.string(),
  itemId: z.string(),
  severity: Severity,
  problem: z.string(),
  citations: z.array(PinnedCitation),
  recommendation: z.string(),
  clause: z.string(),
  status: FindingStatus,
  by: z.string(),
  at: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** An entry of the change log as a person reads it. */
export const HistoryEntry = z.strictObject({
  commandId: z.string(),
  command: z.string(),
  by: z.string(),
  at: z.string(),
  changes: z.array(
    z.strictObject({
      entity: z.string(),
      entityId: z.string(),
      field: z.string(),
      from: z.unknown(),
      to: z.unknown(),
    }),
  ),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
