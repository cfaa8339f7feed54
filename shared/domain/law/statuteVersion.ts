import { z } from 'zod';
import { compareText } from '../text/compareText.ts';
import { StatuteArticle, StatuteDivision, StatuteRemark } from './statuteText.ts';

/**
 * One version of a law whose official text was imported. `lawCode` is the catalogue's, null for a law it does not know.
 * The days (ISO) are apart from what the last article says; `effectiveTo` is the last day on which the version is in force.
 */
export const StatuteVersion = z.strictObject({
  id: z.string(),
  lawCode: z.string().nullable(),
  title: z.string(),
  versionDate: z.string(),
  effectiveFrom: z.string().nullable(),
  effectiveTo: z.string().nullable(),
  /** SHA-256 (hex) of the official file as imported. */
  sha256: z.string(),
  fileName: z.string(),
  articleCount: z.number().int(),
  remarks: z.array(StatuteRemark),
  importedBy: z.string(),
  importedAt: z.string(),
});
export type StatuteVersion = z.infer<typeof StatuteVersion>;

/** On a given day: in force, replaced by a newer version, not yet in force, or repealed with its law. */
export const StatuteStanding = z.enum(['in-force', 'superseded', 'upcoming', 'repealed']);
export type StatuteStanding = z.infer<typeof StatuteStanding>;

/** The parsed text of a version. */
export interface StatuteBody {
  readonly divisions: readonly StatuteDivision[];
  readonly articles: readonly StatuteArticle[];
  readonly appendix: readonly string[];
}

/** A version with its text, as citations are resolved against it. */
export interface HeldVersion {
  readonly version: Pick<
    StatuteVersion,
    'id' | 'lawCode' | 'title' | 'versionDate' | 'effectiveFrom' | 'effectiveTo'
  >;
  /** Whether 款 can be counted in this text. */
  readonly hasParagraphs: boolean;
  readonly articles: readonly StatuteArticle[];
}

interface Dated {
  readonly versionDate: string;
  readonly effectiveFrom: string | null;
}

/** Versions of one law, oldest first. */
export function byVersionDate<T extends Dated>(versions: readonly T[]): T[] {
  return [...versions].sort((a, b) => compareText(a.versionDate, b.versionDate));
}

/** Day from which a version counts; by its date where its effect is unknown. */
export function startsOn(version: Dated): string {
  return version.effectiveFrom ?? version.versionDate;
}

/** The version of one law that is in force on a day; null where none is yet. */
export function inForceOn<T extends Dated>(versions: readonly T[], day: string): T | null {
  return (
    byVersionDate(versions)
      .filter((one) => startsOn(one) <= day)
      .at(-1) ?? null
  );
}
