import type { Why } from '#shared/contract/rooms/review.ts';
import { applicabilityOf } from '#shared/domain/library/applicability.ts';
import type { ChecklistItem, TraitAnswers } from '#shared/domain/library/checklistItem.ts';
import type { ProjectLibrary } from '../library/projectLibrary.ts';

export interface ApplicableItem {
  readonly item: ChecklistItem;
  readonly why: Why;
}

/** The items of a project that apply, or may apply while a trait is unknown, in their order, each with its reason. */
export function applicableItems(
  library: Pick<ProjectLibrary, 'items'>,
  answers: TraitAnswers,
): ApplicableItem[] {
  const applicable: ApplicableItem[] = [];
  for (const item of library.items.values()) {
    const why = whyOf(item, answers);
    if (why) applicable.push({ item, why });
  }
  return applicable;
}

/** Why one item applies; null where the answers rule it out. */
export function whyOf(item: ChecklistItem, answers: TraitAnswers): Why | null {
  const { applies, traits } = applicabilityOf(item.when, answers);
  if (applies === 'no') return null;
  return { applies, traits: traits.map((trait) => ({ ...trait })) };
}
