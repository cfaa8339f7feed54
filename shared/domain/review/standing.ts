import type { Assessment } from './assessment.ts';
import type { Verdict } from './verdict.ts';

/**
 * The content hash of the wording on which a verdict was given. Records of older versions of the program name none: they
 * were made on the wording that the project was begun with, which `begun` gives (null where it cannot be known).
 */
export function hashDecidedOn(
  { verdict, itemHash }: Pick<Assessment, 'verdict' | 'itemHash'>,
  begun: () => string | null,
): string | null {
  if (verdict === 'unreviewed') return null;
  return itemHash ?? begun();
}

/** Whether a verdict counts for the wording of today: it was given on exactly these words. */
export function doesStand(verdict: Verdict, decidedOn: string | null, hashNow: string): boolean {
  return verdict === 'unreviewed' || decidedOn === hashNow;
}

/** The field of the record that holds the hash of a verdict; null for `unreviewed`, which was given on nothing. */
export const hashFields = {
  met: 'metOn',
  partial: 'partialOn',
  'not-met': 'notMetOn',
  'not-applicable': 'notApplicableOn',
  'needs-material': 'needsMaterialOn',
  unreviewed: null,
} as const satisfies Readonly<Record<Verdict, string | null>>;
