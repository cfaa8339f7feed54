import type { ChecklistItem } from './checklistItem.ts';
import type { ChecklistComparison, ItemChange } from './checklistVersion.ts';

/** What says where an item stands or sums it up; no content of its own. */
const derived: ReadonlySet<string> = new Set(['id', 'number', 'checklist', 'hash']);

/**
 * What became of each item between two versions of a list, matched by id and compared by content hash: the items of the
 * newer version in its order, then those that it no longer has.
 */
export function compareItems(
  before: readonly ChecklistItem[],
  after: readonly ChecklistItem[],
): ItemChange[] {
  const older = new Map(before.map((item) => [item.id, item]));
  const newer = new Set(after.map((item) => item.id));
  const moved = movedItems(
    before.filter(({ id }) => newer.has(id)).map(({ id }) => id),
    after.filter(({ id }) => older.has(id)).map(({ id }) => id),
  );
  const kept = after.map((item) => changeOf(older.get(item.id) ?? null, item, moved.has(item.id)));
  const gone = before.filter(({ id }) => !newer.has(id));
  return [...kept, ...gone.map((item) => changeOf(item, null, false))];
}

function changeOf(
  before: ChecklistItem | null,
  after: ChecklistItem | null,
  isMoved: boolean,
): ItemChange {
  const itemId = after?.id ?? before?.id ?? '';
  if (!before || !after) {
    const kind = before ? 'removed' : 'added';
    return { itemId, kind, isMoved: false, before, after, fields: [] };
  }
  const kind = before.hash === after.hash ? 'same' : 'changed';
  const fields = kind === 'same' ? [] : changedFields(before, after);
  return { itemId, kind, isMoved, before, after, fields };
}

/** Fields of the content that differ, in the order of the item. */
function changedFields(before: ChecklistItem, after: ChecklistItem): string[] {
  const older: Readonly<Record<string, unknown>> = before;
  return Object.entries(after)
    .filter(([field]) => !derived.has(field))
    .filter(([field, value]) => JSON.stringify(older[field]) !== JSON.stringify(value))
    .map(([field]) => field);
}

/**
 * The fewest items that have to be taken out so that the others stand in the same order in both lists (what is left of the
 * longest common run): one item carried to the end of its list moves alone.
 */
function movedItems(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((id, index) => [id, index]));
  const places = after.map((id) => place.get(id) ?? 0);
  const best: { length: number; previous: number }[] = [];
  let last = -1;
  for (const [index, here] of places.entries()) {
    let previous = -1;
    for (let other = 0; other < index; other += 1) {
      if ((places[other] ?? 0) >= here) continue;
      if ((best[other]?.length ?? 0) > (best[previous]?.length ?? 0)) previous = other;
    }
    best.push({ length: (best[previous]?.length ?? 0) + 1, previous });
    if ((best[index]?.length ?? 0) > (best[last]?.length ?? 0)) last = index;
  }
  const moved = new Set(after);
  for (let index = last; index >= 0; index = best[index]?.previous ?? -1)
    moved.delete(after[index] ?? '');
  return moved;
}

/** How many items of each kind. */
export function countChanges(changes: readonly ItemChange[]): ChecklistComparison['counts'] {
  const counts = { same: 0, changed: 0, added: 0, removed: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}
