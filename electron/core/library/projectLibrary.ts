import type { Checklist, ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import type { ItemSignals } from '#shared/domain/library/libraryFile.ts';
import type { Project } from '#shared/domain/review/project.ts';
import type { Session } from '../session.ts';
import { itemsOf } from './checklistFile.ts';
import { ChecklistShelf, type Pin, type ShelfVersion } from './checklistShelf.ts';
import type { Library } from './library.ts';

/** Why a list of a project cannot be read: its content is not at this desk, or another list has an item of the same id. */
export type ListFault = 'not-here' | 'item-taken';

/** A list that a project pins. */
export interface ProjectList {
  readonly checklistId: string;
  readonly pin: Pin;
  /** Null where the list cannot be read. */
  readonly checklist: Checklist | null;
  readonly fault: ListFault | null;
}

/** What a project asks: the wording of the versions that it pins, and nothing else. */
export interface ProjectLibrary {
  /** In the order of their numbers; those that are not here last. */
  readonly lists: readonly ProjectList[];
  /** By id, in the order of their numbers. */
  readonly items: ReadonlyMap<string, ChecklistItem>;
  /** What the rule engine looks for, by item id. */
  readonly signals: ReadonlyMap<string, ItemSignals>;
}

/** Libraries by what is pinned. What was found never changes; where something was not, it may come yet. */
const made = new WeakMap<Session, Map<string, ProjectLibrary>>();

/** The items of a project, by the versions that it pins. The one place that answers this. */
export function projectLibrary(
  library: Library,
  session: Session,
  project: Pick<Project, 'checklists'>,
): ProjectLibrary {
  let known = made.get(session);
  if (!known) made.set(session, (known = new Map()));
  const key = JSON.stringify(project.checklists);
  const before = known.get(key);
  if (before) return before;
  const found = build(library, session, project.checklists);
  if (found.lists.every((list) => list.fault === null)) known.set(key, found);
  return found;
}

function build(library: Library, session: Session, pins: Project['checklists']): ProjectLibrary {
  const shelf = new ChecklistShelf(library, session);
  const wanted = Object.entries(pins).map(([checklistId, pin]) => ({
    checklistId,
    pin,
    version: shelf.pinned(checklistId, pin),
  }));
  const lists: ProjectList[] = [];
  const items = new Map<string, ChecklistItem>();
  const signals = new Map<string, ItemSignals>();
  const prefixes = new Set<string>();
  for (const { checklistId, pin, version } of wanted.sort(byOrder)) {
    const fault = faultOf(version, items);
    if (fault !== null || version === null) {
      lists.push({ checklistId, pin, checklist: null, fault: fault ?? 'not-here' });
      continue;
    }
    lists.push({ checklistId, pin, checklist: version.checklist, fault: null });
    const prefix = freePrefix(version.file.order, prefixes);
    prefixes.add(prefix);
    for (const item of itemsOf(version.file, prefix)) items.set(item.id, item);
    for (const entry of version.file.items) signals.set(entry.id, entry.signals);
  }
  return { lists, items, signals };
}

type Wanted = { readonly checklistId: string; readonly version: ShelfVersion | null };

function byOrder(a: Wanted, b: Wanted): number {
  const order = ({ version }: Wanted): number => version?.file.order ?? Number.MAX_SAFE_INTEGER;
  return order(a) - order(b) || (a.checklistId < b.checklistId ? -1 : 1);
}

function faultOf(
  version: ShelfVersion | null,
  items: ReadonlyMap<string, ChecklistItem>,
): ListFault | null {
  if (version === null) return 'not-here';
  return version.items.some(({ id }) => items.has(id)) ? 'item-taken' : null;
}

/**
 * The first part of the items' numbers. Two desks may have given the same number to lists of their own: the second in order
 * of the lists' ids takes a letter, so that no two items of a project have one number.
 */
function freePrefix(order: number, taken: ReadonlySet<string>): string {
  const own = String(order);
  if (!taken.has(own)) return own;
  let letter = 'b'.charCodeAt(0);
  while (taken.has(own + String.fromCharCode(letter))) letter += 1;
  return own + String.fromCharCode(letter);
}
