import type { ReviewRow } from '#shared/contract/rooms/review.ts';
import type { Checklist } from '#shared/domain/library/checklistItem.ts';

export interface ChecklistLine {
  readonly checklist: Checklist;
  readonly total: number;
  readonly reviewed: number;
  readonly notMet: number;
}

/** Applicable items per checklist, in the order of the library; checklists without any are left out. */
export function checklistProgress(
  checklists: readonly Checklist[],
  rows: readonly ReviewRow[],
): readonly ChecklistLine[] {
  return [...checklists]
    .sort((a, b) => a.order - b.order)
    .map((checklist) => {
      const own = rows.filter((row) => row.checklist === checklist.id && row.why.applies === 'yes');
      return {
        checklist,
        total: own.length,
        reviewed: own.filter((row) => row.verdict !== 'unreviewed').length,
        notMet: own.filter((row) => row.verdict === 'not-met').length,
      };
    })
    .filter((line) => line.total > 0);
}
