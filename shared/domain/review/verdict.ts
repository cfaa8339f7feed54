import { z } from 'zod';

/** What the lawyer decided on one item; `unreviewed` is the state before any decision. */
export const Verdict = z.enum([
  'unreviewed',
  'met',
  'partial',
  'not-met',
  'not-applicable',
  'needs-material',
]);
export type Verdict = z.infer<typeof Verdict>;

/** Severity of an item or a finding, in the words of the field. Order: gravest first. */
export const Severity = z.enum(['重大', '较大', '一般']);
export type Severity = z.infer<typeof Severity>;

/** How a quote bears on the question: for, against, or only in part. */
export const Stance = z.enum(['supports', 'contradicts', 'partial']);
export type Stance = z.infer<typeof Stance>;

/** Where a finding stands in its round; later rounds add more. */
export const FindingStatus = z.enum(['open', 'resolved', 'withdrawn']);
export type FindingStatus = z.infer<typeof FindingStatus>;

/** The stance a quote most likely takes under a verdict; the lawyer may change it. */
export function stanceForVerdict(verdict: Verdict): Stance {
  if (verdict === 'not-met') return 'contradicts';
  if (verdict === 'partial' || verdict === 'needs-material') return 'partial';
  return 'supports';
}
