import type { Conflict, ConflictSide } from './handoffReport.ts';

/** A version of a disagreement by its place in it: this desk's, the received one, the later one, or all of them kept in one text. */
export type Take = 'mine' | 'theirs' | 'newer' | 'both';

/** Texts in which two versions can stand one after the other. */
const longTexts: ReadonlySet<string> = new Set([
  'assessment.note',
  'finding.problem',
  'finding.recommendation',
  'finding.clause',
  'project.conclusion',
]);

/** Whether both versions of a disagreement can be kept, one after the other, in one text. */
export function canKeepBoth({
  entity,
  field,
  kind,
}: Pick<Conflict, 'entity' | 'field' | 'kind'>): boolean {
  return kind === 'values' && longTexts.has(`${entity}.${field}`);
}

/** The version that is meant; sides are by stamp. Null where there is none of that kind. */
export function sideFor(
  { sides }: Pick<Conflict, 'sides'>,
  take: Exclude<Take, 'both'>,
): ConflictSide | null {
  const newestFirst = [...sides].reverse();
  if (take === 'newer') return newestFirst[0] ?? null;
  if (take === 'theirs') return newestFirst.find((side) => side.isIncoming) ?? null;
  const here = newestFirst.filter((side) => !side.isIncoming);
  return here.find((side) => side.isOwn) ?? here[0] ?? null;
}
