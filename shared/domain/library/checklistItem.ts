import { z } from 'zod';
import { Severity } from '../review/verdict.ts';

/** Type of a document under review, by code (LX 立项 … GX 共享). Labels come from the library. */
export const DocTypeCode = z.enum([
  'LX',
  'KY',
  'XQ',
  'ZB',
  'HT',
  'DPA',
  'YS',
  'YS2',
  'YW',
  'YJ',
  'GX',
]);
export type DocTypeCode = z.infer<typeof DocTypeCode>;

/** Whether missing it breaks the law, a prudent contract, or a policy whose text is not held. */
export const ItemNature = z.enum(['mandatory', 'contractual', 'policyOrUnverified']);
export type ItemNature = z.infer<typeof ItemNature>;

/**
 * One legal basis of an item. `cite` is how it is written in the memo; `lawVersion` is the version date (ISO, latest
 * amendment or promulgation) of the instrument it was checked against, null where its text is not held.
 */
export const Basis = z.strictObject({
  code: z.string(),
  law: z.string(),
  cite: z.string(),
  article: z.number().int().positive().nullable(),
  paragraph: z.number().int().positive().nullable(),
  item: z.number().int().positive().nullable(),
  role: z.enum(['direct', 'supporting']),
  verified: z.boolean(),
  reason: z.string().nullable(),
  keyword: z.string().nullable(),
  lawVersion: z.string().nullable(),
});
export type Basis = z.infer<typeof Basis>;

export const Penalty = z.strictObject({
  stateOrgan: z.string(),
  enterprise: z.string(),
  cites: z.array(z.string()),
});
export type Penalty = z.infer<typeof Penalty>;

/** One obligation asked as one question. Content only; what a lawyer decided about it is an Assessment. */
export const ChecklistItem = z.strictObject({
  id: z.string(),
  /** Place in the library, `1.03`: checklist order and item order. */
  number: z.string(),
  checklist: z.string(),
  title: z.string(),
  question: z.string(),
  obligation: z.string(),
  bearer: z.string(),
  nature: ItemNature,
  basis: z.array(Basis).min(1),
  needsConfirmation: z.boolean(),
  confirmationNote: z.string().nullable(),
  lookFor: z.string(),
  typicalFinding: z.string(),
  recommendation: z.string(),
  clause: z.string(),
  severity: Severity,
  penalty: Penalty,
  docTypes: z.array(DocTypeCode).min(1),
  when: z.string(),
  note: z.string().nullable(),
  /** SHA-256 (hex) of the item's content; changes when any word of it changes. */
  hash: z.string(),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

export const Checklist = z.strictObject({
  id: z.string(),
  /** Order in the library, from 1. */
  order: z.number().int().positive(),
  titleZh: z.string(),
  titleEn: z.string(),
  primaryLaw: z.string(),
  version: z.string(),
  effectiveDate: z.string(),
  reviewedOn: z.string(),
  items: z.array(z.string()).min(1),
  /** SHA-256 (hex) over the hashes of its items in order. */
  hash: z.string(),
});
export type Checklist = z.infer<typeof Checklist>;

/** A question about the project whose answer decides which items apply. */
export const Trait = z.strictObject({
  id: z.string(),
  labelZh: z.string(),
  labelEn: z.string(),
  question: z.string(),
  questionEn: z.string(),
  group: z.enum(['data', 'system', 'supplier', 'tech', 'procurement', 'secrecy', 'project']),
  implies: z.array(z.string()),
  note: z.string(),
  noteEn: z.string(),
  usedByItems: z.number().int(),
});
export type Trait = z.infer<typeof Trait>;

/** Answers by trait id; a trait that is absent is unknown, which is not the same as false. */
export const TraitAnswers = z.record(z.string(), z.boolean());
export type TraitAnswers = z.infer<typeof TraitAnswers>;
