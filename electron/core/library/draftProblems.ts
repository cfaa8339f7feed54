import type {
  ChecklistProblem,
  DraftHead,
  DraftItem,
} from '#shared/domain/library/checklistVersion.ts';
import { ItemEntry } from '#shared/domain/library/libraryFile.ts';
import { checkSignals } from './checkSignals.ts';
import {
  checkItem,
  checkWhen,
  type ItemFault,
  type KnownLibrary,
  knownLibrary,
  proseFields,
} from './itemRules.ts';
import type { Library } from './library.ts';

/** What a draft may not take because it is somebody else's. */
export interface TakenNames {
  /** Labels of the list's published versions. */
  readonly versions: ReadonlySet<string>;
  /** Item id → title of the other list that has it. */
  readonly items: ReadonlyMap<string, string>;
}

const nowhere = { sheet: null, row: null, column: null, line: null } as const;

const known = new WeakMap<Library, KnownLibrary>();

/** What the rules ask of a library that was loaded. */
export function knownIn(library: Library): KnownLibrary {
  let found = known.get(library);
  if (!found) {
    const traits = library.traits.map(({ id }) => id);
    found = knownLibrary(library.instruments.values(), traits, library.docTypes.keys());
    known.set(library, found);
  }
  return found;
}

/**
 * Everything that stands in the way of publishing a list, in the order of its items. `rules` is what the catalogue says, or
 * what this desk knows beyond it. Never throws.
 */
export function draftProblems(
  library: Library,
  head: DraftHead,
  items: readonly DraftItem[],
  taken: TakenNames,
  rules = knownIn(library),
): ChecklistProblem[] {
  const seen = new Set<string>();
  const problems = headProblems(library, head, taken);
  if (items.length === 0) problems.push(problem(null, fault('items', 'no-items')));
  for (const item of items) {
    const faults = itemFaults(rules, item);
    if (!ItemEntry.shape.id.safeParse(item.id).success)
      faults.unshift(fault('id', 'bad-id', item.id));
    const owner = seen.has(item.id) ? head.titleZh : taken.items.get(item.id);
    if (owner !== undefined) faults.unshift(fault('id', 'taken-id', item.id, owner));
    seen.add(item.id);
    problems.push(...faults.map((one) => problem(item.id, one)));
  }
  return problems;
}

/** Why a condition cannot be read, or which of its traits nobody knows; null where it is in order. */
export function conditionProblem(library: Library, when: string): ChecklistProblem | null {
  const faults: ItemFault[] = [];
  checkWhen(when, knownIn(library), (one) => faults.push(one));
  const [first] = faults;
  return first ? problem(null, first) : null;
}

function headProblems(library: Library, head: DraftHead, taken: TakenNames): ChecklistProblem[] {
  const faults: ItemFault[] = [];
  if (head.titleZh.trim() === '') faults.push(fault('titleZh', 'missing'));
  if (head.version.trim() === '') faults.push(fault('version', 'missing'));
  else if (taken.versions.has(head.version))
    faults.push(fault('version', 'version-taken', head.version));
  if (head.primaryLaw !== '' && !library.instruments.has(head.primaryLaw))
    faults.push(fault('primaryLaw', 'unknown-law', head.primaryLaw));
  return faults.map((one) => problem(null, one));
}

function itemFaults(rules: KnownLibrary, item: DraftItem): ItemFault[] {
  const faults: ItemFault[] = [];
  for (const field of proseFields)
    if (item[field].trim() === '') faults.push(fault(field, 'missing'));
  if (item.question.trim() !== '' && !ItemEntry.shape.question.safeParse(item.question).success)
    faults.push(fault('question', 'not-a-question', item.question.slice(-20), '？'));
  for (const field of ['stateOrgan', 'enterprise'] as const)
    if (item.penalty[field].trim() === '') faults.push(fault(`penalty.${field}`, 'missing'));
  for (const [index, cite] of item.penalty.cites.entries())
    if (cite.trim() === '') faults.push(fault(`penalty.cites[${String(index)}]`, 'missing'));
  if (item.docTypes.length === 0) faults.push(fault('docTypes', 'missing'));
  if (item.basis.length === 0) faults.push(fault('basis', 'missing'));
  checkItem(item, rules, (one) => {
    // Without any basis the basis is what is missing; what follows from it says nothing more.
    const follows = ['needsConfirmation', 'nature'].includes(one.field);
    if (item.basis.length > 0 || !follows) faults.push(one);
  });
  faults.push(...signalFaults(item));
  return faults;
}

function signalFaults({ signals, docTypes }: DraftItem): ItemFault[] {
  const faults: ItemFault[] = [];
  if (signals === null) return faults;
  checkSignals({ signals, docTypes }, (place, detail) => {
    // Neither an item without rules nor types that it no longer looks at are in the way.
    if (place === 'evidence' || place === 'absence.expectedIn') return;
    faults.push(fault(`signals.${place}`, 'bad-value', detail));
  });
  return faults;
}

function fault(
  field: string,
  code: ChecklistProblem['code'],
  found = '',
  expected = '',
): ItemFault {
  return { field, code, found, expected, detail: '' };
}

function problem(itemId: string | null, one: ItemFault): ChecklistProblem {
  const { field, code, found, expected } = one;
  return { itemId, field, code, found, expected, ...nowhere };
}
