import { z } from 'zod';
import { PinnedCitation } from './assessment.ts';
import { QuotePlace } from '../text/anchor.ts';
import { ItemNature } from '../library/checklistItem.ts';
import { Severity, Stance, Verdict } from './verdict.ts';

export const MemoQuote = z.strictObject({
  quote: z.string(),
  stance: Stance,
  documentTitle: z.string(),
  versionNumber: z.number().int(),
  /** Set when the document was taken out of the project after the quote was taken. */
  isDocumentRemoved: z.boolean().optional(),
  /** Set when OCR read the text from a picture: to be checked against the original. */
  isRecognised: z.boolean().optional(),
  /** Set when the quote is not found in the text of its document any more since that was read again. */
  isLost: z.boolean().optional(),
  place: QuotePlace,
});
export type MemoQuote = z.infer<typeof MemoQuote>;

/** The content of a memo, free of layout: the same model is shown before issuing, written to .docx and kept as the snapshot. */
export const MemoModel = z.strictObject({
  number: z.string().nullable(),
  isDraft: z.boolean(),
  date: z.string(),
  project: z.strictObject({
    name: z.string(),
    client: z.string(),
    type: z.string(),
    due: z.string().nullable(),
    round: z.number().int(),
  }),
  reviewer: z.string(),
  /** Law firm, and the lawyer's own conclusion; the memo leaves a line to fill in where they are missing. */
  firm: z.string().optional(),
  conclusion: z.string().optional(),
  /** The day (YYYY-MM-DD) on which the versions of the law were last checked. */
  lawCheckedOn: z.string().optional(),
  traits: z.strictObject({
    yes: z.array(z.string()),
    no: z.array(z.string()),
    unknown: z.array(z.string()),
  }),
  documents: z.array(
    z.strictObject({
      title: z.string(),
      type: z.string().nullable(),
      versionNumber: z.number().int(),
      fileName: z.string(),
      pages: z.number().int().nullable(),
      sha256: z.string(),
      /** Pages or parts that gave no usable text, so nothing was searched there. */
      unreadable: z.array(z.string()),
    }),
  ),
  checklists: z.array(z.strictObject({ title: z.string(), version: z.string(), hash: z.string() })),
  /** Instruments cited, each with the version it was checked against. */
  instruments: z.array(
    z.strictObject({ title: z.string(), lawVersion: z.string().nullable(), verified: z.boolean() }),
  ),
  counts: z.record(Verdict, z.number().int()),
  undetermined: z.number().int(),
  items: z.array(
    z.strictObject({
      number: z.string(),
      checklistTitle: z.string(),
      title: z.string(),
      question: z.string(),
      verdict: Verdict,
      note: z.string(),
      needsConfirmation: z.boolean(),
      quotes: z.array(MemoQuote),
    }),
  ),
  findings: z.array(
    z.strictObject({
      number: z.string(),
      itemNumber: z.string(),
      itemTitle: z.string(),
      /** Set where the item does not apply any more, or is in no list of the project any more. */
      itemStanding: z.enum(['not-applicable', 'archived']).optional(),
      severity: Severity,
      nature: ItemNature,
      needsConfirmation: z.boolean(),
      confirmationNote: z.string().nullable(),
      problem: z.string(),
      citations: z.array(PinnedCitation),
      quotes: z.array(MemoQuote),
      recommendation: z.string(),
      clause: z.string(),
    }),
  ),
});
export type MemoModel = z.infer<typeof MemoModel>;

/** A written memo: bytes are kept by SHA-256 and never change. */
export const Memo = z.strictObject({
  id: z.string(),
  projectId: z.string(),
  number: z.string().nullable(),
  isDraft: z.boolean(),
  fileName: z.string(),
  sha256: z.string(),
  createdAt: z.string(),
  by: z.string(),
});
export type Memo = z.infer<typeof Memo>;

/** What stands between a project and an issued memo, or deserves a look first. */
export const MemoCheck = z.strictObject({
  level: z.enum(['error', 'warning']),
  code: z.enum([
    'no-documents',
    'checklist-not-here', // a list of the project cannot be read at this desk
    'reopened-items', // answered on another wording than the project reads now
    'unreviewed-items',
    'undetermined-items',
    'not-met-without-finding',
    'finding-without-evidence',
    'finding-without-citation',
    'finding-quote-lost', // a quote that the text as read here does not have any more
    'finding-unconfirmed-basis',
    'citation-unresolved', // of a finding: no such law or place on the memo's day
    'citation-outdated', // of a finding: pinned to a version in which the article was another
    'unreadable-pages',
    'not-applicable-without-note',
  ]),
  count: z.number().int(),
  itemIds: z.array(z.string()),
});
export type MemoCheck = z.infer<typeof MemoCheck>;

/** Checks that the lawyer may only pass by saying why. */
export const checksNeedingReason: readonly MemoCheck['code'][] = [
  'citation-unresolved',
  'citation-outdated',
];
