import { z } from 'zod';
import { Anchor, TextPoint } from '../../domain/text/anchor.ts';
import {
  Assessment,
  Evidence,
  Finding,
  PinnedCitation,
  Reopened,
} from '../../domain/review/assessment.ts';
import { Checklist, ChecklistItem } from '../../domain/library/checklistItem.ts';
import { FindingStatus, Severity, Stance, Verdict } from '../../domain/review/verdict.ts';
import { Id, LongText, Nothing, command, commandId, query } from '../kinds.ts';

/** Whether an item applies: `yes`, or `undetermined` while a trait it hangs on is unknown. */
export const Applicability = z.enum(['yes', 'undetermined']);

export type Applicability = z.infer<typeof Applicability>;

/** Why an item applies: the traits whose answers decide it, in the order of its condition; empty means always. */
export const Why = z.strictObject({
  applies: Applicability,
  traits: z.array(
    z.strictObject({ id: z.string(), answer: z.boolean().nullable(), needed: z.boolean() }),
  ),
});

export type Why = z.infer<typeof Why>;

/** A row of the review screen's left column. */
export const ReviewRow = z.strictObject({
  itemId: z.string(),
  number: z.string(),
  checklist: z.string(),
  title: z.string(),
  question: z.string(),
  severity: Severity,
  needsConfirmation: z.boolean(),
  why: Why,
  verdict: Verdict,
  /** Set where the item was answered on another wording: it counts as unreviewed until it is answered again. */
  reopened: Reopened.nullable(),
  hasNote: z.boolean(),
  evidence: z.number().int(),
  findings: z.number().int(),
});

export type ReviewRow = z.infer<typeof ReviewRow>;

/** Everything the item card shows. */
export const ReviewItem = z.strictObject({
  item: ChecklistItem,
  why: Why,
  /** Its verdict is `unreviewed` while `reopened` is set. */
  assessment: Assessment,
  reopened: Reopened.nullable(),
  evidence: z.array(Evidence),
  findings: z.array(Finding),
});

export type ReviewItem = z.infer<typeof ReviewItem>;

/** A list that the project is reviewed by. */
export const ReviewList = z.strictObject({
  checklistId: z.string(),
  version: z.string(),
  hash: z.string(),
  /** Null while the list cannot be read; then its items are not among the rows. */
  checklist: Checklist.nullable(),
  /** `not-here`: its content is not at this desk; `item-taken`: another list of the project has an item of the same id. */
  fault: z.enum(['not-here', 'item-taken']).nullable(),
});
export type ReviewList = z.infer<typeof ReviewList>;

/** An item that was worked on and is not in the project's lists any more: to be read, not to be answered. */
export const ArchivedItem = z.strictObject({
  itemId: z.string(),
  /** `removed`: its list has it no longer; `list-removed`: the list was taken out; `list-not-here`: the list cannot be read. */
  reason: z.enum(['removed', 'list-removed', 'list-not-here']),
  /** Its last wording, and the label of that version; null where it is not here. */
  item: ChecklistItem.nullable(),
  version: z.string().nullable(),
  /** As it was given, in the project's current round. */
  assessment: Assessment,
  evidence: z.array(Evidence),
  findings: z.array(Finding),
});
export type ArchivedItem = z.infer<typeof ArchivedItem>;

/** Where the item of a finding stands now: in a list and applying, ruled out by the traits, or in no list of the project. */
export const FindingPlace = z.enum(['applies', 'not-applicable', 'archived']);
export type FindingPlace = z.infer<typeof FindingPlace>;

const FindingItem = z.strictObject({
  number: z.string(),
  title: z.string(),
  standing: FindingPlace,
});

/** A highlight in a document version: the evidence of any item of the project that points there. */
export const DocumentMark = z.strictObject({
  evidenceId: z.string(),
  itemId: z.string(),
  itemNumber: z.string(),
  stance: Stance,
  anchor: Anchor,
  /** The quote is not found in the text any more: `anchor` is where it was quoted, and covers other words now. */
  isLost: z.boolean().optional(),
});

export type DocumentMark = z.infer<typeof DocumentMark>;

const AssessmentPatch = z
  .strictObject({ verdict: Verdict, note: LongText })
  .partial()
  .refine((p) => Object.keys(p).length > 0);

const FindingPatch = z
  .strictObject({
    severity: Severity,
    problem: LongText,
    citations: z.array(PinnedCitation),
    recommendation: LongText,
    clause: LongText,
    status: FindingStatus,
  })
  .partial()
  .refine((p) => Object.keys(p).length > 0);

/** Items, evidence and findings. */
export const reviewChannels = {
  'review.rows': query(z.strictObject({ projectId: Id }), z.array(ReviewRow)),
  /** Every list of the project, with the reason where one cannot be read. */
  'review.lists': query(z.strictObject({ projectId: Id }), z.array(ReviewList)),
  'review.archived': query(z.strictObject({ projectId: Id }), z.array(ArchivedItem)),
  'review.item': query(z.strictObject({ projectId: Id, itemId: Id }), ReviewItem),
  'review.marks': query(z.strictObject({ projectId: Id, versionId: Id }), z.array(DocumentMark)),
  'review.assess': command(
    z.strictObject({ commandId, projectId: Id, itemId: Id, patch: AssessmentPatch }),
    Assessment,
  ),
  /** `quote` must be what stands between `start` and `end`: `quote-moved` otherwise, so that no screen can attach another text. */
  'evidence.add': command(
    z.strictObject({
      commandId,
      projectId: Id,
      itemId: Id,
      findingId: Id.nullable(),
      stance: Stance,
      versionId: Id,
      start: TextPoint,
      end: TextPoint,
      quote: z.string().min(1).max(5000),
    }),
    Evidence,
  ),
  /** Finds `quote` in the folded text of a version; refused when it stands nowhere or in several places. */
  'evidence.locate': query(
    z.strictObject({ versionId: Id, quote: z.string().min(1).max(5000) }),
    Anchor,
  ),
  'evidence.update': command(
    z.strictObject({
      commandId,
      evidenceId: Id,
      patch: z.strictObject({ stance: Stance, findingId: Id.nullable() }).partial(),
    }),
    Evidence,
  ),
  'evidence.remove': command(z.strictObject({ commandId, evidenceId: Id }), Nothing),
  'finding.list': query(
    z.strictObject({ projectId: Id }),
    z.array(Finding.extend({ item: FindingItem, evidence: z.array(Evidence) })),
  ),
  /** Problem, severity, citations, recommendation and clause come from the item where the input leaves them out. */
  'finding.add': command(
    z.strictObject({ commandId, projectId: Id, itemId: Id, fields: FindingPatch.optional() }),
    Finding,
  ),
  'finding.update': command(
    z.strictObject({ commandId, findingId: Id, patch: FindingPatch }),
    Finding,
  ),
  'finding.remove': command(z.strictObject({ commandId, findingId: Id }), Nothing),
} as const;
