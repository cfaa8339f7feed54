import type { ChecklistProblem } from '#shared/domain/library/checklistVersion.ts';
import type { ChecklistFile, ItemSignals } from '#shared/domain/library/libraryFile.ts';
import { draftItemOf } from '../checklistFile.ts';
import type { ChecklistShelf } from '../checklistShelf.ts';
import { draftProblems } from '../draftProblems.ts';
import { nextVersionLabel, takenNames } from '../drafts.ts';
import type { Library } from '../library.ts';
import { countChanges, isIdentical, type ItemCounts, rulesHash } from './listChanges.ts';
import { baseOf, type ReadingContext, type ReadList, type ReadLists } from './readList.ts';
import { slowRules } from './slowRules.ts';

/** A list of a file, held against what is here. */
export interface CheckedList {
  readonly list: ReadList;
  readonly base: ChecklistFile | null;
  readonly isIdentical: boolean;
  readonly counts: ItemCounts;
}

export interface CheckedLists {
  readonly lists: readonly CheckedList[];
  /** In the order of the file: what its form lacks, then what its content lacks. */
  readonly problems: readonly ChecklistProblem[];
}

/** A file with more is not what it is taken for; nobody reads on. */
const mostProblems = 1_000;

/** What readers ask of the versions that are here. */
export function contextOf(shelf: ChecklistShelf): ReadingContext {
  return {
    versionOf: (seal) => shelf.get(seal)?.file ?? null,
    currentOf: (id) => (shelf.current(id) ?? shelf.ofList(id)[0])?.file ?? null,
  };
}

/**
 * Checks lists that were read as drafts are checked before they are published, each problem with its place in the file. A changed
 * list under the label of its base gets the next label. `day` is today (ISO).
 */
export function checkLists(
  read: ReadLists,
  library: Library,
  shelf: ChecklistShelf,
  day: string,
): CheckedLists {
  const context = contextOf(shelf);
  const problems = [...read.problems];
  const lists = read.lists.map((found) => {
    const named = baseOf(found, context);
    const same = heldAs(found, named, shelf);
    const base = same ?? named;
    const list = same ? found : withNextLabel(found, base, shelf, day);
    if (!same) {
      const taken = takenNames(shelf, list.id ?? '');
      const content = draftProblems(library, list.head, list.items, taken);
      for (const one of [
        ...content,
        ...slowRules(list.items, knownRules([...library.files, base])),
      ])
        if (!isReported(one, read.problems))
          problems.push({ ...one, ...list.placeOf(one.itemId, one.field) });
    }
    return { list, base, isIdentical: same !== null, counts: countChanges(base, list.items) };
  });
  return { lists, problems: problems.slice(0, mostProblems) };
}

/**
 * The version that says the same: the one it was made from, or one that was published from this very file before. An older one does
 * not count: to go back to it is a change.
 */
function heldAs(
  list: ReadList,
  base: ChecklistFile | null,
  shelf: ChecklistShelf,
): ChecklistFile | null {
  if (list.id === null) return null;
  const isLabelled = list.head.version !== '' && list.head.version !== base?.version;
  const madeFromBase = shelf.ofList(list.id).filter(({ basedOn }) => basedOn === base?.seal);
  const held = [base, ...madeFromBase.map(({ file }) => file)];
  return held.find((version) => isIdentical(version, list, isLabelled)) ?? null;
}

function withNextLabel(
  list: ReadList,
  base: ChecklistFile | null,
  shelf: ChecklistShelf,
  day: string,
): ReadList {
  const isOwnLabel = list.head.version !== '' && list.head.version !== base?.version;
  if (isOwnLabel || list.id === null) return list;
  return { ...list, head: { ...list.head, version: nextVersionLabel(shelf, list.id, day) } };
}

/** Whether the form of the same field was found wanting: what its content lacks would only repeat that. */
function isReported(one: ChecklistProblem, earlier: readonly ChecklistProblem[]): boolean {
  const whole = wholeOf(one.field);
  return earlier.some(({ itemId, field, code }) => {
    // Items of a list whose id is wrong are not known to be its own.
    if (itemId === null && field === 'id') return one.code === 'taken-id';
    if (itemId !== one.itemId) return false;
    return code === 'taken-id' || wholeOf(field) === whole || follows(wholeOf(field), whole);
  });
}

/** `basis[1].article` is part of `basis[1]`. */
function wholeOf(field: string): string {
  return /^[^.[]+(?:\[\d+\])?/.exec(field)?.[0] ?? '';
}

/** A basis that cannot be read says nothing about what the item claims to rest on. */
function follows(cause: string, field: string): boolean {
  if (cause === 'needsConfirmation') return field === 'confirmationNote';
  return cause.startsWith('basis') && ['nature', 'needsConfirmation', 'basis'].includes(field);
}

const breaking: ReadonlySet<ChecklistProblem['code']> = new Set([
  'unknown-trait',
  'unreadable-condition',
  'taken-id',
  'bad-id',
]);

/**
 * What of a published version cannot work at this desk: conditions on traits nobody knows, ids that another list has, rules of
 * text that do not compile. What the catalogue thinks of its citations is not asked: its author may have a newer one.
 */
export function versionProblems(
  files: readonly ChecklistFile[],
  library: Library,
  shelf: ChecklistShelf,
): ChecklistProblem[] {
  const owners = new Map<string, ChecklistFile>();
  return files.flatMap((file) => {
    const items = new Map(takenNames(shelf, file.id).items);
    for (const { id } of file.items) {
      const owner = owners.get(id);
      if (owner && owner.id !== file.id) items.set(id, owner.titleZh);
      owners.set(id, file);
    }
    const taken = { versions: new Set<string>(), items };
    const { titleZh, titleEn, primaryLaw, version, effectiveDate, reviewedOn } = file;
    const head = { titleZh, titleEn, primaryLaw, version, effectiveDate, reviewedOn };
    const broken = draftProblems(library, head, file.items.map(draftItemOf), taken).filter(
      ({ code, field }) => breaking.has(code) || field.startsWith('signals'),
    );
    return [...broken, ...slowRules(file.items, knownRules(library.files))];
  });
}

/** Rules of text that the program brings, or that were taken in before, have been tried. */
function knownRules(
  files: readonly (ChecklistFile | null)[],
): (itemId: string, signals: ItemSignals) => boolean {
  const known = new Set<string>();
  for (const file of files)
    for (const item of file?.items ?? []) known.add(`${item.id} ${item.signalsHash}`);
  return (itemId, signals) => known.has(`${itemId} ${rulesHash(signals)}`);
}
