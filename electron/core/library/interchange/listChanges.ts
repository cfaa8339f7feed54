import type { ChecklistImport, DraftItem } from '#shared/domain/library/checklistVersion.ts';
import type { ChecklistFile, ItemSignals } from '#shared/domain/library/libraryFile.ts';
import { asJson, canonicalJson, itemHash, signalsHash } from '../seal.ts';
import { type ExchangedList, exchangedList } from './readList.ts';

export type ItemCounts = ChecklistImport['counts'];

export const noCounts: ItemCounts = { same: 0, changed: 0, added: 0, removed: 0 };

/** Hash of a draft item's content, as its published form will have it. */
export function draftHash(item: DraftItem): string {
  return itemHash(asJson(item));
}

/** Hash of an item's rules of text, as its published form will have it. */
export function rulesHash(signals: ItemSignals): string {
  return signalsHash({ signals: asJson(signals) });
}

/** How the items of a list differ from its base, by content hash; all are added where there is no base. */
export function countChanges(base: ChecklistFile | null, items: readonly DraftItem[]): ItemCounts {
  const before = new Map(base?.items.map((item) => [item.id, item.hash]));
  const counts = { ...noCounts };
  for (const item of items) {
    const hash = before.get(item.id);
    if (hash === undefined) counts.added += 1;
    else if (hash === draftHash(item)) counts.same += 1;
    else counts.changed += 1;
    before.delete(item.id);
  }
  return { ...counts, removed: before.size };
}

export function sumCounts(counts: readonly ItemCounts[]): ItemCounts {
  return counts.reduce(
    (sum, one) => ({
      same: sum.same + one.same,
      changed: sum.changed + one.changed,
      added: sum.added + one.added,
      removed: sum.removed + one.removed,
    }),
    noCounts,
  );
}

/**
 * Whether a list is a version to the letter: head, items, their order and their rules of text. The label of the version does not
 * count where `isLabelled` says that the list has none of its own.
 */
export function isIdentical(
  version: ChecklistFile | null,
  list: ExchangedList,
  isLabelled = true,
): boolean {
  if (version === null || version.id !== list.id || version.items.length !== list.items.length)
    return false;
  const { head, items } = exchangedList(version);
  const label = isLabelled ? list.head.version : head.version;
  return (
    isSame({ ...list.head, version: label }, head) &&
    list.items.every((item, index) => isSame(item, items[index] ?? {}))
  );
}

function isSame(a: object, b: object): boolean {
  return canonicalJson(asJson(a)) === canonicalJson(asJson(b));
}
