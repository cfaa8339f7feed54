import type { ChecklistProblem } from '#shared/domain/library/checklistVersion.ts';
import { nowhere } from './readList.ts';

const maxShown = 200;

/** A problem with what is left out filled in; long finds are cut. */
export function problem(
  code: ChecklistProblem['code'],
  parts: Partial<Omit<ChecklistProblem, 'code'>> & Pick<ChecklistProblem, 'field'>,
): ChecklistProblem {
  const { found = '' } = parts;
  const shown = found.length > maxShown ? `${found.slice(0, maxShown)}…` : found;
  return { itemId: null, expected: '', ...nowhere, ...parts, found: shown, code };
}
